import type { Node } from 'jsonc-parser';
import type { Code } from '../detection/code';
import { codeFromLabeledValue } from '../detection/labels';
import type { Fact, FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { makeFact } from './make-fact';
import { isLogCode, isOtherCode, ERROR_HEADING } from './read-code-table';
import type { LineOf } from './read-sign-in-json';
import { remembering } from './remembering';
import { factOfHeading } from './sign-in-fields';
import { plainKey, signInFactOfKey } from './sign-in-keys';
import { isNoCode } from './sign-in-record';
import { spanOfLines } from './span-of-lines';
import { GUID, isAddress, USER_NAME } from './value-forms';
import type { FactName } from './vocabulary';

/** What a column of counts says. */
type Role =
  | 'code'
  | 'codes'
  | 'count'
  | 'users'
  | 'addresses'
  | 'apps'
  | 'user'
  | 'address'
  | 'app'
  | 'first'
  | 'last'
  | 'name'
  | 'reason'
  | 'time'
  | 'single'
  | 'other';

/** What Kusto puts before the name of a column that it works out: `dcount_UserPrincipalName`, `set_ResultType`. */
const KUSTO =
  /^(?:count_|countif_|dcount(?:if)?_|(?:make_?)?(?:set|list)_|(?:arg_?)?(?:max|min)_|sum_|any_|take_any_)/i;
const DISTINCT =
  /^(?:dcount(?:if)?|count_?distinct|distinct|unique|num(?:ber)?_?of|no_?of|#)_?\s?(?:of\s)?/i;
const COLLECTED = /^(?:make_?)?(?:set|list)_|^array_?(?:agg)?_?/i;

/** Names of columns by what they hold, as `plainKey` writes them. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'count',
    /^(?:count\d?|countif|n|total(?:count|attempts|failures|signins)?|counts|anzahl|nombre|cantidad|conteggio|quantidade|aantal|件数|回数|数量|attempts?|tries|versuche|tentatives|intentos|failures?|fails?|failed(?:attempts|count|signins|logins)?|failure ?count|errorcount|fehlversuche|hits|events?|occurrences?|times|frequency|sign-?ins?(?:count)?|logins?|logons?|howmany|requests?|rows)$/,
  ],
  [
    'users',
    /^(?:user(?:s|count|names?count)?|accounts?|upns?|userprincipalnames?|identit(?:y|ies)|benutzer|konten|utilisateurs|usuarios|utenti|affectedusers|targets|names)$/,
  ],
  ['addresses', /^(?:ips?|ipaddress(?:es)?|addresses|sourceips?|clientips?|ipcount|adressen)$/],
  ['apps', /^(?:apps?|applications?|appdisplaynames?|clients|anwendungen)$/],
  ['codes', /^(?:resulttypes|(?:error|result|err|fehler|aadsts)?codes|errorcodelist)$/],
  [
    'first',
    /^(?:first(?:seen|time|attempt|failure|at)?|earliest|start(?:time)?|von|from|min(?:time)?)$/,
  ],
  [
    'last',
    /^(?:last(?:seen|time|attempt|failure|at)?|latest|newest|end(?:time)?|bis|to|max(?:time)?|mostrecent)$/,
  ],
];

/** What one sign-in has, and no count. */
const OF_ONE: ReadonlySet<string> = new Set<FactName>([
  'signIn.correlationId',
  'signIn.requestId',
  'signIn.status',
  'signIn.additionalDetails',
]);

/** Integers of a table that are no counts. */
const NO_COUNT =
  /^(?:day|month|year|week|index|row|line|version|no|nr|asn?|#)$|(?:id|port|hours?|rank|level|number|nummer|score|age|size|status|latency|minutes|seconds|ms|percent|%)$|duration/i;

const roleOf = remembering((heading: string): Role => {
  const bare = heading.trim();
  if (COLLECTED.test(bare)) {
    const inner = roleOf(bare.replace(COLLECTED, ''));
    return inner === 'code' ? 'codes' : inner;
  }
  if (DISTINCT.test(bare) && bare.replace(DISTINCT, '')) {
    const inner = roleOf(bare.replace(DISTINCT, ''));
    if (inner === 'user') return 'users';
    if (inner === 'address') return 'addresses';
    if (inner === 'app') return 'apps';
    return inner;
  }
  const key = plainKey(bare);
  if (key === 'name') return 'name';
  const told = ROLES.find(([, form]) => form.test(key))?.[0];
  const fact = signInFactOfKey(bare);
  // The same word names one and many: a user, or how many.
  if (told && (!fact || told === 'count' || told === 'codes')) return told;
  if (/^(?:arg_?)?max_/i.test(bare)) return 'last';
  if (/^(?:arg_?)?min_/i.test(bare)) return 'first';
  if (fact === 'signIn.errorCode' || ERROR_HEADING.test(bare)) return 'code';
  if (/^(?:err(?:or)?|result|status)?[ _]?code$/i.test(bare)) return 'code';
  if (fact === 'signIn.user' || fact === 'signIn.userDisplayName') return 'user';
  if (fact === 'signIn.ipAddress') return 'address';
  if (fact === 'signIn.app') return 'app';
  if (fact === 'signIn.failureReason') return 'reason';
  if (fact === 'signIn.time') return 'time';
  return fact && OF_ONE.has(fact) ? 'single' : 'other';
});

/** @returns Whether a name of a column may be that of codes in a table of counts. */
export const isCodeColumn = (heading: string): boolean => CODES_OF_LOG.has(roleOf(heading));

const CODES_OF_LOG: ReadonlySet<Role> = new Set<Role>(['code', 'codes']);

/** Whether a name of a column is the log's own, or one that a query of it has: no other product's. */
const isOfLog = (heading: string) =>
  KUSTO.test(heading) ||
  (factOfHeading(heading) !== undefined &&
    !/^(?:id|date|user|status|application|location)$/i.test(heading.trim()));

/**
 * @returns Whether heads may be those of counted sign-ins: a column of codes and one of counts, or what `Group-Object`
 * prints.
 */
export function isSummaryHead(headings: readonly string[]): boolean {
  const roles = headings.map(roleOf);
  const has = (...wanted: Role[]) => roles.some((role) => wanted.includes(role));
  if (has('count') && has('name')) return true;
  return has('code', 'codes') && has('count', 'users', 'addresses', 'codes') && !has('single');
}

/** A count as it is printed: `61`, `1,284`, `1.284`. */
const COUNT = /^(?:\d{1,3}(?:[,.'’ \u00A0\u202F]\d{3}){1,4}|\d{1,12})$/;

const numberOf = (text: string): number | undefined =>
  COUNT.test(text.trim()) ? Number(text.replace(/\D/g, '')) : undefined;

/** Most rows that are kept of one table. */
const MOST_ROWS = 2000;

/** A cell: its heading, what is printed in it, and the items of a list. */
interface Cell {
  heading: string;
  role: Role;
  text: string;
  items: readonly string[];
  isList: boolean;
  offset: number;
}

/**
 * Reads the counts of a query or script over the sign-in log: codes with how often, for whom, from where. No row is one
 * sign-in.
 *
 * @returns One record for the table; none where it is something else.
 */
export function readSummary(
  { records, start, isCutOff }: JsonRegion,
  lineOf: LineOf,
): FactRecord[] {
  const heads = records[0] ? headingsOf(records[0]) : [];
  if (!mayBeCounted(heads)) return [];
  const rows = records.slice(0, MOST_ROWS).map(cellsOf);
  const isStrong = rows[0]!.some(({ role, heading }) => TELLING.has(role) && isOfLog(heading));
  if (!isStrong && !isOfSignIns(rows)) return [];
  const counted = rows.map((cells) => rowOf(cells, isStrong, hasCount(rows)));
  if (!counted.every((row) => row !== undefined)) return [];
  if (!isStrong && counted.every(({ codes }) => codes.every((code) => code === '0'))) return [];
  const lines = rows.map((cells) => lineOf(start + cells[0]!.offset));
  return [summaryOf(counted, lines, isCutOff)];
}

const headingsOf = ({ type, children = [] }: Node): string[] =>
  type === 'object' ? children.map(({ children: pair }) => String(pair?.[0]?.value)) : [];

/** Whether heads are those of counts, or of codes beside a number whose name somebody made up. */
function mayBeCounted(headings: readonly string[]): boolean {
  if (headings.length < 2) return false;
  if (isSummaryHead(headings)) return true;
  const roles = headings.map(roleOf);
  return (
    !roles.includes('single') &&
    !roles.includes('time') &&
    headings.some((heading) => isCodeColumn(heading) && isOfLog(heading))
  );
}

function cellsOf({ children = [] }: Node): Cell[] {
  return children.flatMap(({ children: pair }): Cell[] => {
    const [key, value] = pair ?? [];
    if (!key || !value || value.type === 'object') return [];
    const heading = String(key.value);
    const text = value.type === 'array' ? '' : String(value.value ?? '').trim();
    const listed =
      value.type === 'array'
        ? (value.children ?? []).map((one) => String(one.value ?? ''))
        : itemsIn(text);
    return [
      {
        heading,
        role: roleOf(heading),
        text: text || (listed ?? []).join(', '),
        items: listed ?? [text],
        isList: listed !== undefined,
        offset: value.offset,
      },
    ];
  });
}

/** The items of a list in a cell: `["50076","50079"]`, `{50076, 50079}`. */
function itemsIn(text: string): string[] | undefined {
  const [, inner] = /^[[{(](.{0,4000})[\]})]$/s.exec(text) ?? [];
  return inner?.split(',').map((item) => item.replace(/["'\s]{1,9}/g, ' ').trim());
}

/** One row of counts. */
interface SummaryRow {
  cells: readonly Cell[];
  /** The cell of its codes. */
  label: string;
  /** Canonical codes, and `0` for a success. */
  codes: readonly Code[];
  count: number | undefined;
  /** How many different users and addresses it is of. */
  users: number | undefined;
  addresses: number | undefined;
  /** Whose, from where and to what it is, where there is one. */
  user: string | undefined;
  address: string | undefined;
  app: string | undefined;
}

/** Which column says how often: one that is named so, or else the only one of whole numbers. */
function hasCount(rows: readonly (readonly Cell[])[]): string | undefined {
  const [first = []] = rows;
  const isNumber = (heading: string) =>
    rows.every((cells) => {
      const cell = cells.find((one) => one.heading === heading);
      return !cell || numberOf(cell.text) !== undefined;
    });
  const named = first.filter(({ role, heading }) => role === 'count' && isNumber(heading));
  if (named.length) return named[0]!.heading;
  const others = first.filter(
    ({ role, heading }) => role === 'other' && !NO_COUNT.test(heading) && isNumber(heading),
  );
  if (others.length === 1) return others[0]!.heading;
  return first.find(
    ({ role, heading }) => (role === 'users' || role === 'addresses') && isNumber(heading),
  )?.heading;
}

/** Whether columns that other products have, too, hold what only sign-ins have. */
function isOfSignIns(rows: readonly (readonly Cell[])[]): boolean {
  const all = (role: Role) => rows.map((cells) => cells.find((cell) => cell.role === role));
  const codes = rows.flatMap((cells) => cells.filter(({ role }) => CODES.has(role)));
  if (codes.length && codes.every(({ items }) => items.every((one) => /^AADSTS\d|^0$/i.test(one))))
    return true;
  if (rows[0]!.some(({ heading }) => KUSTO.test(heading))) return true;
  if (all('user').every((cell) => cell && USER_NAME.test(cell.text))) return true;
  // Many programs count their own errors in thousands.
  return (
    all(rows[0]!.some(({ role }) => role === 'name') ? 'name' : 'app').every(Boolean) &&
    codes.every(({ text }) => !/^\d{1,4}000$/.test(text))
  );
}

/** Columns whose names in the log are no other product's: `ResultType`, `UserPrincipalName`. */
const TELLING: ReadonlySet<Role> = new Set<Role>(['code', 'codes', 'user', 'app']);

const CODES: ReadonlySet<Role> = new Set<Role>(['code', 'codes', 'name']);

/** One row as counts; undefined where it is none. */
function rowOf(
  cells: readonly Cell[],
  isStrong: boolean,
  counting: string | undefined,
): SummaryRow | undefined {
  const coded = cells.filter(({ role }) => CODES_OF_LOG.has(role));
  const named = coded.length ? undefined : cells.find(({ role }) => role === 'name');
  if (coded.length > 1 || (!coded.length && !named)) return;
  const cell = coded[0] ?? named!;
  const parts = named
    ? named.text.split(/,\s/)
    : cell.role === 'codes' && !cell.isList
      ? cell.text.split(/[,;\s]{1,4}/)
      : cell.items;
  const isCode = isStrong ? isLogCode : isOtherCode;
  const codes = parts.flatMap((part): Code[] => {
    if (isNoCode(part) && part) return ['0'];
    return isCode(part) ? [codeFromLabeledValue(part)!] : [];
  });
  if (!codes.length || (!named && codes.length !== parts.length)) return;
  const others = named ? parts.filter((part) => !isNoCode(part) && !isCode(part)) : [];
  if (named && (others.length > 2 || codes.length !== 1)) return;
  const counted = cells.find(({ heading }) => heading === counting);
  const count = counted && numberOf(counted.text);
  // A list of codes by user is a summary without a count, too.
  if (count === undefined && cell.role !== 'codes') return;
  const first = (role: Role) => cells.find((one) => one.role === role);
  const distinct = (role: Role) => {
    const found = first(role);
    if (!found) return;
    return found.isList ? found.items.length : numberOf(found.text);
  };
  const only = (role: Role, many: Role, form: (text: string) => boolean) => {
    const one =
      first(role)?.text ?? others.find((part) => form(part) && (role === 'app') !== /@/.test(part));
    const all = first(many);
    const told =
      one ??
      (all && !all.isList && !numberOf(all.text)
        ? all.text
        : all?.items.length === 1
          ? all.items[0]
          : undefined);
    return told && form(told) ? told : undefined;
  };
  return {
    codes,
    count,
    users: distinct('users'),
    addresses: distinct('addresses'),
    user: only('user', 'users', (text) => /@|#EXT#/.test(text) && !/\s/.test(text)),
    address: only('address', 'addresses', isAddress),
    app: only('app', 'apps', (text) => /\p{L}/u.test(text) && !GUID.test(text) && !isAddress(text)),
    cells,
    label: cell.text,
  };
}

/** Columns whose values the record has by themselves. */
const VALUES: readonly (readonly ['users' | 'addresses' | 'user' | 'app' | 'address', FactName])[] =
  [
    ['users', 'summary.users'],
    ['addresses', 'summary.addresses'],
    ['user', 'summary.user'],
    ['app', 'summary.app'],
    ['address', 'summary.ipAddress'],
  ];

/** What tools add to each row. */
const NOT_SHOWN = /^(?:TableName|Group|Values)$/i;

const TIMES: Partial<Record<Role, FactName>> = { first: 'summary.first', last: 'summary.last' };

function summaryOf(
  rows: readonly SummaryRow[],
  lines: readonly number[],
  isCutOff: boolean,
): FactRecord {
  const facts: Fact[] = [];
  const totals = new Map<string, number>();
  rows.forEach((row, at) => {
    const source = { line: lines[at]! };
    const shown = row.cells
      .filter(
        ({ text, role, heading }) =>
          text && text !== row.label && role !== 'reason' && !NOT_SHOWN.test(heading),
      )
      .map(({ heading, text }) => `${heading} ${text}`)
      .join(' · ');
    facts.push(makeFact('summary.row', row.label, shown, source));
    for (const code of row.codes) {
      totals.set(code, (totals.get(code) ?? 0) + (row.count ?? 0));
      facts.push(makeFact('summary.code', 'code', code, source));
    }
    for (const [key, name] of VALUES) {
      const value = row[key];
      if (value !== undefined) facts.push(makeFact(name, key, String(value), source));
    }
    for (const { role, heading, text } of row.cells) {
      const name = TIMES[role];
      if (name && text) facts.push(makeFact(name, heading, text, source));
    }
    // What several codes have together is none of each.
    const name = row.codes.length === 1 ? 'summary.count' : 'summary.sharedCount';
    if (row.count !== undefined)
      for (const code of row.codes) facts.push(makeFact(name, code, String(row.count), source));
  });
  const codes = [...totals].filter(([code]) => code !== '0').sort((a, b) => b[1] - a[1]);
  return {
    kind: 'summary',
    title: 'counts of sign-ins',
    facts,
    codes: codes.map(([code]) => code as Code),
    doubts: isCutOff ? ['cut off'] : [],
    ...spanOfLines(lines),
  };
}
