// The frame around the screens and what every screen keeps: nothing outside its dialog, a failed save that leaves the bar
// whole, a new screen from its top, fields that follow the plan, a sample that is still there after a reload.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, it } from 'node:test';
import { By, Key, Origin } from 'selenium-webdriver';
import { download } from './files.mjs';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('the frame', (scene) => {
  const page = () => scene.page;
  const script = (...args) => page().driver.executeScript(...args);
  const window = (width, height) => page().driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
    width, height, deviceScaleFactor: 1, mobile: width < 500,
  });

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
  });

  it('still shows a sample nobody has edited after a reload', async () => {
    await page().go('share');
    await page().click('plan-new-minh-hoa-xa');
    await page().until(async () => page().has('illustration'), 'the illustration is open');
    const name = await page().text('plan-name');
    await page().reload();
    await page().until(async () => (await page().text('plan-name')) === name, 'the same sample is open');
    assert.ok(await page().has('illustration'));
    await page().click('plan-new-thach-ha-2021');
    await page().until(async () => !(await page().has('illustration')), 'the other sample is open');
  });

  it('begins a new screen at its top', async () => {
    await page().go('data');
    await script(() => { document.querySelector('#main').scrollTop = 900; });
    assert.ok(await script(() => document.querySelector('#main').scrollTop) > 100);
    await page().go('scenarios');
    await page().go('data');
    await page().until(async () => (await script(() => document.querySelector('#main').scrollTop)) === 0, 'the screen begins at its top');
  });

  for (const [width, height] of [[1366, 768], [360, 800]]) {
    it(`finds the place again when somebody goes back and forward at ${width} px`, async () => {
      await window(width, height);
      const down = () => script(() => Math.max(document.querySelector('#main').scrollTop, globalThis.scrollY));
      const scroll = (to) => script((y) => { document.querySelector('#main').scrollTop = y; globalThis.scrollTo(0, y); }, to);
      await page().go('scenarios');
      await script(() => { globalThis.location.hash = '#/data'; });
      await page().until(async () => (await script(() => document.querySelector('#main').scrollHeight)) > 3000, 'the long screen is drawn');
      await scroll(900);
      await page().until(async () => Math.abs((await down()) - 900) < 2, 'it is scrolled');
      await page().go('scenarios');
      await page().until(async () => (await down()) === 0, 'the next screen begins at its top');
      await page().driver.navigate().back();
      await page().until(async () => Math.abs((await down()) - 900) < 2, 'back again at the place');
      await page().driver.navigate().forward();
      await page().until(async () => (await down()) === 0, 'and forward');
      await window(1366, 768);
    });
  }

  it('keeps the scenario readable beside the mark of an illustration, on a phone and in English', async () => {
    await page().go('share');
    await page().click('plan-new-minh-hoa-xa');
    await page().element('illustration');
    for (const width of [360, 1366]) {
      await window(width, 800);
      for (let language = 0; language < 2; language += 1) {
        const { width: room } = await (await page().element('scenario-picker')).getRect();
        assert.ok(room >= 60, `${room} px at ${width}`);
        await page().until(async () => (await script(() => document.documentElement.scrollWidth)) <= width, 'nothing scrolls sideways');
        const mark = await (await page().element('illustration')).getRect();
        assert.ok(mark.width >= 60, `${mark.width} px of the mark at ${width}`);
        await script(() => document.querySelector('[data-test="lang"]').click());
      }
    }
    await window(1366, 768);
    await page().go('share');
    await page().click('plan-new-thach-ha-2021');
    await page().until(async () => !(await page().has('illustration')), 'the other sample is open');
  });

  for (const width of [1366, 360]) {
    it(`keeps every guard with its state, figures and button inside the dialog at ${width} px`, async () => {
      await window(width, 768);
      await page().go('overview');
      await page().pick('scenario-picker', 'state-minus-20');
      // By script: on a phone the bar at the foot may lie over it.
      await script((chip) => chip.click(), await page().element('guard-waiting'));
      await page().element('guard-row-waiting');
      const outside = await script(() => {
        const list = document.querySelector('.gd-list');
        const { right } = list.closest('dialog').getBoundingClientRect();
        const parts = [...list.querySelectorAll('h3, td, th, button, .st, input')];
        return parts.filter((e) => e.getBoundingClientRect().right > right).map((e) => e.textContent || e.dataset.test);
      });
      assert.deepEqual(outside, []);
      await page().keys(Key.ESCAPE);
    });
  }

  it('shows what an event does when its switch has the focus', async () => {
    await window(1366, 768);
    await page().go('overview');
    await page().driver.actions().move({ x: 700, y: 4 }).perform();
    await page().element('event-floods-on');
    await script(() => document.querySelector('[data-test="event-floods-on"]').focus());
    await page().until(async () => (await page().text('event-said')).includes(await page().text('event-floods-alone')), 'the effect is shown');
    const { width, height } = await (await page().element('event-said')).getRect();
    assert.ok(width > 100 && height > 10, `${width} × ${height}`);
    await script(() => document.querySelector('[data-test="print"]').focus());
    await page().until(async () => (await page().text('event-said')) === '', 'it goes');
  });

  it('drops a refused text when another scenario is shown', async () => {
    await page().pick('scenario-picker', 'as-2020');
    await page().type('source-state-amount', 'nhiều');
    await page().until(async () => (await page().attribute('source-state-amount', 'aria-invalid')) === 'true', 'the field complains');
    await page().pick('scenario-picker', 'state-minus-20');
    await page().until(async () => (await page().attribute('source-state-amount', 'value')) !== 'nhiều', 'the text is gone');
    assert.equal(await page().attribute('source-state-amount', 'aria-invalid'), null);
  });

  it('shows the value of the plan after an amount, Enter and Ctrl+Z', async () => {
    await page().pick('scenario-picker', 'as-2020');
    const [raw, shown] = [await page().value('source-state-amount'), await page().attribute('source-state-amount', 'value')];
    await page().type('source-state-amount', '123.456');
    await page().is('source-state-amount', 123456);
    await page().chord(Key.CONTROL, 'z');
    await page().is('source-state-amount', raw);
    assert.equal(await page().attribute('source-state-amount', 'value'), shown);
  });

  for (const [width, lang] of [[1366, 'vi'], [1366, 'en'], [900, 'vi'], [360, 'vi']]) {
    it(`keeps the bar whole and says all of the reason when a save fails at ${width} px in ${lang}`, async () => {
      await window(1366, 768);
      await page().is('lang', lang).catch(() => {});
      if ((await page().raw('lang')) !== lang) await page().click('lang');
      await script(() => {
        const put = IDBObjectStore.prototype.put;
        globalThis.mend = () => { IDBObjectStore.prototype.put = put; };
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
      });
      await page().slide('source-state-factor', 90 - (width % 7));
      await page().is('saved-state', 'failed');
      await window(width, 768);
      await page().until(async () => (await script(() => document.documentElement.scrollWidth)) <= width, 'nothing scrolls sideways');
      const boxes = await script(() => [...document.querySelectorAll('.top > *')]
        .filter((e) => e.checkVisibility() && !e.matches('.vh,.grow')).map((e) => e.getBoundingClientRect())
        .filter((r) => r.width > 0).map(({ left, right }) => [left, right]));
      for (const [i, [left, right]] of boxes.entries()) {
        assert.ok(right <= width + 0.5, `${right} of ${width}`);
        if (i > 0) assert.ok(left >= boxes[i - 1][1] - 0.5, `${boxes[i - 1]} and ${left}`);
      }
      assert.ok(await page().inView('undo'));
      assert.ok((await page().text('not-saved')).length > 20);
      assert.ok(await page().inView('save-failed-download'));
      await window(1366, 768);
      await script(() => globalThis.mend());
      await page().click('undo');
      await page().saved();
    });
  }

  it('names both scenarios in the bar in English, whatever the plan is called', async () => {
    await window(1366, 768);
    if ((await page().raw('lang')) !== 'en') await page().click('lang');
    for (const name of ['scenario-picker', 'base-picker']) {
      const { width } = await (await page().element(name)).getRect();
      assert.ok(width >= 90, `${name} is ${width} px wide`);
    }
    await page().click('lang');
  });

  it('gives every row of small charts the room its months and names need', async () => {
    await page().go('scenarios');
    if (await page().has('compare-all')) await page().click('compare-all');
    const drawing = await page().until(async () => script(() => {
      const svg = document.querySelector('[data-test="chart-multiples"] .chart-d svg');
      return svg && { height: svg.getBoundingClientRect().height, texts: [...svg.querySelectorAll('text')].map((t) => t.textContent) };
    }), 'the small charts are drawn');
    assert.ok(drawing.height >= 160, `${drawing.height} px`);
    assert.ok(drawing.texts.some((t) => /^T(3|6|9|12)$/.test(t)), drawing.texts.join(' '));
    assert.ok((await script(() => document.querySelectorAll('[data-test="chart-multiples"] .chart-k li').length)) >= 6);
  });

  it('saves the same picture while the table of a chart is open', async () => {
    await page().go('overview');
    const save = async () => {
      const path = await download(scene, async () => {
        await script((b) => { b.focus(); }, await page().element('chart-cash-toggle'));
        await page().driver.actions().move({ origin: await page().element('chart-cash-svg') }).click().perform();
      });
      // The library numbers its drawings and their parts.
      return readFileSync(path, 'utf8').replace(/zr\d+-[\w-]+/g, '');
    };
    const drawn = await save();
    await page().click('chart-cash-toggle');
    await page().element('chart-cash-table');
    const hidden = await save();
    assert.equal(hidden, drawn);
    assert.ok(Number(/width="([\d.]+)"/.exec(drawn)[1]) > 600);
    assert.match(drawn, /\d+\/\d+\/\d{4}<\/text>/);
    await page().click('chart-cash-toggle');
  });

  it('tells why the bar of one commune cannot be spread, and changes nothing', async () => {
    await page().go('share');
    await page().click('plan-new-minh-hoa-xa');
    await page().go('timeline');
    await page().element('gantt-bar');
    const starts = () => script(() => [...document.querySelectorAll('[data-test="gantt-bar"]')]
      .map((b) => `${b.dataset.line} ${b.dataset.commune} ${b.dataset.start}`).join('; '));
    const before = await starts();
    const handle = await page().driver.findElement(By.css('[data-test="gantt-bar"][data-commune]:not(.fixed) .gh'));
    await page().driver.actions().move({ origin: handle }).press().move({ origin: Origin.POINTER, x: 120, y: 0 })
      .move({ origin: Origin.POINTER, x: 10, y: 0 }).release().perform();
    await page().until(async () => (await script(() => document.querySelector('.toasts').textContent)).includes('một xã'), 'the reason is told');
    assert.equal(await starts(), before);
    assert.notEqual(await page().attribute('undo', 'disabled'), null);
  });
});
