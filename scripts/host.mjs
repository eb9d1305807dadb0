// build/host (as Trunk made it) → dist/: the glue minified and the policy in place. Works under any path of a host.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { withPolicy } from './policy.mjs';
import { hostedEnd } from './program.mjs';
import { solver } from './solver.mjs';

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
for (const name of readdirSync('build/host')) {
  if (/^app-[0-9a-f]+\.js$/.test(name)) {
    const glue = readFileSync(`build/host/${name}`, 'utf8') + hostedEnd;
    const { code } = await transform(glue, { minify: true, format: 'esm', target: 'es2022' });
    writeFileSync(`dist/${name}`, code);
  } else if (name !== 'index.html') {
    cpSync(`build/host/${name}`, `dist/${name}`, { recursive: true });
  }
}
// The exact solver is loaded when it is first used: the page knows only where it is.
const beside = (bytes, ending) => {
  const name = `highs-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;
  writeFileSync(`dist/${name}`, bytes);
  return name;
};
const { script, program } = solver();
const place = `<script type="application/json" id="solver" data-script="${beside(script, 'js')}" data-program="${beside(program, 'wasm')}"></script>`;
const html = readFileSync('build/host/index.html', 'utf8').replace('</body>', `${place}\n</body>`);
writeFileSync('dist/index.html', withPolicy(html, { script: ["'self'"], style: ["'self'"], connect: ["'self'"], worker: ["'self'"] }));
