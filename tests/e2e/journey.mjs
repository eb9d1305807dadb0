// One journey = one place of the page (http or file://) + one browser, both ended whatever happens.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { browser, hosted, singleFile } from './driver.mjs';
import { folder } from './files.mjs';
import { Page } from './page.mjs';

/** Where a journey happens: `page` and `browser` of the moment, `place` of the page, `downloads` as files saved. */
class Scene {
  #options;
  #profile;

  constructor(options) {
    this.#options = options;
  }
  async start(place) {
    this.place = await place();
    this.#profile = folder('ntm-profile-');
    this.downloads = folder('ntm-downloads-');
    // The single file has to do without any network.
    this.#options = { offline: place === singleFile, downloads: this.downloads.dir, ...this.#options };
    await this.open();
  }
  async open() {
    this.browser = await browser({ dir: this.#profile.dir, ...this.#options });
    this.page = new Page(this.browser, this.place.url);
  }
  /** Ends the browser as a person does and starts it again with the same profile. */
  async restart() {
    await this.staysAtHome();
    await this.browser.quit();
    await this.open();
  }
  /** Nothing left for another host and the console has nothing to complain of. */
  async staysAtHome() {
    assert.deepEqual(await this.browser.foreignRequests(this.place.url), []);
    assert.deepEqual(await this.browser.complaints(), []);
  }
  async end() {
    await this.browser?.quit();
    this.#profile?.remove();
    this.downloads?.remove();
    await this.place?.close();
  }
}

/** Describes the same journeys for the page over http and for the single file from disk. Options as of `browser`. */
export function onBothBuilds(title, journeys, options = {}) {
  for (const place of [hosted, singleFile]) {
    describe(`${title} (${place === hosted ? 'over http under a sub-path' : 'single file from disk'})`, () => {
      const scene = new Scene(options);
      before(() => scene.start(place));
      after(() => scene.end());
      journeys(scene);
      it('sends no request to any other host and complains of nothing', () => scene.staysAtHome());
    });
  }
}
