import Papa from 'papaparse';
import { codeFromLabeledValue } from '../detection/labels';
import type { FactRecord } from './fact';
import { beginnings, SIGN, type Line } from './lines';
import { countOf, logRecord } from './log-record';
import { MOST_SIGN_INS } from './read-sign-in-json';
import { columnsOf, signInOfRow } from './sign-in-columns';
import { isNoCode, type SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import { statusOf } from './status-words';
import { GUID, isAddress } from './value-forms';

/** The columns of the download of sign-ins of users in 2025, in its order. */
const OF_USERS =
  'Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,User type,Cross tenant access type,Incoming token type,Authentication Protocol,Unique token identifier,Original transfer method,Client credential type,Token Protection - Sign In Session,Token Protection - Sign In Session StatusCode,Application,Application ID,App owner tenant ID,Resource,Resource ID,Resource tenant ID,Resource owner tenant ID,Home tenant ID,Home tenant name,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Device ID,Browser,Operating System,Compliant,Managed,Join Type,Multifactor authentication result,Multifactor authentication auth method,Multifactor authentication auth detail,Authentication requirement,Sign-in identifier,Session ID,IP address (seen by resource),Through Global Secure Access,Global Secure Access IP address,Autonomous system number,Flagged for review,Token issuer type,Incoming token type,Token issuer name,Latency,Conditional Access,Managed Identity type,Associated Resource Id,Federated Token Id,Federated Token Issuer'.split(
    ',',
  );

/** Columns that the download of 2024 lacked, and those that the one before it lacked as well. */
const SINCE_2025 = ['App owner tenant ID', 'Resource owner tenant ID'];
const SINCE_2024 = [
  ...SINCE_2025,
  'User agent',
  'Original transfer method',
  'Token Protection - Sign In Session',
  'Token Protection - Sign In Session StatusCode',
  'Session ID',
  'Through Global Secure Access',
  'Global Secure Access IP address',
  'Managed Identity type',
  'Associated Resource Id',
  'Federated Token Id',
  'Federated Token Issuer',
];

/** The columns of the download of sign-ins of apps. */
const OF_APPS =
  'Date (UTC),Request ID,Correlation ID,Service principal ID,Service principal name,Credential key ID,Credential thumbprint,Application,Application ID,App owner tenant ID,Resource,Resource ID,Resource tenant ID,Resource owner tenant ID,Home tenant ID,Home tenant name,IP address,Location,Status,Sign-in error code,Failure reason,Conditional Access'.split(
    ',',
  );

const without = (missing: readonly string[]) => OF_USERS.filter((one) => !missing.includes(one));

/** A download by its columns, and where those stand whose cells have a form of their own. */
const LAYOUTS = [OF_USERS, without(SINCE_2025), without(SINCE_2024), OF_APPS].map((headings) => {
  const columns = columnsOf(headings);
  const at = (fact: SignInFactName) => columns.findIndex(({ name }) => name === fact);
  const facts = ['signIn.requestId', 'signIn.correlationId', 'signIn.appId'] as const;
  return {
    columns,
    ids: facts.map(at),
    address: at('signIn.ipAddress'),
    status: at('signIn.status'),
    code: at('signIn.errorCode'),
  };
});

type Layout = (typeof LAYOUTS)[number];

/** How a row begins: its time, and the id of its request in the next cell. */
const START =
  /^"?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]{0,8}(?:Z|\+00:00)?"?([,;\t]) ?"?[\da-z*#]{8}-/i;
const STARTS = beginnings('0123456789"');

/** A longer line is no row. */
const LONGEST = 20_000;

/** A row whose columns are known otherwise than by a head above it. */
interface RowOfColumns {
  layout: Pick<Layout, 'columns'>;
  cells: readonly string[];
  isCutOff: boolean;
}

/** A row that stands without the head of its columns. */
export interface HeadlessRow extends RowOfColumns {
  layout: Layout;
}

/**
 * Reads a line as a row of the portal's download of sign-ins that was copied without the head. That it is one, and of
 * which year, say the forms of its cells at the places of that download.
 */
export function headlessRow(line: Line): HeadlessRow | undefined {
  const { text } = line;
  if (!line.has(SIGN.hyphen) || !line.begins(STARTS) || text.length > LONGEST) return;
  const delimiter = START.exec(text)?.[1];
  if (!delimiter) return;
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { delimiter });
  const [row = []] = data;
  const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
  for (const cells of [row, joinedInBrackets(row, delimiter)]) {
    const layout = LAYOUTS.find((one) => isOf(one, cells));
    if (!layout) continue;
    const isCutOff = cells.length < layout.columns.length;
    // The end of the last cell may be what was cut off.
    const isWhole = !isCutOff || (!isOpen && text.trimEnd().endsWith('"'));
    return { layout, cells: isWhole ? cells : cells.slice(0, -1), isCutOff };
  }
  return undefined;
}

/** Whether cells have the forms of a download at its places. The code is no last cell: its end may be cut off. */
function isOf({ columns, ids, address, status, code }: Layout, cells: readonly string[]): boolean {
  if (cells.length < code + 2 || cells.length > columns.length + 1) return false;
  const cell = (place: number) => cells[place]!.trim();
  return (
    statusOf(cell(status)) !== undefined &&
    (isNoCode(cell(code)) || codeFromLabeledValue(cell(code)) !== undefined) &&
    ids.every((place) => GUID.test(cell(place))) &&
    (!cell(address) || isAddress(cell(address)))
  );
}

/**
 * A row whose cells were parted within brackets, as a user agent is that stands without quotes: `(X11; Linux)`.
 *
 * @param delimiter What parted them.
 * @returns The cells with what was parted in one.
 */
export function joinedInBrackets(row: readonly string[], delimiter: string): string[] {
  const cells: string[] = [];
  let open = 0;
  for (const cell of row) {
    if (open > 0) cells.push(`${cells.pop()}${delimiter}${cell}`);
    else cells.push(cell);
    open = Math.max(0, open + cell.split('(').length - cell.split(')').length);
  }
  return cells;
}

/**
 * @param rows Rows in a row, each with the number of its line.
 * @returns A record of each of them, and of all together where they are some.
 */
export function recordsOfHeadless(
  rows: readonly { row: RowOfColumns; line: number }[],
): FactRecord[] {
  const signIns: SignIn[] = rows.map(({ row, line }, at) =>
    signInOfRow(row.layout.columns, row.cells, line, at < MOST_SIGN_INS),
  );
  const records = rows
    .slice(0, MOST_SIGN_INS)
    .map(({ row, line }, at) =>
      signIns[at]!.record('row of the sign-in log', line, line, row.isCutOff),
    );
  if (rows.length < 2) return records;
  const title = 'rows of the sign-in log';
  const counts = { 'log.variant': title, ...countOf(signIns, false) };
  const [{ line: from }, { line: to }] = [rows[0]!, rows.at(-1)!];
  return [logRecord(title, counts, from, to, false), ...records];
}
