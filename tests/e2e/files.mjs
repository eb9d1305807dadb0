// Files that a journey hands to the page and takes from it.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own; remove it with `remove()`. */
export function folder(prefix) {
  const dir = mkdtempSync(join(tmpdir(), prefix));
  return {
    dir,
    /** Writes a file and gives its path. */
    write(name, content) {
      const path = join(dir, name);
      writeFileSync(path, content);
      return path;
    },
    /** Paths of the files in it that are complete, oldest first. */
    files() {
      const complete = readdirSync(dir).filter((name) => !/\.(crdownload|tmp)$|^\./.test(name));
      const paths = complete.map((name) => join(dir, name));
      return paths.filter((path) => statSync(path).size > 0).sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
    },
    remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** A file as it is now: one that is saved over another of its name is another one. */
const version = (path) => `${path} ${statSync(path).ino} ${statSync(path).mtimeMs}`;

/** What a click makes the browser save: the path of the new file. */
export async function download(scene, click) {
  const before = scene.downloads.files().map(version);
  await click();
  return scene.page.until(async () => scene.downloads.files().find((path) => !before.includes(version(path))), 'a file is saved');
}

/** Exports the open plan from the share screen: `{path, file}`. */
export async function exported(scene) {
  await scene.page.go('share');
  const path = await download(scene, () => scene.page.click('export-json'));
  return { path, file: JSON.parse(readFileSync(path, 'utf8')) };
}
