import type { Code } from '../detection/code';
import type { Entry } from '../lookup/entry';
import type { Explanation } from '../messaging/protocol';
import type { PageHandle } from '../finder/page-handle';

/** The explanations of one frame: the first answer, and what is asked for later. */
export interface Entries {
  /**
   * The entry of a code, asked for once. undefined when nothing is known of it.
   * @throws Error when the background is gone, or when this page was turned off meanwhile.
   */
  get(code: Code): Promise<Entry | undefined>;
}

/**
 * @param page The frame's handle: messages are sent with it, and it is stopped when the background answers that this
 * page was turned off.
 * @param first The entries that came with the card.
 */
export function createEntries(
  { send, stop }: Pick<PageHandle, 'send' | 'stop'>,
  first: Explanation['entries'],
): Entries {
  const known = new Map(
    Object.entries<Entry | undefined>(first).map(([code, entry]) => [code, Promise.resolve(entry)]),
  );

  const ask = async (code: Code): Promise<Entry | undefined> => {
    const { isOn, entries } = await send('explain', { codes: [code], needsCard: false });
    if (isOn) return entries[code];
    // No answer is no "nothing is known": the whole frame falls silent.
    stop.abort();
    throw new Error('Signpost was turned off on this page.');
  };

  return {
    get(code) {
      let entry = known.get(code);
      if (!entry) {
        entry = ask(code);
        entry.catch(() => known.delete(code));
        known.set(code, entry);
      }
      return entry;
    },
  };
}
