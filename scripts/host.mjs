// build/host (as Trunk made it) and build/parts → dist/: the program in its parts, named by what is in them, and the
// policy in place. Works under any path of a host.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { withPolicy } from './policy.mjs';
import { hostedProgram, parts, start } from './program.mjs';
import { solver } from './solver.mjs';

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
/** Writes a file named by its content; the name. */
const named = (bytes, before, after) => {
  const name = `${before}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${after}`;
  writeFileSync(`dist/${name}`, bytes);
  return name;
};

let html = readFileSync('build/host/index.html', 'utf8');
/** Puts a file of ours in the place of one of Trunk's. */
const replaced = (theirs, ours) => {
  if (!html.includes(theirs)) throw new Error(`the page does not name ${theirs}`);
  html = html.replaceAll(theirs, ours);
};
const places = Object.fromEntries(parts().map(({ name, bytes }) => [name, named(bytes, `part-${name}`, '.wasm')]));
const glue = named(Buffer.from(await hostedProgram(places)), 'app', '.js');
const wasm = named(start(), 'app', '_bg.wasm');
for (const name of readdirSync('build/host')) {
  if (/^app-[0-9a-f]+\.js$/.test(name)) replaced(name, glue);
  else if (/^app-[0-9a-f]+_bg\.wasm$/.test(name)) replaced(name, wasm);
  else if (name !== 'index.html') cpSync(`build/host/${name}`, `dist/${name}`, { recursive: true });
}
// The exact solver is loaded when it is first used: the page knows only where it is.
const { script, program } = solver();
const place = `<script type="application/json" id="solver" data-script="${named(script, 'highs', '.js')}" data-program="${named(program, 'highs', '.wasm')}"></script>`;
html = html.replace('</body>', `${place}\n</body>`);
writeFileSync('dist/index.html', withPolicy(html, { script: ["'self'"], style: ["'self'"], connect: ["'self'"], worker: ["'self'"] }));
