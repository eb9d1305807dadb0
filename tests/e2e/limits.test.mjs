// Limits of a question: what a source pays to a target at most, least numbers by area, kept by the answer and its scenario.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onHostedBuild } from './journey.mjs';

const CLOSE = 1e-6;

onHostedBuild('limits of the best plan', (scene) => {
  const page = () => scene.page;
  const ended = () => page().until(async () => !(await page().has('optimise-cancel')) && (await page().has('optimise-answer')), 'the search ends');
  const ask = async () => {
    await page().click('optimise-start');
    await ended();
  };

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().go('optimise');
  });

  it('caps what a source pays to a target, in rows that come and go', async () => {
    await page().click('optimise-cap-add');
    await page().pick('optimise-cap-source-0', 'credit');
    await page().pick('optimise-cap-line-0', 'gardens');
    await page().type('optimise-cap-most-0', '100');
    await page().click('optimise-cap-add');
    await page().is('optimise-caps', 2);
    await page().click('optimise-cap-remove-1');
    await page().is('optimise-caps', 1);
    assert.equal(await page().raw('optimise-cap-line-0'), 'gardens');
    await ask();
    assert.ok(await page().has('optimise-verified'));
  });

  it('keeps the cap with the scenario that carries the answer out', async () => {
    const claim = await page().value('optimise-score');
    await page().click('optimise-apply');
    await page().go('overview');
    await page().until(async () => Math.abs((await page().value('score')) - claim) < CLOSE, 'the scenario scores what was claimed');
    await page().go('scenarios');
    await page().until(async () => /Nguồn chi nhiều nhất|≤/.test(await page().driver.executeScript('return document.body.innerText')), 'the cap is told');
    await page().go('optimise');
  });

  it('says which least number cannot be kept, and with which limits it clashes', async () => {
    await page().click('optimise-floor-add');
    await page().pick('optimise-floor-area-0', 'coastal');
    await page().type('optimise-floor-least-0', '9');
    await ask();
    await page().until(async () => /ven biển/.test(await page().text('optimise-short')), 'what is missing is told');
    await page().until(async () => /ven biển/.test(await page().text('optimise-clash')), 'the clash is told');
    await page().click('optimise-floor-remove-0');
    await page().is('optimise-floors', 0);
  });

  it('keeps a least number of a line', async () => {
    await page().click('optimise-floor-add');
    await page().pick('optimise-floor-line-0', 'ocop');
    await page().type('optimise-floor-least-0', '14');
    await ask();
    assert.ok(await page().has('optimise-verified'));
    assert.equal(await page().text('optimise-short'), '');
    // Fourteen put up, of which 0,8 · 0,87 pass.
    assert.ok((await page().value('optimise-line-ocop')) >= 14 * 0.8 * 0.87 - 1e-6);
  });

  it('finds the plan that makes the most targets with a chance, and says how sure it is', async () => {
    await page().click('optimise-floor-remove-0');
    await page().click('optimise-cap-remove-0');
    await page().pick('scenario-picker', 'as-2020');
    await page().go('optimise');
    await page().type('optimise-sure', '150');
    await page().until(async () => /100/.test(await page().driver.executeScript('return document.querySelector("[id=optimise-sure-message]")?.innerText ?? ""')), 'more than all is refused');
    await page().type('optimise-sure', '60');
    await ask();
    const chance = await page().value('optimise-chance');
    assert.ok(chance > 0.5 && chance <= 1, `${chance}`);
    assert.equal(await page().raw('optimise-way'), 'samples');
    // The head tells of this answer, not of the plan at likely values.
    assert.ok((await page().value('optimise-sure-targets')) > 0);
    assert.ok(Math.abs((await page().value('optimise-sure-score')) - (await page().value('optimise-score'))) < CLOSE);
    assert.ok(!(await page().has('optimise-gap')) && !(await page().has('optimise-prove')));
    assert.ok(await page().has('optimise-verified'));
  });
});
