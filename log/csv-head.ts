import Papa from 'papaparse';
import { isErrorCodeLabel } from '../detection/labels';
import { delimiterOf, variantOf } from '../facts/read-sign-in-csv';
import { factOfHeading, plainHeading } from '../facts/sign-in-fields';
import { plainKey, signInFactOfKey } from '../facts/sign-in-keys';
import { JSON_HEADINGS } from '../facts/sign-in-paths';
import type { SignInFactName } from '../facts/sign-in-vocabulary';
import { fieldsOfJsonCell, fieldsOfRecordCell } from './json-fields';
import { AUDIT_LOG } from './report';

/** A longer line is no header, in UTF-16 units. */
const LONGEST = 10_000;

/** What a header holds somewhere that is none of the sign-in log itself. */
const MAY_BE_HEAD = /error.{0,2}code|fehlercode|code d['’]erreur|result.?type|\b_raw\b/i;

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
  'signIn.failureReason',
]);
const LEAST_OF_SIGN_INS = 2;

/** What Graph and Log Analytics alone call the app. */
const APP_OF_GRAPH = /^appdisplayname$/;

/** Names that Entra alone has, of which a table of its sign-ins has one; a search tool writes what it kept them in before. */
const OF_ENTRA =
  /(?:appdisplayname|clientappused|conditionalaccess(?:status)?|authenticationrequirement|resourcedisplayname|userprincipalname)$/;

/** What scripts call the name of a user; tables of devices, mailboxes and VPN gateways have it, too, but no app. */
const UPN = /^upn$/;

/** How the portal heads its times in any language; a table that was cut down or renamed in a spreadsheet keeps it. */
const OF_PORTAL = /\(utc\)$/;

/** What a request has. A table of devices, whose apps and updates fail with codes, has none of it. */
const OF_REQUESTS = ['signIn.ipAddress', 'signIn.correlationId', 'signIn.requestId'] as const;

/** A column of the tables of Microsoft Defender, of which those of sign-ins alone have a code. */
const OF_DEFENDER = /^account(?:upn|objectid)$/;

/** What its tables of other events have beside an account, and that of sign-ins lacks. */
const OF_EVENTS = /^actiontype$/;

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
  if (headings.some(isOfDefender)) return !headings.some((one) => OF_EVENTS.test(plainKey(one)));
  const isAsked = OF_REQUESTS.some((name) => known.has(name));
  const has = (form: RegExp, fact: SignInFactName) =>
    headings.some((one) => form.test(plainHeading(one)) && factOfColumn(one) === fact);
  if (has(OF_PORTAL, 'signIn.time') && known.has('signIn.status') && isAsked) return true;
  const isOfEntra = headings.some((one) => OF_ENTRA.test(plainKey(one)));
  const isOfScript = has(UPN, 'signIn.user') && isAsked && known.has('signIn.app');
  if (!isOfEntra && !isOfScript) return false;
  if (known.has('signIn.deviceName') && !isAsked) return false;
  const telling = [...known].filter((name) => OF_SIGN_INS.has(name)).length;
  const hasApp = headings.some((one) => APP_OF_GRAPH.test(plainHeading(one)));
  return telling + (hasApp ? 1 : 0) >= LEAST_OF_SIGN_INS;
}

/** What Kusto and scripts call the number of sign-ins that a row of a summary stands for. */
const OF_COUNTS = /^(?:count_?|sign-?ins|event count|attempts)$/i;

const isOfDefender = (heading: string) => OF_DEFENDER.test(plainHeading(heading));

/** Takes off quotes, and a byte order mark, which stands before the header of a later download in the same file, too. */
function unquoted(cell: string): string {
  return cell.trim().replace(/^\ufeff?"?|"$/g, '');
}

/**
 * @returns The facts that the columns of a table are. One that names the request of each row gathers none, so that its
 * `Attempts` are no number of sign-ins.
 */
export function factsOfColumns(headings: readonly string[]): (SignInFactName | undefined)[] {
  const facts = headings.map(factOfColumn);
  if (!facts.includes('signIn.requestId')) return facts;
  return facts.map((fact, index) =>
    fact === 'signIn.count' && OF_COUNTS.test(headings[index]!.trim()) ? undefined : fact,
  );
}

/** @returns The fact that a column is, by a heading of the sign-in log or by the name that another table has for it. */
function factOfColumn(heading: string): SignInFactName | undefined {
  const plain = heading.trim();
  return (
    factOfHeading(heading) ??
    signInFactOfKey(plain) ??
    (isErrorCodeLabel(plain) ? 'signIn.errorCode' : undefined) ??
    (OF_COUNTS.test(plain) ? 'signIn.count' : undefined)
  );
}

const OF_OUTCOME = ['signIn.errorCode', 'signIn.status'] as const;
const OF_WHO = ['signIn.user', 'signIn.userDisplayName', 'signIn.servicePrincipalName'] as const;

/** A cell that holds JSON, and the path that this JSON has in Graph's form; empty for a whole record. */
export interface JsonColumn {
  index: number;
  path: string;
}

/** So many rows below a head are looked at for records, since those of other logs may stand before the first sign-in. */
export const FIRST_ROWS = 20;

/** Lines before such a head: `sep=;` of a spreadsheet, `#TYPE` of Windows PowerShell, a blank one. */
const MOST_BEFORE = 3;

/** How much of a text holds those rows, in UTF-16 units. */
const BEGINNING = 400_000;

/**
 * The columns that hold sign-ins as JSON, whatever their headings: whole records, as QRadar's payload and the data of the
 * unified audit log, or the object with the code, where no column of its own has it.
 *
 * @param headings The headings of a table.
 * @param rows The first rows below them.
 */
export function recordColumnsOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): JsonColumn[] {
  if (headings.some((heading) => heading.startsWith('{'))) return [];
  const isOfSignIns = areBesideStatus(headings);
  return headings.flatMap((heading, index) => {
    const isStatus = JSON_HEADINGS[plainHeading(heading)] === 'status';
    if (!heading.trim() || (isStatus && !isOfSignIns)) return [];
    const tells = rows.some((row) => {
      const cell = row[index] ?? '';
      if (!cell.startsWith('{')) return false;
      const fields = isStatus ? fieldsOfJsonCell(cell, 'status') : fieldsOfRecordCell(cell);
      const hasOutcome = OF_OUTCOME.some((name) => fields[name] !== undefined);
      return hasOutcome && (isStatus || OF_WHO.some((name) => fields[name] !== undefined));
    });
    return tells ? [{ index, path: isStatus ? 'status' : '' }] : [];
  });
}

/** Whether headings are those of sign-ins whose codes are in a status: what is told of a task or a device has such, too. */
function areBesideStatus(headings: readonly string[]): boolean {
  const facts = headings.map(factOfColumn);
  const isAsked = OF_REQUESTS.some((name) => facts.includes(name));
  return (
    facts.includes('signIn.time') &&
    headings.some((one) => OF_ENTRA.test(plainKey(one))) &&
    (isAsked || headings.some((one) => APP_OF_GRAPH.test(plainHeading(one))))
  );
}

/** @returns What parts the cells of a table whose rows hold sign-ins as JSON; undefined for any other text. */
export function recordDelimiterOf(text: string): string | undefined {
  if (/^\s*[[{]/.test(text) || !text.includes('{')) return undefined;
  return [',', ';', '\t'].find((delimiter) => {
    const { data } = Papa.parse<string[]>(text.slice(0, BEGINNING), {
      delimiter,
      preview: MOST_BEFORE + 1 + FIRST_ROWS,
    });
    return data
      .slice(0, MOST_BEFORE + 1)
      .some(
        (headings, at) =>
          headings.length > 1 && recordColumnsOf(headings, data.slice(at + 1)).length > 0,
      );
  });
}

/** @returns Whether a line is the head of a table of sign-ins that has no column with their codes. */
export function isHeadWithoutCode(line: string): boolean {
  if (line.length > LONGEST || /^\s*[[{]/.test(line)) return false;
  return [',', ';', '\t'].some((delimiter) => {
    const headings = line.split(delimiter).map(unquoted);
    const known = new Set(headings.flatMap((one) => factOfColumn(one) ?? []));
    return (
      known.size >= LEAST_KNOWN &&
      !known.has('signIn.errorCode') &&
      known.has('signIn.time') &&
      OF_WHO.some((name) => known.has(name)) &&
      OF_REQUESTS.some((name) => known.has(name)) &&
      headings.some((one) => OF_PORTAL.test(plainHeading(one)) || OF_ENTRA.test(plainKey(one)))
    );
  });
}

/**
 * @param headings The headings of a table.
 * @param lineBefore The line before it, which may hold its file name; or that name.
 * @returns Which log it is.
 */
export function titleOf(headings: readonly string[], lineBefore: string): string {
  if (headings.some((one) => plainKey(one) === 'auditdata')) return AUDIT_LOG;
  if (headings.some(isOfDefender)) return 'Microsoft Defender advanced hunting';
  const isOfTool = !delimiterOf(headings.join(',')) && !delimiterOf(headings.join('\t'));
  return isOfTool ? 'table of sign-ins' : variantOf(headings, lineBefore);
}
