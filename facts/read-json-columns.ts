import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { factOfHeading, plainHeading } from './sign-in-fields';
import { addJsonCell } from './read-sign-in-json';
import { JSON_HEADINGS } from './sign-in-paths';
import { SignIn } from './sign-in-record';

/** The name of a column alone in its line, in quotes or not. */
const NAME = /^\s{0,40}["']?(\w{4,40})["']?\s{0,9}:?\s{0,9}$/;

/** What a column of objects holds, with its name before it or without. */
const VALUE =
  /^\s{0,40}(?:["']?(\w{4,40})["']?[ \t]{0,9}[:=\t][ \t]{0,9})?([[{]["{].{0,20000}[}\]]),?\s{0,9}$/;

/** How many of them a sign-in is told by. */
const LEAST_COLUMNS = 2;

interface Column {
  path: string;
  value: string;
  /** Indexes of its first and last line. */
  from: number;
  at: number;
}

/** The column that begins in a line. */
function columnAt(raw: readonly Line[], from: number): Column | undefined {
  const line = raw[from];
  if (!line?.has(SIGN.letter)) return undefined;
  // Most lines are in a text without objects.
  if (!line.text.includes('{') && !raw[from + 1]?.text.includes('{')) return undefined;
  const name = line.text.length < 60 ? NAME.exec(line.text)?.[1] : undefined;
  const at = name ? from + 1 : from;
  const next = raw[at];
  const [, own, value] = (next?.text.includes('{') && VALUE.exec(next.text)) || [];
  if (!value || (name && own)) return undefined;
  const path = JSON_HEADINGS[plainHeading(name ?? own ?? '')];
  return path ? { path, value, from, at } : undefined;
}

/** Whether a line is a row of a sign-in or a bracket: what stands beside it belongs to a larger record. */
function isOfMore(line: Line | undefined): boolean {
  const text = line?.text.trim() ?? '';
  if (/^[[\]{}]/.test(text) || /[{[]$/.test(text)) return true;
  const label = /^["']?([\w ()-]{2,60}?)["']?\s{0,9}(?:[:=\t]|$)/.exec(text)?.[1] ?? '';
  return factOfHeading(label) !== undefined;
}

/** Whether a line is the value of a row whose label stands above it. */
const isValueOfMore = (raw: readonly Line[], at: number): boolean =>
  !!raw[at]?.text.trim() && isOfMore(raw[at - 1]);

/**
 * Reads the columns of a sign-in that hold objects, copied one by one out of a query's result without the others.
 *
 * @param raw Lines of the text; those that are read are emptied.
 */
export function readJsonColumns(raw: Line[]): FactRecord[] {
  const records: FactRecord[] = [];
  for (let start = 0; start < raw.length; start++) {
    const columns: Column[] = [];
    let next = start;
    for (let one = columnAt(raw, next); one; one = columnAt(raw, next)) {
      // The same column again is of another row.
      if (columns.some(({ path }) => path === one!.path)) break;
      columns.push(one);
      next = one.at + 1;
      while (raw[next] && !raw[next]!.text.trim()) next++;
    }
    const last = columns.at(-1)?.at;
    if (last === undefined) continue;
    const isAlone =
      !isOfMore(raw[start - 1]) && !isValueOfMore(raw, start - 1) && !isOfMore(raw[last + 1]);
    if (columns.length >= LEAST_COLUMNS && isAlone) {
      const signIn = new SignIn();
      for (const { path, value, at } of columns) addJsonCell(signIn, value, path, raw[at]!.number);
      const [from, to] = [raw[start]!.number, raw[last]!.number];
      if (signIn.facts.length) {
        records.push(signIn.record('Sign-in details', from, to, false));
        for (let at = start; at <= last; at++) raw[at] = raw[at]!.emptied();
      }
    }
    start = last;
  }
  return records;
}
