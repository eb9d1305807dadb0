// wasm-opt, the same for everything that is measured or served: `node scripts/smaller.mjs FILE.wasm` makes it smaller.
import { execFile } from 'node:child_process';
import { renameSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** What the compiler's output already uses, so that it is read; then what makes it small. */
const FLAGS = [
  '--enable-bulk-memory', '--enable-bulk-memory-opt', '--enable-mutable-globals', '--enable-sign-ext',
  '--enable-nontrapping-float-to-int', '--enable-reference-types', '--enable-multivalue',
  '-Oz', '--strip-debug', '--strip-producers', '--always-inline-max-function-size=0', '--one-caller-inline-max-function-size=0',
];
const run = promisify(execFile);

/** Makes a WebAssembly file smaller, in its place. */
export async function smaller(file) {
  await run('wasm-opt', [...FLAGS, file, '-o', `${file}.opt`]);
  renameSync(`${file}.opt`, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await smaller(process.argv[2]);
