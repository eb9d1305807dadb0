// The measured part of `make bench`; scripts/bench.sh builds what it needs.
import { cpus } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { browser, hosted, singleFile } from '../tests/e2e/driver.mjs';
import { Page } from '../tests/e2e/page.mjs';
import { serve } from './serve.mjs';
import { printSizes } from './sizes.mjs';

const MOVES = 200;
const STARTS = 5;
const EDITS = 60;

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, q) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))];
const line = (what, figure) => console.log(`${what.padEnd(46)} ${figure}`);

/** Microseconds of one run, `{simulate, evaluate}`, measured in the browser. */
async function oneRunInBrowser() {
  writeFileSync(
    'build/bench/index.html',
    '<!doctype html><link rel="icon" href="data:,"><script type="module">import init from "./bench.js"; await init();</script>',
  );
  const place = await serve({ dir: 'build/bench' });
  const chromium = await browser();
  try {
    await chromium.driver.get(place.url);
    return await chromium.driver.wait(() => chromium.driver.executeScript(() => globalThis.ntmBench), 60_000);
  } finally {
    await chromium.quit();
    await place.close();
  }
}

/**
 * Milliseconds from the `input` event of a slider to the end of the frame that shows its last effect, for each move.
 * The last effect is the last change of the document before three frames without any; what is announced or saved
 * later on purpose (live regions) is left out.
 */
async function sliderToPaint() {
  const place = await hosted();
  const chromium = await browser();
  try {
    const page = await new Page(chromium, place.url).open();
    const slider = await page.element('source-state-factor');
    await chromium.driver.manage().setTimeouts({ script: 120_000 });
    return await chromium.driver.executeAsyncScript(
      async (slider, moves, done) => {
        const frame = () => new Promise((painted) => requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => painted(performance.now());
          channel.port2.postMessage(0);
        }));
        const announced = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live], [role=status]');
        let changed = false;
        const observer = new MutationObserver((records) => {
          if (records.some((record) => !announced(record.target))) changed = true;
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        const low = Number(slider.min), high = Number(slider.max);
        const times = [];
        for (let move = 0; move < moves; move++) {
          // Up and down again over the whole range, in even steps; begun at any moment between two frames.
          const share = move / moves < 0.5 ? (2 * move) / moves : 2 - (2 * move) / moves;
          await new Promise((go) => setTimeout(go, (move * 7) % 16));
          const begin = performance.now();
          slider.value = String(low + (high - low) * share);
          slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
          let end = begin;
          for (let quiet = 0; quiet < 3; ) {
            const painted = await frame();
            if (changed) { end = painted; quiet = 0; changed = false; } else quiet++;
          }
          if (end > begin) times.push(end - begin);
        }
        slider.dispatchEvent(new Event('change', { bubbles: true }));
        done(times);
      },
      slider,
      MOVES,
    );
  } finally {
    await chromium.quit();
    await place.close();
  }
}

/** Milliseconds from the start of the navigation to the painted score, each time in a new browser. */
async function starts() {
  const place = await singleFile();
  const times = [];
  for (let round = 0; round < STARTS; round++) {
    const chromium = await browser({ offline: true });
    try {
      await chromium.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', {
        source: `(function look() {
          if (!document.querySelector('[data-test=score]')) return requestAnimationFrame(look);
          const channel = new MessageChannel();
          channel.port1.onmessage = () => { globalThis.ntmStarted = performance.now(); };
          channel.port2.postMessage(0);
        })()`,
      });
      await chromium.driver.get(place.url);
      times.push(await chromium.driver.wait(() => chromium.driver.executeScript(() => globalThis.ntmStarted), 30_000));
    } finally {
      await chromium.quit();
    }
  }
  return times;
}

/**
 * Frame times, ms, of the matrix of 60 communes by 25 criteria: while it scrolls down and sideways, and of each edit of a
 * cell by a key: to the end of the frame that shows the cell changed, to the end of the one that shows the last effect (the
 * run, the order of choice, the heat map), and the longest frame on the way.
 */
async function matrix() {
  const place = await hosted();
  const chromium = await browser();
  try {
    const page = await new Page(chromium, place.url).open('share');
    await page.upload('import-json', resolve('build/bench/large.json'));
    await page.click('import-accept-new');
    await page.go('communes');
    await page.element('criterion-cell');
    await chromium.driver.manage().setTimeouts({ script: 120_000 });
    return await chromium.driver.executeAsyncScript(async (edits, done) => {
      const frame = () => new Promise((painted) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => painted(performance.now());
        channel.port2.postMessage(0);
      }));
      const wait = (ms) => new Promise((go) => setTimeout(go, ms));
      await wait(1500);
      const cells = document.querySelectorAll('[data-test="criterion-cell"]');
      const box = document.querySelector('[data-test="communes-table"]').parentElement;
      const scroll = [];
      let last = await frame();
      for (let step = 0; step < 240; step++) {
        const share = step < 120 ? step / 120 : 2 - step / 120;
        box.scrollTop = share * (box.scrollHeight - box.clientHeight);
        box.scrollLeft = share * (box.scrollWidth - box.clientWidth);
        const now = await frame();
        scroll.push(now - last);
        last = now;
      }
      const [cell, longest, edit] = [[], [], []];
      let changed = false;
      const announced = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live], [role=status]');
      new MutationObserver((records) => { if (records.some((r) => !announced(r.target))) changed = true; })
        .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      for (let nth = 0; nth < edits; nth++) {
        const at = () => document.querySelectorAll('[data-test="criterion-cell"]')[(nth * 37) % cells.length];
        at().dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
        await wait(30);
        await frame();
        changed = false;
        const before = at().dataset.value;
        const begin = performance.now();
        // The space key turns the state of the cell with the cursor.
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
        let [end, shown, slowest, ended] = [begin, 0, 0, begin];
        for (let quiet = 0; quiet < 3; ) {
          const painted = await frame();
          slowest = Math.max(slowest, painted - ended);
          ended = painted;
          if (!shown && at().dataset.value !== before) shown = painted;
          if (changed) { end = painted; quiet = 0; changed = false; } else quiet++;
        }
        if (shown) { cell.push(shown - begin); longest.push(slowest); edit.push(end - begin); }
        await wait(400);
      }
      done({ cells: cells.length, scroll, cell, longest, edit });
    }, EDITS);
  } finally {
    await chromium.quit();
    await place.close();
  }
}

const spread = (times) => {
  const slow = times.filter((time) => time > 50).length;
  return `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, max ${Math.max(...times).toFixed(1)} ms, over 50 ms: ${slow} of ${times.length}`;
};
/** The matrix in the browser, on its own as `node scripts/bench.mjs matrix` too. */
async function printMatrix() {
  const { cells, scroll, cell, longest, edit } = await matrix();
  line(`matrix of ${cells} cells, frames while scrolling`, spread(scroll));
  line('key to the painted cell', spread(cell));
  line('longest frame of each change', spread(longest));
  line('key to the last painted effect', spread(edit));
}
if (process.argv[2] === 'matrix') {
  await printMatrix();
  process.exit();
}

console.log(`\nmeasured on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Chromium headless`);
const native = JSON.parse(readFileSync('build/bench/native.json', 'utf8'));
const wasm = await oneRunInBrowser();
line('one run of the default plan, native', `${native.simulate} µs`);
line('one run of the default plan, wasm', `${wasm.simulate} µs`);
line('chances of 2.000 samples, native and wasm', `${(native.samples_2000 / 1000).toFixed(1)} ms, ${(wasm.samples_2000 / 1000).toFixed(1)} ms`);
line('chances of 10.000 samples, native and wasm', `${(native.samples_10000 / 1000).toFixed(1)} ms, ${(wasm.samples_10000 / 1000).toFixed(1)} ms`);
const perSecond = (micros) => `${Math.round((10_000 / micros) * 1e6).toLocaleString('en')}/s`;
line('samples, native and wasm', `${perSecond(native.samples_10000)}, ${perSecond(wasm.samples_10000)}`);
const read = (name) => {
  try {
    return JSON.parse(readFileSync(`build/bench/${name}.json`, 'utf8'));
  } catch {
    return null;
  }
};
const compared = read('compare');
const times = (other) => `${(other.micros / compared.micros).toFixed(1)} × the time native`;
line('  without events, native, joint chance', `${(compared.micros / 1000).toFixed(1)} ms, ${compared.joint.toFixed(3)}`);
const numpy = read('numpy');
line('  the same model vectorised in numpy', numpy ? `${(numpy.micros / 1000).toFixed(1)} ms, ${numpy.joint.toFixed(3)}: ${times(numpy)}` : 'numpy could not be installed');
const squiggle = read('squiggle');
line('  yearly sums alone in @quri/squiggle-lang', squiggle ? `${(squiggle.micros / 1000).toFixed(1)} ms: ${times(squiggle)}` : 'it could not be installed');
for (const [n, even, plain] of compared.convergence) {
  line(`error of the joint chance, ${n} samples`, `${even.toFixed(4)} at even points, ${plain.toFixed(4)} at plain ones`);
}
line('linear bound of the default plan, native and wasm', `${(native.bound / 1000).toFixed(3)} ms, ${(wasm.bound / 1000).toFixed(3)} ms`);
line('first plan of the search at 55 % of the money', `${native.first_plan} µs, ${wasm.first_plan} µs`);
for (const percent of [80, 55, 30, 15]) {
  const [time, steps, gap] = ['optimum', 'steps', 'gap'].map((name) => `${name}_${percent}`);
  line(`proven best plan at ${percent} % of the money`, `${native[time]} µs, ${wasm[time]} µs, ${native[steps]} steps, gap ${native[gap]}`);
}
line('evaluate (run, causes, worth, missing), native', `${native.evaluate} µs`);
line('evaluate (run, causes, worth, missing), wasm', `${wasm.evaluate} µs`);
line('60 months, 60 communes: one run, native and wasm', `${native.large_simulate} µs, ${wasm.large_simulate} µs`);
line('60 months, 60 communes: evaluate, native and wasm', `${(native.large_evaluate / 1000).toFixed(1)} ms, ${(wasm.large_evaluate / 1000).toFixed(1)} ms`);
line('60 months, 60 communes: linear bound, native and wasm', `${(native.large_bound / 1000).toFixed(2)} ms, ${(wasm.large_bound / 1000).toFixed(2)} ms`);
await printMatrix();
const moves = await sliderToPaint();
line(
  `slider input to painted frame, ${moves.length} moves`,
  `p50 ${quantile(moves, 0.5).toFixed(1)} ms, p95 ${quantile(moves, 0.95).toFixed(1)} ms`,
);
const begun = await starts();
line(`single file from file://, start to score, ${begun.length} ×`, `median ${quantile(begun, 0.5).toFixed(0)} ms, worst ${Math.max(...begun).toFixed(0)} ms`);
printSizes();
