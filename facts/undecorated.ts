import { withoutDrawing } from './drawn-tables';
import { joinedLines } from './joined-lines';
import { beginnings, beginsWith, indentOf } from './lines';
import { markupLines } from './plain-markup';
import { withoutSpeakers } from './spoken-lines';
import { withoutSheetEdges } from './spreadsheet-edges';
import { LONGEST_NAME, WIDEST_GAP, areEndsDoubled, shapeOf, type TextShape } from './text-shape';

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
/** The two that join letters or keep them apart belong to names in Arabic and Indian scripts. */
const NO_SIGN =
  /(?<![\u0600-\u109f])[\u200c\u200d]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Colors of a console, and what is left of them where their first sign was lost or written out. */
const COLOR =
  // oxlint-disable-next-line no-control-regex -- the escape sign of a console is meant
  /(?:\u001b|\\(?:u001[bB]|x1[bB]|e|033)|\^\[)\[[\d;]{0,20}[mK]|\[\d{1,3}(?:;\d{1,3}){0,4}m(?!\])/g;
const MAY_HAVE_COLOR = /\[[\d;]{0,20}[mK]/;

/** Dots that lead from a label to its colon: `Device Name . . . . : PC1`. */
const LEADERS = /^([ \t]{0,40}[A-Za-z][\w /-]{1,60}?)(?: ?\.){2,60} {0,3}:(?=\s)/gm;
const MAY_HAVE_LEADERS = /\. ?\. {0,3}:/;

/** The tags with which a forum marks what somebody quotes; without one that closes there is none. */
const FORUM_TAG = /\[\/?(?:quote|code)(?:=[^\][\n]{1,80})?\]/gi;
const MAY_HAVE_TAGS = /\[\/(?:quote|code)\]/i;

const LINE_END = /\r{0,2}\n|\r/g;

/** What stands before each of some lines in a row, and how many there are at least. */
interface Prefix {
  /** The signs that it begins with, behind blanks. */
  first: RegExp;
  /** Its first group has to be the same in each line; with `counts`, a number that counts them. */
  form: RegExp;
  least: number;
  counts?: true;
  /** Whether what is around it tells that it is none. */
  isNone?: (run: Run) => boolean;
  /** What stands at the end of the line for it. */
  end?: RegExp;
}

/** Lines in a row with the same prefix. */
interface Run {
  /** What is behind it in each line. */
  rests: readonly string[];
  /** How many of the lines of the text they are, from 0 to 1; blank lines and fences are no lines. */
  share: number;
  /** The line above and the one below. */
  above: string;
  below: string;
}

const PIPE = /[|│┃]/;

/** A number with a sign behind it, and one in a column of its own. */
const NUMBER = /^[ \t]{0,8}(\d{1,4})(?:[:|│](?:[ \t]|$)| [|│](?:[ \t]|$)|[ \t]{0,8}$)/;
const NUMBER_COLUMN = /^[ \t]{0,8}(\d{1,4})(?:\t|[ \t]{2}|$)/;

const CONTAINER = new RegExp(
  String.raw`^(\[[\w./-]{2,${LONGEST_NAME}}\]|[\w./-]{2,${LONGEST_NAME}}[ \t]{1,${WIDEST_GAP}}\|)(?:[ \t]|$)`,
);

const PREFIXES: readonly Prefix[] = [
  { first: />/, form: /^[ \t]{0,8}(?:>[ \t]?){1,10}/, least: 2 },
  { first: /[/#R]/, form: /^[ \t]{0,8}(?:\/\/|#|REM)(?:[ \t]|$)/, least: 4 },
  // The difference of two versions; not the boxes of dsregcmd.
  { first: /\+/, form: /^\+(?!-{3})/, least: 4 },
  // Not a table.
  {
    first: PIPE,
    form: /^[ \t]{0,4}[|│┃](?:[ \t]|$)/,
    least: 4,
    isNone: ({ rests }) => hasMostly(rests, PIPE),
  },
  // Not the first column of a table, nor the points of a list, which have a text before them.
  {
    first: /\d/,
    form: NUMBER,
    least: 6,
    counts: true,
    isNone: ({ rests, share, above }) =>
      share < 0.8 || PIPE.test(above) || hasMostly(rests, /^\s{0,80}[^\s|│┃][^|│┃]*[|│┃]/),
  },
  // Without a sign behind them, the numbers are those of lines only if each line has one, from the first on.
  {
    first: /\d/,
    form: NUMBER_COLUMN,
    least: 6,
    counts: true,
    isNone: ({ rests, share }) => share < 1 || hasMostly(rests, /\S(?:\t| {2,20})\S/),
  },
  // The names of several in a row are a column.
  {
    first: /[\w./[-]/,
    form: CONTAINER,
    least: 4,
    isNone: ({ rests, above, below }) =>
      PIPE.test(above) || CONTAINER.test(above) || CONTAINER.test(below) || hasMostly(rests, PIPE),
  },
  { first: /\d/, form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6,9}Z(?: |$)/, least: 3 },
  {
    first: /[-*•·]/,
    form: /^[ \t]{0,8}[-*•·][ \t]/,
    least: 6,
    isNone: ({ share }) => share < 0.9,
  },
  { first: /`/, form: /^`(?=[^`]{1,4000}`$)/, least: 3, end: /`$/ },
];

/** A line that fences code off in Markdown. */
const FENCE = /^\s{0,8}(?:`{3}|~{3})/;

/** How deep decorations are nested: a quote of a numbered log. */
const MOST_ROUNDS = 3;

/**
 * Takes off what mail, consoles, logs and tickets put around whole texts: colors, blanks of other widths, leading dots, signs
 * before each line, line ends within a line, doubled ones.
 *
 * @param pasted Any text; the time grows linearly.
 */
export function undecorated(pasted: string): Undecorated {
  const value = textOfString(pasted);
  if (value !== undefined) {
    const { text } = undecorated(value);
    const above = pasted.slice(0, pasted.indexOf('"')).match(LINE_END)?.length ?? 0;
    return { text, numbers: text.split('\n').map(() => above + 1) };
  }
  const seen = withoutUnseen(pasted);
  const markup = seen.includes('<') ? markupLines(seen) : undefined;
  const text = withoutSheetEdges(markup ? joinedText(markup) : seen);
  const shape = shapeOf(text);
  const given = markup || shape.prefixed.length ? text.split('\n') : undefined;
  const bare = given && withoutPrefixes(given, shape.prefixed);
  const bareText = bare === given ? text : bare!.join('\n');
  // What stood before the lines hid their shape.
  const left = bare === given ? shape : shapeOf(bareText);
  const steps = STEPS.filter(([sign]) => left[sign]);
  // Most texts keep their lines: nothing is made of them then.
  if (!steps.length && !markup) return { text: bareText };
  const lines = (bare ?? text.split('\n')).map((one, at): NumberedLine => ({
    text: one,
    number: markup?.[at]?.number ?? at + 1,
  }));
  const plain = steps.reduce((before, [, step]) => step(before), lines);
  if (plain === lines && !markup) return { text: bareText };
  return {
    text: joinedText(plain),
    numbers:
      plain.length === lines.length && !markup ? undefined : plain.map(({ number }) => number),
  };
}

/** What is done to lines of such a shape, one after the other; each step returns the same lines where it has nothing to do. */
const STEPS: readonly (readonly [
  sign: Exclude<keyof TextShape, 'prefixed'>,
  step: (lines: NumberedLine[]) => NumberedLine[],
])[] = [
  ['isDoubled', withoutDoubledEnds],
  ['isIndented', withoutIndent],
  ['mayBeSpoken', withoutSpeakers],
  ['mayBeDrawn', withoutDrawing],
  ['mayBeBroken', joinedLines],
];

const joinedText = (lines: readonly NumberedLine[]) => lines.map(({ text }) => text).join('\n');

/** The text that a string of JSON holds, where that is all that somebody copied. */
function textOfString(text: string): string | undefined {
  if (!/^\s{0,20}"[^"]/.test(text) || !text.includes('\\n') || !/"\s{0,20}$/.test(text.slice(-21)))
    return;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    // Cells in quotes, or prose that begins and ends with a quote.
    return undefined;
  }
}

/** Colors, blanks, leading dots and line ends in the one form that readers know. */
function withoutUnseen(text: string): string {
  let plain = text;
  if (UNSEEN.test(plain)) plain = plain.replace(WIDE_BLANK, ' ').replace(NO_SIGN, '');
  if (MAY_HAVE_COLOR.test(plain)) plain = plain.replace(COLOR, '');
  if (MAY_HAVE_LEADERS.test(plain)) plain = plain.replace(LEADERS, '$1 :');
  if (MAY_HAVE_TAGS.test(plain)) plain = plain.replace(FORUM_TAG, '');
  return plain.includes('\r') ? plain.replace(LINE_END, '\n') : plain;
}

/** Takes off what stands before lines, one within the other; the same lines where nothing does. */
function withoutPrefixes(given: string[], prefixed: readonly number[]): string[] {
  if (!prefixed.length) return given;
  const lines = [...given];
  let isChanged = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const filled = lines.reduce((sum, text) => (isFilled(text) ? sum + 1 : sum), 0);
    const starts = startsOf(lines, prefixed);
    const taken = PREFIXES.filter((prefix, which) =>
      takePrefix(lines, starts[which]!, prefix, filled),
    );
    if (!taken.length) break;
    isChanged = true;
  }
  return isChanged ? lines : given;
}

/** What a fence begins with. */
const FENCE_STARTS = beginnings('`~');

/** Whether a line is neither blank nor a fence. */
function isFilled(text: string): boolean {
  const indent = indentOf(text);
  if (indent === text.length) return false;
  return !beginsWith(FENCE_STARTS, text, indent) || !FENCE.test(text);
}

/** For each prefix the indexes of the lines that begin with its first sign. */
function startsOf(lines: readonly string[], prefixed: readonly number[]): number[][] {
  const starts = PREFIXES.map((): number[] => []);
  const prefixesOf = new Map<string, number[]>();
  for (const at of prefixed) {
    const sign = lines[at]!.trimStart().charAt(0);
    let found = prefixesOf.get(sign);
    if (!found) {
      found = PREFIXES.flatMap(({ first }, which) => (first.test(sign) ? which : []));
      prefixesOf.set(sign, found);
    }
    for (const which of found) starts[which]!.push(at);
  }
  return starts;
}

/**
 * Takes a prefix off each run of lines that have it. A blank line within a run may lack it.
 *
 * @param starts Indexes of the lines that begin with its first sign, ascending.
 * @param filled How many lines are neither blank nor a fence.
 * @returns Whether some had it.
 */
function takePrefix(
  lines: string[],
  starts: readonly number[],
  prefix: Prefix,
  filled: number,
): boolean {
  let isTaken = false;
  let free = 0;
  for (const at of starts) {
    if (at < free) continue;
    const run = runFrom(lines, at, prefix);
    if (!run) continue;
    free = run.at(-1)! + 1;
    if (run.length < prefix.least) continue;
    const rests = run.map((index) => lines[index]!.replace(prefix.form, ''));
    const above = lines[at - 1] ?? '';
    const below = lines[free] ?? '';
    if (prefix.isNone?.({ rests, share: run.length / filled, above, below })) continue;
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

const hasMostly = (texts: readonly string[], form: RegExp) =>
  texts.filter((text) => form.test(text)).length >= texts.length / 2;

/** Takes out the blank line behind each line that some programs copy: two line ends where there was one. */
function withoutDoubledEnds(lines: NumberedLine[]): NumberedLine[] {
  let filled = 0;
  let together = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!lines[at]!.text.trim()) continue;
    filled++;
    if (at + 1 < lines.length && lines[at + 1]!.text.trim()) together++;
  }
  if (!areEndsDoubled(filled, together)) return lines;
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
