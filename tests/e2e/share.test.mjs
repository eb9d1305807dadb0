// A plan travels as a file: exported, deleted, imported, and it says the same as before.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { outcome } from './figures.mjs';
import { exported } from './files.mjs';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('a plan as a file', (scene) => {
  const page = () => scene.page;
  let file;
  let path;
  let figures;
  const openId = async () => {
    for (const row of await page().names('plan-row-')) {
      const id = row.slice('plan-row-'.length);
      if (await page().attribute(`plan-${id}-open`, 'disabled')) return id;
    }
    return undefined;
  };

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().go('scenarios');
    await page().click('scenario-preset');
    await page().click('scenario-preset-floods');
    await page().go('overview');
    await page().type('source-state-amount', '150.000,25');
    await page().slide('source-credit-factor', 70, 66);
    await page().saved();
    figures = await outcome(page());
    assert.ok(Number(figures.score) < 1);
  });

  it('is handed over with the hash that the page tells', async () => {
    ({ path, file } = await exported(scene));
    assert.equal(file.format, 'ntm-plan');
    assert.equal(file.hash, `sha256:${await page().raw('export-done')}`);
    assert.match(path, /thach-ha-2021-\d{4}-\d\d-\d\d\.json$/);
  });

  it('is told as identical while the plan is open, and leaving it changes nothing', async () => {
    await page().upload('import-json', path);
    await page().element('import-identical');
    await page().click('import-cancel');
    await page().gone('import-preview');
    assert.deepEqual(await outcome(page()), figures);
  });

  it('is needed once the plan is deleted', async () => {
    await page().go('share');
    const id = await page().until(openId, 'the open plan is in the library');
    await page().click(`plan-${id}-delete`);
    await page().gone(`plan-row-${id}`);
    assert.notDeepEqual(await outcome(page()), figures);
    await page().reload();
    assert.equal((await outcome(page())).score, '1');
  });

  it('brings back the same figures, the same scenarios and the same hash', async () => {
    await page().go('share');
    await page().upload('import-json', path);
    await page().element('import-preview');
    assert.equal(await page().has('repair'), false);
    await page().click('import-accept-new');
    await page().gone('import-preview');
    await page().go('overview');
    await page().pick('scenario-picker', file.plan.scenarios.at(-1).id);
    await page().is('source-credit-factor', 0.66);
    assert.deepEqual(await outcome(page()), figures);
    const again = await exported(scene);
    assert.equal(again.file.hash, file.hash);
    assert.deepEqual(again.file.plan, file.plan);
  });

  it('replaces the open plan only when asked, as one step that can be undone', async () => {
    await page().go('overview');
    await page().slide('source-state-factor', 50, 20);
    await page().is('source-state-factor', 0.2);
    await page().go('share');
    await page().upload('import-json', path);
    await page().element('import-differences');
    await page().click('import-replace');
    await page().gone('import-preview');
    assert.deepEqual(await outcome(page()), figures);
    await page().click('undo');
    await page().is('source-state-factor', 0.2);
  });

  it('is taken in beside a kept plan of the same id as a copy', async () => {
    await page().saved();
    await page().go('share');
    const plans = (await page().names('plan-row-')).length;
    await page().upload('import-json', path);
    await page().click('import-accept-new');
    await page().until(async () => (await page().names('plan-row-')).length === plans + 1, 'there is one more plan');
    assert.match(await page().text('plan-name'), /bản sao/);
  });
});
