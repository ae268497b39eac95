import { delimiterOf, variantOf } from '../facts/read-sign-in-csv';
import { factOfHeading, plainHeading } from '../facts/sign-in-fields';
import { plainKey, signInFactOfKey } from '../facts/sign-in-keys';
import type { SignInFactName } from '../facts/sign-in-vocabulary';

/** A longer line is no header, in UTF-16 units. */
const LONGEST = 10_000;

/** What a header holds somewhere that is none of the sign-in log itself. */
const MAY_BE_HEAD = /error.{0,2}code|\b_raw\b/i;

/** How many known headings make a header in which the code has no name of the sign-in log. */
const LEAST_KNOWN = 4;

/** Facts that records of other products have no column for; so many make a table one of sign-ins. */
const OF_SIGN_INS: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.user',
  'signIn.clientApp',
  'signIn.conditionalAccess',
  'signIn.authenticationRequirement',
  'signIn.protocol',
  'signIn.resource',
  'signIn.riskState',
  'signIn.servicePrincipalName',
]);
const LEAST_OF_SIGN_INS = 2;

/** What Graph and Log Analytics alone call the app. */
const APP_OF_GRAPH = /^appdisplayname$/;

/** Names that Entra alone has, of which a table of its sign-ins has one; a search tool writes what it kept them in before. */
const OF_ENTRA =
  /(?:appdisplayname|clientappused|conditionalaccess(?:status)?|authenticationrequirement|resourcedisplayname|userprincipalname)$/;

/** What a request has. A table of devices, whose apps and updates fail with codes, has none of it. */
const OF_REQUESTS = ['signIn.ipAddress', 'signIn.correlationId', 'signIn.requestId'] as const;

/** A column of the tables of Microsoft Defender, of which those of sign-ins alone have a code. */
const OF_DEFENDER = /^account(?:upn|objectid)$/;

/** @returns What parts the headings of a line; undefined where it is no header of a table of sign-ins. */
export function headDelimiterOf(line: string): string | undefined {
  const own = delimiterOf(line);
  if (own || line.length > LONGEST || !MAY_BE_HEAD.test(line) || /^\s*[[{]/.test(line)) return own;
  return [',', ';', '\t'].find((delimiter) => {
    const headings = line.split(delimiter).map(unquoted);
    return areOfRecords(headings) || areOfOtherTable(headings);
  });
}

/** Whether headings are Splunk's, which has the text of each record in a cell; it may be one of any product. */
export function areOfRecords(headings: readonly string[]): boolean {
  return headings.includes('_raw') && headings.includes('_time');
}

/** Whether headings are those of Microsoft Defender's tables of sign-ins, or of what a search tool exports of them. */
function areOfOtherTable(headings: readonly string[]): boolean {
  const known = new Set(headings.flatMap((one) => factOfColumn(one) ?? []));
  if (known.size < LEAST_KNOWN || !known.has('signIn.errorCode')) return false;
  if (headings.some(isOfDefender)) return true;
  if (!headings.some((one) => OF_ENTRA.test(plainKey(one)))) return false;
  if (known.has('signIn.deviceName') && !OF_REQUESTS.some((name) => known.has(name))) return false;
  const telling = [...known].filter((name) => OF_SIGN_INS.has(name)).length;
  const hasApp = headings.some((one) => APP_OF_GRAPH.test(plainHeading(one)));
  return telling + (hasApp ? 1 : 0) >= LEAST_OF_SIGN_INS;
}

const isOfDefender = (heading: string) => OF_DEFENDER.test(plainHeading(heading));

/** Takes off quotes, and a byte order mark, which stands before the header of a later download in the same file, too. */
function unquoted(cell: string): string {
  return cell.trim().replace(/^\ufeff?"?|"$/g, '');
}

/** @returns The fact that a column is, by a heading of the sign-in log or by the name that another table has for it. */
export function factOfColumn(heading: string): SignInFactName | undefined {
  return factOfHeading(heading) ?? signInFactOfKey(heading.trim());
}

/**
 * @param headings The headings of a table.
 * @param lineBefore The line before it, which may hold its file name; or that name.
 * @returns Which log it is.
 */
export function titleOf(headings: readonly string[], lineBefore: string): string {
  if (headings.some(isOfDefender)) return 'Microsoft Defender advanced hunting';
  const isOfTool = !delimiterOf(headings.join(',')) && !delimiterOf(headings.join('\t'));
  return isOfTool ? 'table of sign-ins' : variantOf(headings, lineBefore);
}
