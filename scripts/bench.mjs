// The measured part of `make bench`; scripts/bench.sh builds what it needs.
import { cpus } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { browser, hosted, singleFile } from '../tests/e2e/driver.mjs';
import { Page } from '../tests/e2e/page.mjs';
import { serve } from './serve.mjs';
import { printSizes } from './sizes.mjs';

const MOVES = 200;
const STARTS = 5;

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
line('linear bound of the default plan, native and wasm', `${native.bound} µs, ${wasm.bound} µs`);
line('first plan of the search at 55 % of the money', `${native.first_plan} µs, ${wasm.first_plan} µs`);
for (const percent of [80, 55, 30, 15]) {
  const [time, steps, gap] = ['optimum', 'steps', 'gap'].map((name) => `${name}_${percent}`);
  line(`proven best plan at ${percent} % of the money`, `${native[time]} µs, ${wasm[time]} µs, ${native[steps]} steps, gap ${native[gap]}`);
}
line('evaluate (run, causes, worth, missing), native', `${native.evaluate} µs`);
line('evaluate (run, causes, worth, missing), wasm', `${wasm.evaluate} µs`);
const moves = await sliderToPaint();
line(
  `slider input to painted frame, ${moves.length} moves`,
  `p50 ${quantile(moves, 0.5).toFixed(1)} ms, p95 ${quantile(moves, 0.95).toFixed(1)} ms`,
);
const begun = await starts();
line(`single file from file://, start to score, ${begun.length} ×`, `median ${quantile(begun, 0.5).toFixed(0)} ms, worst ${Math.max(...begun).toFixed(0)} ms`);
printSizes();
