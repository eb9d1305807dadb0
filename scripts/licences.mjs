// Licence notices of everything that ends up in the page → build/THIRD-PARTY-LICENSES.txt.
// Rust: the crates linked into the wasm32 program (procedural macros and build scripts run at build time and are not
// in it). JavaScript: what the bundles are made of; the package of the solver carries the
// notice of HiGHS itself.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NOTICE_FILE = /^(un)?(licen[sc]e|copying|copyright|notice)/i;

function noticesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && NOTICE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim().replaceAll('\r\n', '\n'));
}

/** For packages under MIT that ship no file of their own. */
const MIT = readFileSync('LICENSE', 'utf8').split('\n').slice(4).join('\n').trim();

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
    return { name, version, licence: license ?? 'see text', authors, repository, notices: noticesIn(dirname(manifest_path)) };
  });
}

function npmPackages() {
  return ['echarts', 'zrender', 'tslib', 'fzstd', 'highs']
    .filter((name) => existsSync(`node_modules/${name}/package.json`))
    .map((name) => {
      const { version, license, repository } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      const notices = noticesIn(`node_modules/${name}`);
      return { name, version, licence: license, authors: [], repository: repository?.url ?? repository, notices };
    });
}

const packages = [...rustPackages(), ...npmPackages()].sort((a, b) => (a.name < b.name ? -1 : 1));
// Many packages carry the same text word for word: each text once, with all that it covers.
const texts = new Map();
for (const entry of packages) {
  for (const text of entry.notices) {
    const key = text.replace(/\s+/g, ' ');
    if (!texts.has(key)) texts.set(key, { text, covers: [] });
    texts.get(key).covers.push(`${entry.name} ${entry.version}`);
  }
}
const bare = packages.filter(({ notices }) => !notices.length);
for (const { name, licence } of bare) {
  if (!/\bMIT\b/.test(licence)) throw new Error(`${name} (${licence}) ships no licence text`);
}
if (bare.length) {
  const holders = bare.map(({ name, authors }) => `Copyright (c) ${authors.length ? authors.join(', ') : `the authors of ${name}`} (${name})`);
  texts.set('MIT', { text: `The MIT License\n\n${holders.join('\n')}\n\n${MIT}`, covers: bare.map(({ name, version }) => `${name} ${version}`) });
}
const rule = '='.repeat(100);
const lines = [
  'NTM Planner contains the following third-party software.',
  'The Rust standard library (MIT OR Apache-2.0, The Rust Project Developers) is part of the program as well.',
  '',
  ...packages.map(({ name, version, licence, repository }) =>
    `${name} ${version}: ${licence}${repository ? ` (${repository})` : ''}`),
];
for (const { text, covers } of texts.values()) lines.push('', rule, covers.join(', '), rule, '', text);
mkdirSync('build', { recursive: true });
writeFileSync('build/THIRD-PARTY-LICENSES.txt', `${lines.join('\n')}\n`);
console.log(`licences: ${packages.length} packages, ${texts.size} texts`);
