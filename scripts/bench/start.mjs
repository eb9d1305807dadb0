// Part `start`: the single file from file://, until the score is painted.
import { browser, singleFile } from '../../tests/e2e/driver.mjs';
import { heading, line, median } from './figures.mjs';

const STARTS = 5;

/** Milliseconds from the start of the navigation to the painted score, each time in a new browser. */
async function starts() {
  const place = await singleFile();
  const times = [];
  for (let round = 0; round < STARTS; round++) {
    const chromium = await browser({ offline: true });
    try {
      await chromium.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', {
        source: `(function look() {
          if (!document.querySelector('[data-test=score]')) return requestAnimationFrame(look);
          const channel = new MessageChannel();
          channel.port1.onmessage = () => { globalThis.ntmStarted = performance.now(); };
          channel.port2.postMessage(0);
        })()`,
      });
      await chromium.driver.get(place.url);
      times.push(await chromium.driver.wait(() => chromium.driver.executeScript(() => globalThis.ntmStarted), 30_000));
    } finally {
      await chromium.quit();
    }
  }
  return times;
}

heading('start');
const begun = await starts();
line(`single file from file://, start to score, ${begun.length} ×`, `median ${median(begun).toFixed(0)} ms, worst ${Math.max(...begun).toFixed(0)} ms`);
