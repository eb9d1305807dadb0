// The exact solver as both builds carry it: the script of its worker and its WebAssembly.
import { readFileSync } from 'node:fs';

/** Bytes of the two parts. */
export const solver = () => ({
  script: readFileSync('build/highs-worker.js'),
  program: readFileSync('node_modules/highs/build/highs.wasm'),
});
