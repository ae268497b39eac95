import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPaste, type PasteReading } from '../diagnosis/read-paste';
import type { Rule } from '../diagnosis/rule';
import type { ReadAnswer, ReadRequest } from '../messaging/read-worker';

/** A worker of our own pages: reads pasted records, however long, while the page goes on taking keys. */
export default defineUnlistedScript(() => {
  const rules: Promise<Rule[]> = fetch('/knowledge/rules.json').then((response) => response.json());
  addEventListener('message', ({ data: { id, text } }: MessageEvent<ReadRequest>) => {
    const answer = (reading: PasteReading | undefined) =>
      postMessage({ id, reading } satisfies ReadAnswer);
    rules
      .then((known) => readPaste(text, known))
      .then(answer, (error: unknown) => {
        console.error('Signpost, reading a pasted text:', error);
        answer(undefined);
      });
  });
});
