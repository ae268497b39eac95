import { factsOfForwarded, namesSource, OF_ENTRA } from './forwarded-names';
import type { Field } from './forwarded-sign-in';
import { Question, SIGN, type Line } from './lines';
import { keyInRecord } from './nested-keys';
import { remembering } from './remembering';
import { signInFactOfKey } from './sign-in-keys';

/** The forms of a row. What `mayBeRow` asks of a line, each of them has. */
export const ROW_FORMS = {
  /** A field with its value: blanks, a tab, a pipe, a colon or an equals sign part them. */
  parted:
    /^[\s|>*•-]{0,12}(@?[a-z_][\w@-]{0,60}(?:\[\d{0,4}\])?(?:[.:][\w@-]{1,60}(?:\[\d{0,4}\]|\{\})?){0,8})(?:\s{0,80}(?:[:=|\t]|: =)\s{0,20}|(\s{1,200}))(\S.{0,4000})$/i,
  /** A field alone in its line, with its value in the next one. */
  alone: /^[\s|>*•-]{0,12}(@?[a-z_][\w@-]{1,60}(?:[._][\w@-]{1,60}){1,10})[:\s]{0,9}$/i,
  /** A label of some words, as alerts and the panes of such products write it: `Log Source: …`, `resultType (custom): …`. */
  labeled:
    /^[\s|>*•-]{0,12}(\p{L}[\p{L}\d _'-]{1,40}?)(?: \([^()]{1,30}\))?\*{0,2}\s{0,40}:\*{0,2}\s{1,40}(\S.{0,4000})$/u,
} as const;

/** A longer line is no row. */
const LONGEST = 4200;

/** No record has more fields. */
const MOST_FIELDS = 500;

/** How many lines may stand between two rows of one record that are none. */
const MOST_BETWEEN = 2;

/** The deepest that a row is set in, its marks among it. */
const DEEPEST = 12;

/** Signs of which a row has one, unless its name has dots or stands apart from its value: all blanks but those of ASCII are wide. */
const OF_ROW = SIGN.colon | SIGN.equals | SIGN.cell | SIGN.wide;
const PARTED = /[._]|\S\s\s/;

/** Whether a line may be a row or a field alone. */
export const mayBeRow = ({ text, indent, signs }: Pick<Line, 'text' | 'indent' | 'signs'>) =>
  indent <= DEEPEST &&
  (signs & SIGN.letter) !== 0 &&
  text.length <= LONGEST &&
  ((signs & OF_ROW) !== 0 || PARTED.test(text));

/** Whether what the first form finds is a row: one blank parts words, unless the name has dots. */
export const isParted = ([, key = '', blanks]: RegExpExecArray): boolean =>
  blanks === undefined || blanks.length > 1 || /[.\t]/.test(key + blanks);

/** The field of a record, with its value as it was written. */
interface Row {
  key: string;
  written: string;
  /** Whether its name is one of a sign-in under that of what holds it. */
  isNested: boolean;
  /** Whether it says that Microsoft Entra ID is the source. */
  namesEntra: boolean;
}

const rowOf = (key: string, written: string): Row => ({
  key,
  written,
  isNested: isNested(key),
  namesEntra: namesSource(key) && OF_ENTRA.test(written),
});

/** The row that a line is. */
const ROW_OF_LINE = new Question((line): Row | undefined => {
  if (!mayBeRow(line)) return;
  const row = ROW_FORMS.parted.exec(line.text);
  if (row && isParted(row)) return rowOf(row[1]!, row[3]!);
  const labeled = line.has(SIGN.colon) ? ROW_FORMS.labeled.exec(line.text) : null;
  return labeled ? rowOf(labeled[1]!, labeled[2]!) : undefined;
});

/** The name that stands alone in a line. */
const NAME_ALONE = new Question((line) =>
  mayBeRow(line) ? ROW_FORMS.alone.exec(line.text)?.[1] : undefined,
);

/** Whether a line has a field by which a gathered record is told: a text without one has none of them. */
export const IS_OF_GATHERED = new Question((line): boolean => {
  const row = line.ask(ROW_OF_LINE);
  if (row) return row.isNested || row.namesEntra;
  const alone = line.ask(NAME_ALONE);
  return alone !== undefined && (isNested(alone) || namesSource(alone));
});

/** The value without quotes, and without what parts it from the next one. */
function valueOf(written: string): string {
  const bare = written.trim().replace(/[|,\s]{1,9}$/, '');
  return bare.replace(/^(["'])(.*)\1$/, '$2');
}

/** A row, or a name with its value below it, which is whole. */
interface OpenRow {
  row: Row;
  at: number;
  last: number;
}

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
  if (!raw.some((line) => line.ask(IS_OF_GATHERED))) return found;
  let rows: OpenRow[] = [];
  let keys = new Set<string>();
  let between = 0;
  // Whether rows stand without a blank line between them, so that one ends them.
  let isTight = false;
  const end = () => {
    if (isGathered(rows)) found.push(fieldsOf(rows, raw));
    if (rows.length) {
      rows = [];
      keys = new Set();
    }
    between = 0;
    isTight = false;
  };
  for (let at = 0; at < raw.length; at++) {
    const { text, indent } = raw[at]!;
    if (indent === text.length) {
      if (isTight) end();
      continue;
    }
    const open = rowAt(raw, at, rows.length > 0);
    if (!open) {
      if (/\S/.test(text) ? ++between > MOST_BETWEEN && rows.length : isTight) end();
      continue;
    }
    between = 0;
    const { key } = open.row;
    if ((keys.has(key) && signInFactOfKey(key)) || rows.length === MOST_FIELDS) end();
    keys.add(key);
    isTight ||= rows.at(-1)?.last === at - 1;
    rows.push(open);
    at = open.last;
  }
  end();
  return found;
}

/** Whether rows are those of a gathered record. Most are of another text. */
function isGathered(rows: readonly OpenRow[]): boolean {
  let nested = 0;
  for (const { row } of rows) if ((row.isNested && ++nested > 1) || row.namesEntra) return true;
  return false;
}

function fieldsOf(rows: readonly OpenRow[], raw: readonly Line[]): FieldRows {
  const fields: Field[] = [];
  const lines: number[] = [];
  for (const { row, at, last } of rows) {
    const { key, written } = row;
    const value = last > at ? written : valueOf(written);
    fields.push({ key, value, line: raw[at]!.number });
    for (let own = at; own <= last; own++) lines.push(own);
  }
  return { fields, at: lines };
}

/** What parts the names of a key that has several. */
export const PARTS_NAMES = /[.:/@_[{]/;

/** Whether a key is one of a sign-in under the name of what holds it: most keys are one name. */
const isNested = (key: string): boolean => PARTS_NAMES.test(key) && isOfSignInWithin(key);

const isOfSignInWithin = remembering(
  (key) =>
    (keyInRecord(key) !== undefined || key.includes('.')) &&
    (signInFactOfKey(key) !== undefined || factsOfForwarded(key).length > 0),
);

function rowAt(raw: readonly Line[], at: number, isOpen: boolean): OpenRow | undefined {
  const line = raw[at]!;
  const row = line.ask(ROW_OF_LINE);
  if (row) return { row, at, last: at };
  const alone = line.ask(NAME_ALONE);
  // Within a record, a field that is none of a sign-in has its value below it as well.
  const isField = alone && (isNested(alone) || (isOpen && alone.includes('.')));
  const next = isField ? (raw[at + 1]?.text.trim() ?? '') : '';
  if (!isField || !next || next.length > LONGEST || isNested(next)) return;
  return { row: rowOf(alone, next), at, last: at + 1 };
}
