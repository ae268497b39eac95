import type { FactRecord } from './fact';
import { fieldRows } from './field-rows';
import { MAY_BE_OF_ENTRA } from './forwarded-names';
import { forwardedSignIn, mayTellCode, type Field } from './forwarded-sign-in';
import type { JsonRegion } from './json-regions';
import { leavesOf } from './json-values';
import { Question, SIGN, type Line } from './lines';
import { labelsInLine, mayHaveLabels, pairsInLine } from './pairs-in-line';
import { codesOfLine } from './read-codes';
import type { LineOf } from './read-sign-in-json';

/** The head of a record in CEF or LEEF: who made it, with what, and of which event. LEEF names what parts its fields. */
const HEAD = /\b(CEF:\s?\d|LEEF:\s?[\d.]{1,4})((?:\|(?:[^|\\\n]|\\.){0,200}){4,6})\|/;
const LEEF_SIGN = /^(?:(\^|[;,~!#])|(?:0?x|%)([\da-f]{1,2}))$/i;

/** What a line of pairs has three times at least. */
const PAIR_SIGN = /[\w\]}"][ \t]{0,4}=[ \t]{0,4}(?!=)\S|\.[\w-]{1,60}:/g;
const LEAST_PAIRS = 3;

/** What the code, or how it ended, is called wherever a record is kept. Most lines with pairs are of other logs. */
const HINT = /code|error|result|reason|status|signature|rule_?id|outcome/i;

/** A longer line is no record; those below each other that were wrapped are few. */
const LONGEST = 20_000;
const MOST_LINES = 12;

/**
 * Reads sign-ins that a product gathered, forwarded or searched: CEF, LEEF and other pairs of names and values in a line,
 * the fields of a document below each other.
 *
 * @param raw Lines of the text as they are; those of a record are emptied.
 */
export function readForwarded(raw: Line[]): FactRecord[] {
  const records: FactRecord[] = [];
  const take = (record: FactRecord | undefined, lines: readonly number[]): boolean => {
    if (!record) return false;
    records.push(record);
    for (const at of lines) raw[at] = raw[at]!.emptied();
    return true;
  };
  const mayBeOfEntra = linesThat(raw, MAY_BE);
  for (let at = 0; at < raw.length; at++) {
    const line = raw[at]!;
    if (line.text.length > LONGEST || !line.has(SIGN.equals | SIGN.colon)) continue;
    if (mayHaveLabels(line) && mayBeOfEntra(at) && take(signInOfLabels(line), [at])) continue;
    if (!hasPairs(line) || (mayBeOfEntra(at) && take(signInOfLines([line]), [at]))) continue;
    let end = at + 1;
    while (end < raw.length && end - at < MOST_LINES && goesOn(raw[end]!)) end++;
    const lines = raw.slice(at, end);
    if (end === at + 1 || !lines.some((_, own) => mayBeOfEntra(at + own))) continue;
    if (lines.some((one, own) => own > 0 && hasPairs(one) && signInOfLines([one]))) continue;
    take(
      signInOfLines(lines),
      lines.map((_, own) => at + own),
    );
    at = end - 1;
  }
  for (const { fields, at } of fieldRows(raw)) {
    const [from, to] = [fields[0]!.line, fields.at(-1)!.line];
    take(forwardedSignIn(fields, '', from, to), at);
  }
  return records;
}

/** @returns A function that tells of a line, by its index, whether a question holds for it; each line is asked once. */
function linesThat(raw: readonly Line[], question: Question<boolean>): (at: number) => boolean {
  const known = new Uint8Array(raw.length);
  return (at) => {
    known[at] ||= raw[at]!.ask(question) ? YES : NO;
    return known[at] === YES;
  };
}

const YES = 1;
const NO = 2;

const MAY_BE = new Question(({ text }) => text.length <= LONGEST && MAY_BE_OF_ENTRA.test(text));

const hasPairs = (line: Line): boolean =>
  line.has(SIGN.equals | SIGN.colon) && line.text.length <= LONGEST && line.ask(HAS_PAIRS);

/** Without an equals sign, each of its names has a dot. */
const HAS_PAIRS = new Question(
  (line): boolean =>
    (line.has(SIGN.equals) || hasDots(line.text)) &&
    (line.text.match(PAIR_SIGN)?.length ?? 0) >= LEAST_PAIRS,
);

/** Whether a text has as many dots as pairs need. */
function hasDots(text: string): boolean {
  let at = -1;
  for (let pair = 0; pair < LEAST_PAIRS; pair++) {
    at = text.indexOf('.', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The sign-in of a line in which labels stand beside each other. */
function signInOfLabels({ text, number }: Line): FactRecord | undefined {
  if (!HINT.test(text)) return;
  const fields = labelsInLine(text).map(({ key, value }) => ({ key, value, line: number }));
  if (fields.length < LEAST_PAIRS) return;
  return withoutOthers(forwardedSignIn(fields, '', number, number), text);
}

/** The record of a text; none where another code stands there: it belongs to a message, whose reader needs the lines. */
function withoutOthers(record: FactRecord | undefined, text: string): FactRecord | undefined {
  return record && codesOfLine(text).every((code) => record.codes.includes(code))
    ? record
    : undefined;
}

/** With what a line begins that is a record of its own: the priority of syslog, the time, the head of CEF or LEEF. */
const BEGINNING =
  /^\s{0,9}(?:<\d{1,3}>|\d{4}-\d\d-\d\d[T ]|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d|\d\d?\/\d\d?\/\d{4}[ ,]|(?:CEF|LEEF):)/;

const goesOn = ({ text }: Line): boolean =>
  text.trim() !== '' && text.length < LONGEST && !BEGINNING.test(text);

/** The sign-in of a line, or of the lines into which a program wrapped it. */
function signInOfLines(lines: readonly Line[]): FactRecord | undefined {
  const whole = lines.map(({ text }) => text).join('\n');
  if (!HINT.test(whole)) return;
  const head = HEAD.exec(whole);
  const behind = head ? head.index + head[0].length : 0;
  const text = withTabs(whole.slice(behind), head);
  const pairs = pairsInLine(text);
  if (pairs.length < LEAST_PAIRS) return;
  const starts = lineStarts(text);
  const fields = pairs.map(({ key, value, start }): Field => {
    const own = starts.findLastIndex((one) => one <= start);
    return { key, value: value.replace(/\s{0,9}\n\s{0,9}/g, ' '), line: lines[own]!.number };
  });
  const before = whole.slice(0, behind + pairs[0]!.start);
  const [, vendor = '', product = ''] = head?.[2]!.split('|') ?? [];
  const made = { key: 'product', value: `${vendor} ${product}`.trim(), line: lines[0]!.number };
  const all = head ? [made, ...fields] : fields;
  const record = forwardedSignIn(all, before, lines[0]!.number, lines.at(-1)!.number);
  return withoutOthers(record, whole);
}

/** The fields behind a head with tabs between them, as LEEF has them where it names no other sign. */
function withTabs(fields: string, head: RegExpExecArray | null): string {
  if (!head?.[1]!.startsWith('LEEF')) return fields;
  const named = /^([^|\n]{1,4})\|/.exec(fields)?.[1] ?? head[2]!.split('|').at(-1)!;
  const [, sign, hex] = LEEF_SIGN.exec(named) ?? [];
  const parting = hex ? String.fromCharCode(parseInt(hex, 16)) : sign;
  return (parting ? fields.replaceAll(parting, '\t') : fields).replaceAll('\\t', '\t');
}

/** Offsets at which the lines of a text begin. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A longer document is no record of one sign-in. */
const MOST_FIELDS = 500;

/**
 * Reads sign-ins from the documents that such products keep, with names within names or joined by dots.
 *
 * @param region The JSON.
 * @param lineOf Line of an offset in the whole text.
 */
export function readForwardedJson(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  return region.records.flatMap((node) => {
    const leaves = leavesOf(node);
    if (leaves.length > MOST_FIELDS) return [];
    const keys = leaves.map(({ path }) => path.replaceAll('[]', ''));
    if (!keys.some(mayTellCode)) return [];
    const fields = leaves.map(({ text, offset }, at) => ({
      key: keys[at]!,
      value: text,
      line: lineOf(region.start + offset),
    }));
    const from = lineOf(region.start + node.offset);
    const to = lineOf(region.start + Math.max(node.offset, node.offset + node.length - 1));
    return forwardedSignIn(fields, '', from, to) ?? [];
  });
}
