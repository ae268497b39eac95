import { append } from './append';
import { cellSpans, DELIMITERS } from './cell-spans';
import type { FactRecord } from './fact';
import { isDashes, Line, Question, SIGN } from './lines';
import { factOfLabel as nameOf } from './output-labels';
import { readDsregcmd, WISH } from './read-dsregcmd';
import { readProperties } from './read-properties';
import { hasItsForm } from './row-form';
import { TakenLines } from './taken-lines';
import { typeOf } from './vocabulary';

/** A row of several computers: the label that all have, and the value of each; undefined where it has none. */
interface SharedRow {
  at: number;
  label: string;
  values: readonly string[];
}

/** Of how many rows and computers such a table is. One row may be an example. */
const LEAST_ROWS = 2;
const LEAST_COLUMNS = 2;
const MOST_COLUMNS = 12;

/** A longer line is no row of a table that somebody made. */
const LONGEST_LINE = 600;

/** Heads of columns that say what should be or may be, beside the words for it: what is by default, for a kind of join. */
const WISHED =
  /^(?:should|target|reference|baseline|default|standard|example|sample|beispiel|exemple|ejemplo|soll|sollwert|prévu|debe|deve)\b|(?:[- ]joined|[- ]join|registered|eingebunden|registriert)$|必要|期待|应为/i;

const isWished = (heading: string): boolean => WISH.test(heading) || WISHED.test(heading);

/** What parts two outputs that were put beside each other: `AzureAdJoined : YES   AzureAdJoined : NO`. */
const BETWEEN = /(?:\s{2}|[|\t]\s{0,40})$/;

/** A label in the first cell of a row. */
const FIRST_CELL = /^[\s|]{0,40}"?(\w[\w .()-]{2,60}?)"?(?:\s{0,40}[|\t;,]|\s{2})/;

/** Whether the first cell of a line is a known label. */
const IS_ROW = new Question((line) => {
  const { text, indent } = line;
  if (text.length > LONGEST_LINE) return false;
  if (!line.has(SIGN.cell | SIGN.comma) && !text.includes('  ', indent)) return false;
  const label = FIRST_CELL.exec(text)?.[1];
  return label !== undefined && nameOf(label) !== undefined;
});

/** How many other lines stand between two rows of such outputs at most: boxes and blank lines. */
const MOST_BETWEEN = 8;

/**
 * Reads rows of dsregcmd and of the TPM of several computers that stand beside each other: as the columns of a table with
 * a head, or as two outputs in the same lines. What somebody expects is left out.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readSideBySide(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (taken.has(at)) continue;
    const table = tableFrom(lines, at, taken);
    const rows = table?.rows ?? outputsFrom(lines, at, taken);
    if (rows.length < LEAST_ROWS) continue;
    const columns = table?.columns ?? outputsThatAre(lines, at);
    for (const column of columns) append(records, recordsOf(rows, column, lines));
    for (const row of rows) taken.add(row.at);
    at = rows.at(-1)!.at;
  }
  return records;
}

/** What one computer has, read as an output of its own. */
function recordsOf(
  rows: readonly SharedRow[],
  column: number,
  lines: readonly Line[],
): FactRecord[] {
  const printed = rows.flatMap(({ at, label, values }) => {
    const value = values[column];
    return value === undefined ? [] : [Line.of(lines[at]!.number, `${label} : ${value}`)];
  });
  const used = new TakenLines(printed);
  return [...readDsregcmd(printed, used), ...readProperties(printed, used)];
}

const NO_ROWS: readonly SharedRow[] = [];

/** How many lines above two outputs their heads stand at most, with blank ones. */
const MOST_ABOVE = 3;

/** Which of two outputs are of a computer: not the one whose head says that it is expected. */
function outputsThatAre(lines: readonly Line[], from: number): number[] {
  const above = lines
    .slice(Math.max(0, from - MOST_ABOVE), from)
    .findLast(({ text }) => text.trim());
  const headings = above?.text.trim().split(/\s{2,}[|\s]*|\s*[|\t]\s*/) ?? [];
  return [0, 1].filter((column) => headings.length !== 2 || !isWished(headings[column]!));
}

/** The rows of two outputs in the same lines, from one on. */
function outputsFrom(
  lines: readonly Line[],
  from: number,
  taken: TakenLines,
): readonly SharedRow[] {
  const first = rowOfOutputs(lines[from]!, from);
  if (!first) return NO_ROWS;
  const rows = [first];
  for (let at = from + 1; at < lines.length && at <= rows.at(-1)!.at + MOST_BETWEEN; at++) {
    const row = taken.has(at) ? undefined : rowOfOutputs(lines[at]!, at);
    if (row) rows.push(row);
  }
  return rows;
}

function rowOfOutputs({ pair, text }: Line, at: number): SharedRow | undefined {
  if (!pair || text.length > LONGEST_LINE) return undefined;
  const { label, value } = pair;
  // Most values are shorter than their labels.
  const again = value.length > label.length ? value.indexOf(label) : -1;
  if (again < 0 || !nameOf(label)) return undefined;
  const other = /^\s{0,40}:\s(.*)$/.exec(value.slice(again + label.length));
  const one = value.slice(0, again);
  if (!other || !BETWEEN.test(one)) return undefined;
  const bare = (part: string) => part.replace(/[|\s]{1,80}$/, '').trim();
  return { at, label, values: [bare(one), bare(other[1]!)] };
}

/** A table whose first column has labels, and the columns that are computers; undefined where none begins in a line. */
function tableFrom(
  lines: readonly Line[],
  at: number,
  taken: TakenLines,
): { rows: SharedRow[]; columns: number[] } | undefined {
  if (!mayHaveCells(lines[at])) return undefined;
  const first = at + (isDashes(lines[at + 1]) ? 2 : 1);
  const parting = lines[first]?.ask(PARTING);
  if (!parting) return undefined;
  // Asked first, since each row of a table without a head has all others below it.
  const head = cellsOf(lines[at]!, parting);
  if (head.some((one) => nameOf(one))) return undefined;
  const rows: SharedRow[] = [];
  for (let own = first; own < lines.length && !taken.has(own); own++) {
    const [label = '', ...values] = cellsOf(lines[own]!, parting);
    if (!nameOf(label) || values.length > MOST_COLUMNS) break;
    rows.push({ at: own, label, values });
  }
  const width = rows[0]?.values.length ?? 0;
  if (rows.length < LEAST_ROWS || width < LEAST_COLUMNS) return undefined;
  if (rows.some(({ values }) => values.length !== width)) return undefined;
  const headings = head.length === width ? head : head.slice(1);
  if (headings.length !== width) return undefined;
  const columns = headings.flatMap((heading, column) =>
    !isWished(heading) && isComputer(rows, column) ? column : [],
  );
  return columns.length ? { rows, columns } : undefined;
}

/** Whether the cells of a column are values of their labels, and no remarks: some show it by their form. */
function isComputer(rows: readonly SharedRow[], column: number): boolean {
  const cells = rows.map(({ label, values }) => ({ label, value: values[column]! }));
  const filled = cells.filter(({ value }) => value);
  return (
    filled.some(({ label }) => typeof typeOf(nameOf(label)!) !== 'string') &&
    filled.every(({ label, value }) => hasItsForm(nameOf(label)!, label, value))
  );
}

type Parting = (typeof DELIMITERS)[number] | 'blanks';

/** What parts the cells of a row whose first one is a known label. */
const PARTING = new Question((line): Parting | undefined => {
  if (!line.ask(IS_ROW)) return undefined;
  return ([...DELIMITERS, 'blanks'] as const).find((one) => {
    if (one !== 'blanks' && !line.text.includes(one)) return false;
    const [label = '', ...values] = cellsOf(line, one);
    return values.length >= LEAST_COLUMNS && nameOf(label) !== undefined;
  });
});

const mayHaveCells = (line: Line | undefined): boolean =>
  line !== undefined && line.indent < line.text.length && line.text.length <= LONGEST_LINE;

function cellsOf(line: Pick<Line, 'text'>, parting: Parting): string[] {
  const text = parting === 'blanks' ? line.text.trim() : line.text;
  return cellSpans(text, parting).map((span) => text.slice(...span));
}
