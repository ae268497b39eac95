import type { Code } from '../detection/code';
import type { Weight } from '../lookup/weight';
import { MOST_WEIGHED, type Protocol } from '../messaging/protocol';
import type { Sender } from '../messaging/receive';
import { badgeSoon } from './badge';
import { codesOfMessage } from './message-codes';
import { weightsOf } from './weights';

/**
 * Answers a frame whose codes became others, and counts the badge of its tab again.
 * @param data The codes that the frame does not know the weights of.
 * @param sender The frame.
 */
export function weigh(
  { codes }: Protocol['weigh']['data'],
  { tab }: Sender,
): Promise<Record<Code, Weight>> {
  if (tab?.id !== undefined) badgeSoon(tab.id);
  return weightsOf(codesOfMessage(codes, MOST_WEIGHED));
}
