// A slider of the overview moves the figures and what the charts draw and tell.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { chartNumbers, drawing, drawn, outcome } from './figures.mjs';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('a slider', (scene) => {
  const page = () => scene.page;

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
  });

  it('changes score, targets and missing money', async () => {
    const start = await outcome(page());
    await page().slide('source-state-factor', 90, 60, 30);
    await page().is('source-state-factor', 0.3);
    const end = await outcome(page());
    assert.ok(Number(end.score) < Number(start.score));
    assert.ok(Number(end['missing-money']) > 0);
    assert.ok(Object.keys(end).some((name) => name.endsWith('-recognised') && end[name] !== start[name]));
    await page().click('undo');
    await page().is('score', Number(start.score));
    assert.deepEqual(await outcome(page()), start);
  });

  for (const [choice, name] of [['cash', 'cash'], ['recognised', 'recognised'], ['sources', 'money-by-source-line']]) {
    it(`changes the drawing and the table of the chart ${name}, and undo brings both back`, async () => {
      await page().choose('overview-chart', choice);
      const shape = await drawn(page(), name);
      const numbers = await chartNumbers(page(), name);
      assert.ok(numbers.length > 5);
      await page().slide('source-state-factor', 80, 40);
      await drawn(page(), name, shape);
      assert.notDeepEqual(await chartNumbers(page(), name), numbers);
      await page().click('undo');
      await page().until(async () => (await drawing(page(), name)) === shape, `${name} is drawn as before`);
      assert.deepEqual(await chartNumbers(page(), name), numbers);
    });
  }

  it('gives the chart of losses something to draw', async () => {
    await page().choose('overview-chart', 'causes');
    await page().slide('source-state-factor', 60, 30);
    await drawn(page(), 'causes');
    const lost = await chartNumbers(page(), 'causes');
    assert.ok(lost.some((points) => points > 0));
    await page().click('undo');
    await page().is('source-state-factor', 1);
  });

  it('draws the last frame of a drag, not one before it', async () => {
    await page().choose('overview-chart', 'cash');
    await page().slide('source-state-factor', 40);
    const direct = await drawn(page(), 'cash');
    const numbers = await chartNumbers(page(), 'cash');
    await page().click('undo');
    await drawn(page(), 'cash', direct);
    await page().slide('source-state-factor', 150, 120, 80, 20, 40);
    await page().until(async () => (await drawing(page(), 'cash')) === direct, 'the drag ends in the same drawing');
    assert.deepEqual(await chartNumbers(page(), 'cash'), numbers);
  });
});
