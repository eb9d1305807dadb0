// Distributions, correlations and the band of 2020 on the screen Số liệu.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('uncertainty', (scene) => {
  const page = () => scene.page;
  const pair = (a, b) => `data-correlations-cost-${a}-cost-${b}`;

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().go('data');
  });

  it('draws a distribution, spreads it by a preset and takes that back', async () => {
    const base = 'data-line-ocop-average-cost';
    const shape = await page().raw(`${base}-shape`);
    assert.match(shape, /^M/);
    await page().is(`${base}-normal`, 'true');
    await page().click(`${base}-wide`);
    await page().is(`${base}-high`, '1.5');
    assert.notEqual(await page().raw(`${base}-shape`), shape);
    await page().is(`${base}-wide`, 'true');
    await page().click('undo');
    await page().is(`${base}-high`, '1.25');
    assert.equal(await page().raw(`${base}-shape`), shape);
  });

  it('takes a correlation, names the pair that does not fit, and repairs all in one step', async () => {
    const cells = (await page().names('data-correlations-cost-')).filter((name) => /cost-.*-cost-/.test(name) && !name.endsWith('-message'));
    const key = (name) => name.replace('data-correlations-cost-', '').split('-cost-');
    const lines = [...new Set(cells.flatMap(key))].slice(0, 3);
    const cell = (a, b) => cells.find((name) => key(name).includes(a) && key(name).includes(b));
    const [one, two, three] = [cell(lines[0], lines[1]), cell(lines[1], lines[2]), cell(lines[0], lines[2])];
    await page().type(one, '0,9');
    await page().is(one, '0.9');
    await page().element(`${one}-origin`);
    await page().type(two, '0,4');
    await page().is('data-correlations-check', 'true');
    await page().type(three, '-0,9');
    await page().is('data-correlations-check', 'false');
    assert.ok([one, two, three].includes(await page().raw('data-correlations-impossible')));
    await page().click('data-correlations-repair');
    await page().is('data-correlations-check', 'true');
    assert.ok(Number(await page().raw(three)) > -0.9);
    await page().click('undo');
    await page().is(three, '-0.9');
    for (let step = 0; step < 3; step += 1) await page().click('undo');
    await page().is(one, '');
  });

  it('refuses a correlation beyond one in words', async () => {
    const [name] = (await page().names('data-correlations-cost-')).filter((n) => !n.endsWith('-message'));
    await page().type(name, '1,5');
    await page().until(async () => (await page().attribute(name, 'aria-invalid')) === 'true', 'the field says it cannot be');
    await page().escape(name);
  });

  it('places the real results of 2020 in the band of the model', async () => {
    await page().until(async () => (await page().raw('data-back-test-band')) !== null, 'the band is there');
    const outside = await page().value('data-back-test-band');
    const marks = (await page().names('data-back-test-')).filter((name) => name.endsWith('-band') && name !== 'data-back-test-band');
    const values = await Promise.all(marks.map((name) => page().raw(name)));
    assert.ok(marks.length >= 5);
    assert.equal(values.filter((value) => value === 'false').length, outside);
  });
});
