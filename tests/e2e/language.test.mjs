// Vietnamese and English, million and billion: switched in place, typed and shown as each language writes numbers.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('language', (scene) => {
  const page = () => scene.page;
  const lang = () => page().driver.executeScript(() => document.documentElement.lang);
  const field = () => page().attribute('source-state-amount', 'value');

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    // Anything kept in the window tells whether the page was loaded again.
    await page().driver.executeScript(() => { globalThis.sameVisit = true; });
  });

  it('is Vietnamese at first', async () => {
    assert.equal(await lang(), 'vi');
    assert.equal(await page().raw('lang'), 'vi');
    assert.equal(await page().text('nav-scenarios'), 'Kịch bản');
  });

  it('reads and writes numbers the Vietnamese way', async () => {
    await page().type('source-state-amount', '123.456,5');
    await page().is('source-state-amount', 123456.5);
    assert.equal(await field(), '123.456,5');
  });

  it('changes on every screen without a reload', async () => {
    const seen = {};
    for (const screen of ['scenarios', 'timeline', 'communes', 'data', 'share', 'overview']) {
      await page().go(screen);
      seen[screen] = await page().text('main');
    }
    await page().click('lang');
    await page().is('lang', 'en');
    assert.equal(await lang(), 'en');
    assert.equal(await page().text('nav-scenarios'), 'Scenarios');
    for (const screen of Object.keys(seen)) {
      await page().go(screen);
      assert.notEqual(await page().text('main'), seen[screen], `${screen} is in English`);
    }
    assert.match(await page().driver.getTitle(), /^Overview/);
    assert.equal(await page().driver.executeScript(() => globalThis.sameVisit), true);
  });

  it('reads and writes numbers the English way', async () => {
    assert.equal(await field(), '123,456.5');
    await page().type('source-state-amount', '98,765.25');
    await page().is('source-state-amount', 98765.25);
    assert.equal(await field(), '98,765.25');
  });

  it('counts in billion on request, typed and shown', async () => {
    await page().choose('money-unit', 'billion');
    assert.match(await field(), /^98\.76525/);
    await page().choose('money-unit', 'million');
    assert.equal(await field(), '98,765.25');
    await page().type('source-state-amount', '80 bn');
    await page().is('source-state-amount', 80000);
  });

  it('leaves the plan and its steps alone', async () => {
    await page().click('lang');
    await page().is('lang', 'vi');
    await page().click('undo');
    await page().is('source-state-amount', 98765.25);
    await page().click('lang');
    await page().is('lang', 'en');
  });

  it('stays chosen after a reload, from the first moment of the page on', async () => {
    await page().saved();
    await page().beforeEachLoad(() => {
      addEventListener('DOMContentLoaded', () => { globalThis.firstLang = document.documentElement.lang; });
    });
    await page().reload();
    await page().is('lang', 'en');
    assert.equal(await lang(), 'en');
    assert.equal(await page().driver.executeScript(() => globalThis.firstLang), 'en');
    await page().is('source-state-amount', 98765.25);
    assert.equal(await field(), '98,765.25');
  });
});
