// One journey = one place of the page (http or file://) + one browser, both ended whatever happens.
import { after, before, describe } from 'node:test';
import { browser, hosted, singleFile } from './driver.mjs';
import { Page } from './page.mjs';

/** Describes the same journeys for the page over http and for the single file from disk. */
export function onBothBuilds(title, journeys, options = {}) {
  for (const place of [hosted, singleFile]) {
    describe(`${title} (${place === hosted ? 'over http under a sub-path' : 'single file from disk'})`, () => {
      const scene = {};
      before(async () => {
        scene.place = await place();
        // The single file has to do without any network.
        scene.browser = await browser({ offline: place === singleFile, ...options });
        scene.page = new Page(scene.browser, scene.place.url);
      });
      after(async () => {
        await scene.browser?.quit();
        await scene.place?.close();
      });
      journeys(scene);
    });
  }
}
