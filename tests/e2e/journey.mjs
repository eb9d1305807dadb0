// One journey = one place of the page (http or file://) + one browser or a part of one with a storage of its own, both
// ended whatever happens.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { attached, browser, hosted, singleFile } from './driver.mjs';
import { folder } from './files.mjs';
import { borrow, giveBack, lends } from './lent.mjs';
import { Page } from './page.mjs';

/** Where a journey happens: `page` and `browser` of the moment, `place` of the page, `downloads` as files saved. */
class Scene {
  #own;
  #profile;
  #lent;

  constructor({ ownBrowser = false }) {
    this.#own = ownBrowser || !lends;
  }
  async start(place) {
    this.place = await place();
    this.downloads = folder('ntm-downloads-');
    if (this.#own) this.#profile = folder('ntm-profile-');
    await this.open();
  }
  async open() {
    if (this.#own) {
      // The single file has to do without any network.
      this.browser = await browser({ dir: this.#profile.dir, offline: this.place.name === 'file', downloads: this.downloads.dir });
    } else {
      this.#lent = await borrow(this.downloads.dir);
      this.browser = await attached(this.#lent);
    }
    this.page = new Page(this.browser, this.place.url);
  }
  /** Ends the browser as a person does and starts it again with the same profile; it has to be its own. */
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
    try {
      // Of a browser that is lost, what is lost is told below.
      await this.browser?.quit().catch((error) => { if (!this.#lent) throw error; });
      if (this.#lent) await giveBack(this.#lent);
    } finally {
      this.#profile?.remove();
      this.downloads?.remove();
      await this.place?.close();
    }
  }
}

function onBuilds(places, title, journeys, options) {
  for (const place of places) {
    describe(`${title} (${place === hosted ? 'over http under a sub-path' : 'single file from disk'})`, () => {
      const scene = new Scene(options);
      before(() => scene.start(place));
      after(() => scene.end());
      journeys(scene);
      it('sends no request to any other host and complains of nothing', () => scene.staysAtHome());
    });
  }
}

/**
 * Describes the same journeys for the page over http and for the single file from disk: what `file://` can change.
 * `ownBrowser`: they need one to themselves, as those that end it or open further tabs do.
 */
export const onBothBuilds = (title, journeys, options = {}) => onBuilds([hosted, singleFile], title, journeys, options);

/** Describes journeys that are the same wherever the page comes from. Options as of `onBothBuilds`. */
export const onHostedBuild = (title, journeys, options = {}) => onBuilds([hosted], title, journeys, options);
