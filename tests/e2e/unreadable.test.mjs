// Records that cannot be read are set aside and offered as they are; nothing of them is ever thrown away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, it } from 'node:test';
import { download } from './files.mjs';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('an unreadable record', (scene) => {
  const page = () => scene.page;
  /** Runs a request on a store of the page's database. */
  const store = (name, mode, method, ...values) => page().driver.executeAsyncScript((n, m, how, given, done) => {
    const opening = indexedDB.open('ntm-planner');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(n, m);
      const request = transaction.objectStore(n)[how](...given);
      transaction.oncomplete = () => {
        opening.result.close();
        done(request.result);
      };
    };
  }, name, mode, method, values);
  const kept = () => store('plans', 'readonly', 'getAll');
  const aside = () => store('quarantine', 'readonly', 'getAll');
  const offered = async (count) => page().until(async () => {
    const rows = (await page().names('plan-row-aside-')).map((row) => row.slice('plan-row-'.length));
    return rows.length === count && rows;
  }, `${count} records are offered`);
  let good;

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().type('source-state-amount', '150.000');
    await page().saved();
    [good] = await kept();
  });

  it('that was open last is set aside, told, and gives way to a plan that works', async () => {
    const torn = { ...good, json: good.json.slice(0, 5000), revision: good.revision + 7 };
    await store('plans', 'readwrite', 'put', torn);
    await page().reload();
    await page().is('toast', 'error');
    await page().element('score');
    assert.deepEqual(await kept(), []);
    const [record] = await aside();
    assert.deepEqual(record.record, torn);
  });

  it('is offered for download, letter by letter', async () => {
    await page().go('share');
    const [id] = await offered(1);
    const path = await download(scene, () => page().click(`plan-${id}-download`));
    assert.equal(readFileSync(path, 'utf8'), good.json.slice(0, 5000));
    assert.equal(await page().has(`plan-${id}-delete`), false);
  });

  it('that is no plan record at all is set aside and offered at once', async () => {
    const nonsense = { id: 'nonsense', of: [1, { b: 'c' }] };
    await store('plans', 'readwrite', 'put', nonsense);
    await page().reload();
    await page().is('toast', 'error');
    const rows = await offered(2);
    assert.deepEqual((await aside()).map((found) => found.record.id), [good.id, 'nonsense']);
    const path = await download(scene, () => page().click(`plan-${rows[1]}-download`));
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), nonsense);
  });

  it('does not touch the plans beside it', async () => {
    await store('plans', 'readwrite', 'put', good);
    await store('plans', 'readwrite', 'put', { id: 'other', json: 17 });
    await page().reload();
    await offered(3);
    await page().click(`plan-${good.id}-open`);
    await page().go('overview');
    await page().is('source-state-amount', 150000);
    assert.deepEqual((await kept()).map((record) => record.json), [good.json]);
  });

  it('stays where it is while plans are made, deleted and the page is opened again', async () => {
    await page().go('share');
    await page().click(`plan-${good.id}-delete`);
    await page().gone(`plan-row-${good.id}`);
    await page().reload();
    await offered(3);
    assert.equal((await aside()).length, 3);
  });
});
