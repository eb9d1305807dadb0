// A file dropped on any screen is taken as an import; the page is never left for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, it } from 'node:test';
import { outcome } from './figures.mjs';
import { exported, folder } from './files.mjs';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('a dropped file', (scene) => {
  const page = () => scene.page;
  let text;
  /** Drops a file on an element, as the browser does; says whether the browser would have left the page. */
  const drop = async (target, name, content) => page().driver.executeScript((element, file, inside) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([inside], file, { type: 'application/json' }));
    const told = ['dragenter', 'dragover', 'drop'].map((kind) =>
      element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer })));
    return told.slice(1).some((untouched) => untouched);
  }, await page().element(target), name, content);

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().type('source-state-amount', '150.000');
    await page().saved();
    text = readFileSync((await exported(scene)).path, 'utf8');
  });

  for (const screen of ['overview', 'scenarios', 'timeline', 'communes', 'data', 'share']) {
    it(`on ${screen} shows what is in it on the screen Chia sẻ`, async () => {
      await page().go(screen);
      assert.equal(await drop('main', 'ke-hoach.json', text), false, 'the browser leaves the page');
      await page().element('import-identical');
      assert.match(await page().driver.getCurrentUrl(), /#\/share/);
      await page().click('import-cancel');
      await page().gone('import-preview');
    });
  }

  it('that is no plan is refused with a reason, and nothing changes', async () => {
    const before = await outcome(page());
    assert.equal(await drop('main', 'anh.json', '{"not": "a plan"}'), false);
    await page().element('import-error');
    assert.deepEqual(await outcome(page()), before);
  });
});

onBothBuilds('a file of a newer version', (scene) => {
  const page = () => scene.page;
  let path;
  let given;

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    await page().type('source-state-amount', '150.000');
    await page().saved();
    given = (await exported(scene)).file;
    given.version += 1;
    given.colour = 'xanh';
    given.plan.id = 'from-the-future';
    given.plan.mood = { of: ['district', 1] };
    given.plan.sources[0].bank = 'Agribank';
    delete given.hash;
    path = folder('ntm-newer-').write('newer.json', JSON.stringify(given));
  });

  it('is told to be newer and opens read-only', async () => {
    await page().upload('import-json', path);
    await page().element('import-newer');
    await page().click('import-accept-new');
    await page().element('read-only');
    await page().go('overview');
    await page().is('source-state-amount', 150000);
    assert.equal(await page().attribute('source-state-factor', 'disabled'), 'true');
  });

  it('gives back the fields it does not know when it is exported again', async () => {
    const { file } = await exported(scene);
    assert.deepEqual(file.plan.mood, given.plan.mood);
    assert.equal(file.plan.sources[0].bank, 'Agribank');
    assert.equal(file.colour, 'xanh');
  });
});
