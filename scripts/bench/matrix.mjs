// Part `matrix`: the matrix of 60 communes by 25 criteria, of the plan in build/bench/large.json.
import { resolve } from 'node:path';
import { browser, hosted } from '../../tests/e2e/driver.mjs';
import { Page } from '../../tests/e2e/page.mjs';
import { heading, line, spread } from './figures.mjs';

const EDITS = 60;

/**
 * Frame times, ms, of the matrix of 60 communes by 25 criteria: while it scrolls down and sideways, and of each edit of a
 * cell by a key: to the end of the frame that shows the cell changed, to the end of the one that shows the last effect (the
 * run, the order of choice, the heat map), and the longest frame on the way.
 */
async function matrix() {
  const place = await hosted();
  const chromium = await browser();
  try {
    const page = await new Page(chromium, place.url).open('share');
    await page.upload('import-json', resolve('build/bench/large.json'));
    await page.click('import-accept-new');
    await page.go('communes');
    await page.element('criterion-cell');
    await chromium.driver.manage().setTimeouts({ script: 120_000 });
    return await chromium.driver.executeAsyncScript(async (edits, done) => {
      const frame = () => new Promise((painted) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => painted(performance.now());
        channel.port2.postMessage(0);
      }));
      const wait = (ms) => new Promise((go) => setTimeout(go, ms));
      await wait(1500);
      const cells = document.querySelectorAll('[data-test="criterion-cell"]');
      const box = document.querySelector('[data-test="communes-table"]').parentElement;
      const scroll = [];
      let last = await frame();
      for (let step = 0; step < 240; step++) {
        const share = step < 120 ? step / 120 : 2 - step / 120;
        box.scrollTop = share * (box.scrollHeight - box.clientHeight);
        box.scrollLeft = share * (box.scrollWidth - box.clientWidth);
        const now = await frame();
        scroll.push(now - last);
        last = now;
      }
      const [cell, longest, edit] = [[], [], []];
      let changed = false;
      const announced = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live], [role=status]');
      new MutationObserver((records) => { if (records.some((r) => !announced(r.target))) changed = true; })
        .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      for (let nth = 0; nth < edits; nth++) {
        const at = () => document.querySelectorAll('[data-test="criterion-cell"]')[(nth * 37) % cells.length];
        at().dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
        await wait(30);
        await frame();
        changed = false;
        const before = at().dataset.value;
        const begin = performance.now();
        // The space key turns the state of the cell with the cursor.
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
        let [end, shown, slowest, ended] = [begin, 0, 0, begin];
        for (let quiet = 0; quiet < 3; ) {
          const painted = await frame();
          slowest = Math.max(slowest, painted - ended);
          ended = painted;
          if (!shown && at().dataset.value !== before) shown = painted;
          if (changed) { end = painted; quiet = 0; changed = false; } else quiet++;
        }
        if (shown) { cell.push(shown - begin); longest.push(slowest); edit.push(end - begin); }
        await wait(400);
      }
      done({ cells: cells.length, scroll, cell, longest, edit });
    }, EDITS);
  } finally {
    await chromium.quit();
    await place.close();
  }
}

heading('matrix');
const { cells, scroll, cell, longest, edit } = await matrix();
line(`matrix of ${cells} cells, frames while scrolling`, spread(scroll));
line('key to the painted cell', spread(cell));
line('longest frame of each change', spread(longest));
line('key to the last painted effect', spread(edit));
