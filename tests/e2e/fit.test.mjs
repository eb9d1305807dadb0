// The page fits where it is shown: the chair's sheet on a laptop without scrolling, every screen on a phone without
// sideways scrolling of the page, and on paper.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onHostedBuild } from './journey.mjs';

const SCREENS = ['overview', 'scenarios', 'timeline', 'communes', 'risk', 'optimise', 'data', 'share'];

onHostedBuild('the room there is', (scene) => {
  const page = () => scene.page;
  const script = (...args) => page().driver.executeScript(...args);
  const window = (width, height) => page().driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
    width, height, deviceScaleFactor: 1, mobile: width < 500,
  });
  const show = async (screen) => {
    await script((hash) => { globalThis.location.hash = hash; }, `#/${screen}`);
    await page().until(async () => (await page().attribute(`nav-${screen}`, 'aria-current')) === 'page', `${screen} is shown`);
  };
  /** How much more there is than fits: of the page, and of its main part. */
  const beyond = () => script(() => {
    const [root, main] = [document.documentElement, document.querySelector('[data-test="main"]')];
    return {
      across: Math.max(root.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth),
      down: Math.max(root.scrollHeight - innerHeight, main.scrollHeight - main.clientHeight),
    };
  });

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
  });

  for (const [width, height] of [[1366, 768], [1366, 650], [1920, 1080]]) {
    it(`shows the whole overview without scrolling at ${width} × ${height}`, async () => {
      await window(width, height);
      await show('overview');
      await page().until(async () => { const { across, down } = await beyond(); return across <= 0 && down <= 0; }, 'nothing scrolls');
    });
  }

  it('never cuts a line of what one more tỷ buys, whichever source is asked about, in both languages', async () => {
    await show('overview');
    const scenarios = await script(() => [...document.querySelector('[data-test="scenario-picker"]').options].map((option) => option.value));
    for (const height of [768, 650]) {
      await window(1366, height);
      for (let language = 0; language < 2; language += 1) {
        for (const scenario of scenarios) {
          await page().pick('scenario-picker', scenario);
          await page().is('scenario-picker', scenario);
          const cut = await page().driver.executeAsyncScript(async (low, done) => {
            const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
            const panel = document.querySelector('[data-test="worth"]');
            const found = [];
            const look = (asked) => {
              const box = panel.getBoundingClientRect();
              const [sentence, note] = ['next-step', 'worth-note'].map((name) => panel.querySelector(`[data-test="${name}"]`));
              const at = sentence.getBoundingClientRect();
              if (at.bottom > box.bottom) found.push(`${asked}: the sentence ends ${at.bottom - box.bottom} px below`);
              // In a low window a long reason may scroll; the next step never has to.
              const scrolls = sentence.scrollHeight - sentence.clientHeight;
              if (scrolls > 0 && !(low && asked)) found.push(`${asked}: ${scrolls} px of the sentence are hidden`);
              const under = note.getBoundingClientRect();
              if (note.checkVisibility() && under.left < box.right && under.bottom > box.bottom) found.push(`${asked}: the note is cut`);
            };
            await frame();
            look('');
            for (const source of panel.querySelectorAll('button[aria-pressed]')) {
              source.click();
              await frame();
              look(source.textContent);
              source.click();
              await frame();
            }
            done(found);
          }, height < 700);
          assert.deepEqual(cut, [], `${scenario} at ${height}`);
        }
        await page().click('lang');
      }
    }
  });

  it('shows a matrix of communes without scrolling it sideways at 1366 × 768, and most of its rows', async () => {
    await window(1366, 768);
    await show('share');
    await page().click('plan-new-minh-hoa-xa');
    await page().element('illustration');
    await show('communes');
    await page().element('communes-table');
    for (let language = 0; language < 2; language += 1) {
      await page().until(async () => script(() => {
        const box = document.querySelector('.cm-wrap');
        return box.scrollWidth <= box.clientWidth;
      }), 'every column is in view');
      const rows = await script(() => {
        const { bottom } = document.querySelector('.cm-wrap').getBoundingClientRect();
        return [...document.querySelectorAll('[data-test="commune-row"]')].filter((r) => r.getBoundingClientRect().bottom <= bottom).length;
      });
      assert.ok(rows >= 15, `${rows} rows`);
      await page().click('lang');
    }
    await show('share');
    await page().click('plan-new-thach-ha-2021');
    await page().until(async () => !(await page().has('illustration')), 'the other sample is open');
  });

  for (const width of [360, 768, 1366, 2560]) {
    it(`never scrolls sideways at ${width} px`, async () => {
      await window(width, 800);
      for (const screen of SCREENS) {
        await show(screen);
        await page().until(async () => (await beyond()).across <= 0, `${screen} fits across`);
      }
    });
  }

  it('prints the overview on one sheet with the guards behind it, and every screen on paper without its controls', async () => {
    await window(1366, 768);
    for (const screen of SCREENS) {
      await show(screen);
      const { data } = await page().driver.sendAndGetDevToolsCommand('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
      const sheets = Buffer.from(data, 'base64').toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
      assert.ok(sheets >= 1, `${screen} prints`);
      // The chair's sheet, and the guards with the reasons they were accepted for behind it.
      if (screen === 'overview') assert.ok(sheets <= 2, `${sheets} sheets`);
      assert.ok(sheets <= 12, `${screen} takes ${sheets} sheets`);
    }
  });
});
