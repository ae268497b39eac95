import { DELIMITERS } from './cell-spans';
import { Question, SIGN, type Line } from './lines';
import { factOfHeading } from './sign-in-fields';
import { rowAt } from './table-rows';

/** How many rows of a sign-in stand together at least, and which of them is one. */
const LEAST_ROWS = 4;

/** A longer line is no row. */
const LONGEST = 2000;

/** A cell in quotes. Those within an object are its own. */
const QUOTED_CELL = /(?:^|\t)[ ]{0,9}["']/;

interface Row {
  label: string;
  value: string;
  from: number;
  /** Behind its last line. */
  end: number;
}

/**
 * Writes a sign-in that was transposed in a sheet, one heading with its value in a line, as rows of two bare cells: a
 * semicolon or comma parts them, or some of them stand in quotes and go on in the next line.
 *
 * @param raw Lines of the text as they are; the time grows linearly.
 */
export function barePairs(raw: Line[]): void {
  for (let at = 0; at < raw.length; at++) {
    const delimiter = raw[at]!.ask(DELIMITER);
    if (!delimiter) continue;
    const rows = rowsFrom(raw, at, delimiter);
    const last = rows.at(-1);
    if (!last) continue;
    const names = rows.map(({ label }) => factOfHeading(label));
    const known = new Set(names.filter((name) => name !== undefined));
    // Two sign-ins beside each other have two codes in their row.
    const isOne = /^\S{0,40}$/.test(rows[names.indexOf('signIn.errorCode')]?.value ?? ' ');
    const isBare =
      delimiter === '\t' && !raw.slice(at, last.end).some(({ text }) => QUOTED_CELL.test(text));
    if (isOne && known.size >= LEAST_ROWS && !isBare)
      for (const { label, value, from, end } of rows) {
        raw[from] = raw[from]!.part(`${label}\t${value}`, SIGN.cell);
        for (let own = from + 1; own < end; own++) raw[own] = raw[own]!.emptied();
      }
    at = last.end - 1;
  }
}

/** What parts the heading with which a line begins from its value. */
const DELIMITER = new Question((line): string | undefined => {
  const { text } = line;
  if (!line.has(SIGN.cell | SIGN.comma) || text.length > LONGEST) return;
  return DELIMITERS.find((one) => {
    const end = one === '|' ? -1 : text.indexOf(one);
    return end >= 0 && factOfHeading(bare(text.slice(0, end))) !== undefined;
  });
});

/** The rows that stand below each other; one of them that is none of the log does not end them. */
function rowsFrom(raw: readonly Line[], start: number, delimiter: string): Row[] {
  const rows: Row[] = [];
  for (let at = start; at < raw.length && raw[at]!.text.includes(delimiter);) {
    const { cells, end } = rowAt(raw, at, delimiter);
    const [label = '', ...values] = cells.map(bare);
    // Two headings in a row stand above a table.
    if (!label || label.length > 60 || (values.length > 1 && values.some(isHeading))) break;
    const parted = delimiter === '\t' ? '\t' : `${delimiter} `;
    rows.push({ label, value: values.join(parted).replace(/\s*\n\s*/g, ' '), from: at, end });
    at = end;
  }
  return rows;
}

const isHeading = (cell: string) => cell !== '' && factOfHeading(cell) !== undefined;

/** A cell without the quotes around it, and the one before a number that is a text. */
const bare = (cell: string): string => {
  const text = cell.trim();
  return text.replace(/^(["'])(.*)\1$/s, '$2').replace(/^["'](?=\S)/, '');
};
