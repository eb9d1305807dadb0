// The program of both builds, made of build/parts: the glue of wasm-bindgen, the loader of the parts, and an end that
// differs. Page and worker run the same program text: in a worker it waits for the compiled module and starts it (its
// `main` then listens for what comes next, before anything else can come); on the page it says how a worker is made of
// itself (`ntmWorker`) and where the parts are that come later (`ntmPart`). A worker needs none of them.
import { readFileSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';

const FROM = 'build/parts';

/** The WebAssembly the page starts with. */
export const start = () => readFileSync(`${FROM}/app_bg.wasm`);
/** What comes later: `[{name, bytes}]`. */
export const parts = () => readdirSync(FROM)
  .filter((file) => /\.wasm$/.test(file) && file !== 'app_bg.wasm')
  .map((file) => ({ name: file.replace('.wasm', ''), bytes: readFileSync(`${FROM}/${file}`) }));

const beginning = "import init, { initSync } from './app.js';";
const inWorker = "addEventListener('message', ({ data }) => initSync({ module: data.module }), { once: true });";

async function bundled(contents, options) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: FROM },
    bundle: true,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    ...options,
  });
  return outputFiles[0].text;
}

/** Over http: a module with an address, under whatever path; `places` are the parts' names beside it. */
export const hostedProgram = (places) => bundled(`${beginning}
export { initSync, init as default };
if (typeof document === 'undefined') { ${inWorker} }
else {
  globalThis.ntmWorker = () => new Worker(import.meta.url, { type: 'module' });
  const places = ${JSON.stringify(places)};
  globalThis.ntmPart = async (name) => {
    const answer = await fetch(new URL(places[name], import.meta.url));
    if (!answer.ok) throw new Error(answer.status + ' ' + places[name]);
    return answer.arrayBuffer();
  };
}
`, { format: 'esm' });

/**
 * In the single file: a classic script, since a worker of a module without an address starts nowhere on file://. It reads
 * its own text, so that the file holds it once.
 */
export const singleProgram = () => bundled(`${beginning}
if (typeof document === 'undefined') { ${inWorker} }
else {
  const own = document.currentScript.textContent;
  globalThis.ntmWorker = () => {
    const address = URL.createObjectURL(new Blob([own], { type: 'text/javascript' }));
    const worker = new Worker(address);
    worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
    return worker;
  };
  const unpacked = (id) => ntmUnpacked(document.getElementById(id));
  // What comes later stands behind this script.
  const read = new Promise((done) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', done, { once: true });
    else done();
  });
  globalThis.ntmPart = async (name) => {
    await read;
    return unpacked('part-' + name);
  };
  (async () => {
    const charts = document.createElement('script');
    charts.textContent = new TextDecoder().decode(unpacked('charts'));
    document.head.append(charts);
    const program = await init({ module_or_path: unpacked('program') });
    dispatchEvent(new CustomEvent('TrunkApplicationStarted', { detail: { wasm: program } }));
  })();
}
`, {
  format: 'iife',
  // The program comes as bytes: no address is asked for.
  define: { 'import.meta.url': '""' },
});
