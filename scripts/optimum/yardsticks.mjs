// Other solvers, given the same problems as text: HiGHS natively and microlp, each in a process of its own on one thread.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { FOLDER } from './plans.mjs';

const execute = promisify(execFile);
const PYTHON = '.tools/bench/python/bin/python';
/** Beyond its limit a process is given so long to end, milliseconds. */
const GRACE = 10_000;

/** `{course, status}` that a program prints for the problem of a plan; ended by force it has nothing to show. */
async function run(command, args, { name }, seconds) {
  const limits = { timeout: 1000 * seconds + GRACE, killSignal: 'SIGKILL', maxBuffer: 1 << 26 };
  try {
    const { stdout } = await execute(command, [...args, String(seconds), `${FOLDER}/${name}.lp`], limits);
    // HiGHS prints its name first.
    return JSON.parse(stdout.trim().split('\n').at(-1));
  } catch (error) {
    return { course: [], status: error.killed ? 'ended by force' : error.stderr?.trim().split('\n').at(-1) || 'failed' };
  }
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
