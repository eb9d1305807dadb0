// Arithmetic of the yearly sums in Squiggle: what all units would cost with uncertain averages, what the sources bring with
// uncertain realisation, and the chance that it is enough; 10.000 samples. Prints one JSON object.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [facts, home] = [JSON.parse(readFileSync(process.argv[2], 'utf8')), process.argv[3]];
const { run } = await import(pathToFileURL(`${home}/node_modules/@quri/squiggle-lang/dist/index.js`).href);
const { lines, sources } = facts.facts;
const sum = (list) => list.reduce((a, b) => a + b, 0);
// The beta-PERT of the planner: low + (high - low) * beta(1 + 4 p, 5 - 4 p).
const pert = ([low, likely, high]) => {
  if (high <= low) return `${likely}`;
  const p = (likely - low) / (high - low);
  return `(${low} + ${high - low} * beta(${1 + 4 * p}, ${5 - 4 * p}))`;
};
const cost = lines.map((l) => `${sum(l.wanted) * l.cost} * ${pert(l.average)}`).join(' + ');
const money = sources.map((s) => `${sum(s.planned) * (1 - s.other)} * ${pert(s.realisation)}`).join(' + ');
const code = `rest = (${money}) - (${cost})\n1 - cdf(rest, 0)`;

const times = [];
let chance;
for (let round = 0; round < 9; round += 1) {
  const begun = performance.now();
  const output = await run(code, { environment: { sampleCount: facts.samples, xyPointLength: 1000, seed: String(round) } });
  if (!output.result.ok) throw new Error(output.result.value.toString());
  chance = Number(output.result.value.result.toString());
  times.push(performance.now() - begun);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ micros: times[4] * 1000, chance }));
