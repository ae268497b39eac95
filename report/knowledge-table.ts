import type { Entry } from '../lookup/entry';
import { csvTable } from './csv-table';

/** The columns of the exported knowledge, as administrators' tools name them. */
export const COLUMNS = ['Code', 'Name', 'Title', 'Severity', 'WhoActs', 'Summary', 'Link'] as const;

/** One code of the exported knowledge. What is not known is an empty text. */
export type KnowledgeRow = Record<(typeof COLUMNS)[number], string>;

/** A file of the export. */
export interface ExportFile {
  name: string;
  /** Media type. */
  type: string;
  text: string;
}

/**
 * The page that a code is explained on: the first of the vendor's pages that the entry rests on, else its first source.
 */
function linkOf({ sources }: Pick<Entry, 'sources'>): string {
  return (sources.find(({ kind }) => kind === 'vendor') ?? sources[0])?.url ?? '';
}

/** The row of an entry. Severity and who acts are the words of the knowledge itself: `medium`, `admin`. */
export function knowledgeRow(entry: Entry): KnowledgeRow {
  return {
    Code: entry.code,
    Name: entry.name ?? '',
    Title: entry.title,
    Severity: entry.severity ?? '',
    WhoActs: entry.fixedBy ?? '',
    Summary: entry.summary,
    Link: linkOf(entry),
  };
}

function csv(rows: readonly KnowledgeRow[]): string {
  return csvTable([COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))]);
}

/** A text as a literal of KQL: in double quotes, with backslash and quotes escaped, on one line. */
function kqlText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/[\r\n\t]+/g, ' ')}"`;
}

/** Name under which the table stands in the query. */
const TABLE = 'SignpostCodes';

/**
 * The failed sign-ins of a day with what is known of their codes. SigninLogs holds the number of a code alone, as text.
 */
const JOIN_EXAMPLE = `SigninLogs
| where TimeGenerated > ago(1d) and ResultType != "0"
| extend Code = strcat("AADSTS", ResultType)
| lookup kind=leftouter ${TABLE} on Code
| summarize SignIns = count(), Users = dcount(UserPrincipalName) by Code, Title, Severity, WhoActs
| order by SignIns desc`;

/** A query that makes the table, with an example of its use in a comment. */
function kql(rows: readonly KnowledgeRow[]): string {
  const columns = COLUMNS.map((name) => `${name}:string`).join(', ');
  const lines = rows.map((row) => COLUMNS.map((name) => kqlText(row[name])).join(', '));
  return `// Microsoft Entra sign-in errors, from Signpost. License of the texts: CC BY 4.0.
// Put your own query in the place of the last line, for example:
${JOIN_EXAMPLE.replace(/^/gm, '// ')}
let ${TABLE} = datatable(${columns})
[
${lines.map((line) => `    ${line}`).join(',\n')}
];
${TABLE}
`;
}

/** Excel takes a file for UTF-8 by this mark alone. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The files of the export, by format.
 *
 * - `csv`: for spreadsheets.
 * - `json`: an array of objects.
 * - `kql`: a `datatable`.
 * - `watchlist`: for Microsoft Sentinel; its search key is the column Code.
 */
export const EXPORTS: Record<
  'csv' | 'json' | 'kql' | 'watchlist',
  (rows: readonly KnowledgeRow[]) => ExportFile
> = {
  csv: (rows) => ({
    name: 'signpost-codes.csv',
    type: 'text/csv',
    text: BYTE_ORDER_MARK + csv(rows),
  }),
  json: (rows) => ({
    name: 'signpost-codes.json',
    type: 'application/json',
    text: `${JSON.stringify(rows, null, 1)}\n`,
  }),
  kql: (rows) => ({ name: 'signpost-codes.kql', type: 'text/plain', text: kql(rows) }),
  watchlist: (rows) => ({ name: 'signpost-watchlist.csv', type: 'text/csv', text: csv(rows) }),
};
