import type { Code } from '../detection/code';
import type { Answer, AnswerRow } from '../lookup/answer';
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

/** Codes of what the records of a text are about: those that stand in them, and the events that they are. */
function codesOf({ reading }: Extract<PasteState, { state: 'read' }>): Code[] {
  const codes = reading.records.flatMap(({ record: { codes, facts } }) => [
    ...facts.filter(({ name }) => name === 'event.code').map(({ value }) => value),
    ...codes,
  ]);
  return [...new Set(codes)];
}

/**
 * Adds to what a text is answered with the codes that its records hold. A table has bare numbers in a column, and an event
 * is known by its log and its id: words alone would find codes that have nothing to do with either.
 *
 * @param own What the text is answered with by its own words and codes.
 * @param rowOf Looks a code up.
 */
export function withCodesOfRecords<Given extends Answer | undefined>(
  text: string,
  paste: PasteState,
  own: Given,
  rowOf: (code: Code) => AnswerRow | undefined,
): Given {
  if (!own || paste.state !== 'read' || own.kind === 'code' || !text.trim().includes('\n'))
    return own;
  const isInText = own.kind === 'text';
  const listed = new Set(isInText ? own.rows.map(({ code }) => code) : []);
  const rows = codesOf(paste)
    .filter((code) => !listed.has(code))
    .flatMap((code) => rowOf(code) ?? []);
  // What nothing is known of stands in the list where it stands in the text.
  const known = isInText ? rows.filter(({ line }) => line) : rows;
  if (!known.length) return own;
  return {
    ...own,
    kind: 'text',
    rows: isInText ? [...own.rows, ...known] : known,
    guides: [],
    isGuideFirst: false,
    isGuess: false,
    total: (isInText ? own.total : 0) + known.length,
  };
}
