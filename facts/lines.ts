/** A line of a text, without what pasting put around it. */
export interface Line {
  /** Its number in the text that was given, from 1. Parts of one line share it. */
  number: number;
  text: string;
  /** What `pairOf` read from it. */
  pair?: readonly [label: string, value: string] | null;
}

/** Line ends, also those that a collector wrote as escapes, and HTML's. */
const INNER_BREAK = /\\r\\n|<br ?\/?>/;

/** Quote signs, comment signs and bullets before a line; not the boxes of dsregcmd, not `-TPM Version:`. */
const PREFIX =
  /^[ \t]{0,20}(?:>[ \t]?|\/\/[ \t]?|#{1,6}[ \t]?|REM[ \t]|[*•·-][ \t](?=[ \t]{0,8}[^\s<-])){1,6}/;

/** Tags that a page puts around a console output. */
const TAGS = /<\/?(?:pre|code|p|div|span|b|strong|em|i|td|tr|li|blockquote)(?: [^<>]{0,200})?>/gi;

/** Bold in Markdown, at the edges of words. Not the stars of a masked value, `9e0d-****-****`. */
const BOLD_START = /(?<![^\s|>(])\*\*(?=[^\s*])/g;
const BOLD_END = /(?<=[^\s*])\*\*(?![^\s|:.,)])/g;

const NAMED: Record<string, string> = {
  amp: '&',
  gt: '>',
  lt: '<',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const ENTITY = /&(?:(amp|gt|lt|quot|apos|nbsp)|#(\d{1,6})|#x([\da-f]{1,5}));/gi;

/** Undoes HTML's entities. A text without any is returned as it is. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, name: string, decimal: string, hex: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal ? +decimal : Number.parseInt(hex, 16);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

/** Blanks of other widths, and signs that nobody sees. */
const UNSEEN = /[\u00a0\u200b\u200e\u200f\u3000\ufeff]/;

/** What makes a line need more than its ends looked at. */
const SPECIAL = /[\u00a0\u200b\u200e\u200f\u3000\ufeff<`\\]|\*\*/;

/** What a line may begin with that was put before it: `>`, `#`, `/`, `*`, a bullet, a hyphen, `R` of `REM`. */
const PREFIX_STARTS = new Set(Array.from('>#/*•·-R', (sign) => sign.charCodeAt(0)));

/**
 * Cuts a text into lines and takes off what mail, Markdown, HTML and comments put around them. What stands in a line is
 * never joined with the next one.
 *
 * @param raw The lines of any text as they are; the time grows linearly.
 */
export function cleanLines(raw: readonly string[]): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < raw.length; at++) {
    const text = raw[at]!;
    if (!text) lines.push({ number: at + 1, text });
    else if (!SPECIAL.test(text)) lines.push({ number: at + 1, text: cleanLine(text, false) });
    else
      for (const part of text.split(INNER_BREAK))
        lines.push({ number: at + 1, text: cleanLine(part, true) });
  }
  return lines;
}

function cleanLine(raw: string, mayHoldMore: boolean): string {
  let text = raw;
  if (mayHoldMore && UNSEEN.test(text))
    text = text.replace(/[\u00a0\u3000]/g, ' ').replace(/[\u200b\u200e\u200f\ufeff]/g, '');
  let start = 0;
  while (start < text.length && text.charCodeAt(start) <= 32) start++;
  if (PREFIX_STARTS.has(text.charCodeAt(start))) text = text.replace(PREFIX, '');
  if (mayHoldMore) {
    if (text.includes('<')) text = text.replace(TAGS, '');
    if (text.includes('**')) text = text.replace(BOLD_START, '').replace(BOLD_END, '');
    if (text.includes('`')) text = text.replace(/`{1,3}/g, '');
    if (text.includes('\\')) text = text.replace(/\\(?=[*_<>#|[\]])/g, '');
  }
  return text.trimEnd();
}

/** Blanks and colons before a value. */
const BEFORE_VALUE = /^[\s:：]{1,20}/;

/**
 * @param text A line such as `   AzureAdPrt : YES`, or `KeySignTest: : PASSED`.
 * @returns Label and value without blanks around them; undefined where no colon stands near its start.
 */
export function labelAndValue(text: string): [label: string, value: string] | undefined {
  let colon = text.indexOf(':');
  if (colon < 0) colon = text.indexOf('：');
  if (colon < 1 || colon > 120) return;
  const label = text.slice(0, colon).trim();
  return label ? [label, text.slice(colon).replace(BEFORE_VALUE, '').trimEnd()] : undefined;
}

/** @returns `labelAndValue` of a line, which is read once for all readers. */
export function pairOf(line: Line): readonly [label: string, value: string] | undefined {
  if (line.pair === undefined) line.pair = labelAndValue(line.text) ?? null;
  return line.pair ?? undefined;
}

/** Dashes, blanks, and the signs of Markdown's tables. */
const DASHES = /^[\s|:-]{3,2000}$/;

/** @returns Whether a line is the row of dashes under the headings of a table. */
export function isDashes(text = ''): boolean {
  return text.includes('--') && text.length < 2000 && DASHES.test(text);
}
