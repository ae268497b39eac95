import type { Node } from 'jsonc-parser';

/** What no record nests deeper than; a parser that recurses must not be fed more. */
const DEEPEST = 64;

/** Longest value that is kept, in UTF-16 units. */
const LONGEST_VALUE = 20_000;

/** A key without quotes, and what parts it from its value: `ErrorCode=`, `errorCode: `, `error =>`. */
const BARE_KEY = /([\w$@][\w$@.-]{0,79})[ \t]{0,40}(?:=>|[:=])(?!\/\/)/y;

/** What parts a key in quotes from its value. */
const SEPARATOR = /\s{0,40}(?:=>|[:=])/y;

/** The end of the line behind a key, with neither a bracket nor a quote below it. */
const VALUE_BELOW = /[ \t]{0,40}\r?\n\s{0,200}(?![\s{[("'@])/y;

/** Behind a comma or semicolon: another key, so that a value may hold either sign. */
const NEXT_KEY =
  /[,;]\s{0,40}(?:\\{0,7}["'][^"'\\\n]{1,80}\\{0,7}["']|[\w$@][\w$@.-]{0,79})\s{0,9}[:=]/y;

/** Quotes with their backslashes, and the `b`, `u` and `r` of Python. */
const OPENING = /[bur]?(\\{0,15})(["'`])/y;

/** Node prints a long text in parts: `'…' +` and the next one in the line below. */
const GOES_ON = /\s{0,40}\+\s{0,40}(?=["'`])/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** An object that was read, and where it ends. */
interface ObjectText {
  /** As `jsonc-parser` makes it. */
  root: Node;
  /** Offset behind it. */
  end: number;
  /** The text ends before it does. */
  isCutOff: boolean;
}

/**
 * Reads an object in the notation of any program: JSON, also escaped inside of a text; Python's dictionary; JavaScript's
 * as a console prints it; PowerShell's `@{ErrorCode=50126; FailureReason=…}`.
 *
 * @param text A text that begins with its `{` or `[`; the time grows linearly with what is read of it.
 */
export function parseObject(text: string): ObjectText {
  const parser = new Parser(text);
  const root = parser.value(0) ?? { type: 'null', offset: 0, length: 0 };
  return { root, end: parser.at, isCutOff: parser.isCutOff };
}

class Parser {
  at = 0;
  isCutOff = false;

  constructor(private readonly text: string) {}

  value(depth: number, closing = ''): Node | undefined {
    this.skipBlanks();
    const { text, at } = this;
    const sign = text[at];
    if (sign === '@' && /[{(]/.test(text[at + 1] ?? '')) {
      this.at++;
      return this.value(depth, closing);
    }
    if (sign === '{' || sign === '[' || sign === '(') return this.group(depth, sign);
    return this.quoted() ?? this.bare(closing);
  }

  private group(depth: number, opening: string): Node | undefined {
    const offset = this.at++;
    const closing = opening === '{' ? '}' : opening === '[' ? ']' : ')';
    const children: Node[] = [];
    const isObject = opening === '{';
    if (depth > DEEPEST) {
      this.isCutOff = true;
      return undefined;
    }
    while (!this.isCutOff) {
      this.skipBetween();
      const sign = this.text[this.at];
      if (sign === undefined) this.isCutOff = true;
      else if (sign === closing) {
        this.at++;
        break;
      } else if (sign === ')') {
        this.at++;
      } else if (sign === '}' || sign === ']') {
        // Of another bracket: this one was never closed.
        break;
      } else {
        const before = this.at;
        const child = isObject ? this.member(depth) : this.value(depth + 1, closing);
        if (child) children.push(child);
        // Nothing that a value may be is passed over, so that the reading goes on.
        if (this.at === before) this.at++;
      }
    }
    const members = children.filter(({ type }) => type === 'property');
    const node = { offset, length: this.at - offset };
    return members.length
      ? { ...node, type: 'object', children: members }
      : { ...node, type: 'array', children };
  }

  /** `key: value`; a value alone in a set, such as PowerShell's `{a, b}`. */
  private member(depth: number): Node | undefined {
    const offset = this.at;
    const key = this.key();
    if (!key) return this.value(depth + 1, '}');
    const value = this.valueOfKey(depth + 1) ?? { type: 'string', offset, length: 0, value: '' };
    return { type: 'property', offset, length: this.at - offset, children: [key, value] };
  }

  /** What stands in the next line is the value of a key only where its bracket or quote says so. */
  private valueOfKey(depth: number): Node | undefined {
    VALUE_BELOW.lastIndex = this.at;
    return VALUE_BELOW.test(this.text) ? undefined : this.value(depth);
  }

  private key(): Node | undefined {
    const offset = this.at;
    BARE_KEY.lastIndex = offset;
    const bare = BARE_KEY.exec(this.text);
    if (bare) {
      this.at = BARE_KEY.lastIndex;
      return { type: 'string', offset, length: bare[1]!.length, value: bare[1]! };
    }
    const quoted = this.quoted();
    if (!quoted) return;
    SEPARATOR.lastIndex = this.at;
    if (!SEPARATOR.test(this.text)) {
      this.at = offset;
      return;
    }
    this.at = SEPARATOR.lastIndex;
    return quoted;
  }

  private quoted(): Node | undefined {
    const offset = this.at;
    let value = '';
    do {
      OPENING.lastIndex = this.at;
      const opening = OPENING.exec(this.text);
      if (!opening) break;
      this.at = OPENING.lastIndex;
      value += this.untilQuote(opening[2]!, opening[1]!.length);
      GOES_ON.lastIndex = this.at;
    } while (!this.isCutOff && GOES_ON.test(this.text) && (this.at = GOES_ON.lastIndex));
    if (this.at === offset) return;
    return { type: 'string', offset, length: this.at - offset, value };
  }

  /**
   * What stands up to the quote that closes: the one behind as many backslashes as the one that opened. Within a text that
   * was escaped once, a quote of the value has three of them.
   */
  private untilQuote(quote: string, level: number): string {
    const { text } = this;
    const start = this.at;
    for (let at = start; at < text.length; at++) {
      const sign = text[at];
      if (sign === '\n' && quote !== '`') {
        // A string ends with its line, so that one stray quote does not turn the rest inside out.
        this.at = at;
        return unescaped(text.slice(start, at), level);
      }
      if (sign === '\\') {
        let end = at;
        while (text[end] === '\\') end++;
        const count = end - at;
        if (text[end] === quote && isClosing(count, level)) {
          this.at = end + 1;
          return unescaped(text.slice(start, end - level), level);
        }
        at = end - 1 + (text[end] === quote ? 1 : 0);
      } else if (sign === quote && level === 0) {
        this.at = at + 1;
        return unescaped(text.slice(start, at), level);
      }
    }
    this.isCutOff = true;
    this.at = text.length;
    return unescaped(text.slice(start), level);
  }

  /**
   * A word or number; up to the end of its line, or to what parts it from the next key.
   *
   * @param closing The bracket that ends the list that it is an item of; none for the value of a key.
   */
  private bare(closing: string): Node | undefined {
    const { text } = this;
    const offset = this.at;
    let at = offset;
    for (; at < text.length; at++) {
      const sign = text[at]!;
      if (ENDS_BARE.has(sign) || sign === closing) break;
      if (sign === '(') {
        // `datetime(2026, 3, 2)`
        const end = text.slice(at, at + 200).indexOf(')');
        if (end > 0) at += end;
      } else if (sign === ',' || sign === ';') {
        if (closing || !isText(text.charCodeAt(at + 1))) break;
        NEXT_KEY.lastIndex = at;
        if (NEXT_KEY.test(text)) break;
      }
    }
    this.at = at;
    if (at >= text.length) this.isCutOff = true;
    const value = text.slice(offset, Math.min(at, offset + LONGEST_VALUE)).trim();
    if (!value) return;
    const node = { offset, length: at - offset };
    if (/^(?:null|None|undefined|nil)$/.test(value)) return { ...node, type: 'null' };
    if (/^-?\d{1,15}$/.test(value)) return { ...node, type: 'number', value: +value };
    return { ...node, type: 'string', value };
  }

  private skipBlanks(): void {
    while (isBlank(this.text.charCodeAt(this.at))) this.at++;
  }

  /** Blanks, and what parts values. */
  private skipBetween(): void {
    for (;;) {
      this.skipBlanks();
      const sign = this.text[this.at];
      if (sign !== ',' && sign !== ';') return;
      this.at++;
    }
  }
}

const ENDS_BARE: ReadonlySet<string> = new Set(['\n', '\r', '}', ']', '{']);

const isBlank = (sign: number) => sign === 32 || (sign > 8 && sign < 14) || sign === 0xa0;

/** Whether a text goes on behind a comma: not at the end of a line. */
const isText = (sign: number) => sign > 31;

/**
 * Whether a quote behind `count` backslashes closes a string that opened behind `level`. `n` backslashes of the plain
 * text are `n * (level + 1) + level` here, and before an odd one the quote is part of the text.
 */
function isClosing(count: number, level: number): boolean {
  const plain = (count - level) / (level + 1);
  return plain >= 0 && plain % 2 === 0;
}

/** Undoes the escapes of a string that was escaped `level` times before. */
function unescaped(text: string, level: number): string {
  let plain = text.slice(0, LONGEST_VALUE);
  for (let rest = level; plain.includes('\\'); rest = (rest - 1) / 2) {
    plain = plain.replace(
      /\\(?:u([\da-f]{4})|([\s\S]))/gi,
      (_, hex: string | undefined, sign: string) =>
        hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES[sign] ?? sign),
    );
    if (rest < 1) break;
  }
  return plain;
}
