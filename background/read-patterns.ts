import { packagedOnce } from '../lookup/load-entries';
import type { Protocol } from '../messaging/protocol';
import type { Sender } from '../messaging/receive';
import { inject } from '../messaging/inject';

/**
 * Loads what looks for patterns into a frame where somebody looks at a code in a list.
 * @param sender The frame.
 * @returns The rules of the patterns.
 * @throws Error when the packaged rules are missing or broken, or the frame is gone.
 */
export async function readPatterns(
  _: Protocol['readPatterns']['data'],
  { tab, frameId }: Sender,
): Promise<Protocol['readPatterns']['answer']> {
  const [rules] = await Promise.all([
    packagedOnce<Protocol['readPatterns']['answer']>('patterns.json'),
    tab?.id !== undefined &&
      inject({
        target: { tabId: tab.id, frameIds: [frameId ?? 0] },
        files: ['/patterns.js'],
      }),
  ]);
  return rules;
}
