// Everything without a pointer, from the first visit to the file in hand; the focus is always somewhere and to be seen.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { Key } from 'selenium-webdriver';
import { download } from './files.mjs';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('the keyboard alone', (scene) => {
  const page = () => scene.page;
  const press = (...keys) => page().keys(...keys);
  /** Presses Alt with the digit of a screen: its place in the navigation. */
  const alt = async (screen) => {
    const links = (await page().names('nav-')).filter((name) => name !== 'nav-more');
    await page().chord(Key.ALT, String(links.indexOf(`nav-${screen}`) + 1));
  };
  const at = (screen) => page().until(async () => (await page().driver.getCurrentUrl()).endsWith(`#/${screen}`), `the screen is ${screen}`);

  before(() => page().open());

  it('closes the tour and comes back to the page', async () => {
    await page().tabTo('tour-dismiss');
    await press(Key.ENTER);
    await page().gone('tour');
    await page().keepsFocus();
  });

  it('reaches the main part by the first link', async () => {
    await page().reload();
    await page().element('score');
    await press(Key.TAB);
    await page().showsFocus();
    await press(Key.ENTER);
    await page().keepsFocus();
    await press(Key.TAB);
    await page().showsFocus();
  });

  it('goes through the overview by Tab, with the focus to be seen at every stop', async () => {
    await page().tabTo('source-state-amount');
    const stops = new Set();
    // After the last place the focus leaves the page for the browser's own.
    while (!(await page().focused()).lost) {
      stops.add(await page().showsFocus());
      await press(Key.TAB);
    }
    assert.ok(stops.size >= 35, `${stops.size} places`);
    assert.ok([...stops].some((stop) => stop.includes('chart-cash-toggle')), 'the last part is reached');
  });

  it('moves a slider', async () => {
    await page().tabTo('source-state-factor');
    const start = await page().value('score');
    await press(Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN);
    await page().is('source-state-factor', 0.5);
    await page().changed('score', start);
    assert.equal((await page().focused()).name, 'source-state-factor');
  });

  it('takes steps back and forth', async () => {
    await page().chord(Key.CONTROL, 'z');
    await page().is('source-state-factor', 0.6);
    await page().chord(Key.CONTROL, 'y');
    await page().is('source-state-factor', 0.5);
    await page().chord(Key.CONTROL, 'z');
    await page().chord(Key.CONTROL, Key.SHIFT, 'z');
    await page().is('source-state-factor', 0.5);
    await page().keepsFocus();
  });

  it('undoes to the start by the button, which then cannot be pressed any more', async () => {
    await page().tabTo('undo');
    for (let step = 0; step < 5; step += 1) await press(Key.ENTER);
    await page().is('source-state-factor', 1);
    await page().keepsFocus();
    await page().chord(Key.CONTROL, 'y');
    await page().is('source-state-factor', 0.9);
  });

  it('opens the help by ? and comes back to where it was', async () => {
    await page().tabTo('source-credit-factor');
    await press('?');
    await page().until(async () => (await page().text('keys-dialog')).includes('Ctrl+Z'), 'the list of keys is shown');
    await page().showsFocus();
    await press(Key.ESCAPE);
    await page().until(async () => (await page().attribute('keys-dialog', 'open')) === null, 'the list of keys is closed');
    assert.equal((await page().focused()).name, 'source-credit-factor');
  });

  it('changes the screen by Alt and a digit, and by the links', async () => {
    for (const screen of ['data', 'risk', 'optimise', 'share', 'timeline', 'overview', 'communes', 'scenarios']) {
      await alt(screen);
      await at(screen);
      await page().keepsFocus();
    }
    await page().tabTo('nav-data');
    await press(Key.ENTER);
    await at('data');
    await page().keepsFocus();
    await press('/');
    await page().until(async () => (await page().focused()).name === 'data-find', 'the search has the focus');
    await alt('scenarios');
    await at('scenarios');
  });

  it('makes, names, moves and deletes a scenario, and brings it back', async () => {
    await page().tabTo('scenario-new');
    await press(Key.ENTER);
    const id = await page().until(async () => (await page().focused()).name?.match(/^scenario-(.*)-name$/)?.[1], 'the name is asked for');
    await press('Theo bàn phím', Key.ENTER);
    await page().until(async () => (await page().focused()).name === `scenario-${id}-show`, 'the row has the focus');
    await page().tabTo(`scenario-${id}-move`);
    await press(Key.ARROW_UP);
    await page().keepsFocus();
    await page().tabTo(`scenario-${id}-delete`);
    await press(Key.ENTER);
    await page().gone(`scenario-row-${id}`);
    await page().keepsFocus();
    await page().tabTo('toast-undo');
    await press(Key.ENTER);
    await page().element(`scenario-row-${id}`);
    await page().keepsFocus();
  });

  it('takes a preset from the menu by arrows', async () => {
    const rows = (await page().names('scenario-row-')).length;
    await page().tabTo('scenario-preset');
    await press(Key.ARROW_DOWN);
    await page().until(async () => (await page().focused()).name === 'scenario-preset-as-2020', 'the menu is open at its first item');
    await press(Key.ARROW_DOWN, Key.ARROW_DOWN, Key.ARROW_UP);
    assert.equal((await page().focused()).name, 'scenario-preset-state-minus-20');
    await press(Key.ENTER);
    await page().until(async () => (await page().names('scenario-row-')).length === rows + 1, 'there is one more scenario');
    await page().keepsFocus();
  });

  it('exports the plan', async () => {
    await alt('share');
    await at('share');
    await page().tabTo('export-json');
    await download(scene, () => press(Key.ENTER));
    await page().keepsFocus();
  });
});
