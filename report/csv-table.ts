import Papa from 'papaparse';
import { plainLine } from './plain-text';

/**
 * A table as CSV (RFC 4180) for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it (owasp.org, "CSV Injection").
 * @param rows The heads, then the rows.
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((cells) => cells.map(plainLine));
  return `${Papa.unparse(plain, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
