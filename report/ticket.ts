import type { SignInIds } from '../detection/find-ids';
import type { JudgedCause } from '../diagnosis/judge-causes';
import type { Entry } from '../lookup/entry';
import type { OpenedApp } from './opened-app';
import { plainLine, plainSentence } from './plain-text';
import { showFact } from './show-fact';

/** Ids in the order in which a help desk asks for them. */
const TICKET_ROWS = [
  'timestamp',
  'correlationId',
  'requestId',
  'traceId',
  'userPrincipalName',
  'appName',
  'appId',
  'deviceId',
  'devicePlatform',
  'deviceState',
  'ipAddress',
] as const satisfies (keyof SignInIds)[];

type Row = (typeof TICKET_ROWS)[number] | 'message' | 'site' | 'page' | 'fits';

/** What a person sends to IT. */
export interface Ticket {
  code: string;
  /** Absent when nothing is known of the code. */
  entry?: Pick<Entry, 'title' | 'summary' | 'causes'> | undefined;
  /** The message as the page shows it, in one or more lines. */
  message?: string | undefined;
  /** Ids read from the page; missing ones leave no line. */
  ids: SignInIds;
  /** What was tried to be opened. Its app id counts where the page shows none. */
  opened?: OpenedApp | undefined;
  /** How the record stands to the causes of the entry. */
  causes?: readonly JudgedCause[] | undefined;
  /** Host of the page. */
  host: string;
}

/**
 * The text that a person sends to IT.
 * @param ticket What happened and where.
 * @param label Names a row in the language of the reader.
 * @returns Lines of plain text without personal data beyond what the page itself shows.
 */
export function ticketText(
  { code, entry, message = '', ids, opened = {}, causes = [], host }: Ticket,
  label: (row: Row) => string,
): string {
  const said = message.split('\n').map(plainLine).filter(Boolean).join(' · ');
  const values: [Row, string | undefined][] = [
    ['message', said],
    ...causes
      .filter(({ state }) => state === 'fits')
      .map(({ cause, evidence }): [Row, string] => {
        const name = entry?.causes?.find(({ id }) => id === cause)?.name ?? [cause];
        const shown = [...new Set(evidence.map(showFact))].join('; ');
        return ['fits', `${plainSentence(name)} (${shown})`];
      }),
    ...TICKET_ROWS.map((row): [Row, string | undefined] => [
      row,
      row === 'appId' ? (ids.appId ?? opened.appId) : ids[row],
    ]),
    ['site', opened.site],
    ['page', host],
  ];
  const rows = values.flatMap(([row, value]) => {
    const text = plainLine(value ?? '');
    return text ? [`${label(row)}: ${text}`] : [];
  });
  return [
    entry ? `${code}: ${entry.title}` : code,
    ...(entry ? [entry.summary] : []),
    '',
    ...rows,
  ].join('\n');
}
