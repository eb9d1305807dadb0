// The matrix of communes as a sheet: paste from a spreadsheet, keys, order and filter, reload, refusals in words.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { Key } from 'selenium-webdriver';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('the communes', (scene) => {
  const page = () => scene.page;
  const script = (...args) => page().driver.executeScript(...args);
  const cell = (commune, criterion) => `[data-test="criterion-cell"][data-commune="${commune}"][data-criterion="${criterion}"]`;
  /** What a cell says: `[state, cost, months]`. */
  const said = (commune, criterion) => script(
    (selector) => { const d = document.querySelector(selector)?.dataset; return d && [d.value, Number(d.cost ?? NaN), Number(d.months ?? NaN)]; },
    cell(commune, criterion),
  );
  const says = (commune, criterion, ...wanted) => page().until(
    async () => { const found = await said(commune, criterion); return wanted.every((value, i) => found[i] === value); },
    `${commune} ${criterion} says ${wanted}`,
  );
  const select = (commune, criterion) => script((selector) => {
    const td = document.querySelector(selector);
    td.scrollIntoView({ block: 'center', inline: 'center' });
    td.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
  }, cell(commune, criterion));
  /** Pastes as the browser does by Ctrl+V. */
  const paste = (text) => script((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  /** What Ctrl+C puts on the clipboard. */
  const copied = () => script(() => {
    const clipboardData = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  const filled = () => script(() => document.querySelectorAll('[data-test="criterion-cell"]:not([data-value="unknown"])').length);
  const order = () => script(() => [...document.querySelectorAll('[data-test="commune-row"]')].map((row) => row.dataset.commune));
  const active = () => script(() => [document.activeElement.dataset.commune, document.activeElement.dataset.criterion]);

  before(async () => {
    await scene.page.open('communes');
    if (await scene.page.has('tour-dismiss')) await scene.page.click('tour-dismiss');
    await scene.page.element('communes-table');
  });

  it('say what to do while nothing is known, and name no commune as chosen', async () => {
    assert.equal((await order()).length, 18);
    assert.equal(await filled(), 0);
    assert.match(await page().text('communes-unknown'), /18.xã/);
    assert.match(await page().text('communes-chance'), /91.%/);
    assert.equal(await script(() => document.querySelectorAll('[data-test="commune-row"][data-chosen="true"]').length), 0);
  });

  it('take a block from a spreadsheet as one step back', async () => {
    await select('18643', 'planning');
    await paste('đạt\tđang làm; 5.500; 6\r\n"chưa; 2.900; 8; chờ\nhuyện"\tx\r\n');
    await says('18643', 'planning', 'met');
    await says('18643', 'transport', 'in-progress', 5500, 6);
    assert.equal(await filled(), 4);
    await page().click('undo');
    await page().until(async () => (await filled()) === 0, 'one undo takes the block back');
    await page().click('redo');
    await page().until(async () => (await filled()) === 4, 'and redo brings it again');
  });

  it('go where the names of communes and criteria say', async () => {
    await select('18571', 'planning');
    await paste('Xã\tThu nhập\tY tế\nThạch Xuân\tđạt\tchưa 1.500/4\nThạch Liên\t\tđạt\n');
    await says('18658', 'income', 'met');
    await says('18658', 'health', 'open', 1500, 4);
    await says('18592', 'health', 'met');
    assert.equal((await said('18592', 'income'))[0], 'unknown');
  });

  it('refuse nonsense in words and paste nothing by half', async () => {
    const before = await filled();
    await select('18604', 'planning');
    await paste('đạt\tgần xong');
    await page().element('paste-dialog');
    await page().until(async () => /gần xong/.test(await page().text('paste-errors')), 'the dialog names the cell');
    assert.match(await page().text('paste-errors'), /cột 2.*Thạch Khê/s);
    assert.equal(await filled(), before);
    await page().click('paste-readable');
    await says('18604', 'planning', 'met');
    assert.equal(await filled(), before + 1);
  });

  it('are edited by keys alone: type, Enter, Escape, arrows, range, fill, clear, copy', async () => {
    await select('18637', 'electricity');
    await page().keys('đang làm 4.200/5', Key.ENTER);
    await says('18637', 'electricity', 'in-progress', 4200, 5);
    const [below, criterion] = await active();
    assert.notEqual(below, '18637');
    assert.equal(criterion, 'electricity');
    await page().keys(Key.ARROW_UP);
    assert.deepEqual(await active(), ['18637', 'electricity']);
    await page().keys('lung tung', Key.ENTER);
    await page().element('criterion-error');
    assert.equal(await page().attribute('criterion-editor', 'value'), 'lung tung');
    await page().keys(Key.ESCAPE);
    await page().gone('criterion-error');
    await says('18637', 'electricity', 'in-progress', 4200, 5);
    assert.equal(await copied(), 'đang làm; 4.200; 5');
    await page().chord(Key.SHIFT, Key.ARROW_DOWN);
    await page().chord(Key.CONTROL, 'd');
    await says(below, 'electricity', 'in-progress', 4200, 5);
    assert.equal(await copied(), 'đang làm; 4.200; 5\r\nđang làm; 4.200; 5');
    await page().keys(Key.DELETE);
    await says('18637', 'electricity', 'unknown');
    await says(below, 'electricity', 'unknown');
    await page().keys(Key.HOME);
    assert.equal((await active())[1], 'planning');
    await page().keys(Key.END);
    assert.equal((await active())[1], 'security');
  });

  it('sort and filter without losing a row', async () => {
    const all = [...await order()].sort();
    await page().pick('communes-sort', 'name');
    await page().until(async () => (await order())[0] === '18574', 'Đỉnh Bàn comes first by name');
    assert.deepEqual([...await order()].sort(), all);
    await page().click('communes-filter');
    await page().click('communes-filter-coastal');
    await page().until(async () => (await order()).length === 7, 'seven communes lie on the coast');
    await page().click('communes-filter-merged');
    await page().until(async () => (await order()).length === 1, 'one of them was merged');
    await page().is('communes-filter', 2);
    await page().click('communes-filter-coastal');
    await page().until(async () => (await order()).length === 5, 'five were merged');
    await page().click('communes-filter-none');
    await page().until(async () => (await order()).length === 18, 'all are shown again');
    await page().click('communes-filter');
    await page().click('communes-level-model');
    await page().until(async () => (await order()).length === 3, 'three aim at the model level');
    await page().click('communes-level-advanced');
    await page().until(async () => (await order()).length === 18, 'eighteen at the advanced');
  });

  it('take a table in two steps from the dialog: what it does is told first', async () => {
    const before = await filled();
    await page().click('communes-paste');
    await page().fill('paste-text', 'Xã\tĐiện\tNhà ở dân cư\nThạch Trị\tđạt\tchưa; 700; 3\nThạch Văn\tđạt\tđạt');
    await page().is('paste-summary', 0);
    assert.equal(await filled(), before, 'nothing is pasted by looking at it');
    await page().click('paste-apply');
    await page().gone('paste-text');
    await says('18619', 'housing', 'open', 700, 3);
    await says('18631', 'electricity', 'met');
    assert.equal(await filled(), before + 4);
    await page().click('undo');
    await page().until(async () => (await filled()) === before, 'one undo takes the table back');
    await page().click('redo');
  });

  it('choose a commune with its own figures, and obey a pick', async () => {
    const row = Array.from({ length: 19 }, (_, i) => (i === 1 ? 'chưa; 9.000; 5' : 'đạt')).join('\t');
    await select('18652', 'planning');
    await paste(row);
    await page().until(() => script(() => document.querySelector('[data-test="commune-row"][data-commune="18652"]').dataset.chosen === 'true'), 'it is chosen');
    assert.match(await page().text('communes-chosen'), /Tân Lâm Hương/);
    await page().click('pick-18652');
    await page().click('pick-18652');
    await page().until(async () => (await page().attribute('pick-18652', 'data-value')) === 'out', 'it is left out');
    assert.doesNotMatch(await page().text('communes-chosen'), /Tân Lâm Hương/);
    await page().click('pick-18652');
  });

  it('change the criteria set', async () => {
    const columns = () => script(() => document.querySelectorAll('[data-test="criteria-head"]').length);
    await page().click('communes-set');
    await page().click('set-add');
    await page().until(async () => (await columns()) === 20, 'a criterion is added');
    await page().click('criterion-criterion-1-remove');
    await page().until(async () => (await columns()) === 19, 'and removed');
    const before = await filled();
    await page().click('set-text-open');
    await page().fill('set-text', 'Nhóm\tMã\tTên\nHạ tầng | Infrastructure\ttransport\tGiao thông\n\t\tThu nhập\nChính quyền\t\tChuyển đổi số\tDigital');
    await page().until(async () => /Giữ 2 tiêu chí, thêm 1, bỏ 17/.test(await page().text('set-change')), 'what it does is told before');
    const lost = Number(await page().value('set-change'));
    assert.ok(lost > 0);
    await page().click('set-replace');
    await page().until(async () => (await columns()) === 3, 'the set is another');
    await page().keys(Key.ESCAPE);
    // What another set of the plan still knows is kept, out of sight.
    assert.ok((await filled()) <= before - lost);
    const groups = await script(() => [...document.querySelectorAll('[data-test="criteria-group"]')].map((g) => g.title));
    assert.deepEqual(groups, ['Hạ tầng', 'Chính quyền']);
    await page().click('undo');
    await page().until(async () => (await columns()) === 19 && (await filled()) === before, 'one undo brings all of it back');
  });

  it('are there after a reload', async () => {
    const before = await filled();
    await page().saved();
    await page().reload();
    await page().element('communes-table');
    await page().until(async () => (await filled()) === before, 'every cell is there again');
  });

  it('complain of nothing', async () => {
    assert.deepEqual(await scene.browser.complaints(), []);
  });
});
