// A plan of one's own from nothing: what is missing is said, filled in step by step, and results appear.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('a new plan', (scene) => {
  const page = () => scene.page;
  const rows = async (prefix, suffix) => (await page().names(prefix)).filter((name) => name.endsWith(suffix));

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().go('share');
    await page().click('plan-new');
    await page().element('data-start');
  });

  it('begins with the six sources and the six targets, all of them empty', async () => {
    assert.match(await page().text('plan-name'), /Kế hoạch mới/);
    assert.equal((await rows('data-source-', '-amount')).length, 6);
    assert.equal((await rows('data-line-', '-goal')).length, 6);
    assert.equal(await page().value('data-source-state-amount'), 0);
    assert.equal(await page().raw('data-source-state-amount-origin'), 'assumption');
    assert.equal(await page().raw('start-data-sources'), '0');
  });

  it('says on the overview that nothing is set yet, not that all is met', async () => {
    await page().go('overview');
    assert.match(await page().text('verdict'), /Chưa đặt chỉ tiêu/);
    await page().go('data');
  });

  it('takes the district, money, a goal and the list of communes', async () => {
    await page().type('data-district', 'Huyện Cẩm Xuyên');
    await page().type('data-population', '150.000');
    await page().type('data-source-state-reference', '90 tỷ');
    await page().type('data-source-state-amount', '100 tỷ');
    await page().is('start-data-sources', '1');
    await page().type('data-line-gardens-goal', '150');
    await page().gone('data-start');
    await page().type('data-source-community-amount', '40 tỷ');
    await page().driver.executeScript((area) => {
      area.value = '18700\tCẩm Bình\n18703\tCẩm Duệ\nYên Hòa';
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, await page().element('data-communes-new'));
    await page().click('data-communes-add');
    await page().element('data-commune-18703-name');
    assert.equal((await rows('data-commune-', '-population')).length, 3);
  });

  it('shows what it leads to at once', async () => {
    await page().go('overview');
    await page().until(async () => (await page().value('line-gardens-recognised')) > 0, 'gardens are recognised');
    await page().go('data');
  });

  it('adds, names, moves and deletes a source, each a step that can be undone', async () => {
    await page().write('data-source-name', 'Xổ số kiến thiết');
    await page().click('data-source-add');
    const own = 'data-source-source';
    await page().is(`${own}-name`, 'Xổ số kiến thiết');
    await page().type(`${own}-name`, 'Xổ số');
    await page().is(`${own}-name`, 'Xổ số');
    await page().click(`${own}-up`);
    await page().click(`${own}-delete`);
    await page().gone(own);
    for (let step = 0; step < 2; step += 1) await page().click('undo');
    await page().is(`${own}-name`, 'Xổ số');
    await page().click('undo');
    await page().is(`${own}-name`, 'Xổ số kiến thiết');
    await page().click('undo');
    await page().gone(own);
  });

  it('adds a target of its own and deletes one with everything that named it', async () => {
    await page().write('data-line-name', 'Đường hoa');
    await page().click('data-line-add');
    await page().is('data-line-line-name', 'Đường hoa');
    await page().type('data-line-line-unit', 'km');
    await page().is('data-line-line-unit', 'km');
    await page().click('data-line-schemes-delete');
    await page().gone('data-line-schemes-goal');
    assert.equal(await page().has('data-priority-schemes'), false);
    await page().go('overview');
    await page().element('line-line');
    assert.equal(await page().has('line-schemes'), false);
  });

  it('is kept and is the same after the browser was closed', async () => {
    await page().saved();
    await scene.restart();
    await page().open('data');
    await page().is('data-line-line-name', 'Đường hoa');
    await page().is('data-district', 'Huyện Cẩm Xuyên');
  });
}, { ownBrowser: true });
