import type { Code } from '../detection/code';
import type { Finding } from '../diagnosis/diagnose';
import { groupFindings, type FindingGroup } from '../diagnosis/group-findings';
import type { PasteReading } from '../diagnosis/read-paste';
import type { FactRecord } from '../facts/fact';
import type { FactName } from '../facts/vocabulary';
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

/** A code that is explained beside the findings. */
export interface NamedCode {
  code: Code;
  /** Absent where nothing is known of it. */
  title?: string | undefined;
}

/** As on the page. */
const ORDER = ['fails', 'unknown', 'fine'] as const;

/** By what others find a record again, in the order in which a help desk asks for it. */
const FOUND_BY: readonly FactName[] = [
  'signIn.time',
  'event.time',
  'prt.attemptTime',
  'signIn.correlationId',
  'prt.correlationId',
  'signIn.requestId',
  'join.requestId',
  'signIn.user',
  'event.user',
  'prt.userIdentity',
  'signIn.servicePrincipalName',
  'signIn.app',
  'signIn.appId',
  'signIn.ipAddress',
  'device.name',
  'signIn.deviceName',
  'device.id',
  'signIn.deviceId',
];

/** Most records that are told apart at the head of the text. */
const MOST_RECORDS = 3;

/** Most codes at the head of the text. */
const MOST_CODES = 10;

/**
 * What a pasted text shows, as plain text for a ticket.
 *
 * @param reading What was read.
 * @param codes The codes that stand in the text.
 * @param words Words of the interface.
 * @param isPersonalKept Whether names, addresses and the like stay. Otherwise they are masked.
 */
export function findingsText(
  reading: PasteReading,
  codes: readonly NamedCode[],
  words: FindingsWords,
  isPersonalKept: boolean,
): string {
  const groups = groupFindings(reading);
  const findings = ORDER.filter((verdict) => groups[verdict].length).map((verdict) => [
    words.heading(verdict),
    ...groups[verdict].flatMap((one) => linesOf(one, words)),
  ]);
  const all = reading.records.map(({ record }) => record);
  const mask = (text: string) => (isPersonalKept ? text : masked(text, all));
  const spoken = [...groups.fails, ...groups.unknown, ...groups.fine];
  const heads = headsOf(
    spoken.map(({ finding }) => finding.record),
    mask,
  );
  // A request names no sign-in; the answer beside it, of which there is no finding, may.
  const shown = heads.length ? heads : headsOf(all, mask);
  const named = codes
    .slice(0, MOST_CODES)
    .map(({ code, title }) => (title ? `${code}: ${plainLine(title)}` : code));
  const told = findings.map((lines) => lines.join('\n')).join('\n\n');
  return [named.join('\n'), ...shown, mask(told)].filter(Boolean).join('\n\n');
}

/** What finds the first few records again, each under its title. Records that say none of it have no part. */
function headsOf(records: FactRecord[], mask: (text: string) => string): string[] {
  const heads: string[] = [];
  for (const { title, facts } of new Set(records)) {
    if (heads.length === MOST_RECORDS) break;
    const lines = FOUND_BY.flatMap((name) => {
      const fact = facts.find((one) => one.name === name);
      return fact?.printed ? [`  ${plainLine(`${fact.label}: ${fact.printed}`)}`] : [];
    });
    if (!lines.length) continue;
    // Masked at once: each pass goes over all facts. What is all mask tells nobody anything.
    const [head, ...kept] = mask([plainLine(title), ...lines].join('\n'))
      .split('\n')
      .filter((line) => !ONLY_MASK.test(line));
    if (kept.length) heads.push([head, ...kept].join('\n'));
  }
  return heads;
}

const ONLY_MASK = /: \[\w+\]$/;

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
