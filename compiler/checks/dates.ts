import { textOf } from '../inline';
import { cutSentences, paragraphsOf } from '../prose';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** "30 June 2026", "June 30, 2026", "June 2026", "2026-06-30", "2026-06". */
const DATE = new RegExp(
  `(?:(?<d1>\\d{1,2}) )?(?<month>${MONTHS.join('|')}) (?:(?<d2>\\d{1,2}),? )?(?<year>20\\d\\d)` +
    '|(?<isoYear>20\\d\\d)-(?<isoMonth>\\d\\d)(?:-(?<isoDay>\\d\\d))?',
  'gi',
);

/** Words that tell of what is to come. */
const FUTURE =
  /\b(?:will|won['’]t|shall|going to|plans? to|planned|upcoming|scheduled|is due|are due|from .{0,20}20\d\d on|until .{0,20}20\d\d)\b/i;

/** The last day that a date in words can mean, as YYYY-MM-DD. */
function lastDay(groups: Record<string, string | undefined>): string {
  const { d1, d2, month, year, isoYear, isoMonth, isoDay } = groups;
  const number = month ? MONTHS.indexOf(month.toLowerCase()) + 1 : Number(isoMonth);
  const day = Number(d1 ?? d2 ?? isoDay ?? 31);
  return `${year ?? isoYear}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The dates of a sentence that lie before a day although the sentence speaks of what is to come.
 * @param reviewed The day, as YYYY-MM-DD.
 */
function pastDatesToldAsFuture(sentence: string, reviewed: string): string[] {
  if (!FUTURE.test(sentence)) return [];
  return [...sentence.matchAll(DATE)]
    .filter(({ groups }) => lastDay(groups ?? {}) < reviewed)
    .map(([date]) => date);
}

/** A date that lies before the review is told as past: "was extended to", "ended in". */
export function checkDates(written: WrittenEntry[]): Finding[] {
  return written.flatMap((one) =>
    paragraphsOf(one.entry)
      .flatMap((paragraph) => cutSentences([textOf(paragraph)]))
      .flatMap((sentence) =>
        pastDatesToldAsFuture(sentence, one.entry.reviewed).map((date): Finding => ({
          check: 'dates',
          level: 'problem',
          file: one.file,
          line: lineOf(one, sentence),
          message: `"${date}" lies before the review (${one.entry.reviewed}); tell it as past, or say what holds today`,
        })),
      ),
  );
}
