/** A part of a text: offsets of its beginning and behind its end, in UTF-16 units. */
export type Span = [from: number, to: number];

/** Signs that part cells. A comma parts them only where no semicolon or tab does. */
export const DELIMITERS = ['\t', '|', ';', ','] as const;

/** What parts cells: a sign, or two blanks and more. */
export type Delimiter = (typeof DELIMITERS)[number] | 'blanks';

/** A row, and where its cells stand in it: without their quotes and the blanks around them. */
interface RowText {
  text: string;
  spans: Span[];
}

/**
 * @param text A row. A quoted cell may hold the delimiter, doubled quotes and line ends.
 * @returns Where its cells stand, without their quotes and the blanks around them; none for the frame of pipes.
 */
export function cellSpans(text: string, delimiter: Delimiter): Span[] {
  return delimiter === 'blanks' ? blankSpans(text) : cellsOfRow(text, delimiter).spans;
}

/**
 * @param first The first line of a row.
 * @param delimiter A sign.
 * @param nextLine The next line, into which a row goes whose quote is open; undefined where there is none.
 * @returns The whole row with its cells; none for the frame of pipes.
 */
export function cellsOfRow(
  first: string,
  delimiter: string,
  nextLine?: () => string | undefined,
): RowText {
  let text = first;
  const spans: Span[] = [];
  const [start, last] = trimmed(text, 0, text.length);
  const isFramed = delimiter === '|';
  let from = isFramed && text[start] === '|' ? start + 1 : 0;
  let stop = isFramed && last > from && text[last - 1] === '|' ? last - 1 : text.length;
  while (from <= stop) {
    let begin = from;
    while (text[begin] === ' ') begin++;
    const isQuoted = text[begin] === '"';
    let close = isQuoted ? closingQuote(text, begin + 1) : begin;
    for (let next; close < 0 && (next = nextLine?.()) !== undefined; stop = text.length) {
      const searched = text.length;
      text += `\n${next}`;
      close = closingQuote(text, searched);
    }
    const end = close < 0 ? stop : close;
    const sign = text.indexOf(delimiter, end);
    const behind = sign < 0 || sign > stop ? stop : sign;
    spans.push(isQuoted ? trimmed(text, begin + 1, end) : trimmed(text, from, behind));
    from = behind + 1;
  }
  return { text, spans };
}

/**
 * @param starts Offsets at which columns of fixed width begin.
 * @returns Where the cells of a row stand, without the blanks around them.
 */
export function columnSpans(text: string, starts: readonly number[]): Span[] {
  return starts.map((start, column) =>
    trimmed(
      text,
      Math.min(start, text.length),
      Math.min(starts[column + 1] ?? text.length, text.length),
    ),
  );
}

function blankSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(/\s{2,2000}/g)) {
    if (index > from) spans.push(trimmed(text, from, index));
    from = index + gap.length;
  }
  return from < text.length ? [...spans, trimmed(text, from, text.length)] : spans;
}

/** @returns The offset of the quote that closes, or a negative one; two in a row are one of the text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return [start, end];
}
