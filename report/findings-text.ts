import type { Finding } from '../diagnosis/diagnose';
import { groupFindings, type FindingGroup } from '../diagnosis/group-findings';
import type { PasteReading } from '../diagnosis/read-paste';
import { masked } from './masked';
import { plainLine } from './plain-text';

/** Words of the text in the language of the reader. */
export interface FindingsWords {
  /** Heading of each verdict. */
  heading: (verdict: Finding['verdict']) => string;
  /** Where the evidence stands: title of its record and line. */
  place: (title: string, line: number) => string;
  next: (text: string) => string;
  /** That it was found in more records than the one shown. */
  more: (count: number) => string;
}

const ORDER = ['fails', 'fine', 'unknown'] as const;

/**
 * What a pasted text shows, as plain text for a ticket.
 *
 * @param reading What was read.
 * @param words Words of the interface.
 * @param isPersonalKept Whether names, addresses and the like stay. Otherwise they are masked.
 */
export function findingsText(
  reading: PasteReading,
  words: FindingsWords,
  isPersonalKept: boolean,
): string {
  const groups = groupFindings(reading);
  const text = ORDER.filter((verdict) => groups[verdict].length)
    .map((verdict) =>
      [words.heading(verdict), ...groups[verdict].flatMap((one) => linesOf(one, words))].join('\n'),
    )
    .join('\n\n');
  return isPersonalKept
    ? text
    : masked(
        text,
        reading.records.map(({ record }) => record),
      );
}

function linesOf({ finding, count }: FindingGroup, words: FindingsWords): string[] {
  const { says, why, next, codes, evidence, record } = finding;
  return [
    `- ${plainLine(says)}${codes.length ? ` (${codes.join(', ')})` : ''}`,
    ...evidence.map(
      ({ label, printed, source }) =>
        `  ${plainLine(`${label}: ${printed}`)} (${words.place(record.title, source.line)})`,
    ),
    ...(count > 1 ? [`  ${words.more(count - 1)}`] : []),
    ...(why ? [`  ${plainLine(why)}`] : []),
    ...(next ? [`  ${words.next(plainLine(next))}`] : []),
  ];
}
