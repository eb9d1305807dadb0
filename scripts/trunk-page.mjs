// Trunk's page (`make watch`) gets what the packers of the other builds add: the worker's program, where the exact solver is, and a
// policy, here with leave for Trunk's own connection that reloads the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { solver } from './solver.mjs';

const folder = process.env.TRUNK_STAGING_DIR;
const { script, program } = solver();
writeFileSync(`${folder}/highs.js`, script);
writeFileSync(`${folder}/highs.wasm`, program);
writeFileSync(`${folder}/worker.js`, `import { initSync } from './app.js';
addEventListener('message', ({ data }) => initSync({ module: data.module }), { once: true });
`);
const policy = "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src data: blob:; connect-src 'self' ws:; worker-src 'self'";
const html = readFileSync(`${folder}/index.html`, 'utf8')
  .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, (_, before) => before + policy)
  .replace('</body>', `<script>globalThis.ntmWorker = () => new Worker('worker.js', { type: 'module' });</script>
<script type="application/json" id="solver" data-script="highs.js" data-program="highs.wasm"></script>
</body>`);
writeFileSync(`${folder}/index.html`, html);
