import type { Code } from '../detection/code';
import type { ValueType } from './sign-in-vocabulary';
import type { FactName, RecordKind } from './vocabulary';

/** Where a fact stands in the text that was given. */
export interface Source {
  /** Line of the text, from 1. */
  line: number;
  /** The heading of a column, or the path in JSON, where the line alone does not tell. */
  cell?: string;
}

/** One value that was read, and where. */
export interface Fact {
  name: FactName;
  /** The value in the one form that rules compare: `YES`, `2024-05-14T07:12:41Z`, `AADSTS50126`. */
  value: string;
  /** The label as it is printed: `AzureAdPrt`, `Client app`. */
  label: string;
  /** The value as it is printed. */
  printed: string;
  source: Source;
  /** Whether it stands apart from the code of its message, so that it may be of something else. */
  isApart?: true;
}

/** Why what stands in a record may not be what is the case. */
type Doubt = 'cut off' | 'wished-for values';

/** One record: one sign-in, one output of a command, one event, one request. */
export interface FactRecord {
  kind: RecordKind;
  /** Which form of the record it is, or which event: `SigninLogs (Log Analytics)`, `User Device Registration 360`. */
  title: string;
  facts: Fact[];
  /** Failure codes that stand in it, each once. */
  codes: Code[];
  doubts: Doubt[];
  /** First and last line of the record. */
  from: number;
  to: number;
}

const TRUE = /^(?:true|yes|ja|wahr|oui|vrai|s[iíì]|ver(?:dadeir)?o|verdadero|sim|waar|はい|是)$/i;
const FALSE = /^(?:false|no|nein|non|não|nao|nee|いいえ|否|falsch|faux|falso|onwaar)$/i;

/** `2024-05-14 07:01:12.481 UTC`, as dsregcmd prints it. */
const UTC = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,7})?) ?(?:UTC|Z)$/;

/** `/Date(1715670761000)/`, as Windows PowerShell 5.1 writes times to JSON. */
const DATE_NUMBER = /^\/Date\((\d{1,14})\)\/$/;

/** Longest value that is kept, in UTF-16 units. */
const LONGEST_VALUE = 1000;

/**
 * Makes a fact of a label and what is printed beside it.
 *
 * @param type How its values read.
 * @param name Its name in the vocabulary.
 * @param label As printed.
 * @param printed As printed; blanks around it do not matter.
 * @param source Where it stands.
 */
export function factOfType(
  type: ValueType,
  name: FactName,
  label: string,
  printed: string,
  source: Source,
): Fact {
  const text = kept(printed);
  return { name, value: valueOf(type, text), label, printed: text, source };
}

/** A value as it is kept: most are neither long nor have blanks around them. */
function kept(printed: string): string {
  const text = isBare(printed, 0) && isBare(printed, printed.length - 1) ? printed : printed.trim();
  return text.length > LONGEST_VALUE ? text.slice(0, LONGEST_VALUE) : text;
}

/** Whether a sign is one of ASCII, and no blank. */
function isBare(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 32 && code < 127;
}

/** The form of a printed value that rules compare; the text itself where it is of another form than expected. */
function valueOf(type: ValueType, text: string): string {
  if (typeof type !== 'string') return wordOf(type, text);
  if (type === 'time') return timeOf(text);
  if (type === 'code')
    return /^0x[\da-f]{1,8}$/i.test(text) ? `0x${text.slice(2).toUpperCase()}` : text;
  return text;
}

function wordOf(words: readonly string[], text: string): string {
  if (words.includes(text)) return text;
  if (words.includes('YES')) {
    if (TRUE.test(text)) return 'YES';
    if (FALSE.test(text)) return 'NO';
  }
  const lower = text.toLowerCase();
  return longestFirst(words).find((word) => startsWithWord(lower, word.toLowerCase())) ?? text;
}

const sorted = new Map<readonly string[], readonly string[]>();

/** `FAILED. ERROR` before `FAILED`. */
function longestFirst(words: readonly string[]): readonly string[] {
  const known = sorted.get(words);
  if (known) return known;
  const list = [...words].sort((a, b) => b.length - a.length);
  sorted.set(words, list);
  return list;
}

/** `ERROR (0x80070520)` starts with `ERROR`, `FAILED.` does with `FAILED`, `NONE` does not with `NO`. */
function startsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && !/[a-z\d]/.test(text.charAt(word.length));
}

function timeOf(text: string): string {
  const utc = UTC.exec(text);
  if (utc) return `${utc[1]}T${utc[2]}Z`;
  const number = DATE_NUMBER.exec(text);
  if (!number) return text;
  const date = new Date(+number[1]!);
  return Number.isNaN(+date) ? text : date.toISOString().replace('.000Z', 'Z');
}
