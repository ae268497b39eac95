import { ID_LABELS } from './id-labels';
import type { SignInIds } from './id-labels';
import { ID_VALUES, validId } from './id-values';

export type { SignInIds } from './id-labels';

/** Blanks, colons, quotes, tags' ends, table and Markdown signs between a label and its value. */
const BETWEEN = '[\\s:：=*`"\'|{(>\\\\-]{0,40}';

/** A name or address is any text, so that its label has to be set off: `App name: `, a tab, a line. */
const SET_OFF = '(?:["\'*]{0,3} ?[:：=][\\s"\'*]{0,20}|\\s{0,3}[\\t\\n|]\\s{0,20})';

/** Before a label that is the last cell of a header row: the value below belongs to another column. */
const IN_HEADER_ROW = /[\t|;,][ "'*]{0,3}$/;

interface Reader {
  key: keyof SignInIds;
  /** A label, what is between (first group), a value (second group). */
  inText: RegExp;
  label: RegExp;
  value: RegExp;
}

const READERS = (Object.keys(ID_LABELS) as (keyof SignInIds)[]).map((key): Reader => {
  const label = `(?:${ID_LABELS[key]})`;
  const value = `(${ID_VALUES[key]})`;
  const between = ID_VALUES[key] === ID_VALUES.appName ? SET_OFF : BETWEEN;
  return {
    key,
    inText: new RegExp(`${label}(${between})${value}`, 'gi'),
    label: new RegExp(`^${label}[\\s:：?*-]{0,9}$`, 'i'),
    value: new RegExp(`^${value}$`, 'i'),
  };
});

/**
 * Reads the ids of a sign-in out of a text, by their labels only.
 *
 * @param text Text of a page, or what somebody pasted: rows, prose, JSON (escaped or not), an address.
 *   Any length; the time grows linearly.
 * @param keys The ids that are wanted, where not all are.
 * @returns For each label the first value that is valid, as it is written there.
 */
export function findIds(text: string, keys?: readonly (keyof SignInIds)[]): SignInIds {
  const plain = unescaped(text);
  const ids: SignInIds = {};
  for (const { key, inText } of READERS) {
    if (keys && !keys.includes(key)) continue;
    for (const match of plain.matchAll(inText)) {
      const before = plain.slice(Math.max(0, match.index - 5), match.index);
      if (match[1]!.includes('\n') && IN_HEADER_ROW.test(before)) continue;
      const value = validId(key, match[2]!);
      if (!value) continue;
      ids[key] = value;
      break;
    }
  }
  return ids;
}

/**
 * Reads one id from two neighboring cells.
 *
 * @param label The whole text of the one, such as `Correlation ID`.
 * @param value The whole text of the other.
 * @returns The id under its name; nothing where the label is unknown or the value is not valid.
 */
export function findLabeledId(label: string, value: string): Partial<SignInIds> {
  const reader = READERS.find((reader) => reader.label.test(label.trim()));
  const match = reader?.value.exec(value.trim());
  const id = match && validId(reader!.key, match[1]!);
  return id ? { [reader!.key]: id } : {};
}

/** Undoes URL encoding (`Trace+ID%3a+`, told by its colons) and JSON's escapes (`\r\n`, `\"`). */
function unescaped(text: string): string {
  if (/%3a/i.test(text))
    text = text.replace(/\+/g, ' ').replace(/(?:%[\da-f]{2}){1,99}/gi, (encoded) => {
      try {
        return decodeURIComponent(encoded);
      } catch {
        return encoded;
      }
    });
  return text.replace(/\\{1,9}[rnt]/g, '\n').replace(/\\{1,9}"/g, '"');
}
