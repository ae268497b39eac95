/** The letters of the columns above a part of a sheet: `A`, `B` and further ones, with tabs, pipes or blanks between them. */
const LETTERS = /^[ \t|]{1,20}A[ \t|]{1,20}B(?:[ \t|]{1,20}[A-Z]{1,2}){0,60}[ \t|]{0,20}$/;
const MAY_HAVE_LETTERS = /[ \t|]A[ \t|]{1,20}B[ \t|\n]/;

/** The number of a row, with the pipe before it. */
const NUMBER = /^[ \t]{0,9}(\|[ \t]{0,9})?(\d{1,6})[ \t]{0,9}(?:[\t|]|[ ]{2})[ \t]?/;

/** The rule below the head of a table of Markdown. */
const RULE = /^[\s|:-]{5,2000}$/;

/** Fewer rows are no part of a sheet. */
const LEAST_ROWS = 2;

/**
 * Takes the letters of the columns and the numbers of the rows off a part of a sheet that was copied with them. Lines keep
 * their places.
 *
 * @param text Any text; the time grows linearly.
 */
export function withoutSheetEdges(text: string): string {
  if (!MAY_HAVE_LETTERS.test(text)) return text;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    if (!LETTERS.test(lines[at]!)) continue;
    const rows = rowsBelow(lines, at + 1);
    if (rows.length < LEAST_ROWS) continue;
    lines[at] = '';
    if (RULE.test(lines[at + 1]!)) lines[at + 1] = '';
    for (const row of rows) lines[row] = lines[row]!.replace(NUMBER, '$1');
    at = rows.at(-1)!;
  }
  return lines.join('\n');
}

/** Indexes of the lines below that count on. */
function rowsBelow(lines: readonly string[], start: number): number[] {
  const rows: number[] = [];
  let number: number | undefined;
  for (let at = start; at < lines.length; at++) {
    if (at === start && RULE.test(lines[at]!)) continue;
    const own = NUMBER.exec(lines[at]!)?.[2];
    // A cell may go on in the next line.
    if (own === undefined && rows.length && lines[at]!.trim()) continue;
    if (own === undefined || (number !== undefined && Number(own) !== number + 1)) break;
    number = Number(own);
    rows.push(at);
  }
  return rows;
}
