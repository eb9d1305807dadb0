// Names are text wherever they are shown: markup, scripts, formulas and signs that turn the writing round do nothing.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { drawn, tooltip } from './figures.mjs';
import { exported } from './files.mjs';
import { onBothBuilds } from './journey.mjs';

const MARKUP = '<img src=x onerror="globalThis.harmed=1"><script>globalThis.harmed=2</script>';
const FORMULA = '=HYPERLINK("http://example.com";"{a|b}")';
const TURNED = 'xã \u202egpj.exe\u202c {b} %s';

onBothBuilds('names that look like code', (scene) => {
  const page = () => scene.page;
  let plan;
  const harmless = async () => {
    const harm = await page().driver.executeScript(() => [
      globalThis.harmed ?? 0,
      document.querySelectorAll('img, iframe, object').length,
      [...document.querySelectorAll('script')].filter((s) => s.textContent.includes('harmed')).length,
    ]);
    assert.deepEqual(harm, [0, 0, 0]);
  };
  /** Adds a name to every text of a part of the plan. */
  const rename = (things, text) => things.forEach((thing) => { thing.name = { vi: `${text} ${thing.id}`, en: `${text} ${thing.id}` }; });

  before(async () => {
    await page().open();
    await page().click('tour-dismiss');
    const { file } = await exported(scene);
    plan = file.plan;
    plan.name = { vi: `${MARKUP} ${TURNED}`, en: MARKUP };
    rename(plan.sources, MARKUP);
    rename(plan.lines, `${MARKUP} ${FORMULA}`);
    rename(plan.events, MARKUP);
    rename(plan.scenarios, `${FORMULA} ${TURNED} ${MARKUP}`);
    plan.scenarios[0].note = MARKUP;
    plan.communes[0].name = MARKUP;
    await page().upload('import-json', scene.downloads.write('hostile.json', JSON.stringify(file)));
    await page().element('import-preview');
  });

  it('are shown as text before the file is used, and signs that turn the writing are told as taken out', async () => {
    assert.ok((await page().text('import-name')).includes(MARKUP));
    assert.ok(await page().has('repair'));
    await harmless();
    await page().click('import-accept-new');
    await page().gone('import-preview');
    const name = await page().text('plan-name');
    assert.ok(name.includes(MARKUP) && !/[\u202a-\u202e\u2066-\u2069]/.test(name));
  });

  it('are shown as text on every screen', async () => {
    for (const screen of ['overview', 'scenarios', 'timeline', 'communes', 'data', 'share']) {
      await page().go(screen);
      await harmless();
    }
    await page().go('overview');
    assert.ok((await page().text('source-state')).includes(MARKUP));
    assert.ok((await page().text('line-gardens')).includes(FORMULA));
    assert.ok((await page().text('scenario-picker')).includes(FORMULA));
    await page().go('data');
    assert.ok((await page().text('data-sources')).includes(MARKUP));
  });

  it('are shown as text in charts, their tooltips and their tables', async () => {
    await page().go('overview');
    await page().slide('source-state-factor', 40);
    for (const [choice, name] of [['cash', 'cash'], ['recognised', 'recognised'], ['sources', 'money-by-source-line'], ['causes', 'causes']]) {
      await page().choose('overview-chart', choice);
      await drawn(page(), name);
      await tooltip(page(), name);
      await harmless();
      await page().click(`chart-${name}-toggle`);
      const table = await page().text(`chart-${name}-table`);
      if (name !== 'cash') assert.ok(table.includes('onerror'), `${name} tells the names`);
      await harmless();
    }
    await page().go('scenarios');
    await page().click('scenario-duplicate');
    for (const name of ['compare-attainment', 'compare-sources']) {
      await drawn(page(), name);
      await tooltip(page(), name);
      await harmless();
    }
  });

  it('are typed as text too', async () => {
    const id = await page().raw('scenario-picker');
    await page().click(`scenario-${id}-rename`);
    await page().type(`scenario-${id}-name`, `${MARKUP}${FORMULA}`);
    await page().until(async () => (await page().text(`scenario-${id}-show`)).includes(MARKUP + FORMULA), 'the name is shown');
    await harmless();
  });

  it('travel in a file and come back the same', async () => {
    const first = await exported(scene);
    assert.equal(first.file.plan.sources[0].name.vi, plan.sources[0].name.vi);
    await page().upload('import-json', first.path);
    await page().element('import-identical');
    assert.equal(await page().has('repair'), false);
  });
});
