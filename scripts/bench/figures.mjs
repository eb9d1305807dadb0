// What the parts of the bench share: how figures are summed up and printed.
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The JSON object that a program prints. */
export async function told(command, ...args) {
  const { stdout } = await execute(command, args, { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

const sorted = (values) => [...values].sort((a, b) => a - b);
export const quantile = (values, q) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * q))];
export const median = (values) => quantile(values, 0.5);
/** How many times as long the first took as the second, of figures taken in turns: what both had to suffer is left out. */
export const ratio = (ours, theirs) => median(ours.map((value, round) => value / theirs[round]));

export const line = (what, figure) => console.log(`${what.padEnd(54)} ${figure}`);
export const spread = (times) => {
  const slow = times.filter((time) => time > 50).length;
  return `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, max ${Math.max(...times).toFixed(1)} ms, over 50 ms: ${slow} of ${times.length}`;
};
/** On what a part was measured. */
export const heading = (part) => console.log(`\n──── ${part}, on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
