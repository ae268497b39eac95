import { append } from './append';
import type { FactRecord } from './fact';
import { recordsOf } from './json-regions';
import { parseJson } from './json-text';
import { lineRegion, movedTo } from './line-objects';
import { SIGN, type Line } from './lines';
import { readAny } from './read-objects';
import { rowAt } from './table-rows';

/** How an object begins in a cell of a table of other things, such as what scripts printed on many computers. */
const QUOTED_OBJECT = /"[[{](?:""|\{"")/;

/** The same where it goes on in the next line: behind blanks. */
const OPEN_OBJECT = /(?:^|[,;\t])"[[{]$/;
const NEXT_KEY = /^\s{1,80}(?:\{|""\w)/;

/** What parts cells of which some are in quotes. */
const OF_CELLS = ',;\t';

/** The end of a statement of a program: `…"");`, `…"}';`. */
const STATEMENT_END = /[)\]'`]\s{0,9};?\s{0,9}$/;

/**
 * Reads the objects that stand in cells in quotes, whatever the other columns of their table are.
 *
 * @param raw Lines of the text as they are; those of a row that was read are emptied.
 */
export function readCells(raw: Line[]): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < raw.length; at++) {
    if (!beginsObject(raw, at)) continue;
    const { found, end } = readRow(raw, at);
    append(records, found);
    if (found.length) for (let own = at; own < end; own++) raw[own] = raw[own]!.emptied();
    at = end - 1;
  }
  return records;
}

function beginsObject(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (!line.has(SIGN.quote)) return false;
  const { text } = line;
  if (text.includes('""')) return QUOTED_OBJECT.test(text);
  return OPEN_OBJECT.test(text) && NEXT_KEY.test(lines[at + 1]?.text ?? '');
}

/** Reads the objects of a row, and says where the row ends. Quotes in a program are no cells. */
function readRow(lines: readonly Line[], at: number): { found: FactRecord[]; end: number } {
  const { text, number } = lines[at]!;
  const start = text.search(/"[[{]/);
  // The sign behind the first cell, where no other stands before it.
  const delimiter = start > 0 ? text[start - 1]! : (/[}\]]"([,;\t])/.exec(text)?.[1] ?? ',');
  if (!OF_CELLS.includes(delimiter)) return { found: [], end: at + 1 };
  const { cells, end } = rowAt(lines, at, delimiter);
  const own = lines.slice(at, end);
  const isProgram =
    STATEMENT_END.test(own.at(-1)!.text) ||
    own.some((line) => behindObjects(line.text).some((sign) => sign !== delimiter));
  if (isProgram) return { found: [], end };
  const found = cells.flatMap((cell) => {
    const root = /^[[{]/.test(cell) ? parseJson(cell) : undefined;
    if (!root) return [];
    const { region, lineOf } = lineRegion(recordsOf(movedTo(root, number)));
    // A cell beside those of a sign-in holds its device, which is none of the directory.
    return readAny(region, lineOf).records.filter(({ kind }) => kind !== 'deviceObject');
  });
  return { found, end };
}

/** The signs right behind the cells of a line that end in a bracket; none where the line ends. */
function behindObjects(text: string): string[] {
  return [...text.matchAll(/[}\]]"(?!")[ ]{0,9}(.)/g)].map(([, sign = '']) => sign);
}
