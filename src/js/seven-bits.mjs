/**
 * Bytes as text that HTML leaves as it is, an eighth longer than the bytes (base64 is a third longer): seven bits to a
 * character below 128; a value that HTML reads as something else is told together with the next seven bits by one
 * character above (two bytes of UTF-8).
 */

/** Values that may not stand in a script element as they are: NUL, carriage return, `<`. */
export const ESCAPED = [0, 13, 60];

/** The bytes that a text stands for; their number is known. */
export function decoded(text, length) {
  const bytes = new Uint8Array(length);
  let held = 0;
  let bits = 0;
  let at = 0;
  const take = (group) => {
    held = ((held << 7) | group) & 0x7fff;
    bits += 7;
    if (bits >= 8 && at < length) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) take(code);
    else {
      take(ESCAPED[(code - 128) >> 7]);
      take(code & 127);
    }
  }
  return bytes;
}
