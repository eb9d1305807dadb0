// Part `slider`: from a move of a slider to its last painted effect, on the page as it is served.
import { browser, hosted } from '../../tests/e2e/driver.mjs';
import { Page } from '../../tests/e2e/page.mjs';
import { heading, line, spread } from './figures.mjs';

const MOVES = 200;

/**
 * Milliseconds from the `input` event of a slider to the end of the frame that shows its last effect, for each move.
 * The last effect is the last change of the document before three frames without any; what is announced or saved
 * later on purpose (live regions) is left out.
 */
async function sliderToPaint() {
  const place = await hosted();
  const chromium = await browser();
  try {
    const page = await new Page(chromium, place.url).open();
    const slider = await page.element('source-state-factor');
    await chromium.driver.manage().setTimeouts({ script: 120_000 });
    return await chromium.driver.executeAsyncScript(
      async (slider, moves, done) => {
        const frame = () => new Promise((painted) => requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => painted(performance.now());
          channel.port2.postMessage(0);
        }));
        const announced = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest('[aria-live], [role=status]');
        let changed = false;
        const observer = new MutationObserver((records) => {
          if (records.some((record) => !announced(record.target))) changed = true;
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        const low = Number(slider.min), high = Number(slider.max);
        const times = [];
        for (let move = 0; move < moves; move++) {
          // Up and down again over the whole range, in even steps; begun at any moment between two frames.
          const share = move / moves < 0.5 ? (2 * move) / moves : 2 - (2 * move) / moves;
          await new Promise((go) => setTimeout(go, (move * 7) % 16));
          const begin = performance.now();
          slider.value = String(low + (high - low) * share);
          slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
          let end = begin;
          for (let quiet = 0; quiet < 3; ) {
            const painted = await frame();
            if (changed) { end = painted; quiet = 0; changed = false; } else quiet++;
          }
          if (end > begin) times.push(end - begin);
        }
        slider.dispatchEvent(new Event('change', { bubbles: true }));
        done(times);
      },
      slider,
      MOVES,
    );
  } finally {
    await chromium.quit();
    await place.close();
  }
}

heading('slider');
const moves = await sliderToPaint();
line(`slider input to painted frame, ${moves.length} moves`, spread(moves));
