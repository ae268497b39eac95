import { canonicalCode } from '../detection/code';
import type { CodeRules } from '../diagnosis/rule';
import type { Protocol } from '../messaging/protocol';
import type { Sender } from '../messaging/receive';
import { codeRules } from './code-rules';
import { inject } from '../messaging/inject';

/**
 * Loads the reader of records into a frame where somebody looks at a code.
 * @param data The code, and whether the frame still lacks the reader.
 * @param sender The frame.
 * @returns What a record can tell of the code.
 */
export async function readRecord(
  { code, needsReader }: Protocol['readRecord']['data'],
  { tab, frameId }: Sender,
): Promise<CodeRules | undefined> {
  const known = canonicalCode(String(code));
  const [rules] = await Promise.all([
    known === undefined ? undefined : codeRules(known),
    needsReader &&
      tab?.id !== undefined &&
      inject({
        target: { tabId: tab.id, frameIds: [frameId ?? 0] },
        files: ['/record.js'],
      }),
  ]);
  return rules;
}
