import type { Code } from '../detection/code';
import type { Weight } from '../lookup/weight';
import { MOST_WEIGHED, type Protocol } from '../messaging/protocol';
import type { Sender } from '../messaging/receive';
import { start } from '../messaging/start';
import { badgeSoon } from './badge';
import { codesOfMessage } from './message-codes';
import { turnOffPages } from './turn-off';
import { weightsOf } from './weights';

/**
 * Answers a frame whose codes became others, and counts the badge of its tab again. A frame asks, too, when the browser
 * shows a page again that it kept behind the one shown meanwhile: no script reaches it there when it is turned off.
 * @param data The codes that the frame does not know the weights of.
 * @param sender The frame.
 */
export function weigh(
  { codes }: Protocol['weigh']['data'],
  { tab }: Sender,
): Promise<Record<Code, Weight>> {
  const tabId = tab?.id;
  if (tabId !== undefined) {
    badgeSoon(tabId);
    start('a page that came back', () => turnOffPages(tabId));
  }
  return weightsOf(codesOfMessage(codes, MOST_WEIGHED));
}
