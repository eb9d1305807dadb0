// HiGHS as the page's worker runs it, in this process.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { written } from './plans.mjs';

/** Messages of the worker's own code, run here. */
let heard = () => {};
globalThis.postMessage = (message) => heard(message);
await import('../../src/js/highs-worker.mjs');
const module = await WebAssembly.compile(readFileSync('node_modules/highs/build/highs.wasm'));

/** `{course, status}` of so many seconds, from the plan of the page's own search on. */
export async function highs(one, seconds) {
  const course = [];
  let status;
  const clock = performance.now();
  heard = (message) => {
    if (message.kind === 'failed') throw new Error(message.words);
    if (message.kind === 'end') ({ status } = message);
    course.push([(performance.now() - clock) / 1000, message.best ?? null, message.bound ?? null]);
  };
  await globalThis.onmessage({ data: {
    module, text: written(one, 'lp'), seconds, names: written(one, 'columns'), start: Float64Array.from(JSON.parse(written(one, 'start'))),
  } });
  return { course, status };
}
