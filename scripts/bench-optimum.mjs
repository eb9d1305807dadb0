// The best plan; part of `make bench`: how far from the best the page is after how long, on plans with too little money,
// against HiGHS natively and microlp given the same problems; what is proven of large plans; how long the exact solver takes
// to load. `node scripts/bench-optimum.mjs OPTIMUM EVALUATE MICROLP [--trial]`, programs as `scripts/bench.sh` builds them;
// a trial takes a few plans only.
//
// The page is driven as a person does and read by what it shows: two seconds of its own search, then HiGHS in its worker.
// Gaps are against the lowest bound that anybody has proven. A few minutes of it.
import { CLOSE, at, median, points, provenAfter } from './optimum/course.mjs';
import { highs } from './optimum/highs.mjs';
import { loads, openPage } from './optimum/page.mjs';
import { plans, written } from './optimum/plans.mjs';
import { microlp, nativeHighs } from './optimum/yardsticks.mjs';

const TIMES = [0.5, 1, 2, 5, 10];
const END = TIMES.at(-1);
/** Seconds after which the page hands over to the exact solver. */
const OWN = 2;
/** Seconds for a large plan to be proven. */
const LONG = 60;

const [optimum, evaluate, small, ...options] = process.argv.slice(2);
const trial = options.includes('--trial');
const line = (what, figure) => console.log(`${what.padEnd(46)} ${figure}`);
const seconds = (time) => (time === undefined ? '–' : `${time.toFixed(1)} s`);

/** Every way to every plan, with a line of progress for each plan. */
async function compare(compared) {
  const others = { 'HiGHS, native': nativeHighs(), microlp: microlp(small) };
  for (const [name, solve] of Object.entries(others)) if (!solve) line(name, 'could not be installed');
  const page = await openPage();
  try {
    for (const one of compared) {
      const shown = await page.optimum(one.path, END);
      one.ways = { 'the page': shown.course };
      const words = [shown.proof];
      for (const [name, solve] of Object.entries(others)) {
        if (!solve) continue;
        const { course, status } = solve(one, END);
        one.ways[name] = course;
        words.push(status);
      }
      one.ways['own search, native'] = one.course;
      // A bound of microlp is believed no more than its plans are.
      const believed = Object.entries(one.ways).filter(([name]) => name !== 'microlp');
      one.lowest = Math.min(one.linear, ...believed.map(([, course]) => at(course, END).bound));
      const ends = Object.values(one.ways).map((course) => `${points(at(course, END).score)} ≤ ${points(at(course, END).bound)}`);
      console.log(`  ${one.name}: ${Object.keys(one.ways).map((name, place) => `${name} ${ends[place]} (${words[place] || seconds(provenAfter(one.ways[name]))})`).join(', ')}`);
      for (const [name, course] of Object.entries(one.ways)) {
        const { score } = at(course, END);
        if (one.exact && score > one.lowest + CLOSE) console.log(`    ${name} claims ${score}, above the proven bound ${one.lowest}`);
      }
    }
  } finally {
    await page.close();
  }
}

function printCompared(compared) {
  console.log(`\nbest plan on ${compared.length} plans: gap to the lowest proven bound in points of score, median and worst`);
  for (const group of new Set(compared.map((one) => one.group))) {
    const own = compared.filter((one) => one.group === group);
    console.log(`${group} (${own.length} plans)`.padEnd(38) + TIMES.map((time) => `${time} s`.padStart(16)).join(''));
    for (const way of Object.keys(own[0].ways)) {
      const times = way.startsWith('own') ? TIMES.filter((time) => time <= OWN) : TIMES;
      const gaps = times.map((time) => own.map((one) => one.lowest - at(one.ways[way], time).score));
      const proven = own.filter((one) => provenAfter(one.ways[way]) <= END).length;
      const cells = gaps.map((some) => `${points(median(some)).padStart(7)} ${points(Math.max(...some)).padStart(7)}`.padStart(16));
      console.log(`  ${way}, ${proven} proven`.padEnd(38) + cells.join(''));
    }
  }
}

/** Plans of growing size: once one is not proven, only the largest is tried beside it. */
async function climb(ladder) {
  console.log(`\nHiGHS in WebAssembly, after ${OWN} s of the page's own search, up to ${LONG} s`);
  for (const share of new Set(ladder.map((one) => one.group))) {
    const rungs = ladder.filter((one) => one.group === share);
    let stuck = false;
    for (const one of rungs) {
      if (stuck && one !== rungs.at(-1)) continue;
      const rows = written(one, 'lp').split('Subject To')[1].split('Bounds')[0].match(/:/g).length;
      const whole = written(one, 'columns').split('\n').length;
      const own = at(one.course, OWN);
      const { course, status } = provenAfter(one.course) <= OWN ? { course: [], status: 'its own search' } : await highs(one, trial ? END : LONG);
      const all = [...one.course, ...course.map(([time, ...rest]) => [time + OWN, ...rest])];
      const after = provenAfter(all);
      const { score, bound } = at(all, Infinity);
      stuck = after === undefined;
      const found = stuck
        ? `not proven (${status}), ${points(score)} of at most ${points(bound)}, gap ${points(bound - score)} after ${points(own.bound - own.score)}`
        : `proven after ${seconds(after)} (${status})`;
      line(`  ${one.months} months × ${one.communes} communes, ${share}`, `${whole} whole numbers × ${rows} rows: ${found}`);
    }
  }
}

async function printLoads() {
  const rounds = trial ? 1 : 3;
  console.log('');
  for (const [place, times] of Object.entries(await loads(rounds))) {
    const [fetched, started] = ['fetched', 'started'].map((part) => median(times.map((time) => time[part])));
    const name = place === 'file' ? 'single file' : 'hosted';
    line(`exact solver in the page, ${name}, ${rounds} ×`, `compiled after ${fetched.toFixed(0)} ms, ready ${started.toFixed(0)} ms later`);
  }
}

const begin = Date.now();
const { compared, ladder } = plans(optimum, evaluate, OWN, trial);
await compare(compared);
printCompared(compared);
await climb(ladder);
await printLoads();
line('all of the best plan', `took ${((Date.now() - begin) / 60_000).toFixed(1)} minutes`);
