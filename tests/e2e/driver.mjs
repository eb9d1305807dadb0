// A Chromium driven over WebDriver, of its own or kept (kept.mjs): page over http under a sub-path or from file://, console
// messages and every request recorded.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Builder, logging } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import { serve } from '../../scripts/serve.mjs';
import { folder } from './files.mjs';

/** The sub-path under which the tests serve the hosted build: nothing may assume the root of a host. */
const SUB_PATH = '/some/sub/path/';

/** Of the window, pixels; a laptop's. */
export const SIZE = [1366, 768];
const LANGUAGE = 'vi';
const FLAGS = [
  '--headless=new', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-dev-shm-usage',
  '--disable-background-timer-throttling', '--disable-renderer-backgrounding',
];

function inPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** Where the page is: over http, `close` ends the server. */
export async function hosted() {
  const { url, close, unref } = await serve({ dir: 'dist', base: SUB_PATH });
  // Where a journey does not begin nobody may be there to end it.
  unref();
  return { name: 'http', url, close };
}
/** The single file, opened from disk. */
export async function singleFile() {
  return { name: 'file', url: pathToFileURL('dist/ntm-planner.html').href, close: async () => {} };
}

/** What a browser starts with: `dir` of its profile, `offline` (no network at all), `home` (none but this machine). */
export function settings({ dir, offline = false, home = false, downloads }) {
  const options = new chrome.Options()
    .addArguments(...FLAGS, `--user-data-dir=${dir}`, `--lang=${LANGUAGE}`, `--window-size=${SIZE.join(',')}`);
  if (process.getuid?.() === 0) options.addArguments('--no-sandbox');
  if (offline) options.addArguments('--host-resolver-rules=MAP * ~NOTFOUND');
  if (home) options.addArguments('--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1');
  options.setUserPreferences({
    'intl.accept_languages': LANGUAGE,
    ...(downloads && { 'download.default_directory': downloads, 'download.prompt_for_download': false }),
  });
  options.setChromeBinaryPath(inPath('chromium', 'chromium-browser', 'google-chrome'));
  return options;
}
/** The program between a script and its browsers, not yet started. */
export const chromedriver = () => new chrome.ServiceBuilder(inPath('chromedriver')).build();

const builder = (options) => new Builder().forBrowser('chrome').setChromeOptions(options);
/** A driver by a chromedriver that runs already, at an address. */
export const session = (options, server) => builder(options).usingServer(server).build();

/** Asks for what `Browser` tells of: messages of the console and requests. */
function recording(options) {
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  logs.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(logs);
  options.setPerfLoggingPrefs({ enableNetwork: true, enablePage: false });
  return options;
}

/**
 * Starts a browser. Options: `dir` (profile kept between browsers; fresh if left out), `offline` (no network at all),
 * `downloads` (folder for files saved).
 */
export async function browser({ dir, ...options } = {}) {
  const own = dir ? undefined : folder('ntm-profile-');
  const wanted = recording(settings({ dir: dir ?? own.dir, ...options }));
  const driver = await builder(wanted).setChromeService(new chrome.ServiceBuilder(inPath('chromedriver'))).build();
  return new Browser(driver, own);
}

/** Drives a window of a browser that is kept, as `KeptBrowser.open` gives it; to quit leaves the browser running. */
export async function attached({ server, address, window }) {
  const driver = await session(recording(new chrome.Options().debuggerAddress(address)), server);
  await driver.switchTo().window(window);
  return new Browser(driver);
}

export class Browser {
  #own;
  #console = [];
  #requests = [];

  constructor(driver, own) {
    this.driver = driver;
    this.#own = own;
  }

  /** Messages of the console so far: `{level, text}`. */
  async console() {
    const entries = await this.driver.manage().logs().get(logging.Type.BROWSER);
    this.#console.push(...entries.map((entry) => ({ level: entry.level.name, text: entry.message })));
    return this.#console;
  }
  /** Console messages that tell of something wrong. */
  async complaints() {
    return (await this.console()).filter(({ level }) => level === 'SEVERE' || level === 'WARNING').map(({ text }) => text);
  }

  /** Addresses of all requests of pages so far; what the browser draws its own start page from is left out. */
  async requests() {
    const entries = await this.driver.manage().logs().get(logging.Type.PERFORMANCE);
    for (const entry of entries) {
      const { method, params } = JSON.parse(entry.message).message;
      if (method === 'Network.requestWillBeSent') this.#requests.push(params.request.url);
      if (method === 'Network.webSocketCreated') this.#requests.push(params.url);
    }
    this.#requests = this.#requests.filter((address) => !/^(chrome|devtools|about|chrome-extension):/.test(address));
    return this.#requests;
  }
  /** Requests that left for anywhere but the place of the page. */
  async foreignRequests(home) {
    const base = new URL(home);
    const own = (address) => {
      if (/^(data|blob):/.test(address)) return true;
      const url = new URL(address);
      return base.protocol === 'file:' ? url.href.split('#')[0] === base.href : url.origin === base.origin;
    };
    return (await this.requests()).filter((address) => !own(address));
  }

  /** Ends the browser as a person does, so that what it keeps is written. */
  async quit() {
    await this.driver.quit();
    this.#own?.remove();
  }
}
