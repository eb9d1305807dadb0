// The browser that run.mjs keeps, asked for over the channel to it. A file that is run on its own has no such channel.

/** Whether there is somebody who lends one. */
export const lends = typeof process.send === 'function';

const waiting = new Map();
let last = 0;

if (lends) {
  process.on('message', ({ id, answer, error }) => {
    const { done, failed } = waiting.get(id);
    waiting.delete(id);
    // Nobody waits: the file may end.
    if (waiting.size === 0) process.channel.unref();
    if (error) failed(new Error(error));
    else done(answer);
  });
  // Without it nobody would end what this file started.
  process.on('disconnect', () => process.exit(1));
  process.channel.unref();
}

function ask(what, value) {
  last += 1;
  process.channel.ref();
  return new Promise((done, failed) => {
    waiting.set(last, { done, failed });
    process.send({ id: last, what, value });
  });
}

/** A context of the kept browser, as `KeptBrowser.open` gives it; files are saved to `downloads`. */
export const borrow = (downloads) => ask('borrow', downloads);
/** Ends the context. Fails when the browser was lost meanwhile. */
export const giveBack = ({ context }) => ask('give back', context);
