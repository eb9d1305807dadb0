// Two tabs on one plan: one may change it, the other reads along and can take it over.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('two tabs on the same plan', (scene) => {
  const page = () => scene.page;
  const tabs = [];
  const inTab = (index) => page().driver.switchTo().window(tabs[index]);
  const newTab = async () => {
    await page().driver.switchTo().newWindow('tab');
    tabs.push(await page().driver.getWindowHandle());
    await page().open();
  };

  before(async () => {
    await page().open();
    tabs.push(await page().driver.getWindowHandle());
    await page().click('tour-dismiss');
    await page().type('source-state-amount', '150.000');
    await page().saved();
    await newTab();
  });

  it('opens the second one read-only, with the same figures', async () => {
    await page().element('read-only');
    await page().is('source-state-amount', 150000);
    assert.equal(await page().raw('saved-state'), 'read-only');
    for (const name of ['source-state-factor', 'source-state-amount', 'undo']) {
      assert.equal(await page().attribute(name, 'disabled'), 'true', `${name} is locked`);
    }
  });

  it('shows in the second what is saved in the first', async () => {
    await inTab(0);
    await page().type('source-state-amount', '140.000');
    await page().saved();
    await inTab(1);
    await page().is('source-state-amount', 140000);
    assert.ok(await page().has('read-only'));
  });

  it('lets the second take over, with what the first did last', async () => {
    await inTab(0);
    await page().type('source-state-amount', '130.000');
    await page().is('source-state-amount', 130000);
    await inTab(1);
    await page().click('take-over');
    await page().gone('read-only');
    await page().is('source-state-amount', 130000);
    await page().keepsFocus();
    await page().type('source-state-amount', '120.000');
    await page().saved();
  });

  it('leaves the first read-only, and it follows', async () => {
    await inTab(0);
    await page().element('read-only');
    await page().is('source-state-amount', 120000);
    assert.equal(await page().attribute('source-state-factor', 'disabled'), 'true');
  });

  it('keeps a copy of its own on request', async () => {
    const name = await page().text('plan-name');
    await page().click('save-copy');
    await page().gone('read-only');
    await page().saved();
    assert.match(await page().text('plan-name'), /bản sao/);
    await page().type('source-state-amount', '110.000');
    await page().saved();
    await inTab(1);
    assert.equal(await page().text('plan-name'), name);
    assert.equal(await page().value('source-state-amount'), 120000);
    await page().go('share');
    await page().until(async () => (await page().names('plan-row-')).length === 2, 'the library has both');
  });

  it('gives the plan back when its tab is closed', async () => {
    await page().driver.close();
    await inTab(0);
    await page().go('share');
    const other = (await page().names('plan-row-')).map((row) => row.slice('plan-row-'.length));
    for (const id of other) {
      if (!(await page().attribute(`plan-${id}-open`, 'disabled'))) await page().click(`plan-${id}-open`);
    }
    await page().go('overview');
    await page().is('source-state-amount', 120000);
    assert.equal(await page().has('read-only'), false);
  });
}, { ownBrowser: true });
