// The exact solver HiGHS: proves a best plan on both builds, goes on with a hard one, is stopped at once, stays at home.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { exported, folder } from './files.mjs';
import { hardPlan } from './hard-plan.mjs';
import { onBothBuilds } from './journey.mjs';

const CLOSE = 1e-6;
/** How long a solver may take where the machine is busy, milliseconds. */
const LONG = 90_000;

onBothBuilds('the exact solver', (scene) => {
  const page = () => scene.page;
  const proof = () => page().raw('optimise-proof');
  const figures = async () => ({
    incumbent: await page().value('optimise-incumbent'),
    bound: await page().value('optimise-bound'),
    gap: await page().value('optimise-gap'),
  });
  const answered = () => page().until(async () => !(await page().has('optimise-cancel')) && (await page().has('optimise-answer')), 'the search ends');

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().pick('scenario-picker', 'state-minus-20');
    await page().is('scenario-picker', 'state-minus-20');
  });

  it('is not loaded before it is asked', async () => {
    await page().go('optimise');
    await page().click('optimise-start');
    await answered();
    assert.equal(await proof(), 'own');
    assert.ok(!(await scene.browser.requests()).some((address) => /highs/.test(address)));
  });

  it('proves the same optimum as the page has found', async () => {
    const own = await figures();
    await page().click('optimise-prove');
    await page().until(async () => (await proof()) === 'proven', 'HiGHS has proven the plan', LONG);
    const proven = await figures();
    assert.ok(Math.abs(proven.incumbent - own.incumbent) < CLOSE, `${proven.incumbent} and ${own.incumbent}`);
    assert.ok(proven.gap < CLOSE && proven.bound >= proven.incumbent - CLOSE);
    assert.match(await page().text('optimise-proof'), /HiGHS/);
    assert.ok(await page().has('optimise-verified'));
    assert.ok(Math.abs((await page().value('optimise-score')) - proven.incumbent) < CLOSE);
  });

  it('goes on by itself with a plan that is hard, shows how far it is, and stops at once with the best so far', async () => {
    const { file } = await exported(scene);
    const path = folder('ntm-hard-').write('hard.json', JSON.stringify(hardPlan(file, { seed: 1, share: 0.3 })));
    await page().upload('import-json', path);
    await page().click('import-accept-new');
    await page().gone('import-preview');
    await page().go('overview');
    const score = await page().value('score');
    await page().go('optimise');
    await page().click('optimise-start');
    await page().until(async () => (await page().has('optimise-proof')) && (await proof()) === 'running', 'HiGHS is at work', LONG);
    const shown = await page().until(async () => {
      const now = await figures();
      return now.bound > 0 && now;
    }, 'progress is shown');
    assert.ok(shown.incumbent >= score - CLOSE && shown.bound >= shown.incumbent - CLOSE);
    // It would go on for a minute: longer than anything is waited for.
    await page().click('optimise-cancel');
    await page().until(async () => (await proof()) === 'cancelled', 'HiGHS is stopped');
    const kept = await figures();
    assert.ok(kept.incumbent >= shown.incumbent - CLOSE, `${kept.incumbent} is no worse than ${shown.incumbent}`);
    assert.ok(Math.abs(kept.gap - Math.max(kept.bound - kept.incumbent, 0)) < CLOSE);
    assert.ok(await page().has('optimise-verified'));
  });

  it('starts afresh after it was stopped, and says what is left when its time is up', async () => {
    await page().pick('optimise-limit', '10');
    await page().click('optimise-prove');
    await page().until(async () => ['time', 'proven'].includes(await proof()), 'the time is up', LONG);
    const end = await figures();
    assert.ok(end.bound >= end.incumbent - CLOSE);
    assert.ok(await page().has('optimise-verified'));
  });
});
