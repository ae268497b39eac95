import Papa from 'papaparse';
import { codeFromLabeledValue } from '../detection/labels';
import { SIGN, type Line } from './lines';
import { columnsOf } from './sign-in-columns';
import { isNoCode } from './sign-in-record';
import { isMoment } from './value-forms';

/** `Columns: Date (UTC);Request ID;…` */
const NAMING =
  /^\W{0,9}(?:columns?|column heads|headings?|headers?|header row|spalten(?:köpfe)?|überschriften|colonnes|en-têtes|columnas|encabezados|colonne|intestazioni|colunas|cabeçalhos|kolommen|列)\s?[:：]\s{0,3}(?=\S)/i;

/** What somebody writes before a row: `My row: 2026-02-04T…`. */
const BEFORE_ROW = /^\W{0,9}(?:\p{L}[\p{L}\p{N} ()'’]{0,40}:\s{0,3})?(?=["\d])/u;

/** A longer line is no row. */
const LONGEST = 20_000;

/** The rows of an export of sign-ins, and the columns that a line near them names. */
export interface NamedRows {
  columns: ReturnType<typeof columnsOf>;
  rows: { cells: string[]; at: number }[];
}

/** @returns The heads that a line names as those of columns; undefined where it names none. */
export function namedHeads({ text }: Line): string | undefined {
  const naming = NAMING.exec(text);
  return naming ? text.slice(naming[0].length).replace(/[\s.]{1,9}$/, '') : undefined;
}

/**
 * Reads rows of an export whose columns somebody named in a line of their own, below or above them.
 *
 * @param raw Lines of the text as they are.
 * @param at Index of the line with the names.
 * @param heads What it names.
 * @param delimiter What parts them.
 * @param free Index of the first line that no other table has.
 */
export function namedRows(
  raw: readonly Line[],
  at: number,
  heads: string,
  delimiter: string,
  free: number,
): NamedRows {
  const columns = columnsOf(heads.split(delimiter).map((one) => one.replaceAll('"', '')));
  const rowAt = (own: number) => {
    const cells = own >= free && own < raw.length ? cellsOf(raw[own]!, delimiter) : [];
    return isRow(columns, cells) ? { cells, at: own } : undefined;
  };
  const above: NamedRows['rows'] = [];
  for (let own = at - 1, row = rowAt(own); row; row = rowAt(--own)) above.push(row);
  const below: NamedRows['rows'] = [];
  for (let own = at + 1, row = rowAt(own); row; row = rowAt(++own)) below.push(row);
  // Where each row has its columns below it, these are of the rows above alone.
  const next = raw[at + below.length + 1];
  const isOfNext = above.length > 0 && next !== undefined && namedHeads(next) !== undefined;
  return { columns, rows: isOfNext ? above.reverse() : [...above.reverse(), ...below] };
}

function cellsOf(line: Line, delimiter: string): string[] {
  const { text } = line;
  if (!line.has(SIGN.digit) || text.length > LONGEST || !text.includes(delimiter)) return [];
  const before = BEFORE_ROW.exec(text)?.[0];
  if (before === undefined) return [];
  const { data, errors } = Papa.parse<string[]>(text.slice(before.length).trim(), { delimiter });
  return errors.length ? [] : (data[0] ?? []);
}

/** Whether cells are as many as the columns, with a time and a code where these stand. */
function isRow(columns: NamedRows['columns'], cells: readonly string[]): boolean {
  if (cells.length !== columns.length) return false;
  const cell = (wanted: string) => cells[columns.findIndex(({ name }) => name === wanted)]?.trim();
  const [time, code] = [cell('signIn.time'), cell('signIn.errorCode')];
  return (
    time !== undefined &&
    isMoment(time) &&
    (code === undefined || isNoCode(code) || codeFromLabeledValue(code) !== undefined)
  );
}
