import { beginnings, SIGN, type Line } from './lines';

/** A line that is one cell in quotes, with the quotes of the cells within it doubled. No object in a cell. */
const ROW_IN_A_CELL = /^"(?![[{])(?=[^\n]{0,4000}[,;\t]"")(?:[^"]|""){20,40000}"$/;

const QUOTE = beginnings('"');

/** A head and a row at least. */
const LEAST_ROWS = 2;

/**
 * Writes a table whose rows are one cell each, as spreadsheets save a file that they did not part, as the table that it was.
 *
 * @param raw Lines of the text as they are; the time grows linearly.
 */
export function partRowsInCells(raw: Line[]): void {
  for (let at = 0; at < raw.length; at++) {
    const start = at;
    while (at < raw.length && isRowInACell(raw[at]!)) at++;
    if (at - start < LEAST_ROWS) continue;
    for (let own = start; own < at; own++) {
      const { text } = raw[own]!;
      raw[own] = raw[own]!.part(text.trim().slice(1, -1).replaceAll('""', '"'));
    }
  }
}

const isRowInACell = (line: Line): boolean =>
  line.has(SIGN.quote) && line.begins(QUOTE) && ROW_IN_A_CELL.test(line.text.trim());
