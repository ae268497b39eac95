import { keyInRecord } from '../facts/nested-keys';
import { ROW_FACTS, type RowCells, type RowFact } from '../facts/row-facts';
import { signInFactOfKey } from '../facts/sign-in-keys';
import { JSON_HEADINGS, SIGN_IN_PATHS } from '../facts/sign-in-paths';
import { isNoCode } from '../facts/sign-in-record';

const WANTED: ReadonlySet<string> = new Set(ROW_FACTS);

/** A longer cell is no JSON of a field, and a longer text no record: each policy of the tenant stands in one. In UTF-16 units. */
const LONGEST_CELL = 20_000;
const LONGEST_RECORD = 1_000_000;

/** Deeper JSON holds no field that is wanted: `_source.azure.signinlogs.properties.status.error_code` is the deepest. */
const DEEPEST = 6;

/** Names under which Azure Monitor, and what forwards its records, keeps a record; some keep its text (`_raw` of Splunk). */
const WRAPPERS: ReadonlySet<string> = new Set(
  '_raw _source attributes auditdata azure body data message properties raw result signinlogs'.split(
    ' ',
  ),
);

/** When a sign-in began. Beside it, `time` is the moment at which its record was written. */
const BEGAN = /(?:^|\.)createddatetime$/;

const SIGN_IN_LOGS = /^\w{0,40}SignInLogs$/i;

/** Keys of Microsoft Defender's records, of which those of sign-ins alone have a code. */
const OF_DEFENDER = /^account(?:upn|objectid)$/i;

/** What the unified audit log of Microsoft 365 calls sign-ins, and how they end where it has no number of an error. */
const OF_UNIFIED_AUDIT: ReadonlyMap<unknown, string> = new Map([
  ['UserLoggedIn', 'Success'],
  ['UserLoginFailed', 'Failure'],
]);

/** What it has in place of a user whom nobody knows. */
const NOBODY = /^\s*not available\s*$/i;

/**
 * Reads the fields of a sign-in from a JSON object: Graph's, PowerShell's, Azure Monitor's, Microsoft Defender's and flat
 * ones of Log Analytics, in which objects are JSON as text. The first value of a field counts. A record of another log
 * has none.
 *
 * @param value Any JSON value.
 */
export function fieldsOfJson(value: unknown): RowCells {
  const fields: RowCells = {};
  collect(value, '', 0, fields);
  return fields;
}

/** @returns The fields of the sign-in whose record a cell holds as text; none where it holds another one. */
export function fieldsOfRecordCell(cell: string): RowCells {
  const fields: RowCells = {};
  collectText(cell, '', 0, fields, LONGEST_RECORD);
  return fields;
}

/**
 * Reads the fields in a cell that holds JSON.
 *
 * @param cell As printed; anything else than a JSON object gives nothing.
 * @param path What the cell is in Graph's form: `location`.
 */
export function fieldsOfJsonCell(cell: string, path: string): RowCells {
  const fields: RowCells = {};
  collectText(cell, path, 0, fields);
  return fields;
}

function collect(value: unknown, path: string, depth: number, fields: RowCells): void {
  if (typeof value === 'string' || typeof value === 'number') {
    const name = factAt(path) ?? LOOSE[path] ?? factAt(keyInRecord(path) ?? '');
    if (name && WANTED.has(name)) set(fields, name as RowFact, String(value), BEGAN.test(path));
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST)
    return;
  const entries = Object.entries(value);
  if (!path && isOfOtherLog(entries)) return;
  if (!path && entries.some(([key]) => OF_DEFENDER.test(key))) return collectFlat(entries, fields);
  if (!path && isOfAudit(entries)) return collectAudited(entries, fields);
  for (const [key, inner] of entries) {
    const lower = key.toLowerCase();
    const isWrapper = !path && WRAPPERS.has(lower);
    const own = isWrapper ? '' : path ? `${path}.${lower}` : (JSON_HEADINGS[lower] ?? lower);
    const isText = typeof inner === 'string' && inner.startsWith('{');
    if (isText && isWrapper) collectText(inner, own, depth + 1, fields, LONGEST_RECORD);
    else if (isText && JSON_HEADINGS[lower]) collectText(inner, own, depth + 1, fields);
    else collect(inner, own, depth + 1, fields);
  }
}

/** The first value of a field counts, but for one that says it better. */
function set(fields: RowCells, name: RowFact, value: string, isBetter = false): void {
  if (isBetter) fields[name] = value;
  else fields[name] ??= value;
}

/** Reads the record of a table that has names of its own for the fields. */
function collectFlat(entries: readonly (readonly [string, unknown])[], fields: RowCells): void {
  for (const [key, value] of entries) {
    const name = signInFactOfKey(key);
    if (name && WANTED.has(name) && (typeof value === 'string' || typeof value === 'number'))
      set(fields, name as RowFact, String(value));
  }
}

/** Whether a record is one of the unified audit log of Microsoft 365, of a sign-in or not. */
export const isOfAudit = (entries: readonly (readonly [string, unknown])[]): boolean =>
  typeof valueIn(entries, 'operation') === 'string' && valueIn(entries, 'recordtype') !== undefined;

/** Reads a record of the unified audit log; what it calls the id of a user is the name. */
function collectAudited(entries: readonly (readonly [string, unknown])[], fields: RowCells): void {
  const data = valueIn(entries, 'auditdata');
  if (typeof data === 'string') return collectText(data, '', 1, fields, LONGEST_RECORD);
  const status = OF_UNIFIED_AUDIT.get(valueIn(entries, 'operation'));
  if (!status) return;
  collectFlat(entries, fields);
  const user = valueIn(entries, 'userid');
  if (typeof user === 'string' && !NOBODY.test(user)) set(fields, 'signIn.user', user);
  // A sign-in that failed without a number of an error has failed all the same.
  if (isNoCode(fields['signIn.errorCode']?.trim() ?? '')) set(fields, 'signIn.status', status);
}

const valueIn = (entries: readonly (readonly [string, unknown])[], name: string): unknown =>
  entries.find(([key]) => key.toLowerCase() === name)?.[1];

/** Whether a record of Azure Monitor says that it is of another log: `AuditLogs` have a `resultType`, too. */
function isOfOtherLog(entries: readonly (readonly [string, unknown])[]): boolean {
  const category = valueIn(entries, 'category');
  return (
    typeof category === 'string' &&
    !isSignInLog(category) &&
    valueIn(entries, 'operationname') !== undefined
  );
}

/** Whether a name is that of one of the sign-in logs: `NonInteractiveUserSignInLogs`. */
export const isSignInLog = (name: string): boolean => SIGN_IN_LOGS.test(name);

/** The fact at a path, whose words Elastic parts: `app_display_name`. */
const factAt = (path: string) =>
  SIGN_IN_PATHS.get(path) ?? SIGN_IN_PATHS.get(path.replaceAll('_', ''));

/**
 * Fields that Log Analytics has as plain text where Graph has an object (its Location is a country), and those in which
 * Elastic keeps what it takes out of a record.
 */
const LOOSE: Readonly<Record<string, string>> = {
  location: 'signIn.country',
  '@timestamp': 'signIn.time',
  'source.ip': 'signIn.ipAddress',
  'source.geo.city_name': 'signIn.location',
  'source.geo.country_iso_code': 'signIn.country',
};

function collectText(
  text: string,
  path: string,
  depth: number,
  fields: RowCells,
  longest = LONGEST_CELL,
): void {
  if (!text.startsWith('{') || text.length > longest) return;
  try {
    collect(JSON.parse(text), path, depth, fields);
  } catch {
    // A cell that was cut off when it was exported tells nothing.
  }
}
