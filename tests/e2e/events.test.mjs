// Events on Số liệu: taken from the library, made by hand, with effects that hit chosen targets, and deleted again.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('the editor of events', (scene) => {
  const page = () => scene.page;
  const cards = () => page().names('data-event-').then((names) => names.filter((name) => name.endsWith('-delete')).length);
  let known;

  before(async () => {
    await page().open('data');
    if (await page().has('tour-dismiss')) await page().click('tour-dismiss');
    await page().element('data-events');
    known = await cards();
  });

  it('adds an event of the library under an id of its own', async () => {
    await page().pick('event-library', 'floods');
    await page().click('event-from-library');
    await page().element('data-event-floods-2');
    assert.equal(await cards(), known + 1);
    await page().click('data-event-floods-2-delete');
    await page().until(async () => (await cards()) === known, 'the event is gone');
    await page().click('undo');
    await page().element('data-event-floods-2');
    await page().click('undo');
    await page().until(async () => (await cards()) === known, 'both steps are taken back');
  });

  it('makes an event by hand: name, month, effect, target; Tổng quan tells what it does alone', async () => {
    await page().click('event-add');
    await page().element('data-event-event');
    await page().type('data-event-event-name', 'Hạn hán');
    await page().click('data-event-event-month-8');
    await page().pick('data-event-event-effect-kind', 'pass-rate');
    await page().click('data-event-event-effect-add');
    await page().click('data-event-event-effects-0-hits-gardens');
    await page().type('data-event-event-effects-0', '50');
    await page().until(
      async () => /Vườn mẫu −100/.test(await page().attribute('data-event-event-alone', 'textContent')),
      'half of the gardens do not pass',
    );
    await page().go('overview');
    assert.match(await page().attribute('event-event-alone', 'textContent'), /−100 vườn/);
    const before = await page().value('line-gardens-recognised');
    await page().click('event-event-on');
    await page().until(async () => (await page().value('line-gardens-recognised')) === before - 100, 'the gardens fall');
    await page().click('undo');
    await page().until(async () => (await page().value('line-gardens-recognised')) === before, 'and rise again');
  });

  it('removes an effect and the event', async () => {
    await page().go('data');
    await page().click('data-event-event-effects-0-remove');
    await page().until(async () => !(await page().has('data-event-event-effects-0')), 'the effect is gone');
    await page().click('data-event-event-delete');
    await page().until(async () => (await cards()) === known, 'the event is gone');
  });
});
