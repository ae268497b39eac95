/** What the lines of a text look like, so that nothing is done to most texts. */
export interface TextShape {
  /** Indexes of the lines that begin with signs that may have been put before them; none where no two stand in a row. */
  prefixed: readonly number[];
  /** Hardly a line stands right below another one. */
  isDoubled: boolean;
  /** The first line is set in. */
  isIndented: boolean;
  /** Some lines may be the rules of drawn tables. */
  mayBeDrawn: boolean;
  /** A line with a time stands above one without: what somebody said in a chat. */
  mayBeSpoken: boolean;
  /** No line is longer than one that was broken at an edge, and some come near one. */
  mayBeBroken: boolean;
}

const LINE_FEED = 10;
const TAB = 9;
const BLANK = 32;
const PIPE = 124;

/** ASCII signs that are put before lines; all wider ones count. */
const PREFIX_SIGNS = new Uint8Array(128);
for (const sign of '>/#R|0123456789[-*`') PREFIX_SIGNS[sign.charCodeAt(0)] = 1;

/** A plus begins the boxes of dsregcmd, too. */
const PLUS = 43;
const HYPHEN = 45;
const COLON = 58;
const EQUALS = 61;

/** How far a sign stands at most behind the start of its line. */
const LONGEST_INDENT = 80;

/** The longest name of a container, and how many blanks stand at most between it and its pipe. */
export const LONGEST_NAME = 60;
export const WIDEST_GAP = 12;

/** Fewer lines with a blank one behind each are paragraphs. */
const LEAST_DOUBLED = 12;

/** A longer line with two words was not broken; the word is looked for in so many signs of it. */
const WIDEST = 200;

/** A shorter line was not broken either, and neither were few. */
export const NARROWEST = 62;
export const LEAST_BROKEN = 3;

/** @returns The shape of a text; its lines are looked at by their beginnings and lengths only. */
export function shapeOf(text: string): TextShape {
  const prefixed: number[] = [];
  let filled = 0;
  let together = 0;
  let near = 0;
  let wasFilled = false;
  let wasPrefixed = false;
  let isInARow = false;
  let isIndented = false;
  let isWide = false;
  let mayBeDrawn = false;
  let mayBeSpoken = false;
  let wasStamped = false;
  for (let start = 0, line = 0; start <= text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const at = firstSign(text, start, end);
    const isFilled = at < end;
    if (isFilled) {
      if (!filled) isIndented = at > start;
      filled++;
      if (wasFilled) together++;
      const isPrefixed = mayBePrefix(text, at, end);
      if (isPrefixed) prefixed.push(line);
      isInARow ||= isPrefixed && wasPrefixed;
      wasPrefixed = isPrefixed;
      mayBeDrawn ||= mayBeRule(text, at, end);
      const isStamped = isPrefixed && beginsWithTime(text, at);
      mayBeSpoken ||= wasStamped && wasFilled && !isStamped;
      wasStamped = isStamped;
      const width = end - start;
      if (width >= NARROWEST && !isBox(text, at)) near++;
      if (width > WIDEST) isWide ||= !isWord(text, at);
    }
    wasFilled = isFilled;
    start = end + 1;
  }
  return {
    prefixed: isInARow ? prefixed : [],
    isDoubled: areEndsDoubled(filled, together),
    isIndented,
    mayBeDrawn,
    // What stands together shows where blank lines are gone only.
    mayBeSpoken: mayBeSpoken || areEndsDoubled(filled, together),
    mayBeBroken: near >= LEAST_BROKEN && !isWide,
  };
}

/**
 * @param filled How many lines are not blank.
 * @param together How many of them stand right below another one.
 * @returns Whether a blank line was put behind each line.
 */
export const areEndsDoubled = (filled: number, together: number) =>
  filled >= LEAST_DOUBLED && together * 20 <= filled;

const isBox = (text: string, at: number) =>
  text.charCodeAt(at) === PIPE || text.charCodeAt(at) === PLUS;

/** What stands before the colon of a time: digits, what parts them, an open bracket. */
const OF_DATE = new Uint8Array(128);
for (const sign of '[(0123456789./-, T') OF_DATE[sign.charCodeAt(0)] = 1;

/** How far behind its start the colon of a line's time stands at most. */
const LONGEST_DATE = 24;

function beginsWithTime(text: string, at: number): boolean {
  let next = at;
  while (next < at + LONGEST_DATE && OF_DATE[text.charCodeAt(next)] === 1) next++;
  return next > at && text.charCodeAt(next) === COLON;
}

/** Whether a line may be the rule of a table with columns: it begins with what draws one, and parts them. */
function mayBeRule(text: string, at: number, end: number): boolean {
  const sign = text.charCodeAt(at);
  // Signs that draw boxes stand from U+2500 to U+257F.
  if (sign >> 7 === 0x4a) return true;
  if (sign !== PLUS && sign !== PIPE && sign !== HYPHEN && sign !== COLON) return false;
  const next = text.charCodeAt(at + 1);
  if (sign === PIPE) {
    // The headings of dsregcmd stand between pipes, too.
    const first = next === BLANK ? text.charCodeAt(at + 2) : next;
    return first === HYPHEN || first === COLON || first === EQUALS;
  }
  if (next !== HYPHEN && next !== EQUALS) return sign === HYPHEN && text[at + 1] === '[';
  return /[+|].*[-=]/.test(text.slice(at + 1, Math.min(end, at + LONGEST_RULE)));
}

/** A first column that is wider is none. */
const LONGEST_RULE = 1000;

/** Offset of the first sign of a line that is no blank; its end where there is none. */
function firstSign(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const sign = text.charCodeAt(at);
    if (sign !== BLANK && sign !== TAB) return at;
    if (at - start > LONGEST_INDENT) return at;
  }
  return end;
}

function mayBePrefix(text: string, at: number, end: number): boolean {
  const sign = text.charCodeAt(at);
  if (sign > 127) return true;
  if (sign === PLUS) return text.charCodeAt(at + 1) !== HYPHEN;
  return PREFIX_SIGNS[sign] === 1 || isNameOfContainer(text, at, end);
}

/** Whether a name with a pipe behind it begins the line: `app-1  | …`. */
function isNameOfContainer(text: string, at: number, end: number): boolean {
  const longest = Math.min(end, at + LONGEST_NAME);
  let next = at;
  while (next < longest && text.charCodeAt(next) > BLANK) next++;
  const widest = Math.min(end, next + WIDEST_GAP);
  while (next < widest && text.charCodeAt(next) === BLANK) next++;
  return text.charCodeAt(next) === PIPE;
}

/** Whether a long line begins with one word of more than its width. */
function isWord(text: string, at: number): boolean {
  for (let next = at; next < at + WIDEST; next++) {
    const sign = text.charCodeAt(next);
    if (sign === BLANK || sign === LINE_FEED) return false;
  }
  return true;
}
