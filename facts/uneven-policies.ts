import type { Line } from './lines';
import type { PolicyRow } from './sign-in-labels';

/** What parts the cells of a row whose columns were lost: tabs, or some blanks. */
const BETWEEN = /\t[\t ]{0,200}|\s{2,200}/;

/** A longer line is no row. */
const LONGEST = 400;

/** What a policy asks for, as the tab writes it. */
const CONTROL =
  /block|require|grant|\bmfa\b|anfordern|erforder|verlangen|bloqu|exig|octroy|conce[ds]|requer|richied|bloc[ck]|vereis|toekenn|ブロック|要求|許可|阻止|需要|授予/i;

/** Session controls with such a word: a token is protected, downloads are blocked in the app. */
const SESSION =
  /session|sitzung|sesi[oó]n|sess[ãa]o|sessione|sessie|token|app ?control|download|frequen|fréquence|häufigkeit|resilien/i;

/**
 * Reads the rows of the Conditional Access tab whose cells are parted by tabs in one row and by blanks in the next, with
 * empty ones lost. A row has the name first and the result last; what stands between is a control where it says so.
 *
 * @param lines Lines of the text.
 * @param at Index of the line with the heads.
 * @param keysOf What heads stand for.
 * @param isResult Whether a cell is how a policy was applied.
 * @returns undefined where a line is no such head, or no row stands below it.
 */
export function unevenPolicies(
  lines: readonly Line[],
  at: number,
  keysOf: (headings: readonly string[]) => (keyof PolicyRow | undefined)[],
  isResult: (text: string) => boolean,
): { hasControls: boolean; rows: { row: Partial<PolicyRow>; at: number }[] } | undefined {
  const keys = keysOf(cellsIn(lines[at]!));
  if (keys.length < 3 || keys[0] !== 'name' || keys.at(-1) !== 'result') return;
  const rows: { row: Partial<PolicyRow>; at: number }[] = [];
  for (let own = at + 1; own < lines.length; own++) {
    const cells = cellsIn(lines[own]!);
    const [name = '', ...rest] = cells;
    const result = rest.pop();
    if (!result || cells.length > keys.length || !isResult(result)) break;
    const controls = rest.filter((cell) => CONTROL.test(cell) && !SESSION.test(cell)).join(', ');
    rows.push({ row: { name, controls, result }, at: own });
  }
  return rows.length ? { hasControls: keys.includes('controls'), rows } : undefined;
}

const cellsIn = ({ text }: Line): string[] =>
  text.length > LONGEST ? [] : text.trim().split(BETWEEN);
