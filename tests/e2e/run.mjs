// Runs the browser journeys, two files at a time in browsers that are kept: `node tests/e2e/run.mjs [NAME…]`, a name is a
// part of a file's name. Prints each file's results when it has ended, then the counts and how long the slowest took.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { Lane } from './lane.mjs';

const LANES = 2;
/** Files that take longest: begun first, so that no lane waits for one of them at the end. */
const LONG = ['worker', 'fit', 'parts', 'exact', 'tabs', 'drop', 'frame', 'library', 'optimise'];
/** Where the results are left for `scripts/test.mjs`. */
const RESULTS = 'build/journeys.json';

const folder = 'tests/e2e';
const names = process.argv.slice(2);
const place = (file) => {
  const at = LONG.findIndex((name) => file === `${name}.test.mjs`);
  return at < 0 ? LONG.length : at;
};
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.test.mjs') && (names.length === 0 || names.some((name) => file.includes(name))))
  .sort((a, b) => place(a) - place(b));

/** Results of a file as groups with their tests, in order; a test outside any group is one of its own. */
function groups(results) {
  const all = [];
  let tests = [];
  for (const result of results) {
    if (result.nesting > 0) {
      tests.push(result);
    } else {
      all.push({ ...result, tests });
      tests = [];
    }
  }
  if (tests.length > 0) all.push({ name: 'cut off', group: true, passed: false, seconds: 0, reason: 'the group did not end', tests });
  return all;
}

const seconds = (time) => `${time.toFixed(1)} s`;
function print({ file, lost, ...one }, journeys) {
  console.log(`\n${folder}/${file}  ${seconds(one.seconds)}`);
  const line = (indent, { name, passed, reason, ...result }) => {
    console.log(`${indent}${passed ? '✔' : '✖'} ${name} (${seconds(result.seconds)})`);
    if (reason) console.log(reason.replace(/^/gm, `${indent}    `));
  };
  for (const journey of journeys) {
    line('  ', journey);
    for (const test of journey.tests) line('  '.repeat(test.nesting + 1), test);
  }
  if (lost) console.log(`  ✖ the file itself: ${lost}`);
}

/** Tests that passed and failed; a group fails for itself when its beginning or its end did. */
function counts({ results, lost }) {
  const tests = results.filter(({ group, left }) => !group && !left);
  const groupsLost = results.filter(({ group, reason }) => group && reason).length;
  const passed = tests.filter((test) => test.passed).length;
  const failed = tests.length - passed + groupsLost + (lost ? 1 : 0);
  return { passed, failed: failed + (tests.length === 0 && failed === 0 ? 1 : 0) };
}

const total = { passed: 0, failed: 0 };
const journeys = [];
const lanes = Array.from({ length: Math.min(LANES, files.length) }, () => new Lane());
let left = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    left = true;
    await Promise.all(lanes.map((lane) => lane.end()));
    process.exit(1);
  });
}

const waiting = [...files];
await Promise.all(lanes.map(async (lane) => {
  for (let file = waiting.shift(); file && !left; file = waiting.shift()) {
    const done = await lane.run(`${folder}/${file}`);
    const ended = groups(done.results);
    print({ ...done, file }, ended);
    const { passed, failed } = counts({ ...done, results: done.results.concat(ended.filter(({ name }) => name === 'cut off')) });
    total.passed += passed;
    total.failed += failed;
    journeys.push(...ended.map(({ name, passed: whole, seconds: time, tests }) => ({
      name, file, passed: whole, seconds: time, tests: tests.map((test) => test.name),
    })));
  }
  await lane.end();
}));

mkdirSync('build', { recursive: true });
writeFileSync(RESULTS, JSON.stringify(journeys, null, 1));
console.log(`\nℹ pass ${total.passed}\nℹ fail ${total.failed}`);
process.exitCode = total.failed > 0 ? 1 : 0;
