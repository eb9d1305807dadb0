// The best plan; part of `make bench`: how far from the best the page is after how long, on plans with too little money,
// against HiGHS natively and microlp given the same problems; what is proven of large plans; how long the exact solver takes
// to load. `node scripts/bench-optimum.mjs OPTIMUM EVALUATE MICROLP [--trial] [compare] [large] [load]`, programs as
// `scripts/bench.sh` builds them; a trial takes a few plans only, parts that are named are done alone.
//
// The page is driven as a person does and read by what it shows: two seconds of its own search, then HiGHS in its worker.
// Gaps are against the lowest bound that anybody has proven. It takes some ten minutes.
import { CLOSE, at, gap, median, points, provenAfter } from './optimum/course.mjs';
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
const parts = options.filter((option) => option !== '--trial');
const wanted = (part) => parts.length === 0 || parts.includes(part);
/** Of the first column. */
const WIDTH = 46;
const line = (what, figure) => console.log(`${what.padEnd(WIDTH)} ${figure}`);
const seconds = (time) => (time === undefined ? '–' : `${time.toFixed(1)} s`);

/** How a course ends, for a line of progress. */
const ending = (name, course, status) => {
  const { score, bound } = at(course, END);
  return `${name} ${points(score)} ≤ ${points(bound)} (${status})`;
};

/** Every way to every plan, with a line of progress for each. */
async function compare(compared) {
  const [native, other] = [nativeHighs(), microlp(small)];
  if (!native) line('HiGHS, native', 'could not be installed');
  if (!other) line('microlp', 'could not be built');
  const page = await openPage();
  try {
    for (const one of compared) {
      const shown = await page.optimum(one.path, END);
      one.ways = { 'the page': shown.course };
      const words = [ending('page', shown.course, shown.proof)];
      if (native) {
        const { course, status } = await native(one, END);
        one.ways['HiGHS, native'] = course;
        words.push(ending('HiGHS, native', course, status));
      }
      one.ways['own search, native'] = one.course;
      words.push(ending('own search, native', one.course, seconds(provenAfter(one.course))));
      one.lowest = Math.min(one.linear, ...Object.values(one.ways).map((course) => at(course, END).bound));
      console.log(`  ${one.name}: ${words.join(', ')}`);
    }
  } finally {
    await page.close();
  }
  // It takes all its time on nearly every plan: two at a time. Its bounds are believed no more than its plans are.
  const left = other ? [...compared] : [];
  const one = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { course, status } = await other(next, END);
      next.ways.microlp = course;
      console.log(`  ${next.name}: ${ending('microlp', course, status)}`);
    }
  };
  await Promise.all([one(), one()]);
  for (const { name, lowest, ways } of compared.filter(({ exact }) => exact)) {
    for (const [way, course] of Object.entries(ways)) {
      const { score } = at(course, END);
      if (score > lowest + CLOSE) console.log(`  ${way} claims ${score} for ${name}, above the proven bound ${lowest}`);
    }
  }
  return compared;
}

function printCompared(compared) {
  console.log(`\nbest plan on ${compared.length} plans: gap to the lowest proven bound in points of score, median and worst, none: no plan yet`);
  for (const group of new Set(compared.map((one) => one.group))) {
    const own = compared.filter((one) => one.group === group);
    console.log(`${group}: ${own.length} plans`.padEnd(WIDTH) + TIMES.map((time) => `${time} s`.padStart(16)).join(''));
    for (const way of Object.keys(own[0].ways)) {
      const times = way.startsWith('own') ? TIMES.filter((time) => time <= OWN) : TIMES;
      const gaps = times.map((time) => own.map((one) => gap(at(one.ways[way], time).score, one.lowest)));
      const after = own.map((one) => provenAfter(one.ways[way])).filter((time) => time <= END);
      const proven = `${after.length} proven${after.length ? `, after ${seconds(median(after))}` : ''}`;
      const cells = gaps.map((some) => `${points(median(some)).padStart(7)} ${points(Math.max(...some)).padStart(7)}`.padStart(16));
      console.log(`  ${way}: ${proven}`.padEnd(WIDTH) + cells.join(''));
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
        ? `not proven (${status}), ${points(score)} of at most ${points(bound)}, gap ${points(gap(score, bound))} after ${points(gap(own.score, own.bound))}`
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
if (wanted('compare')) printCompared(await compare(compared()));
if (wanted('large')) await climb(ladder());
if (wanted('load')) await printLoads();
line('this bench of the best plan', `took ${((Date.now() - begin) / 60_000).toFixed(1)} minutes`);
