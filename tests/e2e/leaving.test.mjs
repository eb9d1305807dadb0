// Who types and leaves by other ways than the next field (the browser's own Back, a dialog that closes) has left all the
// same: what was typed is kept, and nothing breaks over what is gone.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { Key } from 'selenium-webdriver';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('leaving while typing', (scene) => {
  const page = () => scene.page;
  const script = (...args) => page().driver.executeScript(...args);
  const value = (name) => page().attribute(name, 'value');
  const holds = (name, text) => page().until(async () => (await value(name)) === text, `${name} holds ${text}`);
  const back = () => page().driver.navigate().back();
  const forward = () => page().driver.navigate().forward();
  const shows = (name, there = true) => page().until(async () => (await page().has(name)) === there, `${name} is ${there ? '' : 'not '}there`);
  const complaints = async () => assert.deepEqual(await scene.browser.complaints(), []);

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
  });

  it('edits the criteria set by keys alone: Tab and Enter take a name, Escape gives it up and then closes the dialog', async () => {
    await page().go('communes');
    await page().tabTo('communes-set');
    await page().keys(Key.ENTER);
    await page().tabTo('set-name');
    const name = await value('set-name');
    await page().write('set-name', 'Bộ đầu');
    await page().keys(Key.TAB);
    await page().write('set-name', 'Bộ hai');
    await page().keys(Key.ENTER);
    await page().write('set-name', 'không giữ');
    await page().keys(Key.ESCAPE);
    await holds('set-name', 'Bộ hai');
    await page().tabTo('criterion-planning-name');
    await page().write('criterion-planning-name', 'Quy hoạch chung');
    await page().keys(Key.TAB, Key.TAB, Key.ENTER);
    await page().tabTo('criterion-planning-remove');
    await page().keys(Key.ENTER);
    await shows('criterion-planning', false);
    await page().tabTo('set-add');
    await page().keys(Key.ENTER);
    // The summary of what is folded away comes right after the buttons.
    await page().keys(Key.TAB, Key.TAB, Key.ENTER);
    await page().tabTo('set-text');
    await page().fill('set-text', 'Nhóm\tMã\tTên\n\t\tThu nhập');
    await page().tabTo('set-replace');
    await page().keys(Key.ENTER);
    await page().until(async () => (await script(() => document.querySelectorAll('[data-test="set-dialog"] li[data-test^="criterion-"]').length)) === 1, 'the set is the one that was typed');
    await page().tabTo('set-name');
    await page().keys(Key.ESCAPE);
    await shows('set-name', false);
    await complaints();
    // Back to the set there was.
    for (let step = 0; step < 7; step += 1) await page().chord(Key.CONTROL, 'z');
    await page().click('communes-set');
    await holds('set-name', name);
    await page().keys(Key.ESCAPE);
    await shows('set-name', false);
  });

  it('keeps the name of the set when the dialog is closed over it, and when the screen goes', async () => {
    await page().click('communes-set');
    await page().write('set-name', 'Đóng lại');
    await script(() => document.querySelector('[data-test="set-dialog"] header button').click());
    await shows('set-name', false);
    await complaints();
    await page().click('communes-set');
    await holds('set-name', 'Đóng lại');
    await page().write('set-name', 'Quay lại');
    await back();
    await shows('score');
    await complaints();
    await forward();
    await page().click('communes-set');
    await holds('set-name', 'Quay lại');
    await page().keys(Key.ESCAPE);
    await shows('set-name', false);
  });

  it('keeps what is typed over a cell', async () => {
    const cell = '[data-test="criterion-cell"]';
    await script((selector) => document.querySelector(selector).dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 })), cell);
    await page().keys('đạt');
    await back();
    await shows('score');
    await complaints();
    await forward();
    await page().until(() => script((selector) => document.querySelector(selector)?.dataset.value === 'met', cell), 'the cell is met');
  });

  it('keeps the name of a scenario, and the place of a lever', async () => {
    await page().go('scenarios');
    const id = await script(() => document.querySelector('[data-test^="scenario-"][data-test$="-rename"]').dataset.test.slice('scenario-'.length, -'-rename'.length));
    await page().click(`scenario-${id}-rename`);
    await page().write(`scenario-${id}-name`, 'Tên mới');
    await back();
    await shows('communes-table');
    await complaints();
    await forward();
    await page().until(async () => (await page().text('scenario-picker')).includes('Tên mới'), 'the scenario has its new name');
    await page().go('overview');
    await script(() => document.querySelector('[data-test="source-state-factor"]').focus());
    const factor = Number(await page().attribute('source-state-factor', 'data-value'));
    await page().keys(Key.ARROW_RIGHT);
    await back();
    await shows('score', false);
    await complaints();
    await forward();
    await page().until(async () => Number(await page().attribute('source-state-factor', 'data-value')) > factor, 'the lever stays where it was put');
    await page().chord(Key.CONTROL, 'z');
    await page().until(async () => Number(await page().attribute('source-state-factor', 'data-value')) === factor, 'one step takes it back');
  });

  it('lets go of a chart', async () => {
    await script(() => document.querySelector('.chart-d[tabindex]').focus());
    await page().keys(Key.ARROW_RIGHT);
    await back();
    await shows('score', false);
    await complaints();
    await forward();
    await shows('score');
  });
});
