import type { Code } from '../detection/code';
import type { FactName } from '../facts/vocabulary';
import { listedRows, type Answer, type AnswerRow } from '../lookup/answer';
import type { IndexLine } from '../lookup/index-line';
import type { PasteState } from './use-paste';

/**
 * Whether the records in a pasted text are its whole answer: no code stands in the text, and rules speak about them, or they
 * are more than a message. Its words are labels and values then, and what they find has nothing to do with what it is about.
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
    paste.reading.records.some(
      ({ findings, record }) => findings.length > 0 || record.kind !== 'message',
    )
  );
}

/** Whether what a text is answered with are the codes that stand in it, each with its explanation. */
export const explainsCodes = (answer: Pick<Answer, 'kind'> | undefined): boolean =>
  answer?.kind === 'text' || answer?.kind === 'code';

type ReadPaste = Extract<PasteState, { state: 'read' }>;

/** Codes of what the records of a text are about: those that stand in them, and the events that they are. */
function codesOf({ reading }: ReadPaste): Code[] {
  const codes = reading.records.flatMap(({ record: { codes, facts } }) => [
    ...facts.filter(({ name }) => name === 'event.code').map(({ value }) => value),
    ...codes,
  ]);
  return [...new Set(codes)];
}

/** A line with fewer values may be a question about one of its labels. */
const LEAST_FACTS = 6;

/** A longer line tells of something that happened, in UTF-16 units. */
const LONGEST_QUESTION = 80;

/** Whether a text is more than what somebody asks: it has lines, is the row of a table, or tells of an error by its number. */
const isPasted = (text: string, { reading }: ReadPaste): boolean =>
  text.trim().includes('\n') ||
  reading.records.some(
    ({ record: { kind, facts, codes } }) =>
      kind === 'summary' ||
      facts.length >= LEAST_FACTS ||
      (text.length > LONGEST_QUESTION && codes.length > 0),
  );

/** How often each table of counts has a code; what several codes have together is only a weight. */
function countedIn(
  { reading }: ReadPaste,
  names: readonly FactName[],
): ReadonlyMap<Code, readonly number[]> {
  const byCode = new Map<Code, number[]>();
  for (const { record } of reading.records) {
    const times = new Map<Code, number>();
    for (const { name, label, value } of record.facts)
      if (names.includes(name)) times.set(label, (times.get(label) ?? 0) + Number(value));
    for (const [code, count] of times) {
      const known = byCode.get(code);
      if (known) known.push(count);
      else byCode.set(code, [count]);
    }
  }
  return byCode;
}

/** The number that all tables say: two queries may have counted the same sign-ins, so that their sum is none. */
const agreed = ([first, ...others]: readonly number[] = []): number | undefined =>
  others.every((one) => one === first) ? first : undefined;

const most = (counts: readonly number[] = []): number =>
  counts.reduce((one, other) => Math.max(one, other), 0);

/** Rows with their counts, the most frequent first; what was not counted keeps its place behind them. */
function withCounts(rows: readonly AnswerRow[], paste: ReadPaste): AnswerRow[] {
  const weights = countedIn(paste, ['summary.count', 'summary.sharedCount']);
  const shared = countedIn(paste, ['summary.sharedCount']);
  return rows
    .map((row): AnswerRow => {
      const times = shared.has(row.code) ? undefined : agreed(weights.get(row.code));
      return times === undefined ? row : { ...row, times };
    })
    .sort((a, b) => most(weights.get(b.code)) - most(weights.get(a.code)));
}

/**
 * Adds to what a text is answered with the codes that its records hold. A table has bare numbers in a column, and an event
 * is known by its log and its id: words alone would find codes that have nothing to do with either.
 *
 * @param own What the text is answered with by its own words and codes.
 * @param lineOf The line of a code in the catalog, if it has one.
 */
export function withCodesOfRecords<Given extends Answer | undefined>(
  text: string,
  paste: PasteState,
  own: Given,
  lineOf: (code: Code) => IndexLine | undefined,
): Given {
  if (!own || paste.state !== 'read' || own.kind === 'code' || !isPasted(text, paste)) return own;
  const isInText = own.kind === 'text';
  // A list that is cut has no room, and what of the text is not in it can't be told from what only records hold.
  if (isInText && own.total > own.rows.length) return own;
  const before = isInText ? own.rows : [];
  const listed = new Set(before.map(({ code }) => code));
  const further = codesOf(paste)
    .filter((code) => !listed.has(code))
    .map((code): AnswerRow => ({ code, line: lineOf(code) }))
    // What nothing is known of stands in the list where it stands in the text.
    .filter(({ line }) => line || !isInText);
  if (!further.length) return isInText ? { ...own, rows: withCounts(before, paste) } : own;
  const rows = withCounts([...before, ...further], paste);
  return {
    ...own,
    kind: 'text',
    rows: listedRows(rows),
    guides: [],
    isGuideFirst: false,
    isGuess: false,
    nearest: [],
    total: rows.length,
  };
}
