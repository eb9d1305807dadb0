// The overview is there before the other screens are loaded; they come by themselves, and when they do not, the page says
// so and tries again.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Key } from 'selenium-webdriver';
import { browser, hosted } from './driver.mjs';
import { onBothBuilds } from './journey.mjs';
import { Page } from './page.mjs';

const SCREENS = ['scenarios', 'timeline', 'communes', 'risk', 'optimise', 'data', 'share'];

/** Waits until a screen is drawn: something is on it, and nothing of the loading is. */
const drawn = (page) => page.until(async () => {
  if ((await page.has('screen-coming')) || (await page.has('screen-failed'))) return false;
  return page.driver.executeScript(() => document.querySelectorAll('#main h2, #main h3, #main table').length > 0);
}, 'the screen is drawn');

onBothBuilds('what comes after the first paint', (scene) => {
  const page = () => scene.page;
  const cutOff = (offline) => page().driver.sendDevToolsCommand('Network.emulateNetworkConditions', {
    offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1,
  });

  it('comes by itself, so that every screen opens when the network has gone since', async () => {
    await page().open();
    await page().click('tour-dismiss');
    if (scene.place.name === 'http') {
      await page().until(async () => (await scene.browser.requests()).some((address) => /part-/.test(address)), 'the rest is asked for');
      // It has come when a screen opens.
      await page().go('share');
      await drawn(page());
      await cutOff(true);
    }
    for (const screen of SCREENS) {
      await page().go(screen);
      await drawn(page());
    }
    await page().go('overview');
    await page().click('guard-waiting');
    await page().element('guard-row-waiting');
    await page().keys(Key.ESCAPE);
    if (scene.place.name === 'http') await cutOff(false);
  });

  it('comes at once where a page begins on another screen', async () => {
    for (const screen of ['data', 'risk']) {
      await page().driver.get('about:blank');
      await page().open(screen);
      await drawn(page());
      assert.equal(await page().attribute(`nav-${screen}`, 'aria-current'), 'page');
    }
  });
});

describe('what does not come after the first paint', () => {
  let place, chromium, page;
  const block = (urls) => page.driver.sendDevToolsCommand('Network.setBlockedURLs', { urls });

  before(async () => {
    place = await hosted();
    chromium = await browser();
    page = new Page(chromium, place.url);
    await block(['*/part-*']);
    await page.open();
    await page.click('tour-dismiss');
  });
  after(async () => {
    await chromium?.quit();
    await place?.close();
  });

  it('is not missed by the overview', async () => {
    const score = await page.value('score');
    await page.slide('source-state-factor', 40);
    await page.changed('score', score);
    assert.equal(await page.has('screen-failed'), false);
    await page.is('saved-state', 'saved');
  });

  it('is told in the language of the page, with the frame in place, and asked for again', async () => {
    await page.go('data');
    await page.element('screen-failed');
    assert.match(await page.text('screen-failed'), /Chưa tải được/);
    assert.equal(await page.attribute('screen-failed', 'role'), 'alert');
    await page.click('lang');
    assert.match(await page.text('screen-failed'), /could not be loaded/);
    await page.click('lang');
    assert.ok(await page.has('scenario-picker'));
    await page.click('screen-again');
    await page.element('screen-failed');
    await page.keepsFocus();
    await page.go('overview');
    await page.element('score');
    await page.go('risk');
    await page.element('screen-failed');
    await page.go('overview');
    await page.click('guard-waiting');
    await page.element('screen-failed');
    assert.equal(await page.has('guard-row-waiting'), false);
    await page.keys(Key.ESCAPE);
    await page.gone('screen-failed');
    await page.go('risk');
    await page.element('screen-failed');
  });

  it('comes when it is asked for again and the network is back', async () => {
    await block([]);
    await page.click('screen-again');
    await drawn(page);
    await page.keepsFocus();
    for (const screen of SCREENS) {
      await page.go(screen);
      await drawn(page);
    }
  });

  it('comes by itself when the network is back', async () => {
    await block(['*/part-*']);
    await page.driver.get('about:blank');
    await page.open('timeline');
    await page.element('screen-failed');
    await block([]);
    await page.driver.executeScript(() => dispatchEvent(new Event('online')));
    await drawn(page);
  });

  it('sends no request to any other host', async () => {
    assert.deepEqual(await chromium.foreignRequests(place.url), []);
  });
});
