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

/** Whether what a text is answered with are the codes that stand in it, each with its explanation. */
export const explainsCodes = (answer: Pick<Answer, 'kind'> | undefined): boolean =>
  answer?.kind === 'text' || answer?.kind === 'code';

/**
 * The codes that only the records of a pasted text hold: a table has the bare numbers in a column, and its words find
 * codes that have nothing to do with it.
 *
 * @returns A text of these codes, to be answered in the place of what was pasted; undefined where it is answered itself.
 */
export function codesOfRecords(
  text: string,
  paste: PasteState,
  answer: Pick<Answer, 'kind'> | undefined,
): string | undefined {
  if (answer?.kind !== 'words' || paste.state !== 'read' || !text.trim().includes('\n')) return;
  const codes = new Set(paste.reading.records.flatMap(({ record }) => record.codes));
  // Twice, so that one code is that of a text, and none that was typed.
  return codes.size ? [...codes, ...codes].join(' ') : undefined;
}
