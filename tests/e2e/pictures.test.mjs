// Pictures of drawings: every chart and drawing is saved as SVG and PNG with its title and its source.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { download } from './files.mjs';
import { onBothBuilds } from './journey.mjs';

onBothBuilds('pictures', (scene) => {
  const page = () => scene.page;
  /** The buttons of a chart are seen while it has the focus; a browser saves a second file only after a click of a person. */
  const press = async (name) => {
    const button = await page().element(name);
    const toggle = name.replace(/-(svg|png)$/, '-toggle');
    if (await page().has(toggle)) await page().driver.executeScript((b) => b.focus(), await page().element(toggle));
    await page().driver.executeScript((b) => b.scrollIntoView({ block: 'center' }), button);
    await page().driver.actions().move({ origin: button }).click().perform();
  };
  /** Saves a drawing both ways; the text of the SVG. */
  const save = async (name) => {
    const path = await download(scene, () => press(`chart-${name}-svg`));
    assert.match(path, new RegExp(`ntm-${name}-.*\\.svg$`));
    const svg = readFileSync(path, 'utf8');
    assert.match(svg, /^<svg xmlns=/);
    assert.ok(!svg.includes('var(--'), `${name} keeps no variable`);
    assert.match(svg, /NTM Planner/);
    const picture = await download(scene, () => press(`chart-${name}-png`));
    assert.match(picture, /\.png$/);
    assert.equal(readFileSync(picture).subarray(1, 4).toString(), 'PNG');
    return svg;
  };

  before(async () => {
    await page().open();
    if (await page().has('tour-dismiss')) await page().click('tour-dismiss');
  });

  it('saves the way of the money', async () => {
    await page().choose('overview-chart', 'flow');
    await page().element('chart-money-flow-svg');
    assert.match(await save('money-flow'), /Được công nhận/);
  });

  it('saves the timeline with every target', async () => {
    await page().go('timeline');
    await page().element('gantt-bar');
    assert.match(await save('timeline'), /Vườn mẫu/);
  });

  it('saves the heat map with the cost of every cell', async () => {
    await page().go('share');
    await page().click('plan-new-minh-hoa-xa');
    await page().go('communes');
    const svg = await save('communes-heat');
    const most = Number(await page().value('communes-heat-most'));
    assert.match(svg, new RegExp(`>${(most / 1000).toFixed(1).replace('.', ',')}</text>`));
    assert.match(svg, /Thạch Xuân/);
  });
});
