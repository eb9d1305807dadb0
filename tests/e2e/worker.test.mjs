// Chances come from a worker in both builds; from another one when it stops; from the page itself where there is none.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onBothBuilds } from './journey.mjs';

/** What each place has to give: filled by the first journey, held against by the others. */
const known = new Map();

onBothBuilds('long computations', (scene) => {
  const page = () => scene.page;
  const joint = () => page().until(async () => {
    const value = await page().raw('joint-chance');
    return value !== null && value !== '' && { value };
  }, 'there is a chance').then(({ value }) => value);
  /** Chances of the scenario shown once all samples are drawn, for a factor of the state's money. */
  const chances = async (percent) => {
    await page().go('overview');
    await page().slide('source-state-factor', percent);
    await page().go('risk');
    const shown = await page().raw('scenario-picker');
    await page().until(async () => {
      // Those of the plan before stay until the new ones are there, and say so.
      const waits = /đang tính/.test(await page().text('risk-place'));
      return !waits && (await page().raw(`risk-${shown}-samples`)) === '20000';
    }, 'all samples are drawn');
    const names = (await page().names(`risk-${shown}-`)).filter((name) => !name.endsWith('-samples'));
    assert.ok(names.length > 5);
    return Promise.all(names.map((name) => page().raw(name)));
  };
  const place = async () => {
    await page().go('risk');
    return page().raw('risk-place');
  };
  const workers = () => page().driver.executeScript(() => globalThis.ntmWorkersMade.length);

  before(async () => {
    await page().beforeEachLoad(() => {
      const Original = globalThis.Worker;
      globalThis.ntmWorkersMade = [];
      globalThis.Worker = class extends Original {
        constructor(...how) {
          if (sessionStorage.getItem('no-worker')) throw new Error('no worker here');
          super(...how);
          globalThis.ntmWorkersMade.push(this);
        }
      };
    });
    await page().open();
    await page().click('tour-dismiss');
  });

  it('are done in a worker', async () => {
    await joint();
    assert.equal(await place(), 'worker');
    assert.equal(await workers(), 1);
    for (const percent of [70, 40]) known.set(percent, await chances(percent));
    assert.notDeepEqual(known.get(70), known.get(40));
  });

  it('carry the revision of the move they are of', async () => {
    await page().go('risk');
    const revision = Number(await page().raw('risk-finding'));
    await page().go('overview');
    await page().slide('source-state-factor', 90, 80, 60, 50);
    await page().go('risk');
    await page().until(async () => Number(await page().raw('risk-finding')) > revision, 'the finding is of the last move');
  });

  it('go on in another worker when one stops, with the same figures', async () => {
    await page().go('overview');
    await page().driver.executeScript(() => {
      const worker = globalThis.ntmWorkersMade.at(-1);
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent('error', { message: 'a test' }));
    });
    await page().until(async () => (await workers()) === 2, 'another one is started');
    for (const percent of [70, 40]) assert.deepEqual(await chances(percent), known.get(percent));
    assert.equal(await place(), 'worker');
  });

  it('follow a search and what explains it', async () => {
    await page().go('optimise');
    await page().click('optimise-start');
    await page().element('optimise-answer');
    await page().gone('optimise-cancel');
    assert.ok((await page().value('optimise-bound')) >= (await page().value('optimise-incumbent')) - 1e-6);
  });

  it('are done by the page where no worker can be made, with the same figures', async () => {
    await page().driver.executeScript(() => sessionStorage.setItem('no-worker', '1'));
    await page().reload();
    for (const percent of [70, 40]) assert.deepEqual(await chances(percent), known.get(percent));
    assert.equal(await place(), 'page');
    assert.match(await page().text('risk-place'), /trang tự tính/);
    await page().go('optimise');
    await page().click('optimise-start');
    await page().element('optimise-answer');
    await page().is('frontier', '0');
  });
});
