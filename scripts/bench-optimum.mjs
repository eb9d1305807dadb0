// How far from the best the page's own search and HiGHS are after how long, on seeded plans with too little money; part of
// `make bench`. Needs the plan of the sample and the program `optimum`: `node scripts/bench-optimum.mjs PROGRAM SAMPLE.json`.
// The search runs natively here, HiGHS as WebAssembly in this process, one thread each; what the page adds (a worker, the
// check of each plan) is not in it. Gaps are against the lowest bound that anybody has proven.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { hardPlan } from '../tests/e2e/hard-plan.mjs';

const TIMES = [0.5, 1, 2, 5, 10];
const SHARES = [0.55, 0.3, 0.15];
/** Small plans are mostly proven early, large ones take all the time there is. */
const SIZES = [
  { seeds: [1, 2, 3, 4, 5, 6], communes: 18, months: 13 },
  { seeds: [7, 8], communes: 60, months: 36 },
];
const FOLDER = 'build/bench/optimum';

/** Messages of the worker's own code, run here. */
let heard = () => {};
globalThis.postMessage = (message) => heard(message);
await import('../src/js/highs-worker.mjs');

const begin = performance.now();
const module = await WebAssembly.compile(readFileSync('node_modules/highs/build/highs.wasm'));
const compiled = performance.now() - begin;

/** `[seconds, score, bound]` at every message of HiGHS, and the seconds until it was ready. */
async function highs(name, start) {
  const read = (ending) => readFileSync(`${FOLDER}/${name}.${ending}`, 'utf8');
  const course = [];
  let [best, bound, ready] = [0, 1, 0];
  const clock = performance.now();
  const now = () => (performance.now() - clock) / 1000;
  heard = (message) => {
    if (message.kind === 'failed') throw new Error(message.words);
    if (message.kind === 'ready') ready = now();
    best = Math.max(best, message.best ?? 0);
    bound = Math.min(bound, message.bound ?? 1);
    course.push([now(), best, bound]);
  };
  await globalThis.onmessage({ data: {
    module, text: read('lp'), seconds: TIMES.at(-1), names: read('columns'), start: Float64Array.from(start ? JSON.parse(read('start')) : []),
  } });
  return { course, ready };
}

/** Score and bound after so many seconds. */
const at = (course, seconds) => course.filter(([t]) => t <= seconds).at(-1) ?? [0, 0, 1];
const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const points = (gap) => (100 * Math.max(gap, 0)).toFixed(2).padStart(6);

export async function benchOptimum(program, sample) {
  mkdirSync(FOLDER, { recursive: true });
  const file = JSON.parse(readFileSync(sample, 'utf8'));
  const plans = SIZES.flatMap(({ seeds, communes, months }) => seeds.flatMap((seed) => SHARES.map((share) => {
    const plan = hardPlan(file, { seed, share, communes, months });
    const path = `${FOLDER}/${plan.plan.id}.json`;
    writeFileSync(path, JSON.stringify(plan));
    return { path, group: `${communes} communes, ${months} months` };
  })));
  const told = execFileSync(program, [String(TIMES.at(-1)), FOLDER, ...plans.map(({ path }) => path)], { maxBuffer: 1 << 28 });
  const cases = told.toString().trim().split('\n').map((line, index) => ({ ...JSON.parse(line), ...plans[index] }));
  let ready = 0;
  for (const one of cases) {
    const alone = await highs(one.name, false);
    const after = await highs(one.name, true);
    ready = Math.max(ready, alone.ready);
    // The page's order: two seconds of its own search, then HiGHS with that plan.
    const own = one.course.filter(([t]) => t <= 2);
    const [end] = own.at(-1) ?? [0];
    const [, score, bound] = at(own, 2);
    const done = bound - score <= 1e-6;
    const then = done ? [] : after.course.map(([t, s, b]) => [Math.max(end, 2) + t, Math.max(s, score), Math.min(b, bound)]);
    one.ways = { 'own search': one.course, HiGHS: alone.course, 'own, then HiGHS': [...own, ...then] };
    one.lowest = Math.min(one.linear, ...Object.values(one.ways).map((course) => course.at(-1)[2]));
  }
  console.log(`\nbest plan on ${cases.length} plans at 55, 30, 15 % of the money: gap to the lowest proven bound in points, median and worst`);
  for (const group of new Set(cases.map((one) => one.group))) {
    const own = cases.filter((one) => one.group === group);
    console.log(`${group} (${own.length} plans)`.padEnd(38) + TIMES.map((t) => `${t} s`.padStart(16)).join(''));
    for (const way of Object.keys(own[0].ways)) {
      const gaps = TIMES.map((t) => own.map((one) => one.lowest - at(one.ways[way], t)[1]));
      const proven = own.filter((one) => { const [, s, b] = at(one.ways[way], TIMES.at(-1)); return b - s <= 1e-6; }).length;
      console.log(`  ${way}, ${proven} proven in ${TIMES.at(-1)} s`.padEnd(38) + gaps.map((g) => ` ${points(median(g))} ${points(Math.max(...g))}`.padStart(16)).join(''));
    }
  }
  console.log(`HiGHS: compiled in ${compiled.toFixed(0)} ms, then ready in ${(1000 * ready).toFixed(0)} ms at most`);
}

if (process.argv[2]) await benchOptimum(process.argv[2], process.argv[3]);
