import Papa from 'papaparse';
import { append } from './append';
import type { FactRecord } from './fact';
import { headlessRow, joinedInBrackets, recordsOfHeadless, type HeadlessRow } from './headless-csv';
import { beginnings, isDashes, SIGN, type Line } from './lines';
import { namedHeads, namedRows, type NamedRows } from './named-columns';
import { MOST_SIGN_INS } from './read-sign-in-json';
import { columnsOf, signInOfRow } from './sign-in-columns';
import { factOfHeading, headingForm, plainHeading } from './sign-in-fields';
import type { SignInFactName } from './sign-in-vocabulary';
import { countOf, logRecord } from './log-record';

/** How many known headings make a header. A sentence with commas has none or one. */
const LEAST_KNOWN = 4;

/** No header of an export lacks the code. */
const CODE_HEADING = headingForm('signIn.errorCode');

/**
 * The portal's list shows no code at first. What other products log has no request that is named beside an address and a
 * status, and no outcome of Conditional Access.
 */
const ADDRESS_HEADING = headingForm('signIn.ipAddress');
const OF_LIST = ['signIn.time', 'signIn.status', 'signIn.ipAddress'] as const;
const OF_LIST_ALONE = ['signIn.requestId', 'signIn.conditionalAccess'] as const;

/** How a line begins that is a list of names in JSON. */
const IN_JSON = /^\s{0,80}(?:["'][^"']{0,60}["']\s{0,9}:\s{0,9})?[[{]/;

/** The download's own name, which alone tells interactive from non-interactive. */
const FILE_NAME =
  /\b(InteractiveSignIns|NonInteractiveSignIns|ApplicationSignIns|MSISignIns)(?:_AuthDetails)?_/i;

/**
 * Reads the portal's download of the sign-in log and exports of Log Analytics, by their headers.
 *
 * @param raw Lines of the text as they are.
 * @returns A record of each export and of its sign-ins, and the lines that they took.
 */
export function readSignInCsv(raw: readonly Line[]): { records: FactRecord[]; lines: number[] } {
  const records: FactRecord[] = [];
  const taken: number[] = [];
  /** Behind the last line that was read. */
  let free = 0;
  for (let at = 0; at < raw.length; at++) {
    const line = raw[at]!;
    if (!line.has(SIGN.comma | SIGN.cell) || IN_JSON.test(line.text)) continue;
    const headless = headlessFrom(raw, at);
    if (headless.length) {
      append(records, recordsOfHeadless(headless));
      for (const { line } of headless) taken.push(line - 1);
      at += headless.length - 1;
      free = at + 1;
      continue;
    }
    const heads = namedHeads(line);
    const parting = heads && headDelimiterOf(heads);
    const named = parting ? namedRows(raw, at, heads, parting, free) : undefined;
    // A row of another form may stand below: broken, cut off, over some lines.
    if (named && (named.rows.length || !raw[at + 1]?.begins(ROW_STARTS))) {
      append(records, recordsOfNamed(named));
      for (const row of [{ at }, ...named.rows]) taken.push(row.at);
      at = Math.max(at, named.rows.at(-1)?.at ?? at);
      free = at + 1;
      continue;
    }
    const delimiter = isTableHead(line) ? PIPE : headDelimiterOf(line.text);
    if (!delimiter || !isOfPortal(raw, at, delimiter)) continue;
    const end = delimiter === PIPE ? endOfTable(raw, at) : endOf(raw, at, delimiter);
    append(records, readExport(raw, at, end, delimiter));
    for (let line = at; line < end; line++) taken.push(line);
    at = end - 1;
    free = end;
  }
  return { records, lines: taken };
}

function recordsOfNamed({ columns, rows }: NamedRows): FactRecord[] {
  const layout = { columns };
  return recordsOfHeadless(
    rows.map(({ cells, at }) => ({ row: { layout, cells, isCutOff: false }, line: at + 1 })),
  );
}

/** The rows without a head that stand in a line and those below it. */
function headlessFrom(raw: readonly Line[], start: number): { row: HeadlessRow; line: number }[] {
  const rows: { row: HeadlessRow; line: number }[] = [];
  for (let at = start; at < raw.length; at++) {
    const row = headlessRow(raw[at]!);
    if (!row) break;
    rows.push({ row, line: at + 1 });
  }
  return rows;
}

type Known = ReadonlySet<SignInFactName>;

const isOfExport = (known: Known): boolean => known.has('signIn.errorCode');

const isOfList = (known: Known): boolean =>
  OF_LIST.every((name) => known.has(name)) && OF_LIST_ALONE.some((name) => known.has(name));

/** @returns Whether headings are those of an export of a sign-in log, or of the portal's list. */
export function areOfSignIns(headings: readonly string[]): boolean {
  const known = new Set(headings.flatMap((one) => factOfHeading(unquoted(one)) ?? []));
  return known.size >= LEAST_KNOWN && (isOfExport(known) || isOfList(known));
}

/** @returns What parts the headings of a line; undefined where it is no header of an export of a sign-in log. */
export function delimiterOf(line: string): string | undefined {
  return delimiterWhere(line, CODE_HEADING, isOfExport);
}

/** The same for the heads of the portal's list, where its columns for the code are not shown. */
function delimiterOfList(line: string): string | undefined {
  return delimiterWhere(line, ADDRESS_HEADING, isOfList);
}

/** How many rows below a head are looked at, and what the ids of the log are in them. */
const FIRST_ROWS = 5;
const ID = /(?<![\w-])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-/i;

/** Whether a table is of the portal, by its head, or by the ids of its requests: those of other products are no GUIDs. */
function isOfPortal(raw: readonly Line[], at: number, delimiter: string): boolean {
  const names = raw[at]!.text.split(delimiter).map((cell) => factOfHeading(unquoted(cell)));
  return (
    names.includes('signIn.errorCode') ||
    names.includes('signIn.conditionalAccess') ||
    raw.slice(at + 1, at + 1 + FIRST_ROWS).some(({ text }) => ID.test(text))
  );
}

const headDelimiterOf = (line: string) => delimiterOf(line) ?? delimiterOfList(line);

/** @param form What the line holds at least, which most lines do not. */
function delimiterWhere(
  line: string,
  form: RegExp,
  isHeader: (known: Known) => boolean,
): string | undefined {
  if (line.length < SHORTEST_HEADER || line.length > LONGEST_HEADER) return;
  const delimiters = [',', ';', '\t'].filter((one) => holdsOften(line, one));
  if (!delimiters.length || !form.test(line) || QUERY.test(line)) return;
  return delimiters.find((delimiter) => {
    const names = line.split(delimiter).flatMap((cell) => factOfHeading(unquoted(cell)) ?? []);
    const known = new Set(names);
    return known.size >= LEAST_KNOWN && isHeader(known);
  });
}

/** A step of a query, which names columns. */
const QUERY =
  /\|\s{0,9}(?:where|project(?:-\w{2,9})?|extend|summarize|(?:order|sort) by|distinct|mv-expand|select(?:-object)?|f[tl]|format-(?:table|list))\s|^\s{0,20}select\s.{0,4000}\sfrom\s/i;

/** How long a header is, in UTF-16 units. */
const SHORTEST_HEADER = 40;
const LONGEST_HEADER = 10_000;

/** Whether a sign parts a line into as many cells as a header has at least. */
function holdsOften(line: string, sign: string): boolean {
  let at = -1;
  for (let cells = 1; cells < LEAST_KNOWN; cells++) {
    at = line.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** What parts the cells of a Markdown table. */
const PIPE = '|';

/** Whether a line is the head of a Markdown table whose columns are those of a sign-in log. */
function isTableHead({ text }: Line): boolean {
  return (
    text.startsWith(PIPE) &&
    holdsOften(text, PIPE) &&
    headDelimiterOf(cellsOfTable(text).join('\t')) !== undefined
  );
}

function endOfTable(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (lines[end]?.text.startsWith(PIPE)) end++;
  return end;
}

function cellsOfTable(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(PIPE)
    .map((cell) => cell.trim());
}

/** The rows of an export, headings first, and whether its last cell is not closed. */
function tableOf(
  lines: readonly Line[],
  delimiter: string,
): { table: string[][]; isUnclosed: boolean } {
  if (delimiter === PIPE)
    return { table: lines.map(({ text }) => cellsOfTable(text)), isUnclosed: false };
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .replace(/^\ufeff/, '');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  return {
    // The marks of a code block stand below the rows.
    table: data
      .filter(([cell = '']) => !cell.startsWith('```'))
      .map((row) =>
        row.length > data[0]!.length ? rejoined(row, delimiter, data[0]!.length) : row,
      ),
    isUnclosed: errors.some(({ code }) => code === 'MissingQuotes'),
  };
}

/** A row with what was parted within brackets in one cell; the row as it was where this does not give it the columns. */
function rejoined(row: string[], delimiter: string, columns: number): string[] {
  const cells = joinedInBrackets(row, delimiter);
  // Some rows end with a delimiter.
  const isWhole = cells.length === columns || (cells.length === columns + 1 && !cells.at(-1));
  return isWhole ? cells : row;
}

function unquoted(cell: string): string {
  return cell.replace(/^\ufeff?"?|"$/g, '');
}

/**
 * The table ends with the text, at the next header, at an object of another text, at a sentence, or at a blank line behind
 * which no row follows.
 */
function endOf(lines: readonly Line[], start: number, delimiter: string): number {
  const headings = lines[start]!.text.split(delimiter);
  const time = headings.findIndex((one) => factOfHeading(unquoted(one)) === 'signIn.time');
  /** Whether the time of a row stands in a line, or does not: undefined where its cell may be further down. */
  const hasTime = (at: number): boolean | undefined => {
    const cells = lines[at]?.text.split(delimiter, headings.length) ?? [];
    if (time < 0 || time >= cells.length) return undefined;
    if (/^["\s]{0,3}\d/.test(cells[time]!)) return true;
    return cells.length < headings.length ? false : undefined;
  };
  let isInCell = false;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at]!;
    const { text } = line;
    if (text.trim() ? headDelimiterOf(text) : !lines[at + 1]?.text.includes(delimiter)) return at;
    if (!isInCell && line.begins(BRACKETS)) return at;
    const mayBeText = !isInCell && text.includes(' ') && !line.begins(ROW_STARTS);
    if (mayBeText && hasTime(at) === false && hasTime(at + 1) !== true) return at;
    if (line.has(SIGN.quote) && text.split('"').length % 2 === 0) isInCell = !isInCell;
  }
  return lines.length;
}

const BRACKETS = beginnings('[{');
const ROW_STARTS = beginnings('0123456789"');

function readExport(
  lines: readonly Line[],
  start: number,
  end: number,
  delimiter: string,
): FactRecord[] {
  const { table, isUnclosed } = tableOf(lines.slice(start, end), delimiter);
  const hasDashes = delimiter === PIPE && isDashes(lines[start + 1]);
  const headings = table[0] ?? [];
  const rows = table.slice(hasDashes ? 2 : 1);
  const isCutOff = (rows.length > 0 && rows.at(-1)!.length < headings.length) || isUnclosed;
  const lineOfRow = linesOfRows(rows, hasDashes ? start + 2 : start + 1);
  const columns = columnsOf(headings);
  const signIns = rows.map((row, at) =>
    signInOfRow(columns, row, lineOfRow[at]!, at < MOST_SIGN_INS),
  );
  const variant = variantOf(headings, lines[start - 1]?.text ?? '');
  const from = start + 1;
  const to = end;
  return [
    logRecord(
      variant,
      {
        'log.variant': variant,
        'log.delimiter': delimiter,
        'log.locale': headings.some((one) => /^Fecha|correlación/i.test(one)) ? 'es' : 'en',
        'log.columns': headings.length,
        ...countOf(signIns, isCutOff),
      },
      from,
      to,
      isCutOff,
    ),
    ...signIns.slice(0, MOST_SIGN_INS).map((signIn, at) => {
      const line = lineOfRow[at]!;
      return signIn.record(variant, line, line, isCutOff && at === rows.length - 1);
    }),
  ];
}

/** The line that each row begins in: cells may hold line feeds. */
function linesOfRows(rows: readonly string[][], header: number): number[] {
  let line = header + 1;
  return rows.map((row) => {
    const own = line;
    line++;
    for (const cell of row) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    return own;
  });
}

/** Headings, without case, of which a log of applications has one, and none of these. */
const OF_APPS = [
  'service principal id',
  'service principal name',
  'serviceprincipalid',
  'serviceprincipalname',
];
const OF_USERS = ['user id', 'user', 'username', 'user principal name'];

/**
 * @param headings The headings of an export.
 * @param lineBefore The line before it, which may hold its file name; or that name.
 * @returns Which log it is: `InteractiveSignIns`, `SigninLogs (Log Analytics)`.
 */
export function variantOf(headings: readonly string[], lineBefore: string): string {
  const named = FILE_NAME.exec(lineBefore)?.[1];
  if (named) return named;
  const plain = new Set(headings.map(plainHeading));
  if (plain.has('resulttype')) {
    const isOfApps = !plain.has('userprincipalname') && OF_APPS.some((one) => plain.has(one));
    return `${isOfApps ? 'AADServicePrincipalSignInLogs' : 'SigninLogs'} (Log Analytics)`;
  }
  const isOfApps = OF_APPS.some((one) => plain.has(one)) && !OF_USERS.some((one) => plain.has(one));
  if (isOfApps) return 'ApplicationSignIns';
  return 'InteractiveSignIns';
}
