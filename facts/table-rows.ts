import { cellsOfRow, DELIMITERS } from './cell-spans';
import { isDashes, SIGN, type Line } from './lines';
import { isRest, joinedRows, type DrawnRow } from './wrapped-rows';

/** A table: its headings and rows, each with the indexes of its lines. */
export interface Table {
  headings: readonly string[];
  rows: readonly { cells: readonly string[]; from: number; to: number }[];
  /** Index behind its last line. */
  end: number;
}

/** A longer line is no head. */
const LONGEST_HEAD = 10_000;

/** Fewer columns are a list, or a sentence with a comma. */
const LEAST_COLUMNS = 3;

/** A heading: a word or some. Not a sentence, a number, an address or a time. */
const HEADING = /^(?=[^:=]*\p{L})[\p{L}\p{N}\s_.()[\]#'’@-]{1,60}$/u;

/** A quoted cell that goes on in more lines than this is none. */
const MOST_LINES = 200;

/**
 * Reads the table whose head a line is: cells that are parted by tabs, pipes, semicolons or commas, in quotes or not, or
 * columns of fixed width over a row of dashes.
 *
 * @param lines Lines of the text.
 * @param at Index of the line to look at.
 * @param isWanted Whether headings are those of a record; asked before the rows are read.
 */
export function tableAt(
  lines: readonly Line[],
  at: number,
  isWanted: (headings: readonly string[]) => boolean,
): Table | undefined {
  const line = lines[at]!;
  if (line.text.length > LONGEST_HEAD) return;
  return (
    parted(lines, at, isWanted) ??
    ofFixedWidth(lines, at, isWanted) ??
    ofBlanks(lines, at, isWanted)
  );
}

function parted(
  lines: readonly Line[],
  at: number,
  isWanted: (headings: readonly string[]) => boolean,
): Table | undefined {
  const line = lines[at]!;
  if (!line.has(SIGN.cell | SIGN.comma)) return;
  const { text } = line;
  const delimiter = DELIMITERS.find(
    (one) => isParted(text, one) || (text.includes(one) && areTwo(cellsOf(text, one), isWanted)),
  );
  if (!delimiter) return;
  const { cells: headings } = rowAt(lines.slice(at, at + 1), 0, delimiter);
  if (!isHead(headings) || !isWanted(headings)) return;
  const rows: { cells: string[]; from: number; to: number }[] = [];
  let next = at + 1;
  if (delimiter === '|' && isDashes(lines[next])) next++;
  while (next < lines.length && lines[next]!.text.trim()) {
    const row = rowAt(lines, next, delimiter);
    // A text below the table; a last row that was cut off is shorter.
    if (row.cells.length < Math.min(LEAST_COLUMNS, headings.length)) break;
    rows.push({ cells: row.cells, from: next, to: row.end - 1 });
    next = row.end;
  }
  return rows.length ? { headings, rows, end: next } : undefined;
}

/** The first cells of a line as it stands, without the frame of pipes. */
const cellsOf = (text: string, delimiter: string) =>
  (delimiter === '|' ? text.trim().replace(/^\||\|$/g, '') : text).split(delimiter, 3);

/** Whether two cells are heads: of labels with values, or of what is wanted, which no sentence with a comma is. */
const areTwo = (cells: readonly string[], isWanted: (headings: readonly string[]) => boolean) =>
  cells.length === 2 && (isPairs(cells) || isWanted(cells));

/** Whether a sign parts a line in three cells at least; those at its ends are its frame. */
function isParted(text: string, sign: string): boolean {
  const first = text.indexOf(sign, 1);
  const second = first < 0 ? first : text.indexOf(sign, first + 1);
  return second > 0 && second < text.length - 1;
}

/**
 * @param at Index of the first line of a row, which goes on in the next lines while a quote is open.
 * @returns Its cells without their quotes, and the index behind it.
 */
export function rowAt(
  lines: readonly Line[],
  at: number,
  delimiter: string,
): { cells: string[]; end: number } {
  const { text, spans, end } = rowSpansAt(lines, at, delimiter);
  return { cells: spans.map((span) => text.slice(...span).replace(/""/g, '"')), end };
}

/** @returns The same row as it stands: its text, where its cells are in it, and the index behind it. */
export function rowSpansAt(lines: readonly Line[], at: number, delimiter: string) {
  let end = at + 1;
  const row = cellsOfRow(lines[at]!.text, delimiter, () =>
    end < lines.length && end - at < MOST_LINES ? lines[end++]!.text : undefined,
  );
  return { ...row, end };
}

/** How many lines the headings of a console take. */
const MOST_HEADS = 3;

/** @returns The index of the row of dashes below a line, or below those into which its headings were broken; 0 for none. */
export function ruleBelow(lines: readonly Line[], at: number): number {
  for (let below = at + 1; below <= at + MOST_HEADS; below++) {
    if (isDashes(lines[below])) return below;
    // What goes on stands in its column, and says less than a head.
    if (!lines[below]?.text.startsWith(' ')) break;
  }
  return 0;
}

/** Columns as a console prints them, with dashes below the headings. */
function ofFixedWidth(
  lines: readonly Line[],
  at: number,
  isWanted: (headings: readonly string[]) => boolean,
): Table | undefined {
  const rule = ruleBelow(lines, at);
  if (!rule) return;
  const dashes = [...lines[rule]!.text.matchAll(/-{2,300}/g)];
  if (dashes.length < 2) return;
  const heads = lines.slice(at, rule);
  const columns = dashes.map(({ index }, column) => ({ index, next: dashes[column + 1]?.index }));
  const [head, ...rests] = heads.map(({ text }) => text);
  const headings = columns.map(({ index, next }) => head!.slice(index, next).trim());
  // A console breaks a heading where its column ends, within a word.
  for (const rest of rests)
    for (const { index: start, 0: word } of rest.matchAll(/\S{1,300}/g)) {
      const column = columns.findLastIndex(({ index }) => index <= start + 2);
      headings[Math.max(column, 0)] += word;
    }
  if (!isHead(headings) || !isWanted(headings)) return;
  const lineRows: DrawnRow[] = [];
  let next = rule + 1;
  // The next table may follow without a blank line: its head is no row of this one.
  const isNextHead = (own: number) =>
    isDashes(lines[own + 1]) && isWanted(lines[own]!.text.trim().split(/\s+/));
  for (; next < lines.length && lines[next]!.text.trim() && !isNextHead(next); next++) {
    const { text } = lines[next]!;
    const cells = columns.map(({ index, next: stop }) =>
      text.slice(startOf(text, index), stop && startOf(text, stop)).trim(),
    );
    lineRows.push({ cells, from: next, to: next });
  }
  const widths = columns.map(({ index, next: stop }, column) =>
    stop
      ? stop - index - 1
      : lineRows.reduce((widest, { cells }) => Math.max(widest, cells[column]!.length), 0),
  );
  const rows = joinedRows(lineRows, widths, (row, above, whole) =>
    isRest(row, above, whole, widths),
  );
  return rows.length ? { headings, rows, end: next } : undefined;
}

/** What parts the cells of a row that lost its tabs. */
export const BLANKS = /\s{2,}/;

/** Columns with some blanks between them: each row has as many cells as the head. */
function ofBlanks(
  lines: readonly Line[],
  at: number,
  isWanted: (headings: readonly string[]) => boolean,
): Table | undefined {
  const cellsOf = (line: Line) => line.text.trim().split(BLANKS);
  const headings = cellsOf(lines[at]!);
  if (headings.length < LEAST_COLUMNS || !isHead(headings) || !isWanted(headings)) return;
  const rows: { cells: string[]; from: number; to: number }[] = [];
  let next = at + 1;
  for (; next < lines.length && lines[next]!.text; next++) {
    const cells = cellsOf(lines[next]!);
    if (cells.length !== headings.length) break;
    rows.push({ cells, from: next, to: next });
  }
  return rows.length ? { headings, rows, end: next } : undefined;
}

/** Numbers stand at the right of their column, and may begin before its dashes. What ends before them is the column's before. */
function startOf(text: string, column: number): number {
  if (text[column] === ' ') return column;
  let start = column;
  while (start > 0 && start < text.length && text.charCodeAt(start - 1) > 32) start--;
  return start;
}

/**
 * @param headings The heads of a table.
 * @returns Whether its rows are labels with values: `Name` and `Value`.
 */
export function isPairs(headings: readonly string[]): boolean {
  return (
    headings.length === 2 &&
    /^\s{0,99}["']?(?:name|key|property|claim|field|eigenschaft|nom|nombre)["']?\s{0,99}$/i.test(
      headings[0]!,
    ) &&
    /^\s{0,99}["']?(?:value|wert|valeur|valor)["']?\s{0,99}$/i.test(headings[1]!)
  );
}

/** @returns Whether the cells of a line may be the heads of a table. */
function isHead(headings: readonly string[]): boolean {
  const named = headings.filter((one) => HEADING.test(one));
  return named.length >= headings.length * 0.8 && new Set(named).size === named.length;
}
