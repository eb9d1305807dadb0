// What a release carries, of the build in dist/ → build/release: the single file, sums, licences, the list of parts, notes.
// Refuses a tag (TAG=v1.2.3) that is not the version of the page, and a version without a heading in CHANGELOG.md.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { partsList } from './sbom.mjs';

const OUT = 'build/release';
const version = readFileSync('Cargo.toml', 'utf8').match(/\[workspace\.package\]\s+version = "([^"]+)"/)?.[1];
const { TAG } = process.env;
if (TAG && TAG !== `v${version}`) throw new Error(`the tag is ${TAG}, the version of the page ${version}`);
const [, notes] = readFileSync('CHANGELOG.md', 'utf8').split(`\n## ${version}\n`);
if (notes === undefined) throw new Error(`CHANGELOG.md has no heading "## ${version}"`);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const page = `ntm-planner-${version}.html`;
cpSync('dist/ntm-planner.html', `${OUT}/${page}`);
cpSync('dist/THIRD-PARTY-LICENSES.txt', `${OUT}/THIRD-PARTY-LICENSES.txt`);
writeFileSync(`${OUT}/ntm-planner-${version}.cdx.json`, `${JSON.stringify(partsList(version), null, 2)}\n`);
const sum = createHash('sha256').update(readFileSync(`${OUT}/${page}`)).digest('hex');
writeFileSync(`${OUT}/SHA256SUMS.txt`, `${sum}  ${page}\n`);
writeFileSync(`${OUT}/NOTES.md`, `${notes.split('\n## ')[0].trim()}\n\nSHA-256 of \`${page}\`: \`${sum}\`\n`);
console.log(`release ${version}: ${OUT}`);
