// Files that are no plan: what is wrong is said with its place and the way out, and nothing is lost.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { before, it } from 'node:test';
import { outcome } from './figures.mjs';
import { exported } from './files.mjs';
import { onHostedBuild } from './journey.mjs';

const bad = (name) => resolve('tests/data/bad', name);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

// What is handed over, what the page must say of it in Vietnamese, and the place it must name.
const FILES = [
  ['an empty file', () => bad('empty.txt'), /rỗng|trống/i],
  ['a file cut off half way', () => bad('cut-off.json'), /dòng|cột|JSON/],
  ['a file without sources', () => bad('sources-are-a-word.json'), /./, '/plan/sources'],
  ['a word where an amount should be', () => bad('amount-is-a-text.json'), /./, '/plan/sources/state/amount/value'],
  ['an amount beyond any budget', () => bad('amount-absurd.json'), /./, '/plan/sources/state/amount/value'],
  ['a plan of another program', () => bad('other-format.json'), /./, '/format'],
  ['a version that is no number', () => bad('version-in-words.json'), /./, '/version'],
  ['a spreadsheet', () => bad('spreadsheet.csv'), /./],
  ['a page of markup', () => bad('page.html'), /./],
  ['text in another encoding', () => bad('utf-16.txt'), /UTF-8/],
  ['a picture named as a plan', (folder) => folder.write('plan.json', PNG), /UTF-8|văn bản/],
  ['a file of more than 20 MB', (folder) => folder.write('large.json', Buffer.alloc(21 * 1024 * 1024, ' ')), /20,0\u00a0?\s?MB/],
];

onHostedBuild('a file that cannot be used', (scene) => {
  const page = () => scene.page;
  let figures;
  let hash;

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().type('source-state-amount', '150.000');
    await page().saved();
    figures = await outcome(page());
    ({ file: { hash } } = await exported(scene));
  });

  for (const [title, make, words, place] of FILES) {
    it(`is refused with a reason: ${title}`, async () => {
      await page().upload('import-json', bad('word.json'));
      await page().until(async () => (await page().text('import-error')).includes('word.json'), 'an error before');
      const path = make(scene.downloads);
      const name = path.split('/').at(-1);
      await page().upload('import-json', path);
      await page().until(async () => (await page().text('import-error')).includes(name), `${name} is refused`);
      assert.ok(await page().inView('import-error'), 'the error is in view');
      const told = await page().text('import-error');
      assert.match(told, words);
      assert.doesNotMatch(told, /undefined|\{\w*\}|expected|invalid/);
      if (place) assert.equal(await page().text('import-error-path'), place);
      assert.equal(await page().has('import-preview'), false);
    });
  }

  it('says the same in English', async () => {
    await page().upload('import-json', bad('cut-off.json'));
    await page().until(async () => (await page().text('import-error')).includes('cut-off.json'), 'the file is refused');
    const before = await page().text('import-error');
    await page().click('lang');
    await page().until(async () => (await page().text('import-error')) !== before, 'the error is told in English');
    await page().click('lang');
  });

  it('leaves the open plan as it was, also after a reload', async () => {
    assert.deepEqual(await outcome(page()), figures);
    await page().reload();
    await page().is('source-state-amount', 150000);
    assert.deepEqual(await outcome(page()), figures);
    assert.equal((await exported(scene)).file.hash, hash);
  });
});
