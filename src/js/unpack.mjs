import { decompress } from 'fzstd';
import { decoded } from './seven-bits.mjs';

/**
 * Bytes of a data block of the page: the single file carries its program, its charts and its notices that way
 * (Zstandard is a quarter smaller than the gzip that browsers unpack themselves, and as quick to read).
 */
export function unpacked(block) {
  return decompress(decoded(block.textContent, Number(block.dataset.bytes)));
}
