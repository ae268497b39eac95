import type { Node } from 'jsonc-parser';
import { append } from './append';
import type { FactRecord } from './fact';
import { LOOSE_KEYS } from './dsregcmd-keys';
import { groupNode, lineRegion, memberNode, textNode } from './line-objects';
import { SIGN, type Line } from './lines';
import { keyOfProperty } from './property-tables';
import { isFederatedHead } from './read-federated';
import { isCodeHead, isCutCell, readCodeTable } from './read-code-table';
import { readRegion } from './read-objects';
import { isSummaryHead, readSummary } from './read-summary';
import { signInFactOfKey } from './sign-in-keys';
import { BLANKS, isPairs, ruleBelow, tableAt } from './table-rows';

/** How many headings of one kind of record make a table of it. A sentence with commas has none or one. */
const LEAST_KNOWN = 3;

/** Headings of events as `Get-WinEvent | Export-Csv` writes them. Rows without a source are left to the reader of lines. */
const EVENT_HEADINGS: ReadonlySet<string> = new Set(['id', 'message', 'providername', 'logname']);

/** What tells whether a heading is one of a kind of record. */
const KINDS: readonly ((heading: string) => boolean)[] = [
  (heading) => signInFactOfKey(heading) !== undefined,
  (heading) => LOOSE_KEYS.has(heading.toLowerCase()),
  (heading) => keyOfProperty(heading) !== undefined,
  (heading) => EVENT_HEADINGS.has(heading.toLowerCase()),
];

/** Whether a line may be a head: cells, or dashes below it, and no label with its value. */
function mayBeHead(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (!line.has(SIGN.letter | SIGN.wide) || line.has(SIGN.colon | SIGN.equals)) return false;
  const below = lines[at + 1];
  if (!below?.text) return false;
  // A heading in a box is no row of cells.
  if (line.text.startsWith('|')) return below.text.startsWith('|');
  return line.has(SIGN.cell | SIGN.comma) || ruleBelow(lines, at) > 0 || isParted(line);
}

/** Whether blanks part a line as they do where a table lost its tabs. */
function isParted({ text, indent }: Line): boolean {
  return text.includes('  ', indent) && text.slice(indent).split(BLANKS, 4).length > LEAST_KNOWN;
}

/**
 * Reads records that stand in the rows of a table, whatever parts its columns, by their headings.
 *
 * @param lines Cleaned lines of the text; those of a table that was read are emptied.
 */
export function readTables(lines: Line[]): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!mayBeHead(lines, at)) continue;
    const table = tableAt(lines, at, isWanted);
    if (!table) continue;
    const rows = table.rows.map(({ cells, from, to }) => {
      const members = table.headings.flatMap((heading, column) => {
        const cell = cells[column];
        const line = lines[from]!.number;
        const name = heading && signInFactOfKey(heading);
        return heading && cell !== undefined && !(name && isCutCell(name, cell))
          ? [memberNode(line, heading, textNode(line, cell))]
          : [];
      });
      return groupNode('object', members, lines[from]!.number, lines[to]!.number);
    });
    const { region, lineOf } = lineRegion(isPairs(table.headings) ? [pairsOf(rows)] : rows);
    const counted = readSummary(region, lineOf);
    const read =
      counted.length || !isRecordHead(table.headings) ? counted : readRegion(region, lineOf);
    // A row that succeeded has too little to be told from other rows; its table has more.
    const isShort = signInsIn(read) < rows.length && read.every(isOfSignIns);
    const inTable = isShort && isCodeHead(table.headings) ? readCodeTable(table, lines) : [];
    const found = inTable.length > signInsIn(read) ? inTable : read;
    append(records, found);
    if (found.length) for (let own = at; own < table.end; own++) lines[own] = lines[own]!.emptied();
    // Its rows are no heads, whether they are records or not: each line is read once.
    at = table.end - 1;
  }
  return records;
}

const signInsIn = (records: readonly FactRecord[]) =>
  records.filter(({ kind }) => kind === 'signIn').length;

const isOfSignIns = ({ kind }: FactRecord) => kind === 'signIn' || kind === 'log';

/** Rows that are a label with its value each, as one object. */
function pairsOf(rows: readonly Node[]): Node {
  const members = rows.flatMap(({ children = [] }) => {
    const [name, value] = children.map((member) => member.children?.[1]);
    return name && value ? [memberNode(name.offset, String(name.value), value)] : [];
  });
  return groupNode('object', members, rows[0]!.offset, rows.at(-1)!.offset);
}

const isWanted = (headings: readonly string[]) =>
  isRecordHead(headings) || isCodeHead(headings) || isSummaryHead(headings);

function isRecordHead(headings: readonly string[]): boolean {
  if (isPairs(headings) || isFederatedHead(headings)) return true;
  return KINDS.some((isKnown) => headings.filter(isKnown).length >= LEAST_KNOWN);
}
