// What really happened: typed and pasted month by month, a forecast from it, the report to date, a reload, undo.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { Key } from 'selenium-webdriver';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('actual figures', (scene) => {
  const page = () => scene.page;
  const cell = (row, month) => `data-actuals-${row}-${month}`;
  const script = (...args) => page().driver.executeScript(...args);
  /** Pastes into a field as the browser does by Ctrl+V. */
  const paste = async (name, text) => script((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.focus();
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, await page().element(name), text);
  const score = async () => {
    await page().go('overview');
    const value = Number(await page().value('score'));
    await page().go('data');
    return value;
  };
  let planned;

  before(async () => {
    await page().open();
    if (await page().has('tour-dismiss')) await page().click('tour-dismiss');
    planned = Number(await page().value('score'));
    await page().go('data');
  });

  it('cannot be a forecast before a month is closed', async () => {
    await page().is('data-actuals-months', '0');
    assert.equal(await page().attribute('data-actuals-forecast', 'disabled'), 'true');
  });

  it('typed, a figure closes the months up to it and is summed', async () => {
    await page().type(cell('recognised-gardens', 1), '10');
    await page().is('data-actuals-months', '2');
    await page().type(cell('recognised-gardens', 2), '15');
    await page().is('data-actuals-months', '3');
    await page().is('data-actuals-recognised-gardens-sum', 25);
  });

  it('refuse what is no figure and say why', async () => {
    await page().type(cell('started-gardens', 0), '1,5');
    await page().until(async () => (await page().attribute(cell('started-gardens', 0), 'aria-invalid')) === 'true', 'it complains');
    await page().escape(cell('started-gardens', 0));
    await page().is(cell('started-gardens', 0), '');
  });

  it('pasted from a spreadsheet, say what cannot be read and are one step', async () => {
    await paste(cell('recognised-gardens', 0), 'Khu dân cư mẫu\t0\t5\t7\r\nNgân sách nhà nước\t100\tnhiều\t300\r\n');
    await page().is('data-actuals-summary', '1');
    assert.match(await page().text('data-actuals-errors'), /nhiều/);
    await page().write('data-actuals-text', '');
    await script((area) => {
      area.value = 'Khu dân cư mẫu\t0\t5\t7\nVườn mẫu\t0\t10\t12\n';
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, await page().element('data-actuals-text'));
    await page().is('data-actuals-summary', '0');
    await page().click('data-actuals-apply');
    await page().is(cell('recognised-residential', 2), 7);
    await page().is('data-actuals-recognised-residential-sum', 12);
    await page().is('data-actuals-recognised-gardens-sum', 22);
    await page().click('undo');
    await page().is('data-actuals-recognised-gardens-sum', 25);
    await page().is(cell('recognised-residential', 2), '');
    await page().click('redo');
    await page().is('data-actuals-recognised-gardens-sum', 22);
  });

  it('are reported to date as the office writes it', async () => {
    const report = await page().text('data-actuals-report');
    assert.match(report, /Đến hết tháng 3\/2021/);
    assert.match(report, /đạt 12\/25 khu, bằng 48.% kế hoạch; lũy kế \d+ khu/);
  });

  it('leave the plan as it is until the run is a forecast', async () => {
    assert.equal(await score(), planned);
    await page().type(cell('started-advanced', 0), '0');
    await page().type(cell('started-advanced', 1), '0');
    await page().type(cell('started-advanced', 2), '0');
    await page().click('data-actuals-forecast');
    await page().is('data-actuals-forecast', 'true');
    assert.ok(Number.isFinite(await score()));
  });

  it('are marked on the timeline', async () => {
    await page().go('timeline');
    await page().is('timeline-closed', '3');
    assert.match(await page().text('timeline-closed'), /hết T3/);
    await page().go('data');
  });

  it('survive a reload', async () => {
    await page().saved();
    await page().reload();
    await page().go('data');
    await page().is('data-actuals-forecast', 'true');
    await page().is('data-actuals-months', '3');
    await page().is(cell('recognised-residential', 1), 5);
  });

  it('go back to the plan with the switch', async () => {
    await page().click('data-actuals-forecast');
    await page().is('data-actuals-forecast', 'false');
    assert.equal(await score(), planned);
    await (await page().element(cell('recognised-gardens', 0))).sendKeys(Key.ESCAPE);
  });
});
