/** A row of a table while it is put together: its cells, and what the reader keeps of where it stands. */
export interface DrawnRow {
  cells: string[];
  /** Index or number of its first line. */
  from: number;
  /** Of its last line. */
  to: number;
  /** Something was drawn that says that it goes on in the next line. */
  isOpen?: boolean;
}

/** Which line goes on with the one above it; `whole` is the row as it is joined so far. */
type GoesOn = (row: DrawnRow, above: DrawnRow, whole: DrawnRow) => boolean;

/**
 * Joins the lines of rows whose cells were too long for their columns.
 *
 * @param rows Each line of the table as a row, in order.
 * @param widths How many signs each column is wide; 0 where that is not known.
 * @param goesOn Asked for each line, with the one above it as it was drawn and the row that this one ends.
 * @returns The rows, with as many cells as before.
 */
export function joinedRows(
  rows: readonly DrawnRow[],
  widths: readonly number[],
  goesOn: GoesOn,
): DrawnRow[] {
  const joined: DrawnRow[] = [];
  let above: DrawnRow | undefined;
  for (const row of rows) {
    const last = joined.at(-1);
    if (last && above && goesOn(row, above, last)) {
      const { cells } = above;
      last.cells = last.cells.map((cell, at) =>
        joinedCell(cell, cells[at] ?? '', row.cells[at] ?? '', widths[at] ?? 0),
      );
      last.to = row.to;
    } else joined.push({ ...row });
    above = row;
  }
  return joined;
}

/** An id, or a word that fills its column, was broken within; other cells between two words. */
function joinedCell(whole: string, above: string, next: string, width: number): string {
  if (!next || !whole) return whole || next;
  const isWithinWord = above.length >= width && width > 0 && !/\s/.test(above + next);
  return /[\da-f]-$/i.test(above) || isWithinWord ? whole + next : `${whole} ${next}`;
}

/** Values that are whole, and never go on: an id, an email address, a number, an IP address, a code. */
const WHOLE = [
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  /^\S+@\S+\.\w+$/,
  /^-?\d+$/,
  /^\d+(?:\.\d+){3}$/,
  /^(?:AADSTS\d|0x[\da-f])\w*$/i,
];

/** A longer one is a text, and is not looked at again with each line that it gets. */
const LONGEST_WHOLE = 300;

/** How values begin that go on with a time or a text. Two below each other are of two rows. */
const BEGINNINGS = [/^\d{1,4}[-/.]\d{1,2}[-/.]\d/, /^(?:AADSTS\d|0x[\da-f])/i];

/**
 * @param whole A cell as it is joined so far.
 * @param next What stands in the line below.
 * @returns Whether the cell may go on with it.
 */
const mayGoOn = (whole: string, next: string) =>
  whole.length > LONGEST_WHOLE ||
  (!WHOLE.some((form) => form.test(whole)) &&
    !BEGINNINGS.some((form) => form.test(next) && form.test(whole)));

/**
 * @param above The line above.
 * @param whole The row that it ends, as it is joined so far.
 * @param widths How many signs each column is wide.
 * @returns Whether a line of cells is the rest of the one above: each of its cells is below one that had no room for its
 * first word, and some columns have nothing more to say.
 */
export function isRest(
  { cells }: DrawnRow,
  above: DrawnRow,
  whole: DrawnRow,
  widths: readonly number[],
): boolean {
  if (!cells.includes('') || !cells.some(Boolean)) return false;
  return cells.every((cell, at) => {
    if (!cell) return true;
    const before = above.cells[at] ?? '';
    if (!before || !mayGoOn(whole.cells[at]!, cell)) return false;
    const [word = ''] = cell.split(/\s/, 1);
    return before.length + 1 + word.length > (widths[at] ?? 0);
  });
}

/** @returns Whether a line of cells lacks what every row begins with, and says less than half of what a row says. */
export function isFragment(row: DrawnRow, above: DrawnRow, whole: DrawnRow): boolean {
  const filled = row.cells.filter(Boolean).length;
  return (
    filled * 2 <= row.cells.length &&
    row.cells.every((cell, at) => !cell || !!above.cells[at]) &&
    lacksFirst(row, whole)
  );
}

/** @returns Whether a line of cells lacks the first one, and each other may belong to the row above. */
export const lacksFirst = ({ cells }: DrawnRow, whole: DrawnRow) =>
  cells[0] === '' &&
  cells.some(Boolean) &&
  cells.every((cell, at) => !cell || mayGoOn(whole.cells[at]!, cell));
