import type { Answer } from '../lookup/answer';
import type { PasteState } from './use-paste';

/**
 * Whether the records in a pasted text are its whole answer: rules speak about them, and no code stands in the text. Its
 * words are labels and values then, and what they find has nothing to do with the device or sign-in that it is about.
 * @param text What was pasted. One line is looked up all the same: it may be a label that somebody asks about.
 */
export function isAnsweredByRecord(
  text: string,
  paste: PasteState,
  answer: Pick<Answer, 'kind'> | undefined,
): boolean {
  return (
    answer?.kind === 'words' &&
    paste.state === 'read' &&
    text.trim().includes('\n') &&
    paste.reading.records.some(({ findings }) => findings.length > 0)
  );
}
