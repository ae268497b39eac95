import Papa from 'papaparse';
import { plainLine } from './plain-text';

/** What Markdown reads as more than text. */
const MARKDOWN = /[\\`*_{}[\]<>()#+!|~@-]/g;

/**
 * A table in Markdown. What stands in the cells is shown as it is: it becomes no link, markup or mention.
 * @param rows The heads, then the rows, all of one length.
 */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [heads = [], ...more] = rows.map((cells) =>
    cells.map((cell) => plainLine(cell).replace(MARKDOWN, '\\$&')),
  );
  return [line(heads), line(heads.map(() => '---')), ...more.map(line), ''].join('\n');
}

/**
 * A table as CSV (RFC 4180) for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it (owasp.org, "CSV Injection").
 * @param rows The heads, then the rows.
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((cells) => cells.map(plainLine));
  return `${Papa.unparse(plain, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
