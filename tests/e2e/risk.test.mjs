// Chances follow the levers; the screen Rủi ro shows where they come from and what would raise them.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { chartNumbers, drawn } from './figures.mjs';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('risk', (scene) => {
  const page = () => scene.page;
  const there = (name) => page().until(async () => {
    const value = await page().raw(name);
    return value !== null && value !== '' && Number(value) >= 0;
  }, `${name} has a value`);
  const chances = async () => {
    const lines = (await page().names('line-')).filter((name) => name.endsWith('-chance'));
    return Promise.all(lines.map((name) => page().value(name)));
  };

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
  });

  it('shows a chance on every target and of all, none above the hardest target', async () => {
    await there('joint-chance');
    const lines = await chances();
    assert.equal(lines.length, 6);
    assert.ok(lines.every((chance) => chance >= 0 && chance <= 1));
    assert.ok((await page().value('joint-chance')) <= Math.min(...lines) + 1e-9);
  });

  it('follows a lever, and undo brings the same chances back', async () => {
    await there('joint-chance');
    const start = await chances();
    await page().slide('source-state-factor', 80, 50, 20);
    await page().until(async () => {
      const now = await chances();
      return now.every((chance, l) => chance <= start[l] + 0.02) && now.some((chance, l) => chance < start[l] - 0.1);
    }, 'less money, smaller chances');
    await page().click('undo');
    await page().until(async () => (await chances()).every((chance, l) => Math.abs(chance - start[l]) < 0.02), 'the chances are back');
  });

  it('shows chances side by side, fans, distributions and what matters most', async () => {
    await page().go('risk');
    await there('risk-floods-joint');
    for (const name of ['fan-gardens', 'spread-score', 'tornado']) {
      await drawn(page(), name);
      assert.ok((await chartNumbers(page(), name)).length > 5, `${name} has figures`);
    }
    const before = await drawn(page(), 'tornado');
    await page().pick('risk-measure', 'missing');
    await drawn(page(), 'tornado', before);
  });

  it('finds what reaches a chance, applies it, and takes it back in one step', async () => {
    await page().pick('goal-seek-lever', 'pushed:gardens');
    await page().pick('goal-seek-aim', 'gardens');
    await page().pick('goal-seek-chance', '95');
    await page().click('goal-seek-run');
    await page().element('goal-seek-answer');
    const pushed = Number(await page().raw('goal-seek-answer'));
    assert.ok(pushed > 0, await page().text('goal-seek-answer'));
    const shown = await page().raw('scenario-picker');
    const before = await page().value(`risk-${shown}-gardens`);
    if (!(await page().has('goal-seek-apply'))) return;
    await page().click('goal-seek-apply');
    await page().until(async () => (await page().value(`risk-${shown}-gardens`)) > 0.9, 'the chance is reached');
    await page().click('undo');
    await page().until(async () => Math.abs((await page().value(`risk-${shown}-gardens`)) - before) < 0.02, 'the chance is back');
  });

  it('finds what reaches a target at likely values', async () => {
    const shown = await page().raw('scenario-picker');
    await page().pick('scenario-picker', 'state-minus-20');
    await page().is('scenario-picker', 'state-minus-20');
    await page().pick('goal-seek-lever', 'all');
    await page().pick('goal-seek-aim', 'advanced');
    await page().pick('goal-seek-chance', '0');
    await page().click('goal-seek-run');
    await page().element('goal-seek-apply');
    await page().click('goal-seek-apply');
    await page().go('overview');
    await page().until(async () => (await page().value('line-advanced-recognised')) >= 2, 'the target is made');
    await page().click('undo');
    await page().until(async () => (await page().value('line-advanced-recognised')) < 2, 'and is missed again');
    await page().pick('scenario-picker', shown);
    await page().go('risk');
    await page().element('chart-tornado');
  });

  it('works out Sobol indices on request and shows them beside the tornado', async () => {
    await page().pick('risk-measure', 'score');
    await page().click('risk-sobol-run');
    await page().until(async () => Number(await page().raw('risk-sobol')) > 0, 'the indices are there');
    const sum = Number(await page().raw('risk-sobol'));
    assert.ok(sum > 0.3 && sum < 1.3, `first-order indices add up to ${sum}`);
    const table = await chartNumbers(page(), 'tornado');
    assert.equal(table.length % 5, 0, 'correlation, two ends, index and its interval in every row');
    // Another result has none yet: its own are asked for.
    await page().pick('risk-measure', 'missing');
    await page().element('risk-sobol-run');
  });

  it('stops Sobol indices half way', async () => {
    await page().click('risk-sobol-run');
    if (await page().has('risk-sobol-cancel')) await page().click('risk-sobol-cancel');
    await page().element('chart-tornado');
  });

  it('draws any input against any result', async () => {
    const before = await drawn(page(), 'scatter');
    await page().pick('scatter-measure', 'missing');
    const after = await drawn(page(), 'scatter', before);
    await page().pick('scatter-input', 'realisation:state');
    await drawn(page(), 'scatter', after);
    assert.equal((await chartNumbers(page(), 'scatter')).length, 30);
  });

  it('ranks every way to a chance by cost, applies one in one step, and takes it back', async () => {
    await page().pick('goal-seek-lever', 'every');
    await page().pick('goal-seek-aim', '');
    await page().pick('goal-seek-chance', '60');
    await page().click('goal-seek-run');
    await page().element('ways-progress');
    await page().until(async () => !(await page().has('ways-progress')) && (await page().has('ways')), 'the search is over', 120_000);
    const ways = await page().names('way-');
    const places = ways.filter((name) => /^way-\d+$/.test(name));
    const costs = await Promise.all(places.map((name) => page().value(name)));
    assert.ok(costs.length > 0, 'a way is found');
    assert.deepEqual(costs, [...costs].sort((a, b) => a - b));
    const shown = await page().raw('scenario-picker');
    const before = await page().value(`risk-${shown}-joint`);
    await page().click('way-0-apply');
    await page().until(async () => (await page().value(`risk-${shown}-joint`)) > 0.57, 'the chance is reached');
    await page().click('undo');
    await page().until(async () => Math.abs((await page().value(`risk-${shown}-joint`)) - before) < 0.02, 'the chance is back');
  });
});
