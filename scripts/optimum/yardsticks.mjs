// Other solvers, given the same problems as text: HiGHS natively and microlp, each in a process of its own on one thread.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { FOLDER } from './plans.mjs';

const PYTHON = '.tools/bench/python/bin/python';
/** Beyond its limit a process is given so long to end, milliseconds. */
const GRACE = 10_000;

/** `{course, status}` that a program prints for the problem of a plan; ended by force it has nothing to show. */
function run(command, args, { name }, seconds) {
  const ran = spawnSync(command, [...args, String(seconds), `${FOLDER}/${name}.lp`], { timeout: 1000 * seconds + GRACE, killSignal: 'SIGKILL', maxBuffer: 1 << 26 });
  // HiGHS prints its name first.
  if (ran.status === 0) return JSON.parse(ran.stdout.toString().trim().split('\n').at(-1));
  const words = ran.stderr?.toString().trim().split('\n').at(-1);
  return { course: [], status: ran.signal ? 'ended by force' : words || 'failed' };
}

/** HiGHS from PyPI, or `null` where it could not be installed. */
export function nativeHighs() {
  const there = existsSync(PYTHON) && spawnSync(PYTHON, ['-c', 'import highspy']).status === 0;
  return there ? (one, seconds) => run(PYTHON, ['scripts/bench_highspy.py'], one, seconds) : null;
}

/** microlp, or `null` where it could not be built. */
export function microlp(program) {
  return existsSync(program) ? (one, seconds) => run(program, [], one, seconds) : null;
}
