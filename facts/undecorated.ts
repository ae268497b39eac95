import { joinedLines } from './joined-lines';
import { parseJson } from './json-text';
import { markupLines } from './plain-markup';
import { shapeOf } from './text-shape';

/** A line with its number in the text that was given, from 1. */
export interface NumberedLine {
  text: string;
  number: number;
}

/** A text without what was put around it. */
interface Undecorated {
  text: string;
  /** For each line its number in the text that was given; none where no line came or went. */
  numbers?: readonly number[];
}

/** Blanks of other widths, and signs that nobody sees: the whole text is searched for them once. */
const UNSEEN = /[\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060\u2066-\u2069\u3000\ufeff]/;
const WIDE_BLANK = /[\u00a0\u2000-\u200a\u202f\u3000]/g;
const NO_SIGN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Colors of a console, and what is left of them where their first sign was lost or written out. */
const COLOR =
  // oxlint-disable-next-line no-control-regex -- the escape sign of a console is meant
  /(?:\u001b|\\(?:u001[bB]|x1[bB]|e|033)|\^\[)\[[\d;]{0,20}[mK]|\[\d{1,3}(?:;\d{1,3}){0,4}m(?!\])/g;
const MAY_HAVE_COLOR = /\[[\d;]{0,20}[mK]/;

const LINE_END = /\r{0,2}\n|\r/g;

/** What stands before each of some lines in a row, and how many there are at least. */
interface Prefix {
  /** Its first group has to be the same in each line; with `counts`, a number that counts them. */
  form: RegExp;
  least: number;
  counts?: true;
  /** Whether what is behind it tells that it is none. */
  isNone?: (rests: readonly string[], share: number) => boolean;
  /** What stands at the end of the line for it. */
  end?: RegExp;
}

const PREFIXES: readonly Prefix[] = [
  { form: /^[ \t]{0,8}(?:>[ \t]?){1,10}/, least: 2 },
  { form: /^[ \t]{0,8}(?:\/\/|#|REM)(?:[ \t]|$)/, least: 4 },
  // The difference of two versions; not the boxes of dsregcmd.
  { form: /^\+(?!-{3})/, least: 4 },
  // Not a table.
  {
    form: /^[ \t]{0,4}[|│┃](?:[ \t]|$)/,
    least: 4,
    isNone: (rests) => !isMostly(rests, /^[^|│┃]*$/),
  },
  {
    form: /^[ \t]{0,8}(\d{1,6})(?:[:|│](?:[ \t]|$)| [|│](?:[ \t]|$)|\t|[ \t]{2}|$)/,
    least: 6,
    counts: true,
    // The numbered rows of a table stand below its head, the points of a list have a text before them.
    isNone: (_, share) => share < 0.8,
  },
  { form: /^(\[?[\w./-]{2,120}(?:\]|[ \t]{1,12}\|))(?:[ \t]|$)/, least: 4 },
  { form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6,9}Z(?: |$)/, least: 3 },
  { form: /^[ \t]{0,8}[-*•·][ \t]/, least: 6, isNone: (_, share) => share < 0.9 },
  { form: /^`(?=[^`]{1,4000}`$)/, least: 3, end: /`$/ },
];

/** How deep decorations are nested: a quote of a numbered log. */
const MOST_ROUNDS = 3;

/**
 * Takes off what mail, consoles, logs and tickets put around whole texts: colors, blanks of other widths, signs before each
 * line, line ends within a line, doubled ones.
 *
 * @param pasted Any text; the time grows linearly.
 */
export function undecorated(pasted: string): Undecorated {
  const value = textOfString(pasted);
  if (value !== undefined) {
    const { text } = undecorated(value);
    return { text, numbers: text.split('\n').map(() => 1) };
  }
  const seen = withoutUnseen(pasted);
  const markup = seen.includes('<') ? markupLines(seen) : undefined;
  const text = markup ? joinedText(markup) : seen;
  const { prefixed, isDoubled, isIndented, mayBeBroken } = shapeOf(text);
  if (!markup && !prefixed.length && !isDoubled && !isIndented && !mayBeBroken) return { text };
  const given = text.split('\n');
  const bare = withoutPrefixes(given, prefixed);
  const lines = bare.map((one, at): NumberedLine => ({
    text: one,
    number: markup?.[at]?.number ?? at + 1,
  }));
  const plain = joinedLines(withoutIndent(withoutDoubledEnds(lines)));
  if (!markup && bare === given && plain === lines) return { text };
  return {
    text: joinedText(plain),
    numbers:
      plain.length === lines.length && !markup ? undefined : plain.map(({ number }) => number),
  };
}

const joinedText = (lines: readonly NumberedLine[]) => lines.map(({ text }) => text).join('\n');

/** The text that a string of JSON holds, where somebody copied no more than that. */
function textOfString(text: string): string | undefined {
  if (!/^\s{0,20}"[^"]/.test(text) || !text.includes('\\n') || !/"\s{0,20}$/.test(text.slice(-21)))
    return;
  const value: unknown = parseJson(text.trim())?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Colors, blanks and line ends in the one form that readers know. */
function withoutUnseen(text: string): string {
  let plain = text;
  if (UNSEEN.test(plain)) plain = plain.replace(WIDE_BLANK, ' ').replace(NO_SIGN, '');
  if (MAY_HAVE_COLOR.test(plain)) plain = plain.replace(COLOR, '');
  return plain.includes('\r') ? plain.replace(LINE_END, '\n') : plain;
}

/** Takes off what stands before lines, one within the other; the same lines where nothing does. */
function withoutPrefixes(given: string[], prefixed: readonly number[]): string[] {
  const lines = [...given];
  const filled = prefixed.length ? given.filter((text) => text.trim()).length : 0;
  let isChanged = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const taken = PREFIXES.filter((prefix) => takePrefix(lines, prefixed, prefix, filled));
    if (!taken.length) break;
    isChanged = true;
  }
  return isChanged ? lines : given;
}

/**
 * Takes a prefix off each run of lines that have it. A blank line within a run may lack it.
 *
 * @param filled How many lines are not blank.
 * @returns Whether some had it.
 */
function takePrefix(
  lines: string[],
  prefixed: readonly number[],
  prefix: Prefix,
  filled: number,
): boolean {
  let isTaken = false;
  let free = 0;
  for (const at of prefixed) {
    if (at < free) continue;
    const run = runFrom(lines, at, prefix);
    if (!run) continue;
    free = run.at(-1)! + 1;
    if (run.length < prefix.least) continue;
    const rests = run.map((index) => lines[index]!.replace(prefix.form, ''));
    if (prefix.isNone?.(rests, run.length / filled)) continue;
    run.forEach((index, row) => {
      lines[index] = prefix.end ? rests[row]!.replace(prefix.end, '') : rests[row]!;
    });
    isTaken = true;
  }
  return isTaken;
}

/** Indexes of the lines from one on that have the prefix. */
function runFrom(
  lines: readonly string[],
  start: number,
  { form, counts }: Prefix,
): number[] | undefined {
  const first = form.exec(lines[start]!);
  if (!first) return;
  const run = [start];
  let key = first[1];
  for (let at = start + 1; at < lines.length; at++) {
    const text = lines[at]!;
    const match = form.exec(text);
    const wanted = counts ? Number(key) + 1 : key;
    if (match && (counts ? Number(match[1]) : match[1]) === wanted) {
      run.push(at);
      key = match[1];
    } else if (text.trim() || !lines[at - 1]!.trim()) break;
  }
  return run;
}

const isMostly = (texts: readonly string[], form: RegExp) =>
  texts.filter((text) => form.test(text)).length > texts.length / 2;

/** Fewer lines with a blank one behind each are paragraphs. */
const LEAST_DOUBLED = 12;

/** Takes out the blank line behind each line that some programs copy: two line ends where there was one. */
function withoutDoubledEnds(lines: NumberedLine[]): NumberedLine[] {
  let filled = 0;
  let together = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!lines[at]!.text.trim()) continue;
    filled++;
    if (at + 1 < lines.length && lines[at + 1]!.text.trim()) together++;
    if (together * 20 > Math.max(filled, LEAST_DOUBLED * 2)) return lines;
  }
  if (filled < LEAST_DOUBLED || together * 20 > filled) return lines;
  return lines.filter(({ text }, at) => text.trim() || !lines[at - 1]?.text.trim());
}

/** Takes off the blanks that every line begins with. */
function withoutIndent(lines: NumberedLine[]): NumberedLine[] {
  let common: string | undefined;
  for (const { text } of lines) {
    if (!text.trim()) continue;
    const indent = /^[ \t]{0,80}/.exec(text)![0];
    if (common === undefined) common = indent;
    while (!indent.startsWith(common)) common = common.slice(0, -1);
    if (!common) return lines;
  }
  if (!common) return lines;
  const { length } = common;
  return lines.map(({ text, number }) => ({ text: text.slice(length), number }));
}
