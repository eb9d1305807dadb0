// Everything by others that ends up in the page, with its notices.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NOTICE_FILE = /^(un)?(licen[sc]e|copying|copyright|notice)/i;

function noticesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && NOTICE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim().replaceAll('\r\n', '\n'));
}

/** The crates linked into the wasm32 program: procedural macros and build scripts run at build time and are not in it. */
function rustPackages() {
  const metadata = JSON.parse(
    execFileSync(
      'cargo',
      ['metadata', '--format-version', '1', '--locked', '--filter-platform', 'wasm32-unknown-unknown'],
      { maxBuffer: 1 << 28 },
    ),
  );
  const packages = new Map(metadata.packages.map((entry) => [entry.id, entry]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes('proc-macro'));
  const seen = new Set();
  const walk = (id) => {
    if (seen.has(id) || isMacro(id)) return;
    seen.add(id);
    for (const dependency of nodes.get(id).deps) {
      if (dependency.dep_kinds.some(({ kind }) => kind === null)) walk(dependency.pkg);
    }
  };
  walk(metadata.resolve.root);
  // The project's own packages come from no registry.
  return [...seen].filter((id) => packages.get(id).source).map((id) => {
    const { name, version, license, authors, repository, manifest_path } = packages.get(id);
    return { kind: 'cargo', name, version, licence: license ?? 'see text', authors, repository, notices: noticesIn(dirname(manifest_path)) };
  });
}

/** What the bundles are made of; the package of the solver carries the notice of HiGHS itself. */
function npmPackages() {
  return ['echarts', 'zrender', 'tslib', 'fzstd', 'highs']
    .filter((name) => existsSync(`node_modules/${name}/package.json`))
    .map((name) => {
      const { version, license, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      const notices = noticesIn(`node_modules/${name}`);
      return { kind: 'npm', name, version, licence: license, authors: [], repository: repository?.url ?? repository, notices };
    });
}

/** `[{kind: 'cargo' | 'npm', name, version, licence, authors, repository, notices}]`, by name. */
export const packagesInside = () => [...rustPackages(), ...npmPackages()].sort((a, b) => (a.name < b.name ? -1 : 1));
