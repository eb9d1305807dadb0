// A Chromium that is kept from journey to journey. Each journey gets a browser context: storage, cache and windows of its
// own, over http and from file:// alike, gone when it ends.
import WebSocket from 'ws';
import { SIZE, chromedriver, session, settings } from './driver.mjs';
import { folder } from './files.mjs';

/** Milliseconds after which a browser that gives no answer counts as hung. */
const DEAF = 30_000;

const within = (work, what) => {
  let timer;
  const deaf = new Promise((_, failed) => { timer = setTimeout(() => failed(new Error(`no answer to ${what}`)), DEAF); });
  return Promise.race([work, deaf]).finally(() => clearTimeout(timer));
};

/** The browser's own end of the DevTools protocol: the one place where contexts can be made. */
class Protocol {
  #socket;
  #waiting = new Map();
  #last = 0;

  /** Opens it at `host:port`. */
  static async at(address) {
    const { webSocketDebuggerUrl } = await (await fetch(`http://${address}/json/version`)).json();
    const protocol = new Protocol();
    const socket = new WebSocket(webSocketDebuggerUrl);
    protocol.#socket = socket;
    socket.on('message', (message) => {
      const { id, result, error } = JSON.parse(message);
      protocol.#waiting.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
      protocol.#waiting.delete(id);
    });
    await new Promise((open, failed) => { socket.on('open', open); socket.on('error', failed); });
    socket.on('error', () => {});
    socket.on('close', () => {
      for (const settle of protocol.#waiting.values()) settle(Promise.reject(new Error('the browser is gone')));
      protocol.#waiting.clear();
    });
    return protocol;
  }
  /** Sends a command; its result. */
  ask(method, params = {}) {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('the browser is gone'));
    const id = (this.#last += 1);
    const answer = new Promise((settle) => { this.#waiting.set(id, settle); });
    this.#socket.send(JSON.stringify({ id, method, params }));
    return within(answer, method);
  }
  close() {
    this.#socket.terminate();
  }
}

/** One browser with its chromedriver. */
export class KeptBrowser {
  #service;
  #driver;
  #protocol;
  #profile;
  #process;

  static async start() {
    const kept = new KeptBrowser();
    kept.#profile = folder('ntm-kept-');
    kept.#service = chromedriver();
    kept.server = await kept.#service.start();
    const driver = await session(settings({ dir: kept.#profile.dir, home: true }), kept.server);
    const capabilities = await driver.getCapabilities();
    kept.#driver = driver;
    kept.#process = capabilities.get('goog:processID');
    kept.address = capabilities.get('goog:chromeOptions').debuggerAddress;
    kept.#protocol = await within(Protocol.at(kept.address), 'the first call');
    return kept;
  }

  /** A new context with one window; files are saved to `downloads`. What a journey needs to drive it. */
  async open(downloads) {
    const { browserContextId: context } = await this.#protocol.ask('Target.createBrowserContext');
    await this.#protocol.ask('Browser.setDownloadBehavior', { behavior: 'allow', browserContextId: context, downloadPath: downloads });
    const { targetId: window } = await this.#protocol.ask('Target.createTarget', {
      url: 'about:blank', browserContextId: context, newWindow: true, width: SIZE[0], height: SIZE[1],
    });
    return { server: this.server, address: this.address, context, window };
  }
  /** Ends a context with all that was stored and open in it. */
  async close(context) {
    await this.#protocol.ask('Target.disposeBrowserContext', { browserContextId: context });
  }
  /** Undefined while it answers, else what is wrong. */
  async trouble() {
    return this.#protocol.ask('Browser.getVersion').then(() => undefined, (error) => error.message);
  }
  /** Ends it as a person does. */
  async quit() {
    this.#protocol.close();
    await within(this.#driver.quit(), 'quit').catch(() => this.kill());
    await this.#service.kill();
    this.#profile.remove();
  }
  /** Ends it whatever it is doing. */
  async kill() {
    this.#protocol.close();
    try {
      process.kill(this.#process, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    await this.#service.kill();
    this.#profile.remove();
  }
}
