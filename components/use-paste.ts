import { useEffect, useState } from 'preact/hooks';
import type { PasteReading } from '../diagnosis/read-paste';

/**
 * Reads the records in a text. Rejects where the packaged rules or the reader cannot be loaded.
 * @param signal Tells that nobody waits for it any more.
 */
export type ReadPaste = (text: string, signal?: AbortSignal) => Promise<PasteReading>;

/** A text that can hold a record has a label or key and its value, several parameters or lines, cells, or is a token. */
const RECORD_LIKE = /[:=\t\n{;,|]|\beyJ[\w-]{20}/;
const SHORTEST_RECORD = 12;

/** From this length on reading may take long enough to be noticed, in UTF-16 units. */
const LONG = 300_000;

/** What is known of the records in a text. */
export type PasteState =
  | { state: 'none' }
  /** Worth saying where the text is long. */
  | { state: 'reading'; isLong: boolean }
  | { state: 'read'; reading: PasteReading }
  | { state: 'failed' };

const NONE: PasteState = { state: 'none' };

/** Follows a text: what stands for a newer text is never overtaken by the answer to an older one. */
export function usePaste(text: string, read: ReadPaste): PasteState {
  const [paste, setPaste] = useState<PasteState>(NONE);
  useEffect(() => {
    if (text.length < SHORTEST_RECORD || !RECORD_LIKE.test(text)) {
      setPaste(NONE);
      return;
    }
    const reading = new AbortController();
    const { signal } = reading;
    setPaste({ state: 'reading', isLong: text.length > LONG });
    read(text, signal).then(
      (content) => signal.aborted || setPaste({ state: 'read', reading: content }),
      () => signal.aborted || setPaste({ state: 'failed' }),
    );
    return () => reading.abort();
  }, [text, read]);
  return paste;
}
