import { LEAST_BROKEN, NARROWEST } from './text-shape';
import type { NumberedLine } from './undecorated';

/** The widest lines of mail programs and tickets that break them at a blank, in UTF-16 units. */
const WIDEST = 80;

/** A console breaks wider lines, too, and within a word: so many end at the very same column, one that consoles have. */
const CONSOLES: ReadonlySet<number> = new Set([79, 80, 100, 119, 120, 132, 140, 150, 160, 200]);
const WIDEST_CONSOLE = 200;
const LEAST_AT_EDGE = 3;

/** How a line begins that is no rest of the one above: a row, a tag, a point of a list, a prompt, a step of a stack. */
const BEGINNING =
  /^\s{0,80}(?:[+|<>{}[\]#*•-]|["'][\w.@-]{1,60}["']\s{0,9}:|[\p{L}][\p{L}\d .()/'_-]{0,50}\s{0,60}[:=](?:\s|$)|at\s\w|PS[ >]|[A-Z]:\\|\d{1,3}[.)]\s|-{2})/u;

/** How an entry of a log begins, within a string, too: a date or a time, an IP address, the address of a user. */
const ENTRY =
  /^\s{0,80}(?:\d{1,4}([./-]) ?\d{1,2}\1 ?\d{1,4}(?!\d)|\d{1,2}:\d\d|\d{1,2}\.? \p{L}{3,9}\.? \d{4}|(?:\p{L}{2,3},? )?\p{L}{3} {1,2}\d{1,2}(?:,? \d{4})?,? \d\d?:\d\d|\d{1,3}(?:\.\d{1,3}){3}(?!\d)|[\da-f]{0,4}:[\da-f]{0,4}:|[\w.+-]{1,64}@\w)/iu;

/** A console cut what did not fit. */
const CUT = /(?:\.{3}|…)\s{0,9}$/;

/** The rule below the head of a table. */
const RULE = /^\s{0,80}-{2,200}(?:\s{1,80}-{2,200}){1,40}\s{0,80}$/;

/** What tells one sign-in from another: a code, and whose it is. */
const MARK =
  /(?<=(?<![\w-])AADSTS|(?<![\w-]))\d{5,8}(?![\w-])|(?<!\w)0x[\da-f]{8}(?!\w)|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gi;

/** Two lines with the same number of them, at least two, are rows. */
const SEPARATORS = [/,/g, /;/g, /\S\s{2,80}(?=\S)/g];

/** A row of a table that was filled with blanks up to the edge, a rule, or what no console shows: tabs. */
const PADDED = /\s$|[-=_*]{9}|\t/;

/** A line of cells, a rule, a tag, the last row of an object, an address: what is below is no rest, or is glued to it. */
const NO_BREAK =
  /\t|\|| {3}\S.{0,200} {3}\S|[-=_*]{9}|^\s{0,80}<|[{}[\],;]$|https?:\/\/\S{1,240}$|^\s{0,80}\S{1,240}$/;

/**
 * Joins lines that a mail program, a ticket system or a console broke at its edge.
 *
 * @param lines Lines without what was put before them; the time grows linearly.
 * @returns The same lines where none was broken.
 */
export function joinedLines(lines: NumberedLine[]): NumberedLine[] {
  if (isTable(lines)) return lines;
  const edge = edgeOf(lines);
  if (edge)
    return joinedWhere(lines, '', (text, next, isWithinString) => {
      if (text.length !== edge || PADDED.test(text)) return false;
      return isWithinString || !BEGINNING.test(next);
    });
  const width = widthOf(lines);
  if (!width) return lines;
  return joinedWhere(lines, ' ', (text, next, isWithinString) => {
    // The word that was too long for the line.
    const word = next.trimStart().search(/\s|$/);
    if (text.length + 1 + word <= width) return false;
    return isWithinString || (!BEGINNING.test(next) && !NO_BREAK.test(text));
  });
}

/** Joins each line with the next one where that is its rest. */
function joinedWhere(
  lines: NumberedLine[],
  glue: string,
  isBroken: (text: string, next: string, isWithinString: boolean) => boolean,
): NumberedLine[] {
  const joined: NumberedLine[] = [];
  let parts: string[] = [];
  let isWithinString = false;
  let count = 0;
  const marks = new Set<string>();
  lines.forEach(({ text, number }, at) => {
    if (parts.length) parts.push(glue ? text.trimStart() : text);
    else {
      joined.push({ text, number });
      parts = [text];
      isWithinString = false;
    }
    if (hasOpenQuote(text)) isWithinString = !isWithinString;
    const next = lines[at + 1]?.text;
    for (const mark of text.match(MARK) ?? []) marks.add(mark);
    if (
      text.trim() &&
      next?.trim() &&
      isBroken(text, next, isWithinString) &&
      !isRow(text, next, isWithinString) &&
      !beginsAlike(parts[0]!, next) &&
      !hasOtherMark(next, marks)
    ) {
      count++;
      return;
    }
    if (parts.length > 1) joined.at(-1)!.text = parts.join(glue);
    parts = [];
    marks.clear();
  });
  return count < LEAST_BROKEN ? lines : joined;
}

/** Whether most lines have as many commas, semicolons or gaps as each other, or a rule stands below a head. */
function isTable(lines: readonly NumberedLine[]): boolean {
  const filled = lines.filter(({ text }) => text.trim());
  if (filled.some(({ text }) => RULE.test(text))) return true;
  return SEPARATORS.some((separator) => {
    const counts = new Map<number, number>();
    for (const { text } of filled) {
      const count = countOf(text, separator);
      counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return [...counts].some(([count, rows]) => count >= 2 && rows > filled.length / 2);
  });
}

/** Whether a line is no rest of the one above, whatever the width says. */
function isRow(text: string, next: string, isWithinString: boolean): boolean {
  if (CUT.test(text) || ENTRY.test(next) || beginsAlike(text, next)) return true;
  if (isWithinString || /"\s{0,9}:/.test(text)) return false;
  return SEPARATORS.some((separator) => {
    const count = countOf(text, separator);
    return count >= 2 && count === countOf(next, separator);
  });
}

/** Whether two lines begin with the same word, or both with a number, an id or an address. */
function beginsAlike(one: string, other: string): boolean {
  const first = firstWord(one);
  const second = firstWord(other);
  return first === second || (/\d/.test(first) && kindOf(first) === kindOf(second));
}

const firstWord = (text: string) => /\S{1,60}/.exec(text)?.[0] ?? '';

/** The signs of a word, each kind as one: `0xCAA20003` and `0x801c03f2` are alike. */
const kindOf = (word: string) =>
  word.replace(/[\p{L}\d]{1,60}/gu, (part) => (/\d/.test(part) ? '0' : 'a'));

const countOf = (text: string, separator: RegExp) => text.trim().match(separator)?.length ?? 0;

const hasOtherMark = (text: string, marks: ReadonlySet<string>) =>
  text.match(MARK)?.some((mark) => !marks.has(mark) && hasSameKind(mark, marks)) ?? false;

const hasSameKind = (mark: string, marks: ReadonlySet<string>) =>
  [...marks].some((one) => one.includes('@') === mark.includes('@'));

/** The column at which a console broke lines; undefined where it broke none. */
function edgeOf(lines: readonly NumberedLine[]): number | undefined {
  let longest = 0;
  let count = 0;
  for (const { text } of lines) {
    if (text.length > WIDEST_CONSOLE) return;
    if (text.length > longest) {
      longest = text.length;
      count = 0;
    }
    if (text.length === longest && !PADDED.test(text)) count++;
  }
  return CONSOLES.has(longest) && count >= LEAST_AT_EDGE ? longest : undefined;
}

/** The longest line that has a blank to break it at; undefined where nothing broke longer ones. */
function widthOf(lines: readonly NumberedLine[]): number | undefined {
  let width = 0;
  for (const { text } of lines) {
    if (text.length <= width || !/\S\s{1,80}\S/.test(text)) continue;
    if (text.length > WIDEST) return;
    width = text.length;
  }
  return width >= NARROWEST ? width : undefined;
}

/** Whether a line has an odd number of quotes, those behind a backslash left out. */
function hasOpenQuote(text: string): boolean {
  let isOpen = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1))
    if (text[at - 1] !== '\\') isOpen = !isOpen;
  return isOpen;
}
