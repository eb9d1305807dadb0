// Part `peers`: the chances of ten thousand samples against the same model in numpy and the yearly sums alone in Squiggle,
// in turns. `node scripts/bench/peers.mjs COMPARE PYTHON SQUIGGLE`, the program and where the others are installed.
import { writeFileSync } from 'node:fs';
import { heading, line, median, ratio, told } from './figures.mjs';

const ROUNDS = 3;
const FACTS = 'build/bench/compare.json';

const [compare, python, squiggle] = process.argv.slice(2);
const others = {
  'the same model vectorised in numpy': () => told(python, 'scripts/bench_numpy.py', FACTS),
  'yearly sums alone in @quri/squiggle-lang': () => told(process.execPath, 'scripts/bench_squiggle.mjs', FACTS, squiggle),
};
const ours = [];
const theirs = Object.fromEntries(Object.keys(others).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  ours.push(await told(compare));
  writeFileSync(FACTS, JSON.stringify(ours.at(-1)));
  // One that cannot be had is left out.
  for (const [name, run] of Object.entries(others)) theirs[name].push(await run().catch(() => undefined));
}

const micros = (rounds) => rounds.map((round) => round.micros);
const millis = (rounds) => `${(median(micros(rounds)) / 1000).toFixed(1)} ms`;
heading('peers');
line('10.000 samples without events, joint chance', `${millis(ours)}, ${ours[0].joint.toFixed(3)}`);
for (const [name, rounds] of Object.entries(theirs)) {
  const chance = rounds[0]?.joint === undefined ? '' : `, ${rounds[0].joint.toFixed(3)}`;
  const found = rounds.every(Boolean);
  line(name, found ? `${millis(rounds)}${chance}: × ${ratio(micros(rounds), micros(ours)).toFixed(1)}` : 'it could not be installed');
}
for (const [n, even, plain] of ours[0].convergence) {
  line(`error of the joint chance, ${n} samples`, `${even.toFixed(4)} at even points, ${plain.toFixed(4)} at plain ones: × ${(even / plain).toFixed(2)}`);
}
