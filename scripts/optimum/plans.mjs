// The plans on which solvers are compared: generated ones with too little money, and the samples.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hardPlan } from '../../tests/e2e/hard-plan.mjs';

export const FOLDER = 'build/bench/optimum';
const SHARES = [0.55, 0.3, 0.15];
const SAMPLES = ['thach-ha-2021', 'minh-hoa-xa', 'minh-hoa-5-nam'];
const numbers = (from, count) => Array.from({ length: count }, (_, index) => from + index);
/** Small plans are mostly proven early, large ones take all the time there is. The seeds take turns at the shares. */
const SIZES = [
  { seeds: numbers(1, 16), communes: 18, months: 13 },
  { seeds: numbers(17, 4), communes: 60, months: 36 },
];
/** From a year with the communes of a district to five years with sixty of them. */
const LADDER = [[12, 18], [24, 30], [36, 45], [60, 60]];

const percent = (share) => `${Math.round(100 * share)} %`;

/** A plan file with a share of its money. */
function poorer(file, share) {
  const { plan } = structuredClone(file);
  plan.id = `${plan.id}-${Math.round(100 * share)}`;
  for (const source of plan.sources) {
    for (const figure of [source.amount, ...Object.values(source.yearly ?? {})]) figure.value *= share;
  }
  return { ...file, plan };
}

/**
 * Plans to compare solvers on and plans of growing size, each made when it is asked for: a list of `{name, path, group,
 * exact, linear, course}`, the last three as the program `optimum` says. A trial takes few of each kind.
 */
export function plans(optimum, evaluate, seconds, trial) {
  mkdirSync(FOLDER, { recursive: true });
  const sample = (name) => JSON.parse(execFileSync(evaluate, [name, '--write-plan'], { maxBuffer: 1 << 26 }));
  const write = (file, group) => {
    const path = `${FOLDER}/${file.plan.id}.json`;
    writeFileSync(path, JSON.stringify(file));
    return { path, group };
  };
  const communes = sample('minh-hoa-xa');
  const few = (all, count) => (trial ? all.slice(0, count) : all);
  const generated = SIZES.flatMap(({ seeds, ...size }, at) => few(seeds, 2 - at).map((seed) => (
    write(hardPlan(communes, { seed, share: SHARES[seed % SHARES.length], ...size }), `${size.communes} communes, ${size.months} months`)
  )));
  const tight = SAMPLES.flatMap((name) => few(SHARES, 1).map((share) => write(poorer(sample(name), share), 'samples')));
  const ladder = few(LADDER, 2).flatMap(([months, many]) => SHARES.slice(0, trial ? 1 : 2).map((share) => {
    const made = write(hardPlan(communes, { seed: 1, share, communes: many, months }), '');
    return { ...made, months, communes: many, share };
  }));
  const told = (some) => {
    const lines = execFileSync(optimum, [String(seconds), FOLDER, ...some.map(({ path }) => path)], { maxBuffer: 1 << 28 });
    return lines.toString().trim().split('\n').map((line, index) => ({ ...some[index], ...JSON.parse(line) }));
  };
  return {
    // Where the rows are necessary only, a solver that knows nothing but rows may claim more than can be had.
    compared: () => told([...generated, ...tight]).map((one) => (one.exact ? one : { ...one, group: 'rows only' })),
    ladder: () => told(ladder).map((one) => ({ ...one, group: `${percent(one.share)} of the money` })),
  };
}

/** What `optimum` has written for a plan: `lp`, `columns` or `start`. */
export const written = ({ name }, ending) => readFileSync(`${FOLDER}/${name}.${ending}`, 'utf8');
