import Papa from 'papaparse';
import type { KqlChecker } from '../compiler/checks/kusto';
import { COLUMNS, EXPORTS, type ExportFile, type KnowledgeRow } from '../report/knowledge-table';

/** A cell that spreadsheets run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The rows of a CSV, as a spreadsheet would take them. */
function readCsv({ name, text }: ExportFile): { rows: KnowledgeRow[]; faults: string[] } {
  const { data, errors, meta } = Papa.parse<KnowledgeRow>(text, {
    header: true,
    skipEmptyLines: true,
  });
  const faults = errors.map(({ row, message }) => `${name}, row ${row}: ${message}`);
  if (String(meta.fields) !== String(COLUMNS))
    faults.push(`${name}: its columns are ${String(meta.fields)}`);
  for (const [at, row] of data.entries())
    if (Object.values(row).some((cell) => FORMULA.test(cell)))
      faults.push(`${name}, row ${at + 1}: a spreadsheet would run a cell of it`);
  return { rows: data, faults };
}

/** The rows of the datatable in a query: its literals, by the number of columns. */
function readKql(text: string): KnowledgeRow[] {
  const table = text.slice(text.indexOf('\n[\n') + 3, text.lastIndexOf('\n];'));
  const cells = [...table.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, cell = '']) =>
    cell.replace(/\\(.)/g, '$1'),
  );
  return Array.from({ length: cells.length / COLUMNS.length }, (_, at) =>
    Object.fromEntries(COLUMNS.map((name, column) => [name, cells[at * COLUMNS.length + column]])),
  ) as KnowledgeRow[];
}

/** Whether two tables hold the same. A CSV may have an apostrophe before what would be a formula. */
function differing(read: readonly KnowledgeRow[], wanted: readonly KnowledgeRow[]): string[] {
  if (read.length !== wanted.length) return [`${read.length} rows in place of ${wanted.length}`];
  return wanted.flatMap((row, at) =>
    COLUMNS.filter((name) => {
      const cell = read[at]![name];
      return cell !== row[name] && cell !== `'${row[name]}`;
    }).map((name) => `row ${at + 1}: ${name} of ${row.Code} is not what was written`),
  );
}

/**
 * Reads the files of the export back and compares them with what was written.
 * @param rows What was exported.
 * @param checkKql A checker that knows SigninLogs.
 * @returns What is wrong, with the file's name; nothing where all is right.
 */
export function exportFaults(rows: readonly KnowledgeRow[], checkKql: KqlChecker): string[] {
  const faults: string[] = [];
  const compare = ({ name }: ExportFile, read: readonly KnowledgeRow[]) =>
    faults.push(...differing(read, rows).map((fault) => `${name}, ${fault}`));
  for (const file of [EXPORTS.csv(rows), EXPORTS.watchlist(rows)]) {
    const read = readCsv(file);
    faults.push(...read.faults);
    compare(file, read.rows);
  }
  const json = EXPORTS.json(rows);
  compare(json, JSON.parse(json.text) as KnowledgeRow[]);
  const query = EXPORTS.kql(rows);
  compare(query, readKql(query.text));
  // As a user would: the example out of its comment, in the place of the last line.
  const example = /(?<=for example:\n)(?:\/\/ .*\n)+/.exec(query.text)?.[0] ?? '';
  const used = query.text.replace(/\w+\n$/, example.replace(/^\/\/ /gm, ''));
  if (!example.includes('| lookup')) faults.push(`${query.name}: its example is missing`);
  for (const [what, text] of [
    ['', query.text],
    [' with its example', used],
  ] as const)
    faults.push(
      ...checkKql(text).map(
        ({ line, message }) => `${query.name}${what}, line ${line + 1}: ${message}`,
      ),
    );
  return faults;
}
