// Part `engine`: the same program natively and in Chromium, in turns. `node scripts/bench/engine.mjs NATIVE`; the one for
// Chromium is in build/bench.
import { writeFileSync } from 'node:fs';
import { browser } from '../../tests/e2e/driver.mjs';
import { serve } from '../serve.mjs';
import { heading, line, median, ratio, told } from './figures.mjs';

const ROUNDS = 3;
const FOLDER = 'build/bench';

/** Objects of microseconds, see tests/perf/bench.rs: `{native, wasm}`, one of each for each round. */
async function measured(program) {
  writeFileSync(
    `${FOLDER}/index.html`,
    '<!doctype html><link rel="icon" href="data:,"><script type="module">import init from "./bench.js"; await init();</script>',
  );
  const place = await serve({ dir: FOLDER });
  const chromium = await browser();
  const [native, wasm] = [[], []];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      native.push(await told(program));
      await chromium.driver.get(place.url);
      wasm.push(await chromium.driver.wait(() => chromium.driver.executeScript(() => globalThis.ntmBench), 120_000));
    }
  } finally {
    await chromium.quit();
    await place.close();
  }
  return { native, wasm };
}

const { native, wasm } = await measured(process.argv[2]);
const each = (rounds, name) => rounds.map((round) => round[name]);
/** One figure of both, in a unit of so many microseconds, and how many times as long it takes in the browser. */
function both(what, name, [unit, micros, digits]) {
  const [here, there] = [each(native, name), each(wasm, name)];
  const told = (values) => (median(values) / micros).toFixed(digits);
  line(what, `${told(here)} ${unit}, in the browser ${told(there)} ${unit}: × ${ratio(there, here).toFixed(2)}`);
}
const [MICROS, MILLIS] = [['µs', 1, 1], ['ms', 1000, 2]];

heading('engine');
both('one run of the default plan', 'simulate', MICROS);
both('evaluate (run, causes, worth, missing)', 'evaluate', MICROS);
both('chances of 2.000 samples', 'samples_2000', MILLIS);
both('chances of 10.000 samples', 'samples_10000', MILLIS);
both('linear bound of the default plan', 'bound', MICROS);
both('first plan of the search at 55 % of the money', 'first_plan', MICROS);
for (const percent of [80, 55, 30, 15]) {
  both(`proven best plan at ${percent} % of the money`, `optimum_${percent}`, MICROS);
  line('', `${native[0][`steps_${percent}`]} steps, gap ${native[0][`gap_${percent}`]}`);
}
both('60 months, 60 communes: one run', 'large_simulate', MICROS);
both('60 months, 60 communes: evaluate', 'large_evaluate', MILLIS);
both('60 months, 60 communes: linear bound', 'large_bound', MILLIS);
