// Every check and test suite; a failing one does not keep the rest from running. `node scripts/test.mjs [NAME…]`: those
// suites alone; `check` names all that need neither a browser nor the page. It is run with scripts/env.sh in place. Then
// the seconds of each and the slowest browser journeys; the last line is "N passed, N failed" over all suites, and the exit
// code tells whether anything failed.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

const WASM = '--target=wasm32-unknown-unknown';
// Natively the page is only checked and its logic tested, never drawn: without the types of its pieces that takes a third of
// the time. A target that is named keeps the flag from the compiler's own plugins, which all suites share.
const native = {
  CARGO_BUILD_TARGET: execFileSync('rustc', ['-vV'], { encoding: 'utf8' }).match(/^host: (.*)$/m)[1],
  RUSTFLAGS: '--cfg erase_components',
};
const strict = ['--', '-D', 'warnings'];

// The same generated plans on every run; another seed tries others.
process.env.PROPTEST_RNG_SEED ??= '20210122';

// Counts at the end of a runner's output: cargo and wasm-bindgen's runner, node's runner.
const cargoCounts = (text) => sum(text.matchAll(/^test result: .*?(\d+) passed; (\d+) failed/gm));
const nodeCounts = (text) => ({
  passed: Number(text.match(/^(?:# |ℹ )pass (\d+)/m)?.[1] ?? 0),
  failed: Number(text.match(/^(?:# |ℹ )fail (\d+)/m)?.[1] ?? 0) + Number(text.match(/^(?:# |ℹ )cancelled (\d+)/m)?.[1] ?? 0),
});
/** A check without tests of its own counts only when it fails. */
const noCounts = () => ({ passed: 0, failed: 0 });

function sum(matches) {
  const total = { passed: 0, failed: 0 };
  for (const [, passed, failed] of matches) {
    total.passed += Number(passed);
    total.failed += Number(failed);
  }
  return total;
}

/** Where tests/e2e/run.mjs leaves its results. */
const JOURNEYS = 'build/journeys.json';

// Stages follow one another. In a stage what shares no compiled program is done side by side, each list in its order.
const stages = [
  // The browser tests put the chart bundle into their page.
  [[['bundles', 'node', ['scripts/bundle.mjs']]]],
  [
    [
      ['format', 'cargo', ['fmt', '--all', '--check']],
      ['format: tools', 'cargo', ['fmt', '--manifest-path', 'scripts/tools/Cargo.toml', '--check']],
      ['lint', 'cargo', ['clippy', '--locked', '--all-features', '--all-targets', ...strict], { env: native }],
      ['native tests', 'cargo', ['test', '--locked', '--no-default-features', '--features', 'schema', '--no-fail-fast'], { counts: cargoCounts, env: native }],
      // Those of the application's own logic: no browser is needed for them.
      ['application tests', 'cargo', ['test', '--locked', '--all-features', '--lib', '--', 'app::', 'ui::', 'platform::'], { counts: cargoCounts, env: native }],
      ['lint: wasm', 'cargo', ['clippy', '--locked', '--lib', '--bins', '--test=wasm', '--example=bench', WASM, ...strict]],
    ],
    // Of another profile than all tests.
    [
      ['build', 'scripts/build.sh', []],
      ['test runner', 'bash', ['-c', '. scripts/env.sh; build_tool wasm-tests']],
    ],
  ],
  [
    // HiGHS judges what the search calls best.
    [['second judge', 'node', ['--test', 'tests/judge/optimum.test.mjs'], { counts: nodeCounts, env: native }]],
    [['browser tests', 'cargo', ['test', '--locked', WASM, '--test', 'wasm'], {
      counts: cargoCounts,
      env: {
        CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-tests',
        WASM_BINDGEN_TEST_WEBDRIVER_JSON: 'tests/wasm/webdriver.json',
        WASM_BINDGEN_TEST_TIMEOUT: '180',
      },
    }]],
  ],
  // Two browsers at once: nothing else is at work.
  [[['end to end', 'node', ['tests/e2e/run.mjs'], { counts: nodeCounts }]]],
];

/** Runs one suite, its output shown as it comes or, beside others, as a whole when it ends; resolves to its counts. */
function run([name, command, args, { counts = noCounts, env = {} } = {}], alone) {
  const started = Date.now();
  const title = `\n──── ${name}: ${command} ${args.filter((arg) => arg.length < 60).join(' ')}`;
  console.log(alone ? title : `${title} (begins)`);
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    const take = (stream) => (chunk) => { output += chunk; if (alone) stream.write(chunk); };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const finish = (code) => {
      if (!alone) process.stdout.write(`${title}\n${output}`);
      const { passed, failed } = counts(output.replace(/\x1b\[[0-9;]*m/g, ''));
      // A suite that failed without a failing test (it did not build, or it was cut off) counts as one failure, and so
      // does a test suite that ran nothing.
      const ranNothing = counts !== noCounts && passed + failed === 0;
      const silent = (code !== 0 || ranNothing) && failed === 0 ? 1 : 0;
      done({ name, passed, failed: failed + silent, seconds: Math.round((Date.now() - started) / 1000) });
    };
    child.on('error', (error) => { output += `${error}\n`; if (alone) console.error(String(error)); finish(1); });
    child.on('close', finish);
  });
}

/** A list of suites, one after the other; their counts. */
async function inOrder(suites, alone) {
  const results = [];
  for (const suite of suites) results.push(await run(suite, alone));
  return results;
}

/** Names the journeys that took longest. */
function printSlowest() {
  if (!existsSync(JOURNEYS)) return;
  const journeys = JSON.parse(readFileSync(JOURNEYS, 'utf8')).sort((a, b) => b.seconds - a.seconds);
  console.log('\n──── slowest journeys');
  for (const { name, file, seconds } of journeys.slice(0, 10)) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}, ${file}`);
}

const CHECK = ['format', 'format: tools', 'lint', 'native tests', 'application tests'];
const names = process.argv.slice(2).flatMap((name) => (name === 'check' ? CHECK : [name]));
const known = stages.flat(2).map(([name]) => name);
const strange = names.filter((name) => !known.includes(name));
if (strange.length > 0) throw new Error(`no suite is called ${strange.join(', ')}; there are ${known.join(', ')}`);
const wanted = ([name]) => names.length === 0 || names.includes(name);
const begin = Date.now();
rmSync(JOURNEYS, { force: true });
const results = [];
for (const stage of stages) {
  const lists = stage.map((suites) => suites.filter(wanted)).filter((suites) => suites.length > 0);
  const ended = await Promise.all(lists.map((suites) => inOrder(suites, lists.length === 1)));
  results.push(...ended.flat());
}
console.log(`\n──── all suites, ${Math.round((Date.now() - begin) / 1000)} s`);
for (const { name, passed, failed, seconds } of results) {
  const verdict = failed ? `${failed} FAILED` : 'ok';
  console.log(`${name.padEnd(20)} ${String(passed).padStart(5)} passed  ${verdict.padEnd(10)} ${seconds} s`);
}
printSlowest();
const total = (key) => results.reduce((all, result) => all + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') ? 1 : 0;
