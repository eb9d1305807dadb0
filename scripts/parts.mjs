// The compiled program taken apart by scripts/tools/pack.rs, into build/parts, with a loader that finds the parts by name.
//
//   node scripts/parts.mjs PROGRAM.wasm [--small]     --small: made smaller by wasm-opt, as it is served
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { smaller } from './smaller.mjs';

const OUT = 'build/parts';
const [compiled, option] = process.argv.slice(2);

rmSync(OUT, { recursive: true, force: true });
execFileSync('pack', [compiled, OUT], { stdio: ['ignore', 'inherit', 'inherit'] });

// The loader that came with the parts asks for them by address; which differs by build, so it asks `ntmPart`
// (program.mjs) by name.
const loader = `${OUT}/__wasm_split.js`;
const fetcher = /\(\) => \{\s*const src = fetch\(new URL\("\.\/([\w-]+)\.wasm", import\.meta\.url\)\);[^}]*\}\);\s*return async \(imports\) => \w*\(WebAssembly\.instantiateStreaming\(src, imports\)\);\s*\}/g;
const text = readFileSync(loader, 'utf8').replace(fetcher, '() => ntmPartLoader("$1")');
const asked = [...text.matchAll(/ntmPartLoader\("([\w-]+)"\)/g)].map(([, name]) => name).sort();
const made = readdirSync(OUT).filter((name) => /\.wasm$/.test(name) && name !== 'app_bg.wasm').map((name) => name.replace('.wasm', '')).sort();
if (made.length === 0 || String(asked) !== String(made) || /fetch\(/.test(text)) {
  throw new Error(`the loader of the parts is not as expected: it asks for ${asked}, made are ${made}`);
}
writeFileSync(loader, `${text}
function ntmPartLoader(name) {
  const bytes = globalThis.ntmPart(name);
  bytes.catch(() => {});
  return async (imports) => WebAssembly.instantiate(await bytes, imports);
}
`);

if (option === '--small') await Promise.all(['app_bg', ...made].map((name) => smaller(`${OUT}/${name}.wasm`)));
