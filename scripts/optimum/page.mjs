// The page itself in Chromium: a plan is opened, the best plan asked for, and what the page shows read every few
// milliseconds; and how long the exact solver takes to be there when it is first asked.
import { resolve } from 'node:path';
import { browser, hosted, singleFile } from '../../tests/e2e/driver.mjs';
import { Page } from '../../tests/e2e/page.mjs';

/** Runs in the page: presses the button and reads until so many seconds are over or nothing happens any more. */
const watch = async (seconds, done) => {
  const find = (name) => document.querySelector(`[data-test="${name}"]`);
  const read = (name) => {
    const raw = find(name)?.dataset.value;
    return raw ? Number(raw) : null;
  };
  const course = [];
  let [last, quiet] = ['', 0];
  // What the page does by itself when a plan is opened is over.
  await new Promise((go) => setTimeout(go, 1_500));
  const begin = performance.now();
  find('optimise-start').click();
  const timer = setInterval(() => {
    const now = (performance.now() - begin) / 1000;
    const [score, bound] = [read('optimise-incumbent'), read('optimise-bound')];
    if (score !== null && `${score} ${bound}` !== last) {
      last = `${score} ${bound}`;
      course.push([now, score, bound]);
    }
    // Between the page's own search and the exact solver nothing is at work for a moment.
    quiet = find('optimise-answer') && !find('optimise-cancel') ? quiet + 1 : 0;
    if (now < seconds && quiet < 40) return;
    clearInterval(timer);
    const proof = find('optimise-proof')?.dataset.value ?? '';
    find('optimise-cancel')?.click();
    done({ course, proof });
  }, 25);
};

/** A page that answers `optimum(path, seconds)` with `{course, proof}`, and `close()`. */
export async function openPage() {
  const place = await hosted();
  const chromium = await browser();
  const page = await new Page(chromium, place.url).open('share');
  await chromium.driver.manage().setTimeouts({ script: 120_000 });
  return {
    async optimum(path, seconds) {
      await page.go('share');
      await page.upload('import-json', resolve(path));
      await page.click('import-accept-new');
      await page.gone('import-preview');
      await page.go('optimise');
      await page.element('optimise-start');
      return chromium.driver.executeAsyncScript(watch, seconds);
    },
    async close() {
      await chromium.quit();
      await place.close();
    },
  };
}

/** Runs before anything of the page: times of the solver's load in `ntmSolverTimes`, milliseconds. */
const wrap = () => {
  const times = {};
  globalThis.ntmSolverTimes = times;
  let own;
  Object.defineProperty(globalThis, 'ntmSolver', {
    configurable: true,
    set: (solver) => { own = solver; },
    get: () => own && (() => {
      times.asked ??= performance.now();
      return own();
    }),
  });
  globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      const made = performance.now();
      this.addEventListener('message', ({ data }) => {
        if (data?.kind === 'ready' && times.asked && !times.ready) Object.assign(times, { made, ready: performance.now() });
      });
    }
  };
};

/** `{fetched, started}` for each time in a new browser, milliseconds: until it is compiled, and from there until it is ready. */
export async function loads(rounds) {
  const times = {};
  for (const where of [hosted, singleFile]) {
    const place = await where();
    times[place.name] = [];
    for (let round = 0; round < rounds; round++) {
      const chromium = await browser({ offline: where === singleFile });
      try {
        const page = new Page(chromium, place.url);
        await page.beforeEachLoad(wrap);
        await page.open('optimise');
        await page.click('optimise-start');
        await page.click('optimise-prove');
        const { asked, made, ready } = await page.until(async () => {
          const now = await chromium.driver.executeScript(() => globalThis.ntmSolverTimes);
          return now.ready && now;
        }, 'the solver is ready', 60_000);
        times[place.name].push({ fetched: made - asked, started: ready - made });
      } finally {
        await chromium.quit();
      }
    }
    await place.close();
  }
  return times;
}
