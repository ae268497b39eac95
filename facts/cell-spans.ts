/** A part of a text: offsets of its beginning and behind its end, in UTF-16 units. */
export type Span = [from: number, to: number];

/** Signs that part cells. A comma parts them only where no semicolon or tab does. */
export const DELIMITERS = ['\t', '|', ';', ','] as const;

/** What parts cells: a sign, or two blanks and more. */
export type Delimiter = (typeof DELIMITERS)[number] | 'blanks';

/**
 * @param text A row. A quoted cell may hold the delimiter, doubled quotes and line ends.
 * @returns Where its cells stand, without their quotes and the blanks around them; none for the frame of pipes.
 */
export function cellSpans(text: string, delimiter: Delimiter): Span[] {
  if (delimiter === 'blanks') return blankSpans(text);
  const spans: Span[] = [];
  const [first, last] = trimmed(text, 0, text.length);
  const isFramed = delimiter === '|';
  let from = isFramed && text[first] === '|' ? first + 1 : 0;
  const stop = isFramed && last > from && text[last - 1] === '|' ? last - 1 : text.length;
  while (from <= stop) {
    let start = from;
    while (text[start] === ' ') start++;
    const isQuoted = text[start] === '"';
    const close = isQuoted ? closingQuote(text, start + 1) : start;
    const end = close < 0 ? stop : close;
    const next = text.indexOf(delimiter, end);
    const behind = next < 0 || next > stop ? stop : next;
    spans.push(isQuoted ? trimmed(text, start + 1, end) : trimmed(text, from, behind));
    from = behind + 1;
  }
  return spans;
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
export function closingQuote(text: string, from: number): number {
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
