// A lone tab on a loaded machine: the right to write and the write itself are held back while the plan is changed on.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { onHostedBuild } from './journey.mjs';

const AMOUNT = 'source-state-amount';

/** Every question for a lock waits until the test lets it go. */
function holdLocksBack() {
  const ask = LockManager.prototype.request;
  window.asked = 0;
  const free = new Promise((go) => { window.letGo = go; });
  LockManager.prototype.request = function request(...args) {
    if (String(args[0]).startsWith('ntm-planner.plan.')) {
      window.asked += 1;
      return free.then(() => ask.apply(this, args));
    }
    return ask.apply(this, args);
  };
}

onHostedBuild('a right to write that comes late', (scene) => {
  const page = () => scene.page;
  const asked = () => page().driver.executeScript('return window.asked');
  const now = () => page().driver.executeScript('return performance.now()');
  before(async () => {
    await page().beforeEachLoad(holdLocksBack);
    await page().open();
    await page().click('tour-dismiss');
  });

  it('is asked for once, however often the plan is changed meanwhile', async () => {
    await page().type(AMOUNT, '150.000');
    await page().until(async () => (await asked()) === 1, 'the right is asked for');
    for (const amount of ['140.000', '130.000', '120.000']) {
      await page().type(AMOUNT, amount);
      // The pause before a save is over: a second question would have come.
      const typed = await now();
      await page().until(async () => (await now()) - typed > 600, 'the save is due');
    }
    assert.equal(await asked(), 1);
    assert.ok(!(await page().has('read-only')));
  });

  it('lets everything be written once it is there, and undone', async () => {
    await page().driver.executeScript('window.letGo()');
    await page().saved();
    assert.ok(!(await page().has('read-only')));
    await page().is(AMOUNT, 120000);
    await page().click('undo');
    await page().is(AMOUNT, 130000);
    await page().saved();
    assert.ok(!(await page().has('read-only')));
  });
});

/** Keeps a transaction of the store open until the test lets it go: writes wait behind it. */
const holdWritesBack = `
  const done = arguments[0];
  const open = indexedDB.open('ntm-planner');
  open.onsuccess = () => {
    const transaction = open.result.transaction([...open.result.objectStoreNames], 'readwrite');
    const store = transaction.objectStore(open.result.objectStoreNames[0]);
    window.held = true;
    transaction.oncomplete = () => open.result.close();
    const again = () => { if (window.held) store.count().onsuccess = again; };
    again();
    done();
  };`;

onHostedBuild('a write that takes long', (scene) => {
  const page = () => scene.page;
  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().type(AMOUNT, '150.000');
    await page().saved();
  });

  it('takes what was changed meanwhile with the next one', async () => {
    await page().driver.executeAsyncScript(holdWritesBack);
    await page().type(AMOUNT, '140.000');
    await page().until(async () => (await page().raw('saved-state')) === 'saving', 'a write is under way');
    await page().type(AMOUNT, '130.000');
    await page().type(AMOUNT, '120.000');
    assert.ok(!(await page().has('read-only')));
    await page().driver.executeScript('window.held = false');
    await page().saved();
    await page().reload();
    await page().is(AMOUNT, 120000);
  });
});
