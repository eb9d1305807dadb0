// Reporter of a file of journeys: hands every result to run.mjs, which counts, orders and prints them.
import { inspect } from 'node:util';

/** Why a test failed, in full; nothing for a group that failed only because something in it did. */
function reason(error) {
  if (!error || error.failureType === 'subtestsFailed') return undefined;
  const { cause } = error;
  if (!(cause instanceof Error)) return String(cause ?? error.message);
  // Addresses inside the browser's driver tell nobody anything.
  delete cause.remoteStacktrace;
  return inspect(cause);
}

export default async function* report(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, nesting, skip, todo, details } = data;
    process.send({
      result: {
        name,
        nesting,
        group: details.type === 'suite',
        passed: type === 'test:pass',
        left: skip !== undefined || todo !== undefined,
        seconds: details.duration_ms / 1000,
        reason: reason(details.error),
      },
    });
  }
}
