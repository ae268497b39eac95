import { beginnings, indentOf } from './lines';
import type { NumberedLine } from './undecorated';
import { isFragment, isRest, joinedRows, lacksFirst, type DrawnRow } from './wrapped-rows';

/** The rule of a box or table with two columns at least: `+----+----+`, `├────┼────┤`, `----+----`, `|---|:--|`. */
const RULE =
  /^\s{0,80}(?:[+|├┌└╔╠╚╟┏┣┗╒╞╘]\s?)?:?[-=─═━]{2,400}:?(?:\s?[+|┬┼┴╦╬╩╤╪╧┯┿┷┳╋┻]\s?:?[-=─═━]{2,400}:?){1,200}(?:\s?[+|┤┐┘╗╣╝╢┓┫┛╕╡╛])?\s{0,80}$/;

/** What parts the cells of a row, and the columns of a rule. */
const EDGE = /[|│║┃]/;
const JUNCTION = /[+|├┌└╔╠╚╟┏┣┗╒╞╘┬┼┴╦╬╩╤╪╧┯┿┷┳╋┻┤┐┘╗╣╝╢┓┫┛╕╡╛]/;

/** Whether a rule begins with the edge of a box, as its rows do. */
const FRAMED = /^\s{0,80}[^\s:=─═━-]/;

/** What psql writes at the end of a cell that goes on in the next line. */
const GOES_ON = /\s{1,400}\+$/;

/** How psql begins a row whose columns stand below each other, and such a column. */
const RECORD = /^-\[ RECORD \d{1,9} \](?:-{0,400}\+)?-{0,400}$/;
const COLUMN = /^([\w ]{1,80}?) {0,80}\| ?(.{0,4000})$/;

/** A longer line is no row of a drawn table. */
const LONGEST = 4000;

/** A drawn table while it is read, as the indexes of its lines. */
interface Drawn {
  from: number;
  /** Behind its last line. */
  end: number;
  columns: number;
  /** Groups of rows that rules part, the head first. */
  groups: DrawnRow[][];
  /** How wide each column is. */
  widths: number[];
  /** The line of the rule below the head. */
  rule: number;
}

/**
 * Writes tables that a program drew as rows of Markdown, each row in one line: boxes, psql's, those of
 * reStructuredText. In tables of Markdown, rows that lack their first cell are joined with those above.
 *
 * @param lines Lines without what was put before them; the time grows linearly.
 * @returns The same lines where there is no such table; never more than before.
 */
export function withoutDrawing(lines: NumberedLine[]): NumberedLine[] {
  const plain: NumberedLine[] = [];
  let end = 0;
  for (let at = 0; at < lines.length; at++) {
    const list = columnsBelow(lines, at);
    if (list) {
      for (let own = end; own < at; own++) plain.push(lines[own]!);
      for (const one of list.lines) plain.push(one);
      end = list.end;
      at = end - 1;
      continue;
    }
    if (!isRule(lines[at]!.text)) continue;
    const table = tableAround(lines, at, end);
    at = table.end - 1;
    const rows = rowsOf(table, lines);
    if (!rows) continue;
    for (let own = end; own < table.from; own++) plain.push(lines[own]!);
    // A blank line in place of the rule that ends a table keeps the next one apart from it.
    const above = lines[table.from - 1];
    if (above && end === table.from && isRule(above.text))
      plain.push({ text: '', number: above.number });
    for (const row of rows) plain.push(row);
    end = table.end;
  }
  if (!end) return lines;
  for (let own = end; own < lines.length; own++) plain.push(lines[own]!);
  return plain;
}

/**
 * The columns of a row that stand below each other, as labels with values below a blank line, and the index behind them;
 * none elsewhere. A value that ends in a plus goes on where the next label is blank.
 */
function columnsBelow(
  lines: readonly NumberedLine[],
  at: number,
): { lines: NumberedLine[]; end: number } | undefined {
  if (!lines[at]!.text.startsWith('-[') || !RECORD.test(lines[at]!.text)) return;
  const list: { parts: string[]; number: number }[] = [{ parts: [''], number: lines[at]!.number }];
  let isOpen = false;
  let end = at + 1;
  for (; end < lines.length; end++) {
    const { text, number } = lines[end]!;
    const [, label = '', value = ''] = COLUMN.exec(text) ?? [];
    const isBelow = isOpen && !!label && !label.trim();
    if (!isBelow && !label.trim()) break;
    const { parts } = list.at(-1)!;
    if (isBelow) parts.push(parts.pop()!.slice(0, -1).trimEnd(), value);
    else list.push({ parts: [`${label} : ${value}`], number });
    isOpen = value.endsWith('+');
  }
  return { lines: list.map(({ parts, number }) => ({ text: parts.join(' '), number })), end };
}

const isRule = (text: string) =>
  text.length < LONGEST && mayBeginRule(text.charCodeAt(indentOf(text))) && RULE.test(text);

/** Whether a rule may begin with a sign: one of ASCII that draws, or one of those that draw boxes. */
const mayBeginRule = (sign: number) => sign >> 7 === 0x4a || (sign < 128 && DRAWS[sign] === 1);

const DRAWS = beginnings('+|:-=');

/** The table whose first rule a line is: the rule stands above its head or below it. Two rules in a row end it. */
function tableAround(lines: readonly NumberedLine[], rule: number, free: number): Drawn {
  const { text } = lines[rule]!;
  const widths = widthsOf(text);
  const columns = widths.length;
  const isFramed = FRAMED.test(text);
  const groups: DrawnRow[][] = [];
  const head = rule > free ? rowAt(lines, rule - 1, columns, isFramed) : undefined;
  if (head) groups.push([head]);
  let ruleBelow = head ? rule : 0;
  let group: DrawnRow[] = [];
  let at = rule + 1;
  for (; at < lines.length; at++) {
    const row = rowAt(lines, at, columns, isFramed);
    if (row) group.push(row);
    else if (isRule(lines[at]!.text)) {
      if (!group.length) break;
      groups.push(group);
      if (groups.length === 1) ruleBelow = at;
      group = [];
    } else break;
  }
  if (group.length) groups.push(group);
  return { from: head ? rule - 1 : rule, end: at, columns, groups, widths, rule: ruleBelow };
}

function rowAt(
  lines: readonly NumberedLine[],
  at: number,
  columns: number,
  isFramed: boolean,
): DrawnRow | undefined {
  const { text } = lines[at]!;
  if (text.length > LONGEST || !EDGE.test(text) || isRule(text)) return;
  const inner = isFramed ? text.trim().replace(/^[|│║┃]|[|│║┃]$/g, '') : text;
  const cells = inner.split(EDGE).map((cell) => cell.trim());
  if (cells.length !== columns) return;
  // In a frame a plus is one of the text.
  const isOpen = !isFramed && cells.some((cell) => GOES_ON.test(cell));
  return {
    cells: isOpen ? cells.map((cell) => cell.replace(GOES_ON, '')) : cells,
    from: at,
    to: at,
    isOpen,
  };
}

/** How wide the columns of a rule are, without the blank at each side. */
function widthsOf(rule: string): number[] {
  const parts = rule.trim().split(JUNCTION);
  if (!parts[0]) parts.shift();
  if (!parts.at(-1)) parts.pop();
  return parts.map((part) => Math.max(1, part.length - 2));
}

/**
 * The lines of a table: its head, a rule and its rows; undefined for rules without rows, and for Markdown whose rows are
 * lines already.
 */
function rowsOf(table: Drawn, lines: readonly NumberedLine[]): NumberedLine[] | undefined {
  const { groups, rule } = table;
  const [head, ...bodies] = groups;
  if (!head) return undefined;
  const isMarkdown = /^\s{0,80}\|/.test(lines[rule]!.text);
  // The dashes of Markdown say nothing of how wide a column is.
  const widths = isMarkdown ? table.widths.map(() => 0) : table.widths;
  // Rules between all rows part them, whatever stands in their cells.
  const isRuled = bodies.length > 1 && bodies.every((body) => isOneRow(body, widths));
  const isBroken = head.length > 1;
  const goesOn = (row: DrawnRow, above: DrawnRow, soFar: DrawnRow) =>
    above.isOpen === true ||
    isFragment(row, above, soFar) ||
    (!isMarkdown && (isBroken || row.cells[0] === '') && isRest(row, above, soFar, widths));
  const whole = (rows: readonly DrawnRow[]) => joinedRows(rows, widths, () => true);
  const rowsIn = (body: readonly DrawnRow[]) =>
    isRuled ? whole(body) : joinedRows(body, widths, goesOn);
  // A box without a rule below its head has no head.
  const rows = bodies.length ? [...whole(head), ...bodies.flatMap(rowsIn)] : rowsIn(head);
  if (isMarkdown && rows.every(({ from, to }) => from === to)) return undefined;
  const written = rows.map(({ cells, from }) => ({
    text: `| ${cells.join(' | ')} |`,
    number: lines[from]!.number,
  }));
  if (bodies.length)
    written.splice(1, 0, {
      text: `|${'---|'.repeat(table.columns)}`,
      number: lines[rule]!.number,
    });
  return written;
}

/** Whether the lines between two rules may be one row: each but the first lacks the first cell, or is the rest of one. */
const isOneRow = (body: readonly DrawnRow[], widths: readonly number[]) =>
  joinedRows(
    body,
    widths,
    (row, above, whole) => lacksFirst(row, whole) || isRest(row, above, whole, widths),
  ).length === 1;
