// Prints what a first visit loads, part by part, raw and compressed, and the size of the single file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { remembered } from './remembered.mjs';

const KB = 1000;
const kb = (bytes) => (bytes / KB).toFixed(1).padStart(9);
const compressed = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
const brotli = (bytes) => Number(remembered('size in brotli 11', bytes, (whole) => String(compressed(whole).length)));
const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** Sizes in bytes of the build in dist/: `{parts: [{name, raw, gzip, brotli}], first: {…}, later: […], single}`. */
export function sizes() {
  const all = readdirSync('dist')
    .filter((name) => /\.(html|js|css|wasm)$/.test(name) && name !== 'ntm-planner.html')
    .map((name) => {
      const bytes = readFileSync(`dist/${name}`);
      return { name: name.replace(/-[0-9a-f]{8,}/, ''), raw: bytes.length, gzip: gzip(bytes), brotli: brotli(bytes) };
    });
  // No part of what is there before the overview can be used: what comes after the first paint, and the exact solver.
  const later = all.filter(({ name }) => /^(part-|highs\.)/.test(name));
  const parts = all.filter((part) => !later.includes(part));
  const total = (key) => parts.reduce((sum, part) => sum + part[key], 0);
  const first = { name: 'first load', raw: total('raw'), gzip: total('gzip'), brotli: total('brotli') };
  const single = existsSync('dist/ntm-planner.html') ? readFileSync('dist/ntm-planner.html').length : undefined;
  return { parts, first, later, single };
}

export function printSizes() {
  const { parts, first, later, single } = sizes();
  console.log(`${'sizes, kB'.padEnd(22)}${'raw'.padStart(9)}${'gzip'.padStart(9)}${'brotli'.padStart(9)}`);
  for (const part of [...parts, first, ...later]) console.log(`${part.name.padEnd(22)}${kb(part.raw)}${kb(part.gzip)}${kb(part.brotli)}`);
  if (single) console.log(`${'single file'.padEnd(22)}${kb(single)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printSizes();
