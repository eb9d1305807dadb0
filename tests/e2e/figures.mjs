// What the page shows of a result: key figures, charts as drawn, charts as tables.

/** Score, debt and what every target comes to, as raw values of the overview. */
export async function outcome(page) {
  await page.go('overview');
  await page.element('score');
  const lines = (await page.names('line-')).filter((name) => /-(recognised|submitted|attainment)$/.test(name));
  const figures = ['score', 'debt', 'peak-waiting', 'community-per-head', 'missing-money', 'sources-total', ...lines];
  const result = {};
  for (const name of figures) result[name] = await page.raw(name);
  return result;
}

/** The numbers in the table of a chart, row by row; the drawing stands again afterwards. */
export async function chartNumbers(page, name) {
  await page.click(`chart-${name}-toggle`);
  const table = await page.element(`chart-${name}-table`);
  const numbers = await page.driver.executeScript(
    (element) => [...element.querySelectorAll('[data-value]')].map((cell) => Number(cell.dataset.value)),
    table,
  );
  await page.click(`chart-${name}-toggle`);
  await page.gone(`chart-${name}-table`);
  return numbers;
}

/** The shapes and words of a chart as it is drawn at the moment, in no order; empty until it is drawn. */
export async function drawing(page, name) {
  return page.driver.executeScript((figure) => {
    const parts = [...(figure.querySelectorAll('svg path, svg text') ?? [])];
    return parts.map((part) => part.getAttribute('d') ?? part.textContent).sort().join('\n');
  }, await page.element(`chart-${name}`));
}

/** The words in a chart as it is drawn; a tooltip is one of them. */
export async function words(page, name) {
  return page.driver.executeScript(
    (figure) => [...figure.querySelectorAll('svg text')].map((text) => text.textContent),
    await page.element(`chart-${name}`),
  );
}

/** Moves the pointer over a chart until it says more than before; gives what it says then. */
export async function tooltip(page, name) {
  const before = (await words(page, name)).length;
  let step = 0;
  return page.until(async () => {
    step += 1;
    await page.pointInto(`chart-${name}`, 0.3 + (step % 7) / 10, 0.35 + (step % 5) / 8);
    const said = await words(page, name);
    return said.length > before && said.join('\n');
  }, `the chart ${name} shows a tooltip`);
}

/** Waits until a chart is drawn, and drawn otherwise than before. */
export async function drawn(page, name, before = '') {
  return page.until(async () => {
    const now = await drawing(page, name);
    return now.length > 100 && now !== before && now;
  }, `${name} is drawn anew`);
}
