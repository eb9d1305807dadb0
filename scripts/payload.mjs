// Bytes as text inside the single file: Zstandard, then seven bits to a character.
import { init, compress } from '@bokuweb/zstd-wasm';
import { ESCAPED } from '../src/js/seven-bits.mjs';
import { remembered } from './remembered.mjs';

await init();

/** The highest: packed once, read often. */
const LEVEL = 22;

/** A data block of the page with these bytes; `unpacked` of src/js/unpack.mjs reads it. */
export function dataBlock(id, bytes) {
  const packed = remembered(`zstd ${LEVEL}`, bytes, (whole) => compress(new Uint8Array(whole), LEVEL));
  return `<script type="application/zstd" id="${id}" data-bytes="${packed.length}">${encoded(packed)}</script>`;
}

/** Seven bits become one byte of UTF-8; after a value that HTML would change, fourteen become two. */
export function encoded(bytes) {
  const groups = new Uint8Array(Math.ceil((bytes.length * 8) / 7));
  let held = 0;
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 7) {
      bits -= 7;
      groups[count++] = (held >> bits) & 127;
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) groups[count++] = (held << (7 - bits)) & 127;
  const text = [];
  for (let i = 0; i < count; i++) {
    const which = ESCAPED.indexOf(groups[i]);
    text.push(which < 0 ? groups[i] : 128 + (which << 7) + (groups[++i] ?? 0));
  }
  return text.map((code) => String.fromCharCode(code)).join('');
}
