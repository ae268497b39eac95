import { messageLabels, type ValueForm } from './message-labels';
import type { FactName } from './vocabulary';

/** A value of a message, as printed, with the offset where it stands. */
export interface MessageValue {
  fact: FactName;
  label: string;
  value: string;
  at: number;
}

/** The source of a form: a GUID, also one that a console broke behind a hyphen. */
export const BREAKABLE_GUID = '[\\da-f]{8}(?:-\\s?[\\da-f]{4}){3}-\\s?[\\da-f]{12}';

/** Not the one of zeros, and no part of a longer id. */
const GUID = `(?!0{8}-0{4}-0{4})${BREAKABLE_GUID}(?![\\da-f-])`;

/** How values look, behind what parts them from their labels. */
const FORMS: Readonly<Record<ValueForm, RegExp>> = {
  guid: new RegExp(`(${GUID})`, 'iy'),
  time: /(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?: ?Z|[+-]\d\d:?\d\d)?)/y,
  address: /((?:\d{1,3}\.){3}\d{1,3}(?![.\d])|(?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?![\da-f:]))/iy,
  user: /([^\s"'<>,;:|()=\\@]{1,64}@[a-z\d-][a-z\d.-]{0,190}\.[a-z]{2,24})/iy,
  word: /([a-z]{2,30}(?:_[a-z_]{2,40}){1,9}|unauthorized|forbidden)(?![\w-])/iy,
  term: /([a-z][\w.-]{1,60}\w)(?![\w-])/iy,
  // A name or a count may stand behind these labels in any text.
  resource: new RegExp(
    `((?:https?|api|urn|spn):[^\\s"'<>{}[\\]\\\\|]{1,200}[^\\s"'<>{}[\\]\\\\|.,;)]|${GUID})`,
    'iy',
  ),
  tenant: new RegExp(`(${GUID}|[a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){1,5})(?![\\w.@-])`, 'iy'),
  // `repo:contoso/app:ref:refs/heads/main`; the subject of a mail has a blank behind its colon.
  subject: /([a-z_]{2,20}:[^\s"'<>,;:]{1,200}[:/][^\s"'<>,;]{1,300})/y,
  exception: /((?:[A-Za-z]\w{0,60}\.){0,9}[A-Z]\w{1,60}(?:Error|Exception))(?![\w.])/y,
  status:
    /([1-5]\d\d)(?=\s{0,4}(?:[\n,;&}"')\]]|\w{2,40}=|\(?(?:ok|found|redirect|bad ?request|unauthorized|forbidden|not ?found|conflict|too ?many|internal|bad ?gateway|service ?un|gateway ?t)))/iy,
  number: /\[?\s{0,4}(\d{3,8})(?![\w.-]|\s?:\s?\d)/y,
  hresult: /((?:0x)?8[\da-f]{7})(?![\w-])/iy,
  sentence: /([^\s"|<>{}[\]\\][^"|<>{}\n\\]{0,399})/y,
  text: /([^\s"'|<>{}[\]\\][^"'|<>{}\n\\]{0,199})/y,
};

/** What parts a label from its value. A cell, a line, or a dash between blanks does it, too. */
const SEPARATOR = /[:=：\t|]|\n| [-–] /g;

/** How many dashes of a line may part a label from its value. A line with more is a sentence, or a rule. */
const MOST_DASHES = 4;

/** Quotes, stars and blanks between a separator and the value. */
const BEFORE_VALUE = /[\s"'`*\\:：=>]{0,20}/y;

/** The words before a separator. */
const LABEL = /([\p{L}\p{N}][\p{L}\p{N} _.'’()/-]{0,59})["'`*\\)\]\s]{0,8}$/u;

/** Longest label, in UTF-16 units, and how many words it has. */
const LONGEST_LABEL = 70;
const MOST_WORDS = 5;

/** What people say behind a label: `Client ID used in the workflow: …`. */
const SAID_BEHIND =
  /\s(?:(?:that )?(?:is |was |we |i )?(?:used|use|configured|set)(?: (?:in|by|for|on)\b[^.!?]{0,40})?|(?:in|from|on) (?:the|our|my)\b[^.!?]{0,40})$/i;

/** The pairs of a recording, `"name": "x-ms-request-id", "value": "…"`, whose name is the label. */
const NAMED_VALUE =
  /["'](?:name|key)["']\s{0,9}:\s{0,9}["']([\w.-]{2,60})["'],\s{1,40}["']value["']\s{0,9}:/gi;

/** Between two values of one line: `Request Id: … / Correlation Id: …`. */
const NEXT_LABEL =
  /\s{1,9}(?:[/,;|-]\s{0,4})?(?=[\p{L}_][\p{L}\p{N}_ -]{1,30}\s?[:=：])|,\s(?=\p{L})|&/u;

/**
 * Finds the values of a message by their labels: rows of the sign-in page, parameters of a response in any notation, what
 * libraries print behind the text of an error.
 *
 * @param whole A text without escapes; the time grows linearly.
 */
export function messageValues(whole: string): MessageValue[] {
  const values: MessageValue[] = [];
  const text = whole.includes('value')
    ? whole.replace(NAMED_VALUE, (pair, name: string) => `${name}:`.padStart(pair.length))
    : whole;
  // A console breaks lines anywhere.
  const flat = text.replace(/\n/g, ' ');
  let from = 0;
  // Of the line.
  let dashes = 0;
  let hasColon = false;
  SEPARATOR.lastIndex = 0;
  for (let match = SEPARATOR.exec(text); match; match = SEPARATOR.exec(text)) {
    const at = match.index;
    const isLine = match[0] === '\n';
    const isDash = match[0].length > 1;
    if (isLine) {
      dashes = 0;
      hasColon = false;
    } else if (isDash) {
      // Behind a colon it parts words of a value.
      if (hasColon || ++dashes > MOST_DASHES) continue;
    } else hasColon ||= match[0] === ':' || match[0] === '：';
    // What stands alone in its line may be a label; elsewhere the end of a line is none.
    const left = isLine ? text.lastIndexOf('\n', at - 1) + 1 : Math.max(from, at - LONGEST_LABEL);
    if (at - left > LONGEST_LABEL) continue;
    const words = LABEL.exec((isLine ? text : flat).slice(left, at))?.[1];
    if (!words) continue;
    const bare = words.replace(/[\s"'’)]+$/, '');
    const start = at + (isDash ? match[0].length : 0);
    const found = valueBehind(text, flat, start, isLine ? [bare] : suffixesOf(bare), isLine);
    if (!found) continue;
    values.push(found);
    from = found.at;
  }
  return values;
}

/** A label may stand behind other words: all of them, then those without the first. */
function suffixesOf(words: string): string[] {
  const said = SAID_BEHIND.exec(words)?.index;
  return [words, ...(said ? [words.slice(0, said)] : [])].flatMap((label) => {
    const parts = label.split(/\s+/).slice(-MOST_WORDS);
    return parts.map((_, at) => parts.slice(at).join(' '));
  });
}

function valueBehind(
  text: string,
  flat: string,
  separator: number,
  labels: readonly string[],
  isLine: boolean,
): MessageValue | undefined {
  BEFORE_VALUE.lastIndex = separator;
  BEFORE_VALUE.test(text);
  const start = BEFORE_VALUE.lastIndex;
  for (const label of labels)
    for (const { fact, form } of messageLabels(label)) {
      // A name is what its line says, and any word may stand in the next one.
      if (
        (form === 'text' || form === 'term') &&
        !isLine &&
        text.slice(separator, start).includes('\n')
      )
        continue;
      const pattern = FORMS[form];
      pattern.lastIndex = start;
      const found = pattern.exec(form === 'guid' ? flat : text)?.[1];
      const value = found && (form === 'text' ? nameOf(found) : found.replace(/-\s/g, '-'));
      if (value) return { fact, label, value: value.trim(), at: start };
    }
  return undefined;
}

/** What stands before a label that is known, where the next colon has one: `Ledger App id: …`. A name may have blanks, too. */
function beforeKnownLabel(found: string): string | undefined {
  const colon = found.search(/[:：]/);
  const words = colon < 0 ? [] : found.slice(0, colon).trim().split(' ');
  for (let at = Math.max(1, words.length - MOST_WORDS); at < words.length; at++)
    if (messageLabels(words.slice(at).join(' ')).length) return words.slice(0, at).join(' ');
  return undefined;
}

/** `Not available`, an id in brackets: what stands where no name is known. */
const NO_NAME =
  /^(?:not available|nicht verfügbar|non disponible|no disponible|null|none|undefined|n\/a|-+)$/i;

function nameOf(found: string): string | undefined {
  // The rest of an address.
  if (found.startsWith('//')) return undefined;
  const name = (beforeKnownLabel(found) ?? found.split(NEXT_LABEL, 1)[0]!)
    .replace(/[\s.,;]{1,9}$/, '')
    .trim();
  return NO_NAME.test(name) ? undefined : name;
}
