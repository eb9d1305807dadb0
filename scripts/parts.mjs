// The program taken apart, into build/parts: what the first paint needs, and what is loaded after it (src/bin/app.rs
// names where it is cut): functions and constants that only a part reaches go into it, as the relocations tell.
//
// Trunk has compiled the program and made the page; its own way through wasm-bindgen knows no parts, so that step and
// wasm-opt are done again here.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { smaller } from './smaller.mjs';

const OUT = 'build/parts';
const metadata = execFileSync('cargo', ['metadata', '--format-version=1', '--no-deps', '--offline'], { encoding: 'utf8', maxBuffer: 1 << 26 });
const compiled = `${JSON.parse(metadata).target_directory}/wasm32-unknown-unknown/release/app.wasm`;

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const show = { stdio: ['ignore', 'inherit', 'inherit'] };
execFileSync('wasm-split-cli', [compiled, OUT, '--out-name', 'app'], { ...show, env: { ...process.env, RUST_LOG: 'error' } });
execFileSync('wasm-bindgen', [`${OUT}/app.wasm`, '--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', OUT, '--out-name', 'app'], show);
rmSync(`${OUT}/app.wasm`);

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

await Promise.all(['app_bg', ...made].map((name) => smaller(`${OUT}/${name}.wasm`)));
