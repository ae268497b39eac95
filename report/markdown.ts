import { plainLine } from './plain-text';

/** What Markdown reads as more than text wherever it stands. */
const MARKUP = /[\\`*_[\]<>#|~@&$]/g;

/** What begins a list, or a rule, at the start of a line. */
const LIST = /^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+]))/;

/**
 * A text as one line of Markdown that shows it as it is: it becomes no markup, and none of the addresses that GitHub's
 * grammar makes a link without brackets (github.github.com/gfm, "Autolinks (extension)").
 */
export function markdownText(text: string): string {
  return plainLine(text)
    .replace(MARKUP, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/(www)\./gi, '$1\\.')
    .replace(LIST, '$1\\');
}

/**
 * A table in Markdown. What stands in the cells is shown as it is.
 * @param rows The heads, then the rows, all of one length.
 * @returns Its lines, the last without a line break.
 */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [heads = [], ...more] = rows.map((cells) => cells.map(markdownText));
  return [line(heads), line(heads.map(() => '---')), ...more.map(line)].join('\n');
}
