import type { Code } from '../detection/code';

/** Number of files that the cards of one language are spread over. About 16 entries stand in each. */
export const SHARDS = 128;

/** File that holds the card of a code: FNV-1a over its characters, modulo the number of shards. */
export function shardOf(code: Code): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < code.length; at++) {
    hash = Math.imul(hash ^ code.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % SHARDS;
}
