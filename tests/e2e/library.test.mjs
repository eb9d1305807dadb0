// The plans of this browser: new, opened, copied, named, deleted, brought back.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('the library', (scene) => {
  const page = () => scene.page;
  const plans = async () => (await page().names('plan-row-')).map((row) => row.slice('plan-row-'.length));
  const name = (id) => page().text(`plan-row-${id}`);
  const isOpen = (id) => page().until(async () => (await page().attribute(`plan-${id}-open`, 'disabled')) === 'true', `${id} is open`);
  /** Does something that adds a plan to the library and gives its id. */
  const added = async (action) => {
    const known = await plans();
    await action();
    return page().until(async () => (await plans()).find((id) => !known.includes(id)), 'there is one more plan');
  };
  let first;

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().type('source-state-amount', '150.000');
    await page().saved();
    await page().go('share');
    [first] = await page().until(async () => (await plans()).length === 1 && plans(), 'the plan is in the library');
  });

  it('keeps a plan from its first change on', async () => {
    await isOpen(first);
    assert.match(await name(first), /Thạch Hà 2021/);
  });

  it('takes a new plan from a sample, kept once it is changed', async () => {
    await page().click('plan-new-minh-hoa-xa');
    await page().is('saved-state', 'untouched');
    assert.deepEqual(await plans(), [first]);
    const second = await added(async () => {
      await page().go('overview');
      await page().slide('source-state-factor', 80);
      await page().saved();
      await page().go('share');
    });
    await isOpen(second);
  });

  it('takes an empty plan, which computes without complaint', async () => {
    await page().click('plan-new');
    await page().is('saved-state', 'untouched');
    for (const screen of ['overview', 'scenarios', 'timeline', 'communes', 'data', 'share']) await page().go(screen);
    assert.equal(await page().has('crash'), false);
  });

  it('opens a plan with what was last looked at', async () => {
    await page().click(`plan-${first}-open`);
    await isOpen(first);
    await page().go('overview');
    await page().is('source-state-amount', 150000);
    await page().go('share');
  });

  it('copies a plan, and the copy goes its own way', async () => {
    const copy = await added(() => page().click(`plan-${first}-duplicate`));
    assert.match(await name(copy), /bản sao/);
    await isOpen(first);
    await page().click(`plan-${copy}-open`);
    await isOpen(copy);
    await page().go('overview');
    await page().type('source-state-amount', '99.000');
    await page().saved();
    await page().go('share');
    await page().click(`plan-${first}-open`);
    await isOpen(first);
    await page().go('overview');
    await page().is('source-state-amount', 150000);
    await page().go('share');
  });

  it('renames plans, the open one and another', async () => {
    const [other] = (await plans()).filter((id) => id !== first);
    for (const [id, words] of [[first, 'Kế hoạch chính <b>'], [other, 'Kế hoạch phụ']]) {
      await page().click(`plan-${id}-rename`);
      await page().type(`plan-${id}-name`, words);
      await page().until(async () => (await name(id)).includes(words), `${id} is renamed`);
      await page().keepsFocus();
    }
    assert.equal(await page().text('plan-name'), 'Kế hoạch chính <b>');
    await page().saved();
    await page().click(`plan-${first}-rename`);
    await page().write(`plan-${first}-name`, 'nhầm');
    await page().escape(`plan-${first}-name`);
    await page().gone(`plan-${first}-name`);
    await page().keepsFocus();
    assert.ok((await name(first)).includes('Kế hoạch chính <b>'));
    await page().reload();
    await page().until(async () => (await name(other)).includes('Kế hoạch phụ'), 'the name is kept');
    assert.ok((await name(first)).includes('Kế hoạch chính <b>'));
  });

  it('deletes a plan and brings it back', async () => {
    const [other] = (await plans()).filter((id) => id !== first);
    await page().click(`plan-${other}-delete`);
    await page().gone(`plan-row-${other}`);
    await isOpen(first);
    await page().undoLast();
    await page().element(`plan-row-${other}`);
    assert.ok((await name(other)).includes('Kế hoạch phụ'));
  });

  it('deletes the open plan, shows another, and brings it back open', async () => {
    await page().click(`plan-${first}-delete`);
    await page().gone(`plan-row-${first}`);
    await page().until(async () => (await page().text('plan-name')) !== 'Kế hoạch chính <b>', 'another plan is shown');
    await page().undoLast();
    await page().element(`plan-row-${first}`);
    await isOpen(first);
    await page().go('overview');
    await page().is('source-state-amount', 150000);
    await page().go('share');
  });

  it('shows the sample again when the last plan is deleted', async () => {
    for (const id of await plans()) {
      await page().click(`plan-${id}-delete`);
      await page().gone(`plan-row-${id}`);
    }
    await page().reload();
    await page().go('overview');
    await page().is('score', 1);
    assert.equal(await page().raw('saved-state'), 'untouched');
  });
});
