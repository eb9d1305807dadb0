// Light and dark: by the system until somebody chooses, and chosen for good.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { drawn } from './figures.mjs';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('theme', (scene) => {
  const page = () => scene.page;
  const system = (value) => page().driver.sendDevToolsCommand('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value }],
  });
  /** Whether the page is dark, by the light of its ground. */
  const isDark = () => page().driver.executeScript(() => {
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
    return r + g + b < 3 * 100;
  });
  const ground = (dark) => page().until(async () => (await isDark()) === dark, dark ? 'the page is dark' : 'the page is light');

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
  });

  it('follows the system, while it changes too', async () => {
    assert.equal(await page().raw('theme'), 'system');
    await system('light');
    await ground(false);
    await system('dark');
    await ground(true);
    await system('light');
    await ground(false);
  });

  it('can be chosen against the system, without a reload', async () => {
    await system('dark');
    await page().click('theme');
    await page().is('theme', 'light');
    await ground(false);
    await system('light');
    await page().click('theme');
    await page().is('theme', 'dark');
    await ground(true);
  });

  it('changes the colours of what is drawn', async () => {
    await drawn(page(), 'cash');
    const colours = () => page().driver.executeScript((chart) => {
      const parts = [...chart.querySelectorAll('svg path, svg text')];
      return [...new Set(parts.map((part) => getComputedStyle(part).fill + getComputedStyle(part).stroke))].sort().join();
    }, chart);
    const chart = await page().element('chart-cash');
    const dark = await colours();
    await page().click('theme');
    await page().is('theme', 'system');
    await page().until(async () => (await colours()) !== dark, 'the chart is drawn in other colours');
  });

  it('stays chosen after a reload, from the first moment of the page on', async () => {
    await page().click('theme');
    await page().click('theme');
    await page().is('theme', 'dark');
    await page().beforeEachLoad(() => {
      addEventListener('DOMContentLoaded', () => { globalThis.firstTheme = document.documentElement.dataset.theme; });
    });
    await page().reload();
    await page().is('theme', 'dark');
    assert.equal(await page().driver.executeScript(() => globalThis.firstTheme), 'dark');
    await ground(true);
  });
});
