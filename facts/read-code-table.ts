import { codeFromLabeledValue } from '../detection/labels';
import { isInKnownRange, isOfSignIns } from '../detection/bare-codes';
import type { FactRecord } from './fact';
import type { Line } from './lines';
import { factOfHeading } from './sign-in-fields';
import { MOST_SIGN_INS } from './read-sign-in-json';
import { signInFactOfKey } from './sign-in-keys';
import { isNoCode, SignIn } from './sign-in-record';
import { SIGN_IN_PATHS } from './sign-in-paths';
import type { SignInFactName } from './sign-in-vocabulary';
import type { Table } from './table-rows';
import { GUID, USER_NAME } from './value-forms';

/** What people call a column of codes, which says less than the names of the log. More than one error is a count. */
export const ERROR_HEADING =
  /^\W{0,3}(?:err|error|fehler|erreur|errore|erro|fout|エラー|错误|錯誤)(?: ?(?:no|nr|number|#))?\W{0,3}$/i;

const ROUND = /^\d{1,4}000$/;

/** Columns that say whose sign-in a row is. */
const WHOSE: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.user',
  'signIn.userDisplayName',
  'signIn.app',
  'signIn.appId',
  'signIn.servicePrincipalName',
]);

/** What scripts call a column that they work out: `Code`, `ErrCode`, `$_.Status.ErrorCode`. */
const WORKED_OUT = /^(?:\$_\.)?(?:status[._]?)?(?:err(?:or)?[ _-]?)?code$/i;

/** How many columns of a sign-in stand beside such a column at least. */
const LEAST_BESIDE = 2;

/** Columns of Graph's record that records of other products have under the same names, and those that a user has. */
const OF_OTHERS: ReadonlySet<string> = new Set(
  'id time location ipaddress sessionid useragent resulttype'.split(' '),
);
const OF_A_USER: ReadonlySet<string> = new Set(
  'createddatetime userprincipalname userdisplayname usertype userid'.split(' '),
);

function columnOf(heading: string): SignInFactName | undefined {
  const isCode = ERROR_HEADING.test(heading) || WORKED_OUT.test(heading);
  return isCode ? 'signIn.errorCode' : signInFactOfKey(heading);
}

/** Whether a table has columns that only Graph's record of a sign-in has together. */
function isOfGraph(headings: readonly string[]): boolean {
  const keys = headings
    .map((heading) => heading.toLowerCase())
    .filter((key) => SIGN_IN_PATHS.has(key) && !OF_OTHERS.has(key));
  return keys.length >= LEAST_BESIDE && keys.some((key) => !OF_A_USER.has(key));
}

/** Sentences, which tell much without their end. */
const SENTENCES: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.failureReason',
  'signIn.additionalDetails',
]);

/** @returns Whether a cell of a sign-in is the beginning of a value, as PowerShell cuts it off: `Contoso Pay...`. */
export const isCutCell = (name: SignInFactName, cell: string): boolean =>
  /(?:\.{3}|…)$/.test(cell) && !SENTENCES.has(name);

/** A code of any range; a table of sign-ins has no other numbers in its column. */
const CODE_NUMBER = /^(?:AADSTS)?\d{5,7}$/i;

/**
 * @returns Whether a table with these heads may list codes: one column of codes, and one of whose they are, or a name of
 * the column that no other log has, as `ResultType | count_`.
 */
export function isCodeHead(headings: readonly string[]): boolean {
  const names = headings.map(columnOf);
  const codes = headings.filter((_, column) => names[column] === 'signIn.errorCode');
  if (codes.length !== 1) return false;
  if (WORKED_OUT.test(codes[0]!) && names.filter(Boolean).length <= LEAST_BESIDE) return false;
  if (isOfGraph(headings)) return true;
  return factOfHeading(codes[0]!) !== undefined || names.some((name) => name && WHOSE.has(name));
}

/**
 * Reads a table that somebody made of a few columns of sign-ins: `UPN | Error code | IP address`, `App | Error | Count`.
 * Each code has to be one by its range, and each user an address, since other products have errors of users, too.
 *
 * @param table With heads of which `isCodeHead` holds.
 * @param lines The lines that it stands in.
 * @returns A record for each row; none where a row says that it is a table of something else.
 */
export function readCodeTable({ headings, rows }: Table, lines: readonly Line[]): FactRecord[] {
  const names = headings.map(columnOf);
  const code = names.indexOf('signIn.errorCode');
  const user = names.findIndex(
    (name, column) =>
      name === 'signIn.user' || (name === 'signIn.userDisplayName' && areUsers(rows, column)),
  );
  const codes = rows.map(({ cells }) => cells[code] ?? '');
  const hasUsers = user >= 0 && areUsers(rows, user);
  const hasApps = user < 0 && names.some((name, column) => namesApp(name, rows, column));
  const areOfGraph = isOfGraph(headings);
  if (areOfGraph) {
    if (!names.every((name, column) => areIds(name, rows, column))) return [];
    if (!codes.every((cell) => isNoCode(cell) || CODE_NUMBER.test(cell))) return [];
    if (!codes.some((cell) => /\d/.test(cell))) return [];
  } else {
    if (!hasUsers && !hasApps && factOfHeading(headings[code]!) === undefined) return [];
    // A name of an app tells less than a user, and many programs count their own errors in thousands.
    if (!hasUsers && hasApps && codes.some((cell) => ROUND.test(cell))) return [];
    const isCode = factOfHeading(headings[code]!) === undefined ? isOtherCode : isLogCode;
    if (!codes.every((cell) => isNoCode(cell) || isCode(cell)) || !codes.some(isCode)) return [];
  }
  // What stands beside no code there may be the rest of the row above.
  const own = areOfGraph ? rows.filter(({ cells }) => cells[code]) : rows;
  return own.slice(0, MOST_SIGN_INS).map(({ cells, from, to }) => {
    const signIn = new SignIn();
    names.forEach((name, column) => {
      const cell = cells[column];
      if (!name || !cell || isCutCell(name, cell)) return;
      signIn.add(column === user ? 'signIn.user' : name, headings[column]!, cell, {
        line: lines[from]!.number,
        cell: headings[column],
      });
    });
    return signIn.record('rows of sign-ins', lines[from]!.number, lines[to]!.number, false);
  });
}

/** Whether a cell is a code, in the column of the log. */
export const isLogCode = (cell: string): boolean =>
  codeFromLabeledValue(cell) !== undefined && (/^AADSTS/i.test(cell) || isInKnownRange(cell));

/** The same in a column that another product may have. */
export const isOtherCode = (cell: string): boolean =>
  isLogCode(cell) && (/^AADSTS/i.test(cell) || isOfSignIns(cell));

/** Ids that the log has as GUIDs, and other products as numbers. */
const IDS: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.userId',
  'signIn.appId',
  'signIn.correlationId',
]);

/** Whether the cells of a column of ids are some; true of any other column. */
const areIds = (name: SignInFactName | undefined, rows: Table['rows'], column: number): boolean =>
  !name ||
  !IDS.has(name) ||
  rows.every(({ cells: { [column]: cell } }) => !cell || GUID.test(cell) || isCutCell(name, cell));

/** Whether a column says of which app a row is. Others have clients with an id, too. */
function namesApp(name: SignInFactName | undefined, rows: Table['rows'], column: number): boolean {
  if (name === 'signIn.appId') return rows.every(({ cells }) => GUID.test(cells[column] ?? ''));
  return !!name && name !== 'signIn.userDisplayName' && WHOSE.has(name);
}

const areUsers = (rows: Table['rows'], column: number): boolean =>
  rows.every(({ cells }) => USER_NAME.test(cells[column] ?? ''));
