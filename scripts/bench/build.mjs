// Part `build`: seconds of scripts/build.sh after a change of a word, of a widget and of an engine file, and after none.
// Each file is changed so that the program differs, and is as it was when this ends, however it ends; so is dist/.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { heading, line } from './figures.mjs';

/** What is changed: a file, the first place in it that is looked for, and what is there then. */
const CHANGES = [
  { what: 'a word (i18n)', file: 'src/i18n/shell/mod.rs', place: /"([^"{}\\]+ [^"{}\\]+)"/, then: (_, words) => `"${words} ${Date.now()}"` },
  { what: 'a widget (ui)', file: 'src/ui/widgets/bullet.rs', ...another() },
  { what: 'an engine file', file: 'src/engine/missing.rs', ...another() },
];

/** One more thing to do at the beginning of a function. */
function another() {
  return {
    place: /^(?:pub(?:\([a-z]+\))? )?fn [^;]*?\{\n/ms,
    then: (head) => `${head}    core::hint::black_box(${Date.now()}_u64);\n`,
  };
}

const originals = new Map();
/** Puts everything back, with a time of now: what was built of the change is older. */
function restore() {
  for (const [file, text] of originals) writeFileSync(file, text);
  originals.clear();
}
process.on('exit', restore);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Seconds of a build. */
async function build() {
  const begin = Date.now();
  const child = spawn('scripts/build.sh', { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => { said += chunk; });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the page does not build:\n${said}`);
  return (Date.now() - begin) / 1000;
}

function change({ what, file, place, then }) {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(place, then);
  if (changed === text) throw new Error(`${file} has no place to change ${what}`);
  originals.set(file, text);
  writeFileSync(file, changed);
}

await build();
const rows = [['nothing', '', await build()]];
for (const one of CHANGES) {
  change(one);
  rows.push([one.what, one.file, await build()]);
  restore();
  await build();
}
heading('build');
for (const [what, file, seconds] of rows) line(`scripts/build.sh after ${what} changed`, `${seconds.toFixed(1).padStart(6)} s  ${file}`);
