import type { SignInIds } from '../detection/find-ids';
import type { EntryHead } from '../lookup/entry';

/** Ids in the order in which a help desk asks for them. */
export const TICKET_ROWS = [
  'timestamp',
  'correlationId',
  'requestId',
  'traceId',
  'userPrincipalName',
  'appName',
  'appId',
  'deviceId',
  'ipAddress',
] as const satisfies (keyof SignInIds)[];

/**
 * The text that a person sends to IT.
 * @param entry What happened.
 * @param ids Ids read from the page; missing ones leave no line.
 * @param host Host of the page.
 * @param label Names a row in the language of the reader: an id, or `page`.
 * @returns Lines of plain text without personal data beyond what the page itself shows.
 */
export function ticketText(
  entry: Pick<EntryHead, 'code' | 'title' | 'summary'>,
  ids: SignInIds,
  host: string,
  label: (row: (typeof TICKET_ROWS)[number] | 'page') => string,
): string {
  const rows = TICKET_ROWS.flatMap((row) => {
    const value = ids[row];
    return value ? [`${label(row)}: ${value}`] : [];
  });
  return [
    `${entry.code}: ${entry.title}`,
    entry.summary,
    '',
    ...rows,
    ...(host ? [`${label('page')}: ${host}`] : []),
  ].join('\n');
}
