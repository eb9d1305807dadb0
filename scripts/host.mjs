// index.html, the bundles and build/parts → dist/ (or the folder given): the program in its parts, every file named by what is in
// it, and the policy in place. Works under any path of a host.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { boot, page } from './page.mjs';
import { withPolicy } from './policy.mjs';
import { hostedProgram, parts, start } from './program.mjs';
import { solver } from './solver.mjs';

const [out = 'dist'] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
/** Writes a file named by its content; the name. */
const named = (bytes, before, after) => {
  const name = `${before}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${after}`;
  writeFileSync(`${out}/${name}`, bytes);
  return name;
};

const places = Object.fromEntries(parts().map(({ name, bytes }) => [name, named(bytes, `part-${name}`, '.wasm')]));
const glue = named(Buffer.from(await hostedProgram(places)), 'app', '.js');
const wasm = named(start(), 'app', '_bg.wasm');
const styles = named(readFileSync('build/app.css'), 'app', '.css');
const charts = named(readFileSync('build/echarts.js'), 'echarts', '.js');
const { script, program } = solver();
const html = page({
  boot: boot(),
  styles: `<link rel="stylesheet" href="./${styles}">`,
  charts: `<script src="./${charts}" defer></script>`,
  program: `<link rel="modulepreload" href="./${glue}">
  <link rel="preload" href="./${wasm}" as="fetch" type="application/wasm" crossorigin>
  <script type="module">
import init from './${glue}';
const wasm = await init({ module_or_path: new URL('./${wasm}', import.meta.url) });
dispatchEvent(new CustomEvent('TrunkApplicationStarted', { detail: { wasm } }));
</script>`,
  // The exact solver is loaded when it is first used: the page knows only where it is.
  end: `<script type="application/json" id="solver" data-script="${named(script, 'highs', '.js')}" data-program="${named(program, 'highs', '.wasm')}"></script>`,
});
writeFileSync(`${out}/index.html`, withPolicy(html, { script: ["'self'"], style: ["'self'"], connect: ["'self'"], worker: ["'self'"] }));
