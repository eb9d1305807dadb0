// Where figures come from and whether they add up: reconciliation, the known year 2020, an origin that is saved, the mark
// of made-up figures.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('honest figures', (scene) => {
  const page = () => scene.page;
  const ORIGIN = 'data-line-gardens-unit-cost-likely-origin';

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().go('data');
  });

  it('shows the reported total beside the sum of its lines, with the gap', async () => {
    const row = (await page().names('data-')).find((name) => name.endsWith('resources-sum'));
    assert.equal(await page().value(`${row}-stated`), 442307);
    assert.equal(await page().value(`${row}-computed`), 422037);
    assert.equal(Math.abs(await page().value(`${row}-gap`)), 20270);
    assert.match(await page().text(`${row}-stated`), /442\.307/);
    assert.match(await page().text(`${row}-computed`), /422\.037/);
  });

  it('asks what the sponsorship is part of instead of adding it', async () => {
    const row = (await page().names('data-')).find((name) => name.endsWith('resources-with-sponsorship'));
    assert.match(await page().text(row), /Cần hỏi lại|Cần hỏi|hỏi/);
  });

  it('tells how much of 2020 the assumptions explain, and that floods lower it', async () => {
    const dry = await page().value('data-back-test-score');
    assert.ok(dry > 0.5 && dry <= 1, `${dry}`);
    assert.equal(await page().value('data-back-test-gardens-reported'), 200);
    await page().click('data-back-test-floods');
    await page().is('data-back-test-floods', 'true');
    await page().until(async () => (await page().value('data-back-test-score')) < dry, 'floods lower it');
  });

  it('saves an origin with its source and date, and keeps it', async () => {
    assert.equal(await page().raw(ORIGIN), 'assumption');
    await page().click(ORIGIN);
    await page().click('data-origin-reported');
    await page().write('data-origin-text', 'Quyết toán huyện 2020');
    await page().write('data-origin-date', '2021-02-10');
    await page().click('data-origin-save');
    await page().is(ORIGIN, 'reported');
    assert.match(await page().attribute(ORIGIN, 'title'), /Quyết toán huyện 2020, 10\/2\/2021/);
    await page().saved();
    await page().reload();
    await page().is(ORIGIN, 'reported');
    await page().click('undo').catch(() => undefined);
  });

  it('marks made-up figures on every screen, in comparisons and on paper', async () => {
    assert.equal(await page().has('illustration'), false);
    await page().go('share');
    await page().click('plan-new-minh-hoa-xa');
    await page().element('illustration');
    const screens = (await page().names('nav-')).map((name) => name.slice('nav-'.length)).filter((name) => name !== 'more');
    for (const screen of screens) {
      await page().go(screen);
      await page().element('illustration');
      await page().element('print-illustration');
    }
    await page().go('scenarios');
    await page().element('compare-illustration');
  });
});
