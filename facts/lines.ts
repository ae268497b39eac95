/** A line of a text, without what pasting put around it. */
export interface Line {
  /** Its number in the text that was given, from 1. Parts of one line share it. */
  number: number;
  text: string;
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

/**
 * Cuts a text into lines and takes off what mail, Markdown, HTML and comments put around them. What stands in a line is
 * never joined with the next one.
 *
 * @param text Any text; the time grows linearly.
 */
export function cleanLines(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    number++;
    if (!raw) {
      lines.push({ number, text: '' });
      continue;
    }
    const parts = INNER_BREAK.test(raw) ? raw.split(INNER_BREAK) : [raw];
    for (const part of parts) lines.push({ number, text: cleanLine(part) });
  }
  return lines;
}

function cleanLine(raw: string): string {
  let text = raw;
  if (/[\u00a0\u200b\u200e\u200f\ufeff\u3000]/.test(text))
    text = text.replace(/[\u00a0\u3000]/g, ' ').replace(/[\u200b\u200e\u200f\ufeff]/g, '');
  if (/[>#*•·/-]|REM/.test(text)) text = text.replace(PREFIX, '');
  if (text.includes('<')) text = text.replace(TAGS, '');
  if (text.includes('**')) text = text.replace(BOLD_START, '').replace(BOLD_END, '');
  if (text.includes('`')) text = text.replace(/`{1,3}/g, '');
  if (text.includes('\\')) text = text.replace(/\\(?=[*_<>#|[\]])/g, '');
  return text.trimEnd();
}

/**
 * @param line A line such as `   AzureAdPrt : YES`, or `KeySignTest: : PASSED`.
 * @returns Label and value without blanks around them; undefined where no colon stands near its start.
 */
export function labelAndValue(line: string): [label: string, value: string] | undefined {
  let colon = line.indexOf(':');
  if (colon < 0) colon = line.indexOf('：');
  if (colon < 1 || colon > 120) return;
  const label = line.slice(0, colon).trim();
  return label
    ? [
        label,
        line
          .slice(colon)
          .replace(/^[\s:：]{1,20}/, '')
          .trimEnd(),
      ]
    : undefined;
}
