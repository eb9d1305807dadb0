// Scenarios: made, copied, named, compared side by side, deleted, brought back.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { drawn } from './figures.mjs';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('scenarios', (scene) => {
  const page = () => scene.page;
  const rows = async () => (await page().names('scenario-row-')).map((name) => name.slice('scenario-row-'.length));
  const columns = async () => (await page().names('compare-score-')).filter((n) => !n.endsWith('-difference'));
  /** Does something that adds a scenario and gives its id. */
  const added = async (action) => {
    const known = await rows();
    await action();
    return page().until(async () => (await rows()).find((id) => !known.includes(id)), 'there is one more scenario');
  };
  let first;

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().go('scenarios');
    [first] = await rows();
    for (const id of (await rows()).slice(1)) {
      await page().click(`scenario-${id}-delete`);
      await page().gone(`scenario-row-${id}`);
    }
    assert.ok(await page().has('compare-empty'), 'one scenario alone is not compared');
  });

  it('come from a preset, with its result beside the first one', async () => {
    const id = await added(async () => {
      await page().click('scenario-preset');
      await page().click('scenario-preset-state-minus-20');
    });
    assert.equal(await page().raw('scenario-picker'), id);
    assert.ok((await page().value(`compare-source-state-${id}-difference`)) < 0);
    assert.ok((await page().value(`compare-source-state-${id}`)) < (await page().value(`compare-source-state-${first}`)));
  });

  it('are copied with all they change', async () => {
    const [, original] = await rows();
    const copy = await added(() => page().click('scenario-duplicate'));
    assert.equal(await page().raw(`compare-source-state-${copy}`), await page().raw(`compare-source-state-${original}`));
    assert.equal(await page().raw(`compare-score-${copy}`), await page().raw(`compare-score-${original}`));
    await page().go('overview');
    await page().slide('source-state-factor', 60, 30);
    await page().go('scenarios');
    assert.ok((await page().value(`compare-score-${copy}`)) < (await page().value(`compare-score-${original}`)));
  });

  it('are renamed in place, and Escape leaves the name', async () => {
    const id = await page().raw('scenario-picker');
    await page().click(`scenario-${id}-rename`);
    await page().type(`scenario-${id}-name`, 'Lũ tháng 10 < 5 %');
    await page().until(async () => (await page().text(`scenario-${id}-show`)).includes('Lũ tháng 10 < 5 %'), 'the row is renamed');
    assert.match(await page().text('scenario-picker'), /Lũ tháng 10 < 5 %/);
    assert.match(await page().text('compare'), /Lũ tháng 10 < 5 %/);
    await page().click(`scenario-${id}-rename`);
    await page().write(`scenario-${id}-name`, 'nhầm');
    await page().escape(`scenario-${id}-name`);
    await page().gone(`scenario-${id}-name`);
    assert.match(await page().text(`scenario-${id}-show`), /Lũ tháng 10 < 5 %/);
  });

  it('stand side by side from two to six, with a drawing of all', async () => {
    for (const preset of ['floods', 'community-minus-25', 'new-central-money', 'as-2020']) {
      await added(async () => {
        await page().click('scenario-preset');
        await page().click(`scenario-preset-${preset}`);
      });
    }
    assert.equal((await rows()).length, 7);
    assert.equal((await columns()).length, 6);
    const seventh = (await rows()).at(-1);
    assert.equal(await page().attribute(`scenario-${seventh}-tick`, 'disabled'), 'true');
    const six = await drawn(page(), 'compare-attainment');
    for (const id of (await rows()).slice(2, 6)) await page().click(`scenario-${id}-tick`);
    await page().until(async () => (await columns()).length === 2, 'two are left');
    await drawn(page(), 'compare-attainment', six);
  });

  it('take another base to compare with', async () => {
    const [, second] = await rows();
    await page().click(`scenario-${second}-show`);
    await page().click(`scenario-${second}-base`);
    await page().is('base-picker', second);
    assert.ok((await page().value(`compare-source-state-${first}-difference`)) > 0);
    await page().pick('base-picker', first);
    await page().is('base-picker', first);
  });

  it('are deleted, and come back where they were by the message', async () => {
    const all = await rows();
    const gone = all[2];
    await page().click(`scenario-${gone}-delete`);
    await page().gone(`scenario-row-${gone}`);
    await page().undoLast();
    await page().element(`scenario-row-${gone}`);
    assert.deepEqual(await rows(), all);
    assert.match(await page().text(`scenario-${gone}-show`), /Lũ tháng 10 < 5 %/);
  });

  it('are deleted, and come back by undo', async () => {
    const all = await rows();
    await page().click(`scenario-${all[3]}-delete`);
    await page().gone(`scenario-row-${all[3]}`);
    await page().click('undo');
    await page().element(`scenario-row-${all[3]}`);
    assert.deepEqual(await rows(), all);
  });

  it('leave one that cannot be deleted', async () => {
    for (const id of (await rows()).slice(1)) {
      await page().click(`scenario-${id}-delete`);
      await page().gone(`scenario-row-${id}`);
    }
    assert.equal(await page().attribute(`scenario-${first}-delete`, 'disabled'), 'true');
  });
});
