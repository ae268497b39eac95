import { remembering } from './remembering';

/**
 * Signs that may stand in a line, as bits. Readers ask them before they search a line: most lines of a long text lack what
 * a reader looks for.
 */
export const SIGN = {
  colon: 1,
  digit: 2,
  /** A pipe or a tab. */
  cell: 4,
  /** A comma or a semicolon. */
  comma: 8,
  hyphen: 16,
  equals: 32,
  /** `<` */
  tag: 64,
  /** `>` or `+` */
  prompt: 128,
  /** `[` */
  bracket: 256,
  /** A star, backtick or backslash. */
  markdown: 512,
  quote: 1024,
  letter: 2048,
  /** Anything beyond ASCII. */
  wide: 4096,
  /** A slash or a number sign. */
  slash: 8192,
} as const;

/** All of them together. */
export const EVERY_SIGN = 0x3fff;

const SIGNS = new Uint16Array(128);
for (const [sign, ascii] of [
  ['colon', ':'],
  ['digit', '0123456789'],
  ['cell', '|\t'],
  ['comma', ',;'],
  ['hyphen', '-'],
  ['equals', '='],
  ['tag', '<'],
  ['prompt', '>+'],
  ['bracket', '['],
  ['markdown', '*`\\'],
  ['quote', '"'],
  ['slash', '/#'],
  ['letter', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
] as const)
  for (const one of ascii) SIGNS[one.charCodeAt(0)] = SIGN[sign];

const LINE_FEED = 10;
const BLANK = 32;
const TAB = 9;

/** A longer line is no heading, and no row of a word. */
const LONGEST_COMMON = 160;

/** So many lines that differ, of which hardly one came again: the rest of the text shares none either. */
const MOST_COMMON = 5000;

/** As many with digits of which hardly one came again: they tell one output from the next in most texts. */
const MOST_NUMBERED = 500;

/** @returns The lines of a text as they are, each with the signs that stand in it. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  // An object, as in `remembering`.
  let common: Record<string, LineText> | undefined = Object.create(null);
  let distinct = 0;
  let shared = 0;
  let numbered = 0;
  let sharedNumbered = 0;
  const { length } = text;
  let feed = offsetOf(text, '\n', 0);
  let carriage = offsetOf(text, '\r', 0);
  for (let start = 0; ;) {
    const end = Math.min(feed, carriage);
    const own = text.slice(start, end);
    let form = common && end - start < LONGEST_COMMON ? common[own] : undefined;
    if (form) {
      shared++;
      if (form.has(SIGN.digit)) sharedNumbered++;
      form.share();
    } else {
      const signs = signsOf(own);
      form = new LineText(own, signs);
      const isNumbered = (signs & SIGN.digit) !== 0;
      const mayCome = !isNumbered || numbered < MOST_NUMBERED || sharedNumbered > numbered / 2;
      if (common && mayCome && end - start < LONGEST_COMMON) {
        if (isNumbered) numbered++;
        common[own] = form;
        if (++distinct === MOST_COMMON) {
          common = shared < distinct ? undefined : Object.create(null);
          distinct = shared = 0;
        }
      }
    }
    lines.push(new Line(lines.length + 1, form, start));
    if (end === length) return lines;
    start = end + (carriage + 1 === feed && feed < length ? 2 : 1);
    if (feed < start) feed = offsetOf(text, '\n', start);
    if (carriage < start) carriage = offsetOf(text, '\r', start);
  }
}

/** Where a sign stands; behind the end of the text where it does not. */
function offsetOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

function signsOf(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    signs |= code < 128 ? SIGNS[code]! : SIGN.wide;
  }
  return signs;
}

/** @returns How many blanks and tabs a text begins with. */
export function indentOf(text: string): number {
  const { length } = text;
  let indent = 0;
  for (; indent < length; indent++) {
    const code = text.charCodeAt(indent);
    if (code !== BLANK && code !== TAB) break;
  }
  return indent;
}

/** ASCII characters that a line may begin with, by their numbers. */
type Beginnings = Uint8Array;

/** @param letters Each ASCII; letters count in either case. */
export function beginnings(letters: string): Beginnings {
  const known = new Uint8Array(128);
  for (const letter of letters.toLowerCase() + letters.toUpperCase())
    known[letter.charCodeAt(0)] = 1;
  return known;
}

/** @returns Whether one of the beginnings stands at an offset of a text. */
export function beginsWith(known: Beginnings, text: string, at = 0): boolean {
  if (at >= text.length) return false;
  const first = text.charCodeAt(at);
  return first < 128 && known[first] === 1;
}

/** What stands before and behind the colon of a line, without blanks around it. */
export interface Pair {
  label: string;
  value: string;
}

/**
 * What a line says, wherever it stands. A log has the same lines again and again, headings and rows such as `AzureAdPrt :
 * NO`: those of one text share it, and with it what was found in it.
 */
export class LineText {
  private foundPair?: Pair | null;
  /** What was asked of it, by the number of the question; nothing is kept of a text that stands in one line alone. */
  private answers?: unknown[];

  /**
   * @param signs Bits of `SIGN`: what is not among them does not stand in it.
   * @param indent How many blanks and tabs it begins with.
   */
  constructor(
    readonly text: string,
    readonly signs: number,
    readonly indent = indentOf(text),
  ) {}

  /** Another line says the same: what is asked of it from now on is kept. */
  share(): void {
    this.answers ??= [];
  }

  /**
   * @param signs What stands in it beside the signs of the whole.
   * @returns A part of it, which is as common as the whole.
   */
  part(text: string, signs = 0): LineText {
    const part = new LineText(text, this.signs | signs);
    if (this.answers) part.share();
    return part;
  }

  /** @returns Whether one of these signs may stand in it. */
  has(signs: number): boolean {
    return (this.signs & signs) !== 0;
  }

  /**
   * @returns Whether the first character that is no blank is one of some. Most lines can be told by it from those that a
   * reader looks for.
   */
  begins(known: Beginnings): boolean {
    return beginsWith(known, this.text, this.indent);
  }

  /** Label and value, as `labelAndValue` reads them, or as the two cells of a row. */
  get pair(): Pair | undefined {
    if (this.foundPair === undefined) this.foundPair = this.findPair() ?? null;
    return this.foundPair ?? undefined;
  }

  /** @returns What is found in it; of a common text it is found once. */
  ask<Answer>(question: Question<Answer>): Answer {
    const { answers } = this;
    if (!answers) return question.find(this);
    const known = answers[question.number];
    if (known !== undefined) return known === NOTHING ? (undefined as Answer) : (known as Answer);
    const answer = question.find(this);
    answers[question.number] = answer === undefined ? NOTHING : answer;
    return answer;
  }

  private findPair(): Pair | undefined {
    if (this.signs & SIGN.cell) {
      const cells = this.text.startsWith('|') ? twoCellsOf(this.text) : partedByPipe(this.text);
      if (cells) return cells;
    }
    return this.signs & (SIGN.colon | SIGN.wide)
      ? labelAndValue(this.text, this.indent)
      : undefined;
  }
}

/** The answer that nothing is there. */
const NOTHING = Symbol('nothing');

/** What readers ask of the text of a line, whatever stands around it. */
export class Question<Answer> {
  private static count = 0;
  readonly number = Question.count++;

  /** @param find A function without side effects. Nobody may change what it returns. */
  constructor(readonly find: (line: LineText) => Answer) {}
}

/** A line of a text, as it is or without what pasting put around it. What several readers ask of it is found once. */
export class Line {
  /**
   * @param number Its number in the text that was given, from 1. Parts of one line share it.
   * @param form What it says.
   * @param start Offset of the whole line in the text, in UTF-16 units.
   */
  constructor(
    readonly number: number,
    readonly form: LineText,
    readonly start: number,
  ) {}

  /** @returns A line of which nothing is known but its text. */
  static of(number: number, text: string): Line {
    return new Line(number, new LineText(text, EVERY_SIGN), 0);
  }

  get text(): string {
    return this.form.text;
  }

  get signs(): number {
    return this.form.signs;
  }

  get indent(): number {
    return this.form.indent;
  }

  get pair(): Pair | undefined {
    return this.form.pair;
  }

  /**
   * @param signs What stands in it beside the signs of the whole line.
   * @returns A part of this line.
   */
  part(text: string, signs = 0): Line {
    return new Line(this.number, new LineText(text, this.signs | signs), this.start);
  }

  /** @returns What of this line was found in its text. */
  of(form: LineText): Line {
    return form === this.form ? this : new Line(this.number, form, this.start);
  }

  /** @returns The same line with nothing in it: another reader has it. */
  emptied(): Line {
    return new Line(this.number, EMPTY, this.start);
  }

  has(signs: number): boolean {
    return this.form.has(signs);
  }

  begins(known: Beginnings): boolean {
    return this.form.begins(known);
  }

  ask<Answer>(question: Question<Answer>): Answer {
    return this.form.ask(question);
  }
}

const EMPTY = new LineText('', 0, 0);

/** Line ends, also those that a collector wrote as escapes, and HTML's. */
const INNER_BREAK = /\\r\\n|<br ?\/?>|<\/(?:tr|p|div|li)>(?=.)/;

/** Quote signs, comment signs and bullets before a line; not the boxes of dsregcmd, not `-TPM Version:`. */
const PREFIX =
  /^[ \t]{0,20}(?:>[ \t]?|\/\/[ \t]?|#{1,6}[ \t]?|REM[ \t]|[*•·-][ \t](?=[ \t]{0,8}[^\s<-])){1,6}/;

/** Tags that a page puts around a console output. */
const TAGS =
  /<\/?(?:pre|code|p|div|span|b|strong|em|i|t[dhr]|table|tbody|li|[ou]l|blockquote)(?: [^<>]{0,200})?>/gi;

/** What parts two cells. */
const CELL_END = /^<\/t[dh]/i;

/** Bold in Markdown, at the edges of words. Not the stars of a masked value, `9e0d-****-****`. */
const BOLD_START = /(?<![^\s|>(])\*\*(?=[^\s*])/g;
const BOLD_END = /(?<=[^\s*])\*\*(?![^\s|:.,)])/g;

const NAMED: Record<string, string> = Object.assign(Object.create(null), {
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"',
  apos: "'",
  nbsp: ' ',
});

const ENTITY = /&(?:(amp|gt|lt|quot|apos|nbsp)|#(\d{1,6})|#x([\da-f]{1,5}));/iy;

/** Undoes HTML's entities. A text without any is returned as it is. */
export function withoutEntities(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at)) {
    ENTITY.lastIndex = at;
    const match = ENTITY.exec(text);
    if (match) {
      parts.push(text.slice(end, at), signOf(match));
      at = end = ENTITY.lastIndex;
    } else at++;
  }
  // Joined at once: a string that was added up is slow to walk through.
  return end ? [...parts, text.slice(end)].join('') : text;
}

const NO_BREAK = 0xa0;

/** What an entity stands for; a blank for a control character. */
function signOf([, name, decimal, hex = '']: RegExpExecArray): string {
  if (name) return NAMED[name.toLowerCase()]!;
  const code = decimal ? +decimal : Number.parseInt(hex, 16);
  // A line end within a value: the form of one that a line is parted at, since the lines are counted before.
  if (code === LINE_FEED) return '\\r\\n';
  // A sign of no width.
  if (code === 0x200b || code === 0xfeff) return '';
  return code > 31 && code !== NO_BREAK && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** What a line may begin with that was put before it: `>`, `#`, `/`, `*`, a hyphen, `R` of `REM`; a bullet is wide. */
const PREFIX_STARTS = beginnings('>#/*-R');

/** Whether the first character that is no blank may be that of a prefix. */
function mayHavePrefix(text: string): boolean {
  const indent = indentOf(text);
  return beginsWith(PREFIX_STARTS, text, indent) || text.charCodeAt(indent) > 127;
}

/** Signs of what stands within a line and does not belong to it. */
const UNCLEAN = SIGN.wide | SIGN.tag | SIGN.markdown;

/**
 * Takes off what mail, Markdown, HTML and comments put around lines. What stands in a line is never joined with the next.
 *
 * @param raw The lines of any text; the time grows linearly.
 */
export function cleanLines(raw: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (const line of raw) {
    const { form } = line;
    if (form.has(UNCLEAN) || form.begins(PREFIX_STARTS))
      for (const part of form.ask(CLEAN_PARTS)) lines.push(line.of(part));
    else lines.push(endsInBlank(form.text) ? line.of(form.ask(TRIMMED)) : line);
  }
  return lines;
}

function endsInBlank(text: string): boolean {
  return text !== '' && text.charCodeAt(text.length - 1) <= BLANK;
}

const TRIMMED = new Question((line) => line.part(line.text.trimEnd()));

/** The parts of a line, each without what was put around it. Cells of HTML are parted by tabs then. */
const CLEAN_PARTS = new Question((line): readonly LineText[] =>
  partsOf(line).map((part) => {
    const clean = cleanLine(part, line.signs);
    return clean === line.text ? line : line.part(clean, line.signs & SIGN.tag && SIGN.cell);
  }),
);

function partsOf({ text }: LineText): string[] {
  return INNER_BREAK.test(text) ? text.split(INNER_BREAK) : [text];
}

function cleanLine(raw: string, signs: number): string {
  let text = mayHavePrefix(raw) ? raw.replace(PREFIX, '') : raw;
  if (signs & SIGN.tag) text = text.replace(TAGS, (tag) => (CELL_END.test(tag) ? '\t' : ''));
  if (signs & SIGN.markdown) {
    if (text.includes('**')) text = text.replace(BOLD_START, '').replace(BOLD_END, '');
    if (text.includes('`')) text = text.replace(/`{1,3}/g, '');
    if (text.includes('\\')) text = text.replace(/\\(?=[*_<>#|[\]])/g, '');
  }
  return text.trimEnd();
}

/** @returns The cells of a row of a Markdown table that has two: a table of labels and values. */
function twoCellsOf(text: string): Pair | undefined {
  const second = text.indexOf('|', 1);
  if (second < 0) return;
  const third = text.indexOf('|', second + 1);
  if (third > 0 && text.slice(third + 1).trim()) return;
  const label = text.slice(1, second);
  if (!/\p{L}/u.test(label)) return;
  const value = text.slice(second + 1, third < 0 ? text.length : third);
  return { label: label.trim(), value: value.trim() };
}

/** A longer one before a pipe is no label, in UTF-16 units. */
const LONGEST_BEFORE_PIPE = 60;

/** @returns Label and value of a row that a pipe alone parts: `IP address | 203.0.113.7`. */
function partedByPipe(text: string): Pair | undefined {
  const at = text.indexOf(' | ');
  if (at < 1 || at > LONGEST_BEFORE_PIPE || text.includes('|', at + 3)) return;
  const label = text.slice(0, at).trim();
  if (label.includes(':') || !/^\p{L}/u.test(label)) return;
  return { label, value: text.slice(at + 3).trim() };
}

/**
 * @param text A line such as `   AzureAdPrt : YES`, or `KeySignTest: : PASSED`.
 * @param indent How far it is set in, where that is known.
 * @returns Label and value without blanks around them; undefined where no colon stands near its start.
 */
export function labelAndValue(text: string, indent = 0): Pair | undefined {
  let colon = text.indexOf(':');
  if (colon < 0) colon = text.indexOf('：');
  if (colon < 1 || colon > 120) return;
  let from = indent;
  while (from < colon && isBlankOrColon(text.charCodeAt(from))) from++;
  if (from >= colon) return;
  let to = colon;
  while (isBlankOrColon(text.charCodeAt(to - 1))) to--;
  // Of the colon and blanks before the value, twenty at most.
  const most = Math.min(colon + 20, text.length);
  let start = colon;
  while (start < most && isBlankOrColon(text.charCodeAt(start))) start++;
  const value = text.slice(start);
  return {
    label: label(text.slice(from, to)),
    value: value && isBlankOrColon(value.charCodeAt(value.length - 1)) ? value.trimEnd() : value,
  };
}

/** The same label is the same string each time, so that tables find it at once. */
const label = remembering((text) => text);

const COLON = 58;
const WIDE_COLON = 0xff1a;

function isBlankOrColon(sign: number): boolean {
  if (sign < 128) return sign === 32 || sign === COLON || (sign > 8 && sign < 14);
  return sign === WIDE_COLON || /\s/.test(String.fromCharCode(sign));
}

/** `[PC1]: PS C:\Users\ana>`, `PS /home/ana>`, `PS>`, `C:\>`, also where Markdown took its backslash; no `C: a -> b`. */
const PROMPT =
  /^\s{0,20}(?:\[[^\]]{1,60}\]: ?)?(?:(?:PS )?[A-Z]:(?![ \t])\\?[^>|]{0,200}|PS ?(?:[~/][^>|]{0,200})?)(?<! [-=])>/i;

/** @returns Whether a line begins with the prompt of a console, behind which another command stands. */
export function isPrompt(line: Line): boolean {
  return line.has(SIGN.prompt) && line.ask(IS_PROMPT);
}

const IS_PROMPT = new Question(({ text }) => PROMPT.test(text));

/** Dashes, blanks, and the signs of Markdown's tables. */
const DASHES = /^[\s|:-]{3,2000}$/;

const DASHES_STARTS = beginnings('-|:');

/** @returns Whether a line is the row of dashes under the headings of a table. */
export function isDashes(line: Line | undefined): boolean {
  if (!line?.has(SIGN.hyphen) || !line.begins(DASHES_STARTS)) return false;
  const { text } = line;
  return text.length < 2000 && DASHES.test(text) && text.includes('--');
}
