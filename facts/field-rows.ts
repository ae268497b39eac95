import { factsOfForwarded, namesSource, OF_ENTRA } from './forwarded-names';
import type { Field } from './forwarded-sign-in';
import { SIGN, type Line } from './lines';
import { keyInRecord } from './nested-keys';
import { signInFactOfKey } from './sign-in-keys';

/** A field with its value: blanks, a tab, a pipe, a colon or an equals sign part them. */
const ROW =
  /^[\s|>*•-]{0,12}(@?[a-z_][\w@-]{0,60}(?:\[\d{0,4}\])?(?:[.:][\w@-]{1,60}(?:\[\d{0,4}\]|\{\})?){0,8})(?:\s{0,80}(?:[:=|\t]|: =)\s{0,20}|(\s{1,200}))(\S.{0,4000})$/i;

/** A field alone in its line, with its value in the next one. */
const ALONE = /^[\s|>*•-]{0,12}(@?[a-z_][\w@-]{1,60}(?:[._][\w@-]{1,60}){1,10})[:\s]{0,9}$/i;

/** A label of some words, as alerts and the panes of such products write it: `Log Source: …`, `resultType (custom): …`. */
const LABELED =
  /^[\s|>*•-]{0,12}(\p{L}[\p{L}\d _'-]{1,40}?)(?: \([^()]{1,30}\))?\*{0,2}\s{0,40}:\*{0,2}\s{1,40}(\S.{0,4000})$/u;

/** A longer line is no row. */
const LONGEST = 4200;

/** No record has more fields. */
const MOST_FIELDS = 500;

/** How many lines may stand between two rows of one record that are none. */
const MOST_BETWEEN = 2;

/** Fields that stand below each other, with the indexes of their lines. */
export interface FieldRows {
  fields: Field[];
  at: number[];
}

/**
 * Reads the fields of gathered records that stand below each other, one in a line or with its value in the next one. A field
 * that comes again begins another record.
 *
 * @param raw Lines of the text; the time grows linearly.
 * @returns The records that have fields of a sign-in under names within names.
 */
export function fieldRows(raw: readonly Line[]): FieldRows[] {
  const found: FieldRows[] = [];
  let rows: FieldRows = { fields: [], at: [] };
  let keys = new Set<string>();
  let between = 0;
  // Whether rows stand without a blank line between them, so that one ends them.
  let isTight = false;
  const end = () => {
    const isGathered =
      rows.fields.filter(({ key }) => isNested(key)).length > 1 ||
      rows.fields.some(({ key, value }) => namesSource(key) && OF_ENTRA.test(value));
    if (isGathered) found.push(rows);
    rows = { fields: [], at: [] };
    keys = new Set();
    between = 0;
    isTight = false;
  };
  for (let at = 0; at < raw.length; at++) {
    const row = rowAt(raw, at, rows.fields.length > 0);
    if (!row) {
      const isBlank = !/\S/.test(raw[at]!.text);
      if (isBlank ? isTight : ++between > MOST_BETWEEN && rows.fields.length) end();
      continue;
    }
    between = 0;
    const { key } = row.field;
    if ((keys.has(key) && signInFactOfKey(key)) || rows.fields.length === MOST_FIELDS) end();
    keys.add(key);
    isTight ||= rows.at.at(-1) === at - 1;
    rows.fields.push(row.field);
    for (let own = at; own <= row.last; own++) rows.at.push(own);
    at = row.last;
  }
  end();
  return found;
}

/** Whether a key is one of a sign-in under the name of what holds it. */
const isNested = (key: string): boolean =>
  (keyInRecord(key) !== undefined || key.includes('.')) &&
  (signInFactOfKey(key) !== undefined || factsOfForwarded(key).length > 0);

function rowAt(
  raw: readonly Line[],
  at: number,
  isOpen: boolean,
): { field: Field; last: number } | undefined {
  const line = raw[at]!;
  const { text, number } = line;
  if (!line.has(SIGN.letter) || text.length > LONGEST) return;
  const [, key = '', blanks, value = ''] = ROW.exec(text) ?? [];
  // One blank parts words.
  const isRow = key && (blanks === undefined || blanks.length > 1 || /[.\t]/.test(key + blanks));
  const [, label, said = ''] = (!isRow && line.has(SIGN.colon) && LABELED.exec(text)) || [];
  if (isRow || label) {
    const bare = (label ? said : value).trim().replace(/[|,\s]{1,9}$/, '');
    const unquoted = bare.replace(/^(["'])(.*)\1$/, '$2');
    return { field: { key: label ?? key, value: unquoted, line: number }, last: at };
  }
  const alone = ALONE.exec(text)?.[1];
  // Within a record, a field that is none of a sign-in has its value below it as well.
  const isField = alone && (isNested(alone) || (isOpen && alone.includes('.')));
  const next = isField ? (raw[at + 1]?.text.trim() ?? '') : '';
  if (!isField || !next || next.length > LONGEST || isNested(next)) return;
  return { field: { key: alone, value: next, line: number }, last: at + 1 };
}
