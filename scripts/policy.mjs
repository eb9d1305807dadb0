// Content-Security-Policy of the two builds: nothing from any other host, no script but the page's own.
import { createHash } from 'node:crypto';

const SLOT = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)/;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/** Leave for a script with this text. */
export const scriptHash = (source) => `'sha256-${createHash('sha256').update(source, 'utf8').digest('base64')}'`;

/** Writes the policy into the page: hashes of its inline scripts and the sources named (by directive) beside them. */
export function withPolicy(html, { script = [], style = [], connect = ["'none'"], worker = ["'none'"] }) {
  const hashes = [...html.matchAll(INLINE_SCRIPT)]
    // Data blocks are not run, so they need no leave.
    .filter(([, attributes]) => !/\stype=/.test(attributes) || /\stype="?(module|text\/javascript)\b/.test(attributes))
    .map(([, , source]) => scriptHash(source));
  const policy = [
    "default-src 'none'",
    `script-src ${["'wasm-unsafe-eval'", ...script, ...hashes].join(' ')}`,
    // Charts and bars set sizes and colours on single elements, which browsers count as inline style.
    `style-src ${[...style, "'unsafe-inline'"].join(' ')}`,
    'img-src data: blob:',
    `connect-src ${connect.join(' ')}`,
    `worker-src ${worker.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  if (!SLOT.test(html)) throw new Error('the page has no place for its Content-Security-Policy');
  return html.replace(SLOT, (_, before, after) => before + policy + after);
}
