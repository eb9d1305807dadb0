// The levers of Tổng quan, by pointer, keyboard and typing: what they move, and that a move is one step back.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { Key } from 'selenium-webdriver';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('the levers', (scene) => {
  const page = () => scene.page;
  const state = () => page().value('source-state-factor');
  const near = (actual, wanted) => assert.ok(Math.abs(actual - wanted) < 1e-6, `${actual} is not ${wanted}`);
  const factor = (wanted) => page().until(async () => Math.abs((await state()) - wanted) < 1e-6, `the factor becomes ${wanted}`);
  const undo = () => page().click('undo');

  before(async () => {
    await scene.page.open();
    if (await scene.page.has('tour-dismiss')) await scene.page.click('tour-dismiss');
  });

  it('move the figures while they are dragged, and a drag is one step', async () => {
    await page().slide('source-state-factor', 95, 90, 80, 60, 40);
    await factor(0.4);
    assert.ok((await page().value('score')) < 1);
    assert.ok((await page().value('missing-money')) > 0);
    await undo();
    await factor(1);
    assert.equal(await page().value('score'), 1);
  });

  it('answer to arrows, Shift, Page, Home and End', async () => {
    const slider = await page().element('source-state-factor');
    for (const [keys, wanted] of [
      [[Key.ARROW_LEFT], 0.99],
      [[Key.chord(Key.SHIFT, Key.ARROW_LEFT)], 0.89],
      [[Key.PAGE_UP], 0.99],
      [[Key.HOME], 0],
      [[Key.END], 2],
    ]) {
      await slider.sendKeys(...keys);
      await factor(wanted);
    }
    for (let step = 0; step < 5; step += 1) await undo();
    await factor(1);
  });

  it('take amounts as people write them and refuse what is none, keeping the text', async () => {
    for (const [typed, wanted] of [
      ['174210', 174210], ['180.000', 180000], ['174,21 tỷ', 174210], ['80%', 174210.4], ['-20%', 174210.4], ['+5000', 179210.4],
    ]) {
      await page().type('source-state-amount', typed);
      await page().until(async () => Math.abs((await page().value('source-state-amount')) - wanted) < 1e-3, `${typed} is read`);
    }
    await page().type('source-state-amount', 'nhiều');
    await page().until(async () => (await page().attribute('source-state-amount', 'aria-invalid')) === 'true', 'the field complains');
    assert.equal(await page().attribute('source-state-amount', 'value'), 'nhiều');
    near(await page().value('source-state-amount'), 179210.4);
    await (await page().element('source-state-amount')).sendKeys(Key.ESCAPE);
    await page().type('source-state-amount', '100%');
    await factor(1);
  });

  it('switch events and rules of the scenario', async () => {
    await page().click('event-floods-on');
    await page().until(async () => (await page().value('score')) < 1, 'floods cost points');
    await page().pick('discipline', 'pay-as-you-go');
    await page().until(async () => (await page().value('peak-waiting')) === 0, 'no bill waits');
    await undo();
    await undo();
    await page().until(async () => (await page().value('score')) === 1, 'both are undone');
  });

  it('open the details of a target by keyboard and close them by Escape', async () => {
    await page().driver.executeScript((row) => row.querySelector('button').focus(), await page().element('line-gardens'));
    await page().keys(Key.ENTER);
    await page().element('line-pushed');
    await page().keys(Key.ESCAPE);
    await page().gone('line-pushed');
  });
});
