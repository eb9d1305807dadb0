// Số liệu: a figure is typed, refused with a reason or taken, and everything else follows.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { outcome } from './figures.mjs';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('the data screen', (scene) => {
  const page = () => scene.page;
  const AMOUNT = 'data-source-state-amount';
  const GOAL = 'data-line-gardens-goal';
  const complains = (name) => page().until(async () => (await page().attribute(name, 'aria-invalid')) === 'true', `${name} complains`);
  let start;

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    start = await outcome(page());
    await page().go('data');
  });

  it('has an origin beside a figure', async () => {
    assert.ok(await page().has(`${AMOUNT}-origin`));
    await page().click(`${AMOUNT}-origin`);
    await page().is('data-origin-form', AMOUNT);
    await page().click('data-origin-cancel');
    await page().gone('data-origin-form');
  });

  it('says below a goal how many are pushed, and how sure that makes it', async () => {
    const p = 0.82;
    const atLeastTwoOfThree = p ** 3 + 3 * p * p * (1 - p);
    assert.ok(Math.abs((await page().value('data-pushed-advanced')) - atLeastTwoOfThree) < 1e-9);
    assert.match(await page().text('data-pushed-advanced'), /Trình 3 để 2 đạt: khả năng ít nhất 2.đạt là 91.%/);
    assert.equal(await page().value('data-pushed-gardens'), 1);
  });

  it('refuses nonsense, says why, keeps the text and the figure', async () => {
    const amount = await page().value(AMOUNT);
    for (const typed of ['nhiều lắm', '12abc', '-5000000', '1e400']) {
      await page().type(AMOUNT, typed);
      await complains(AMOUNT);
      assert.equal(await page().attribute(AMOUNT, 'value'), typed);
      assert.equal(await page().value(AMOUNT), amount);
    }
    await page().click('data-find');
    assert.equal(await page().attribute(AMOUNT, 'value'), '1e400', 'the text stays when the field is left');
    assert.equal(await page().raw('saved-state'), 'untouched');
    await page().escape(AMOUNT);
    await page().until(async () => (await page().attribute(AMOUNT, 'aria-invalid')) === null, 'Escape brings the figure back');
    assert.equal(await page().value(AMOUNT), amount);
  });

  it('takes a right figure and saves it', async () => {
    await page().type(AMOUNT, '150 tỷ');
    await page().is(AMOUNT, 150000);
    assert.equal(await page().attribute(AMOUNT, 'value'), '150.000');
    await page().saved();
  });

  it('changes the overview', async () => {
    const now = await outcome(page());
    assert.equal(await page().value('source-state-amount'), 150000);
    assert.ok(Number(now.score) < Number(start.score));
    assert.equal(Number(now['sources-total']), Number(start['sources-total']) - (217763 - 150000));
  });

  it('keeps a reported figure beside the one that replaces it, one click away', async () => {
    const reported = 'data-source-state-reference';
    await page().go('data');
    await page().type(reported, '200.000');
    await page().is(`${reported}-reset`, 217763);
    await page().click(`${reported}-reset`);
    await page().is(reported, 217763);
    await page().gone(`${reported}-reset`);
  });

  it('takes shares and whole numbers as they are written, and no others', async () => {
    await page().go('data');
    await page().type('data-source-state-other-works', '35,5%');
    await page().is('data-source-state-other-works', 0.355);
    await page().type(GOAL, '150,5');
    await complains(GOAL);
    await page().type(GOAL, '150');
    await page().is(GOAL, 150);
    await page().go('overview');
    await page().until(async () => (await page().text('line-gardens')).includes('150'), 'the goal is shown');
  });

  it('undoes step by step to the first figure', async () => {
    await page().go('data');
    await page().click('undo');
    await page().is(GOAL, 200);
    for (let step = 0; step < 4; step += 1) await page().click('undo');
    await page().is(AMOUNT, 217763);
    assert.deepEqual(await outcome(page()), start);
    await page().saved();
    await page().reload();
    await page().element('score');
    assert.deepEqual(await outcome(page()), start);
  });
});
