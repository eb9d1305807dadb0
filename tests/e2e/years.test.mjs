// A plan of several years: goals and amounts by year, what each year adds and what there is in all, certificates.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { Key } from 'selenium-webdriver';
import { onHostedBuild } from './journey.mjs';

onHostedBuild('a plan of several years', (scene) => {
  const page = () => scene.page;
  const goal = (line, year) => `data-years-goal-${line}-${year}`;

  before(async () => {
    await page().open('data');
    if (await page().has('tour-dismiss')) await page().click('tour-dismiss');
    await page().type('data-calendar-months', '25');
    await page().is('data-calendar-months', 25);
  });

  it('takes a goal for each year; the goal of the plan is their sum', async () => {
    await page().type(goal('gardens', 2021), '200');
    await page().is('data-years-goal-gardens-whole', 200);
    await page().type(goal('gardens', 2022), '150');
    await page().is('data-years-goal-gardens-whole', 350);
    await page().type('data-line-gardens-goal', '300');
    await page().until(async () => (await page().attribute('data-line-gardens-goal', 'aria-invalid')) === 'true', 'the sum is not typed');
    await page().escape('data-line-gardens-goal');
  });

  it('tells what a year adds apart from what there is in all', async () => {
    const added = Number(await page().value('data-years-result-gardens-2022-added'));
    const stock = Number(await page().value('data-years-result-gardens-2022-stock'));
    assert.ok(added > 0 && stock > added, `${added} of ${stock}`);
  });

  it('tells them apart on the overview too: in the row, and year by year in its details', async () => {
    const added = await page().value('data-years-result-gardens-2022-added');
    const stock = await page().value('data-years-result-gardens-2022-stock');
    await page().go('overview');
    assert.match(await page().text('line-gardens-stock'), /lũy kế/);
    await page().driver.executeScript((row) => row.querySelector('button').click(), await page().element('line-gardens'));
    await page().is('line-year-2022-added', added);
    await page().is('line-year-2022-stock', stock);
    await page().until(async () => /Chỉ tiêu cộng dồn/.test(await page().text('chart-line-detail')), 'the chart names the goals so far');
    await page().keys(Key.ESCAPE);
    await page().gone('line-year-2022-added');
    await page().go('data');
  });

  it('takes an amount for a year, and tells what money is lost where it does not carry over', async () => {
    await page().type('data-years-amount-state-2022', '500.000');
    await page().is('data-years-amount-state-2022', 500000);
    const carries = 'data-source-state-carries-over';
    if ((await page().raw(carries)) === 'true') await page().click(carries);
    await page().is(carries, 'false');
    await page().until(async () => Number(await page().value('data-years-amount-state-lost')) >= 0, 'the loss is told');
  });

  it('lets certificates lapse', async () => {
    await page().type(goal('ocop', 2021), '8');
    await page().type(goal('ocop', 2022), '8');
    const before = Number(await page().value('data-years-result-ocop-2022-stock'));
    await page().type('data-years-goal-ocop-validity', '12');
    await page().is('data-years-goal-ocop-validity', 12);
    await page().until(async () => Number(await page().value('data-years-result-ocop-2022-stock')) < before, 'less counts in all');
  });

  it('pays for renewals and tells what lapses for want of money', async () => {
    await page().type('data-years-goal-ocop-renewed', '100');
    await page().is('data-years-goal-ocop-renewed', 1);
    await page().type('data-years-goal-ocop-renewal-cost', '20');
    await page().is('data-years-goal-ocop-renewal-cost', 20);
    await page().is('data-years-renewals-ocop', 0);
    await page().type('data-years-goal-ocop-renewal-cost', '9000000');
    await page().until(async () => Number(await page().value('data-years-renewals-ocop')) > 0, 'some lapse');
    await page().type('data-years-goal-ocop-renewal-cost', Key.BACK_SPACE);
    await page().until(async () => !(await page().has('data-years-renewals-ocop')), 'nothing to tell');
    await page().click('undo');
    await page().is('data-years-goal-ocop-renewal-cost', 9000000);
    await page().click('undo');
    await page().is('data-years-goal-ocop-renewal-cost', 20);
  });

  it('lets communes that become advanced go on to the model level, counted and not named', async () => {
    await page().type(goal('model-commune', 2022), '3');
    await page().go('communes');
    await page().click('communes-level-model');
    await page().until(async () => Number(await page().value('communes-climbing')) > 0, 'they are told');
    await page().click('communes-level-advanced');
    await page().gone('communes-climbing');
    await page().go('data');
    await page().click('undo');
    await page().is(goal('model-commune', 2022), '');
  });

  it('survives a reload and goes back step by step', async () => {
    await page().saved();
    await page().reload();
    await page().go('data');
    await page().is(goal('gardens', 2022), 150);
    await page().type(goal('gardens', 2022), Key.BACK_SPACE);
    await page().is('data-years-goal-gardens-whole', 200);
    await page().click('undo');
    await page().is('data-years-goal-gardens-whole', 350);
  });
});
