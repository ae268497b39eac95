import { codeFromLabeledValue } from '../detection/labels';
import { append } from './append';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { countOf, logRecord } from './log-record';
import { areOfSignIns, variantOf } from './read-sign-in-csv';
import { addJsonCell, MOST_SIGN_INS } from './read-sign-in-json';
import { remembering } from './remembering';
import { aligned, type Fit } from './row-alignment';
import { factOfHeading, plainHeading } from './sign-in-fields';
import { JSON_HEADINGS } from './sign-in-paths';
import { isNoCode, SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import { statusOf } from './status-words';
import { GUID, isAddress, isClientApp, isMoment, isWordOf, USER_NAME } from './value-forms';

/** A line, and its index in the text. */
interface Cell {
  text: string;
  at: number;
}

interface Column {
  heading: string;
  name: SignInFactName | undefined;
}

/** What the head of a table says of its rows. */
interface Head {
  columns: readonly Column[];
  /** What the cells of each column look like. */
  fits: readonly Fit[];
  /** The first column whose values have one form: a row is known by it. */
  marker: number;
}

/** A longer line is no heading, in UTF-16 units; how many make a head. */
const LONGEST_HEADING = 80;
const LEAST_HEADINGS = 5;
const MOST_HEADINGS = 90;

/** A longer line is no cell. */
const LONGEST_CELL = 4000;

/** How many blank lines stand between head and rows, and between two rows, at most. */
const MOST_BLANK = 3;

/** A heading that we may not know: words without a sign of a sentence. */
const HEADING = /^\p{L}[\p{L}\p{N} _.()[\]'’/-]{1,79}$/u;
const SENTENCE_END = /[.!?]$/;

/**
 * Reads tables of sign-ins of which each cell stands in a line of its own, as the portal's list is copied into some forms:
 * first all headings, then the cells of each row. Empty cells may be lost: then each cell is given to a column only where its
 * form leaves no other.
 *
 * @param raw Lines of the text as they are; those of a table are emptied. The time grows linearly.
 */
export function readStackedCells(raw: Line[]): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < raw.length; at++) {
    // Two headings at least stand below each other.
    if (!mayBeHeading(raw[at]!) || !raw[at + 1] || !mayBeHeading(raw[at + 1]!)) continue;
    if (!isKnown(raw[at]!.text)) continue;
    const end = endOfHead(raw, at);
    if (end - at >= LEAST_HEADINGS)
      for (const start of new Set([at, startOfUnknown(raw, at)])) {
        const table = tableFrom(raw, start, end);
        if (!table) continue;
        append(records, table.records);
        for (let own = start; own < table.end; own++) raw[own] = raw[own]!.emptied();
        break;
      }
    at = Math.max(at, end - 1);
  }
  return records;
}

/** Signs that no heading holds. */
const OF_NO_HEADING = SIGN.colon | SIGN.cell | SIGN.comma | SIGN.equals | SIGN.quote;

function mayBeHeading(line: Line): boolean {
  const { text } = line;
  return (
    text.length > 1 &&
    text.length <= LONGEST_HEADING &&
    line.has(SIGN.letter | SIGN.wide) &&
    !line.has(OF_NO_HEADING)
  );
}

const isKnown = remembering((text) => factOfHeading(text.trim()) !== undefined);

/** Whether a text is a heading that we know, or may be another one, and no value by its form. */
const kindOf = remembering((text): 'known' | 'other' | undefined => {
  if (isKnown(text)) return 'known';
  const heading = text.trim();
  if (isValue(heading)) return undefined;
  return HEADING.test(heading) && !SENTENCE_END.test(heading) ? 'other' : undefined;
});

const isHeading = (line: Line | undefined): boolean =>
  line !== undefined && mayBeHeading(line) && kindOf(line.text) !== undefined;

/** Whether a text is a value by its form alone, so that the rows have begun. */
const isValue = (text: string): boolean =>
  isMoment(text) || GUID.test(text) || isAddress(text) || USER_NAME.test(text);

/** How many columns of a log have the name of another one. */
const MOST_DOUBLED = 1;

/** Index behind the last heading: at a blank line, at the first value, or where the headings come again. */
function endOfHead(raw: readonly Line[], start: number): number {
  const seen = new Set<string>();
  const most = Math.min(raw.length, start + MOST_HEADINGS);
  let end = start;
  for (; end < most && isHeading(raw[end]); end++) {
    seen.add(raw[end]!.text);
    if (end - start + 1 - seen.size > MOST_DOUBLED) break;
  }
  return end;
}

/** The first of the headings that we do not know and that stand right before the first that we know. */
function startOfUnknown(raw: readonly Line[], at: number): number {
  let start = at;
  const isUnknown = (line: Line) => mayBeHeading(line) && kindOf(line.text) === 'other';
  while (start > 0 && at - start < MOST_HEADINGS && isUnknown(raw[start - 1]!)) start--;
  return start;
}

/** The rows below a head; undefined where it is none of a sign-in log, or nothing below has its form. */
function tableFrom(
  raw: readonly Line[],
  start: number,
  end: number,
): { records: FactRecord[]; end: number } | undefined {
  const headings = raw.slice(start, end).map(({ text }) => text.trim());
  if (!areOfSignIns(headings)) return;
  const columns = headings.map((heading): Column => ({ heading, name: factOfHeading(heading) }));
  const marker = Math.max(
    0,
    columns.findIndex(({ name }) => name && formOf.has(name)),
  );
  const head: Head = { columns, fits: columns.map(fitOf), marker };
  const rows: (Row & { from: number })[] = [];
  for (let at = end; ;) {
    const first = nextText(raw, at);
    const isRow = first !== undefined && kindOf(raw[first]!.text) !== 'known';
    const row = isRow ? rowFrom(raw, first, head) : undefined;
    if (!row) break;
    rows.push({ ...row, from: first! });
    at = row.end;
    if (row.isOpen) break;
  }
  if (!rows.length) return;
  const signIns = rows.map(({ cells }) => signInOf(columns, cells, raw));
  if (!signIns.some((signIn) => isTold(signIn))) return;
  const variant = variantOf(headings, raw[start - 1]?.text ?? '');
  const last = rows.at(-1)!.end;
  const log = logRecord(
    variant,
    { 'log.variant': variant, 'log.columns': columns.length, ...countOf(signIns, false) },
    raw[start]!.number,
    raw[last - 1]!.number,
    false,
  );
  const read = signIns
    .slice(0, MOST_SIGN_INS)
    .map((signIn, row) =>
      signIn.record(variant, raw[rows[row]!.from]!.number, raw[rows[row]!.end - 1]!.number, false),
    );
  return { records: [log, ...read], end: last };
}

/** A time or an id beside how it ended: other products have lists with an address and a status, too. */
const isTold = (signIn: SignIn): boolean =>
  (signIn.code !== undefined || signIn.valueOf('signIn.conditionalAccess') !== undefined) &&
  (signIn.valueOf('signIn.time') !== undefined || signIn.valueOf('signIn.requestId') !== undefined);

/** Index of the next line with a text, a few blank lines further at most. */
function nextText(raw: readonly Line[], from: number): number | undefined {
  for (let at = from; at <= from + MOST_BLANK && at < raw.length; at++)
    if (raw[at]!.text.trim()) return at;
  return undefined;
}

/** A row as its columns hold it. */
interface Row {
  cells: readonly (Cell | undefined)[];
  /** Index behind its last line. */
  end: number;
  /** What stands below it may begin within it. */
  isOpen?: boolean;
}

/**
 * The row that begins in a line: a cell in each of as many lines as there are columns, the blank ones too; else the cells
 * up to the next row or to the first blank line, or to the farther one of both if more of these have the form of their
 * column. What stands below the last row may be a text.
 */
function rowFrom(raw: readonly Line[], start: number, head: Head): Row | undefined {
  const { columns, fits, marker } = head;
  const whole = cellsAt(raw, start, columns.length, true);
  const end = start + columns.length;
  if (whole.length === columns.length && isEnd(raw, end, head)) {
    const certain = certainOf(whole, fits);
    if (certain >= LEAST_CERTAIN) return { cells: whole, end };
  }
  const packed = cellsAt(raw, start, columns.length + marker, false);
  let found: (Row & { certain: number }) | undefined;
  const [next, gap] = [nextRow(packed, head), firstGap(packed)];
  for (const stop of new Set([Math.min(next, gap), Math.max(next, gap)])) {
    const cells = packed.slice(0, Math.min(stop, columns.length));
    if (cells.filter(({ text }) => isValue(text)).length < LEAST_VALUES) continue;
    const places = aligned(
      cells.map(({ text }) => text),
      fits,
    );
    if (!places || places.certain < LEAST_CERTAIN) continue;
    if (found && found.certain >= places.certain) continue;
    const last = cells.at(-1)!;
    const row = columns.map((_, column) => cells[places.columns.indexOf(column)]);
    found = { cells: row, end: last.at + 1, certain: places.certain };
    // Of two rows without a blank line between them, nothing tells whose the cells before the marker are.
    found.isOpen = marker > 0 && !isBlank(raw[found.end]);
    // A text right below a row fits the last column as well.
    const ending = row.lastIndexOf(last);
    const isSure = !found.isOpen && isEnd(raw, found.end, head);
    if (ending >= 0 && !isSure && fits[ending]!(last.text) !== 'certain')
      found = { ...found, cells: row.with(ending, undefined), end: last.at };
  }
  return found;
}

/** Up to as many lines as there are columns, each a cell; with or without the blank ones. */
function cellsAt(raw: readonly Line[], start: number, count: number, areBlankCells: boolean) {
  const cells: Cell[] = [];
  for (let at = start, blank = 0; at < raw.length && cells.length < count; at++) {
    const text = raw[at]!.text.trim();
    if (text.length > LONGEST_CELL) break;
    blank = text ? 0 : blank + 1;
    if (!areBlankCells && blank > MOST_BLANK) break;
    if (text || areBlankCells) cells.push({ text, at });
  }
  return cells;
}

/** How many cells stand before those of another row. */
function nextRow(cells: readonly Cell[], { fits, marker }: Head): number {
  const isRow = (at: number) => fits[marker]!(cells[at + marker]?.text ?? '') === 'certain';
  if (!isRow(0)) return cells.length;
  const next = cells.findIndex((_, at) => at > 0 && isRow(at));
  return next < 0 ? cells.length : next;
}

/** How many cells stand before the first blank line. */
function firstGap(cells: readonly Cell[]): number {
  const gap = cells.findIndex(({ at }, own) => own > 0 && at > cells[own - 1]!.at + 1);
  return gap < 0 ? cells.length : gap;
}

const isBlank = (line: Line | undefined): boolean => !line?.text.trim();

/** Whether a row may end before a line: at a blank one, the end of the text, another row, or where the headings come again. */
const isEnd = (raw: readonly Line[], at: number, { fits, marker }: Head): boolean =>
  isBlank(raw[at]) ||
  fits[marker]!(raw[at + marker]?.text.trim() ?? '') === 'certain' ||
  (mayBeHeading(raw[at]!) && kindOf(raw[at]!.text) === 'known');

/** How many cells have to have the one form of their column, and how many of them tell by it alone what they are. */
const LEAST_CERTAIN = 3;
const LEAST_VALUES = 2;

/** How many cells of a whole row have the one form of their column; -1 where one has none that its column may have. */
function certainOf(cells: readonly Cell[], fits: readonly Fit[]): number {
  let certain = 0;
  for (const [column, { text }] of cells.entries()) {
    const fit = text ? fits[column]!(text) : 'possible';
    if (!fit) return -1;
    if (fit === 'certain') certain++;
  }
  return certain;
}

/** Columns whose values have one form. */
const FORMS: readonly (readonly [(text: string) => boolean, ...SignInFactName[]])[] = [
  [isMoment, 'signIn.time'],
  [
    (text) => GUID.test(text),
    'signIn.requestId',
    'signIn.correlationId',
    'signIn.userId',
    'signIn.appId',
    'signIn.resourceId',
    'signIn.resourceTenantId',
    'signIn.homeTenantId',
    'signIn.appOwnerTenantId',
    'signIn.resourceOwnerTenantId',
    'signIn.deviceId',
    'signIn.servicePrincipalId',
    'signIn.credentialKeyId',
    'signIn.sessionId',
  ],
  [isAddress, 'signIn.ipAddress'],
  [(text) => USER_NAME.test(text), 'signIn.user'],
  [(text) => isNoCode(text) || codeFromLabeledValue(text) !== undefined, 'signIn.errorCode'],
];

/** Columns with a few words, which are not known in each language. */
const WORDS: readonly (readonly [(text: string) => boolean, SignInFactName])[] = [
  [(text) => statusOf(text) !== undefined, 'signIn.status'],
  [isClientApp, 'signIn.clientApp'],
  [(text) => isWordOf('signIn.conditionalAccess', text), 'signIn.conditionalAccess'],
  [
    (text) => isWordOf('signIn.authenticationRequirement', text),
    'signIn.authenticationRequirement',
  ],
  [(text) => isWordOf('signIn.userType', text), 'signIn.userType'],
];

const wordsOf = new Map(WORDS.map(([is, name]) => [name, is]));

/** Whether a text is a word that says how a sign-in ended, or what it took. No user, app or place is called so. */
const isResult = (text: string): boolean =>
  statusOf(text) !== undefined ||
  isWordOf('signIn.conditionalAccess', text) ||
  isWordOf('signIn.authenticationRequirement', text);

/** Columns without a form of their own that may hold such a word. */
const MAY_BE_RESULT = /^signIn\.(?:mfa|authentication|token|risk|failure|additional)/;

const formOf = new Map(
  FORMS.flatMap(([form, ...names]) => names.map((name) => [name, form] as const)),
);

/** Values of any form that no name or text has. */
const isNoText = (text: string) => isMoment(text) || GUID.test(text) || isAddress(text);

/** What some columns hold in place of a value. */
const NONE = /^(?:none|null|n\/a|-|–|—|not available)$/i;

/** How well a cell fits a column. */
function fitOf({ name, heading }: Column): Fit {
  const holdsJson = JSON_HEADINGS[plainHeading(heading)] !== undefined;
  const form = name && formOf.get(name);
  const words = name && wordsOf.get(name);
  const mayBeResult = name !== undefined && MAY_BE_RESULT.test(name);
  return (text) => {
    if (/^[[{]/.test(text)) return holdsJson && 'certain';
    if ((form ?? words)?.(text)) return 'certain';
    if (form || NONE.test(text)) return NONE.test(text) && 'possible';
    if (words) return !isNoText(text) && !isResult(text) && !/\d/.test(text) && 'possible';
    if (!name) return 'possible';
    return !isNoText(text) && (mayBeResult || !isResult(text)) && 'possible';
  };
}

function signInOf(
  columns: readonly Column[],
  cells: readonly (Cell | undefined)[],
  raw: readonly Line[],
): SignIn {
  const signIn = new SignIn();
  columns.forEach(({ heading, name }, column) => {
    const cell = cells[column];
    if (!cell?.text) return;
    const line = raw[cell.at]!.number;
    const path = /^[[{]/.test(cell.text) ? JSON_HEADINGS[plainHeading(heading)] : undefined;
    if (path) addJsonCell(signIn, cell.text, path, line);
    else if (name) signIn.add(name, heading, cell.text, { line, cell: heading });
  });
  return signIn;
}
