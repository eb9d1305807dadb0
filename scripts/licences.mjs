// Licence notices of everything that ends up in the page → build/THIRD-PARTY-LICENSES.txt.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packagesInside } from './packages.mjs';

/** For packages under MIT that ship no file of their own. */
const MIT = readFileSync('LICENSE', 'utf8').split('\n').slice(4).join('\n').trim();

const packages = packagesInside();
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
