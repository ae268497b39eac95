import type { Code } from '../detection/code';
import type { Entry } from '../lookup/entry';
import type { Explanation } from '../messaging/protocol';
import type { PageHandle } from '../finder/page-handle';

/** The explanations of one frame: the first answer, and what is asked for later. */
export interface Entries {
  /** What the first answer said about places and the help desk. */
  readonly first: Explanation;
  /** The entry of a code, asked for once. undefined when nothing is known of it. */
  get(code: Code): Promise<Entry | undefined>;
}

/**
 * @param send Sends a message to the background.
 * @param first The answer that came with the card.
 * @param answered The codes that it answered.
 */
export function createEntries(
  send: PageHandle['send'],
  first: Explanation,
  answered: Iterable<Code>,
): Entries {
  const known = new Map<Code, Promise<Entry | undefined>>();
  for (const code of answered) known.set(code, Promise.resolve(first.entries[code]));
  return {
    first,
    get(code) {
      let entry = known.get(code);
      if (!entry) {
        entry = send('explain', { codes: [code], needsCard: false }).then(
          ({ entries }) => entries[code],
        );
        entry.catch(() => known.delete(code));
        known.set(code, entry);
      }
      return entry;
    },
  };
}
