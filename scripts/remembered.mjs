// What is made of bytes and takes long (packing, compressing) is kept by their hash, so that a build makes anew only what changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

const FOLDER = 'build/remembered';
/** Results kept; the oldest go. */
const MOST = 200;

/** What `make` makes of bytes, a buffer; `kind` names what is made, with all that it depends on. */
export function remembered(kind, bytes, make) {
  const name = createHash('sha256').update(kind).update('\0').update(bytes).digest('hex');
  const file = `${FOLDER}/${name}`;
  if (existsSync(file)) return readFileSync(file);
  const made = Buffer.from(make(bytes));
  mkdirSync(FOLDER, { recursive: true });
  // Whole or not at all: two may write the same.
  writeFileSync(`${file}.${process.pid}`, made);
  renameSync(`${file}.${process.pid}`, file);
  forgetOld();
  return made;
}

function forgetOld() {
  const files = readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`);
  if (files.length <= MOST) return;
  const byAge = files.map((file) => [statSync(file).mtimeMs, file]).sort(([a], [b]) => a - b);
  for (const [, file] of byAge.slice(0, files.length - MOST)) rmSync(file, { force: true });
}
