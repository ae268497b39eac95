import type { FactRecord } from './fact';
import { Question, SIGN, type Line } from './lines';
import { remembering } from './remembering';
import { factOfHeading, plainHeading } from './sign-in-fields';
import { policyHeadings, REPORT_ONLY, type PolicyRow } from './sign-in-labels';
import { addPolicy } from './sign-in-policies';
import { SignIn } from './sign-in-record';
import { statusOf } from './status-words';
import { tableAt } from './table-rows';
import type { TakenLines } from './taken-lines';
import { unevenPolicies } from './uneven-policies';
import { isWordOf } from './value-forms';

/** The table of the Conditional Access tab, and the index of its last line. */
interface PolicyTable {
  /** Whether it says what a policy asks for: other products have policies with results, too. */
  hasControls: boolean;
  rows: readonly { row: Partial<PolicyRow>; at: number }[];
  last: number;
}

/** The head of the column that no other table has. */
const HINT = new RegExp(
  [...policyHeadings].flatMap(([label, key]) => (key === 'name' ? [label] : [])).join('|'),
  'i',
);

/** A longer line is no head. */
const LONGEST_HEAD = 400;

/** A longer cell is no name of a policy. */
const LONGEST_CELL = 256;

/** Whether a line names that column: as a label, as the only word of the line, or among others. */
const MAY_HEAD = new Question((line) => {
  const { pair, text } = line;
  if (text.length > LONGEST_HEAD || !line.has(SIGN.letter | SIGN.wide)) return false;
  if (pair) return isName(pair.label);
  const hasCells = line.has(SIGN.cell | SIGN.comma) || text.includes('  ', line.indent);
  return hasCells ? HINT.test(text) : isName(text.trim());
});

/** The longest head of a column, in UTF-16 units. */
const LONGEST_NAME = 40;

const isName = remembering(
  (text) => text.length < LONGEST_NAME && policyHeadings.get(plainHeading(text)) === 'name',
);

/** How many columns the tab has at most. */
const MOST_COLUMNS = 8;

/** How many lines stand between two labels of it at most: a blank one, and what tells nothing. */
const MOST_APART = 3;

/** Columns of the tab that tell nothing of a policy. */
const OTHER_HEADING =
  /session|sitzung|sesi[oó]n|sessão|sessione|sessie|セッション|会话|state|status/i;

/** What some call the column of results. A list of policies has it, too: for whether they are on. */
const STATE = /^(?:state|status|état|estado|stato|situação|状態|状态)$/;

const keysOf = (headings: readonly string[]) => {
  const keys = headings.map((heading) => policyHeadings.get(plainHeading(heading)));
  if (keys.includes('result') || !keys.includes('controls')) return keys;
  return keys.map((key, at) => (STATE.test(plainHeading(headings[at]!)) ? 'result' : key));
};

const arePolicies = (headings: readonly string[]): boolean => {
  const keys = keysOf(headings);
  return keys.includes('name') && keys.includes('result');
};

/** @returns The table whose head a line is, or begins where each of its cells stands in a line of its own. */
export function policyTableAt(lines: readonly Line[], at: number): PolicyTable | undefined {
  if (!lines[at]!.ask(MAY_HEAD)) return undefined;
  const labeled = rowsOfLabels(lines, at);
  if (labeled) return labeled;
  const table = tableAt(lines, at, arePolicies);
  if (!table) return unevenRows(lines, at) ?? cellsBelow(lines, at);
  const keys = keysOf(table.headings);
  const rows = table.rows.map(({ cells, from }) => ({
    row: Object.fromEntries(
      keys.flatMap((key, column) => (key ? [[key, cells[column]?.trim() ?? '']] : [])),
    ),
    at: from,
  }));
  // `Enabled` is no result.
  const isByState = STATE.test(plainHeading(table.headings[keys.indexOf('result')]!));
  if (isByState && !rows.every(({ row }) => isResult(row.result ?? ''))) return undefined;
  return { hasControls: keys.includes('controls'), rows, last: table.end - 1 };
}

/** The policies whose cells lost their columns. */
function unevenRows(lines: readonly Line[], at: number): PolicyTable | undefined {
  const found = unevenPolicies(lines, at, keysOf, isResult);
  return found && { ...found, last: found.rows.at(-1)!.at };
}

/** The policies that stand as labels and values below each other. */
function rowsOfLabels(lines: readonly Line[], at: number): PolicyTable | undefined {
  const rows: { row: Partial<PolicyRow>; at: number }[] = [];
  let last = at;
  for (let own = at; own < lines.length && own <= last + MOST_APART; own++) {
    const { pair } = lines[own]!;
    const key = pair && policyHeadings.get(plainHeading(pair.label));
    if (!key || !pair.value) continue;
    // One without a result is none, nor is what follows: no line is read for it again.
    if (key === 'name' && rows.length && rows.at(-1)!.row.result === undefined) break;
    if (key === 'name') rows.push({ row: {}, at: own });
    const row = rows.at(-1)?.row;
    if (!row || row[key] !== undefined) break;
    row[key] = pair.value;
    last = own;
  }
  const hasControls = rows.some(({ row }) => row.controls !== undefined);
  return rows.some(({ row }) => row.result) ? { hasControls, rows, last } : undefined;
}

/** Whether a cell is how a policy was applied. */
export const isResult = (text: string): boolean =>
  statusOf(text) !== undefined ||
  isWordOf('signIn.conditionalAccess', text) ||
  REPORT_ONLY.test(text);

/** The same table with a cell in each line. Empty cells are lost, so that only whole rows tell what was asked for. */
function cellsBelow(lines: readonly Line[], at: number): PolicyTable | undefined {
  const headings: string[] = [];
  let next = at;
  for (; next < lines.length && headings.length < MOST_COLUMNS; next++) {
    const text = lines[next]!.text.trim();
    if (!text) continue;
    if (!policyHeadings.has(plainHeading(text)) && !OTHER_HEADING.test(text)) break;
    headings.push(text);
  }
  if (!arePolicies(headings) || keysOf(headings).at(-1) !== 'result') return undefined;
  const keys = keysOf(headings);
  const rows: { row: Partial<PolicyRow>; at: number }[] = [];
  let cells: string[] = [];
  let first = next;
  let last = next - 1;
  for (; next < lines.length && cells.length < headings.length; next++) {
    const text = lines[next]!.text.trim();
    if (text.length > LONGEST_CELL) break;
    if (!text) continue;
    // A row of the pane or somebody below the table is no policy.
    if (!cells.length && (factOfHeading(text) || text.includes('@'))) break;
    if (!cells.length) first = next;
    cells.push(text);
    if (cells.length < 2 || !isResult(text)) continue;
    const isWhole = cells.length === headings.length;
    const controls = isWhole ? cells[keys.indexOf('controls')] : undefined;
    rows.push({ row: { name: cells[0], controls, result: text }, at: first });
    last = next;
    cells = [];
  }
  return rows.length ? { hasControls: keys.includes('controls'), rows, last } : undefined;
}

/** The name of a tab is shorter, with what somebody writes around it. */
const LONGEST_TITLE = 80;

/** The name of a tab alone in the line above. */
export const titleAbove = (lines: readonly Line[], at: number): string => {
  const above = lines[at - 1]?.text.trim() || lines[at - 2]?.text.trim() || '';
  return above.length < LONGEST_TITLE && !/\s{2}|[\t|,;]/.test(above) ? above : '';
};

/**
 * Adds the policies of a table to a sign-in.
 *
 * @param at Index of its head.
 */
export function addPolicies(
  signIn: SignIn,
  { rows }: PolicyTable,
  lines: readonly Line[],
  at: number,
): void {
  const tab = titleAbove(lines, at);
  for (const { row, at: own } of rows) addPolicy(signIn, row, lines[own]!.number, tab);
}

/**
 * Reads the Conditional Access tab of a sign-in that was copied without the others.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readPolicyTables(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = taken.leaves(at, SIGN.letter | SIGN.wide) ? policyTableAt(lines, at) : undefined;
    if (!table) continue;
    const signIn = new SignIn();
    if (table.hasControls) addPolicies(signIn, table, lines, at);
    if (signIn.facts.length) {
      for (let own = at; own <= table.last; own++) taken.add(own);
      const [from, to] = [lines[at]!, lines[table.last]!];
      records.push(signIn.record('Sign-in details', from.number, to.number, false));
    }
    at = table.last;
  }
  return records;
}
