// What the single file carries packed is read back to the byte.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataBlock, encoded } from '../../scripts/payload.mjs';
import { decoded } from '../../src/js/seven-bits.mjs';
import { unpacked } from '../../src/js/unpack.mjs';

/** Bytes that look like chance, the same every time. */
function bytes(length) {
  let state = length + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

describe('what is packed into the single file', () => {
  it('comes back as it was, whatever its length', () => {
    for (let length = 0; length < 600; length++) {
      const given = bytes(length);
      assert.deepEqual(decoded(encoded(given), length), given, `${length} bytes`);
    }
  });

  it('holds nothing that a page would read as something else', () => {
    const all = Uint8Array.from({ length: 256 * 7 }, (_, i) => i & 255);
    for (const given of [all, bytes(5000), new Uint8Array(50), new Uint8Array(50).fill(13), new Uint8Array(50).fill(60)]) {
      assert.doesNotMatch(encoded(given), /[\0\r<]/);
    }
  });

  it('is unpacked from its block', () => {
    const given = new TextEncoder().encode('nông thôn mới '.repeat(500));
    const [, length, text] = dataBlock('x', given).match(/data-bytes="(\d+)">([\s\S]*)<\/script>$/);
    const block = { textContent: text, dataset: { bytes: length } };
    assert.deepEqual(new Uint8Array(unpacked(block)), given);
  });
});
