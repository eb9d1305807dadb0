// One of those who run files of journeys side by side, each with a browser that it keeps.
import { spawn } from 'node:child_process';
import { KeptBrowser } from './kept.mjs';

/** Minutes without a word from a file after which its browser counts as hung, and then the file itself. */
const SILENT = 6;
const STUCK = 2;

export class Lane {
  #kept;
  #contexts = new Set();
  #child;

  /** Runs a file; `{file, results, seconds, lost}`: results as of report.mjs, `lost` what went wrong with the file itself. */
  async run(file) {
    const started = Date.now();
    const results = [];
    const args = ['--test-reporter=./tests/e2e/report.mjs', '--test-reporter-destination=stdout', file];
    // A group of its own, so that browsers which it started can be ended with it.
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true });
    this.#child = child;
    let stuck;
    const watch = this.#watch(() => { stuck = 'it said nothing any more'; });
    child.on('message', async ({ result, ...question }) => {
      watch.alive();
      if (result) return results.push(result);
      const answer = await this.#answer(question).then((given) => ({ answer: given }), (error) => ({ error: error.message }));
      if (child.connected) child.send({ id: question.id, ...answer });
    });
    const code = await new Promise((done) => {
      let left = 2;
      const one = () => { if ((left -= 1) === 0) done(child.exitCode ?? child.signalCode); };
      child.on('exit', one);
      child.on('disconnect', one);
    });
    watch.end();
    this.#child = undefined;
    for (const context of this.#contexts) await this.#giveBack(context).catch(() => {});
    const unsaid = code !== 0 && results.every(({ passed }) => passed) ? `it ended with ${code}` : undefined;
    return { file, results, seconds: (Date.now() - started) / 1000, lost: stuck ?? unsaid };
  }

  /** Ends the browser, and the file that runs, if any. */
  async end() {
    this.#endChild();
    if (this.#child) await this.#kept?.kill();
    else await this.#kept?.quit();
    this.#kept = undefined;
  }

  async #answer({ what, value }) {
    return what === 'borrow' ? this.#borrow(value) : this.#giveBack(value);
  }
  async #borrow(downloads) {
    const trouble = await this.#kept?.trouble();
    if (trouble) await this.#lose(trouble);
    this.#kept ??= await KeptBrowser.start();
    const lent = await this.#kept.open(downloads);
    this.#contexts.add(lent.context);
    return lent;
  }
  async #giveBack(context) {
    this.#contexts.delete(context);
    const kept = this.#kept;
    let trouble = 'it was ended';
    if (kept) {
      trouble = await kept.close(context).then(() => kept.trouble(), (error) => error.message);
      if (trouble) await this.#lose(trouble);
    }
    if (trouble) throw new Error(`the browser was lost (${trouble}); the next journey has a new one`);
  }
  async #lose(trouble) {
    const kept = this.#kept;
    if (!kept) return;
    console.log(`a browser was lost (${trouble})`);
    this.#kept = undefined;
    this.#contexts.clear();
    await kept.kill();
  }

  #endChild() {
    try {
      if (this.#child) process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  }
  /** Looks after a file that may hang: first its browser is ended, so that it can tell, then the file. */
  #watch(stuck) {
    let timer;
    const minutes = (count, then) => {
      clearTimeout(timer);
      timer = setTimeout(then, count * 60_000);
    };
    const alive = () => minutes(SILENT, () => {
      this.#lose('no journey got on').catch(() => {});
      minutes(STUCK, () => { stuck(); this.#endChild(); });
    });
    alive();
    return { alive, end: () => clearTimeout(timer) };
  }
}
