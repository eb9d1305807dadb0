// Tiến độ: starts moved by pointer and by keyboard, one step back each; the state of a month; what a reload keeps.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { By, Key, Origin } from 'selenium-webdriver';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('the timeline', (scene) => {
  const page = () => scene.page;
  /** Starts of a line as `month:units`, in order. */
  const starts = (line) => page().driver.executeScript(
    (id) => [...document.querySelectorAll(`[data-test="gantt-bar"][data-line="${id}"]`)]
      .map((bar) => `${bar.dataset.start}:${bar.dataset.units}`).join(' '),
    line,
  );
  const bar = (line, start) => page().driver.findElement(
    By.css(`[data-test="gantt-bar"][data-line="${line}"][data-start="${start}"]`),
  );
  const become = (line, wanted) => page().until(async () => (await starts(line)) === wanted, `starts of ${line} become ${wanted}`);
  const differ = (line, known) => page().until(async () => (await starts(line)) !== known, `starts of ${line} change`);
  const monthWidth = () => page().driver.executeScript(
    () => document.querySelector('[data-test="gantt-months"]').getBoundingClientRect().width
      / Number(document.querySelector('[data-test="month-cursor"]').max),
  );
  const grab = async (element) => page().driver.actions().move({ origin: element, x: 0, y: 0 }).press();
  const undoable = async () => (await page().attribute('undo', 'disabled')) === null;
  let planned;

  before(async () => {
    await scene.page.open('timeline');
    if (await scene.page.has('tour-dismiss')) await scene.page.click('tour-dismiss');
    await page().element('gantt-bar');
    planned = await starts('gardens');
  });

  it('shows every start with its finish and its round', async () => {
    const facts = await page().driver.executeScript(
      () => [...document.querySelectorAll('[data-test="gantt-bar"]')].map((b) => ({ ...b.dataset })),
    );
    assert.ok(facts.length > 6);
    for (const { start, finish, round } of facts) assert.ok(Number(start) <= Number(finish) && Number(finish) <= Number(round));
  });

  it('moves a start by pointer: starts and results change, one undo takes it back', async () => {
    await page().slide('month-cursor', 1);
    const first = await page().value('state-gardens-started');
    assert.ok(first > 0);
    const width = await monthWidth();
    const actions = await grab(await bar('gardens', 0));
    await actions.move({ origin: Origin.POINTER, x: Math.round(width), y: 0 })
      .move({ origin: Origin.POINTER, x: Math.round(width), y: 0 }).release().perform();
    await differ('gardens', planned);
    assert.ok(!(await starts('gardens')).startsWith('0:'));
    await page().until(async () => (await page().value('state-gardens-started')) === 0, 'nothing has started in the first month');
    await page().click('undo');
    await become('gardens', planned);
    assert.equal(await page().value('state-gardens-started'), first);
    assert.equal(await undoable(), false);
  });

  it('gives a drag up on Escape', async () => {
    const width = await monthWidth();
    const actions = await grab(await bar('gardens', 0));
    await actions.move({ origin: Origin.POINTER, x: Math.round(3 * width), y: 0 }).perform();
    await differ('gardens', planned);
    await page().keys(Key.ESCAPE);
    await become('gardens', planned);
    await page().driver.actions().release().perform();
    await become('gardens', planned);
    assert.equal(await undoable(), false);
  });

  it('moves and spreads by keyboard, a step each, and keeps the focus on the bar', async () => {
    const units = Number((await starts('gardens')).split(' ')[0].split(':')[1]);
    await page().driver.executeScript((b) => b.focus(), await bar('gardens', 0));
    await page().keys(Key.ARROW_RIGHT);
    await differ('gardens', planned);
    const once = await starts('gardens');
    await page().until(
      () => page().driver.executeScript(() => document.activeElement.dataset.start === '1'), 'the bar moved keeps the focus',
    );
    await page().keys(Key.ARROW_RIGHT);
    await differ('gardens', once);
    const started = (await starts('gardens')).split(' ').reduce((sum, s) => sum + Number(s.split(':')[1]), 0);
    assert.ok(started >= units);
    await page().click('undo');
    await become('gardens', once);
    await page().click('undo');
    await become('gardens', planned);
    const last = (list) => list.split(' ').at(-1).split(':')[0];
    await (await bar('gardens', 0)).sendKeys(Key.chord(Key.SHIFT, Key.ARROW_RIGHT));
    await differ('gardens', planned);
    assert.equal(Number(last(await starts('gardens'))), Number(last(planned)) + 1);
    assert.match(await starts('gardens'), /^0:/);
    await page().click('timeline-reset');
    await become('gardens', planned);
  });

  it('says why a move is useless instead of making it', async () => {
    const told = async (keys) => {
      const known = (await page().names('toast')).length;
      await (await bar('gardens', 0)).sendKeys(keys);
      await page().until(async () => (await page().names('toast')).length > known, 'it is told why');
    };
    await told(Key.ARROW_LEFT);
    await become('gardens', planned);
  });

  it('shows the state of a month under the cursor', async () => {
    await page().slide('month-cursor', 13);
    assert.equal(await page().value('month-cursor'), 12);
    const all = await page().value('state-gardens-recognised');
    await page().driver.executeScript((c) => c.focus(), await page().element('month-cursor'));
    await page().keys(Key.HOME);
    await page().until(async () => (await page().value('month-cursor')) === 0, 'the cursor is in the first month');
    assert.ok((await page().value('state-gardens-recognised')) < all);
    assert.ok((await page().value('state-total-free')) > 0);
  });

  it('opens the details of a line with Enter and spreads its starts there', async () => {
    await page().driver.executeScript((b) => b.focus(), await bar('gardens', 0));
    await page().keys(Key.ENTER);
    await page().element('spread-now');
    await page().pick('spread-from', '1');
    await page().pick('spread-to', '2');
    await page().click('spread-now');
    await differ('gardens', planned);
    assert.match(await starts('gardens'), /^1:/);
    await page().click('spread-reset');
    await become('gardens', planned);
    await page().keys(Key.ESCAPE);
    await page().gone('spread-now');
  });

  it('keeps milestones and starts over a reload', async () => {
    await page().type('milestone-schemes-0-due', '15/3/2021');
    await page().until(async () => (await page().attribute('milestone-schemes-0-due', 'data-value')) === '2021-03-15', 'the date is kept');
    await page().driver.executeScript((b) => b.focus(), await bar('gardens', 0));
    await page().keys(Key.END);
    await differ('gardens', planned);
    const moved = await starts('gardens');
    await page().until(async () => (await page().attribute('saved-state', 'data-value')) === 'saved', 'the plan is saved');
    await page().reload();
    await page().element('gantt-bar');
    await become('gardens', moved);
    assert.equal(await page().attribute('milestone-schemes-0-due', 'data-value'), '2021-03-15');
  });

  it('moves a commune known by name alone, by pointer and by keyboard, a step each', async () => {
    await page().go('share');
    await page().click('plan-new-minh-hoa-xa');
    await page().go('timeline');
    await page().element('gantt-bar');
    /** Starts of the advanced line's communes as `commune:month`, in order of the communes. */
    const communes = () => page().driver.executeScript(
      () => [...document.querySelectorAll('[data-test="gantt-bar"][data-line="advanced"][data-commune]')]
        .map((b) => `${b.dataset.commune}:${b.dataset.start}`).sort().join(' '),
    );
    await page().until(async () => (await communes()) !== '', 'communes have bars of their own');
    const chosen = await communes();
    const [id, month] = chosen.split(' ')[0].split(':');
    const own = () => page().driver.findElement(By.css(`[data-test="gantt-bar"][data-line="advanced"][data-commune="${id}"]`));
    const other = (list) => list.split(' ').filter((one) => !one.startsWith(`${id}:`)).join(' ');
    const width = await monthWidth();
    const drag = await grab(await own());
    await drag.move({ origin: Origin.POINTER, x: Math.round(width), y: 0 })
      .move({ origin: Origin.POINTER, x: Math.round(width / 2), y: 0 }).release().perform();
    await page().until(async () => (await communes()) !== chosen, 'the commune starts in another month');
    const moved = await communes();
    assert.equal(other(moved), other(chosen));
    assert.ok(Number(moved.split(' ').find((one) => one.startsWith(`${id}:`)).split(':')[1]) > Number(month));
    await page().click('undo');
    await page().until(async () => (await communes()) === chosen, 'one undo takes it back');
    await (await own()).sendKeys(Key.ARROW_RIGHT);
    await page().until(async () => (await communes()).includes(`${id}:${Number(month) + 1}`), 'the arrow moves it by a month');
    assert.equal(other(await communes()), other(chosen));
    await page().click('undo');
    await page().until(async () => (await communes()) === chosen, 'and that is one step too');
  });

  it('complains of nothing', async () => {
    assert.deepEqual(await scene.browser.complaints(), []);
  });
});
