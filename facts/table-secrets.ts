import { cellSpans, columnSpans, DELIMITERS, type Delimiter, type Span } from './cell-spans';
import { isDashes, Question, SIGN, type Line } from './lines';
import { kindOfLabel, type SecretKind } from './secret-keys';
import { MASK, type Secret } from './secrets';
import { rowSpansAt } from './table-rows';

/** Fewer cells are a key with its value, or a sentence. */
const LEAST_CELLS = 3;

/** A longer line is no head, and names no secret for its row. */
const LONGEST = 10_000;

/** A longer cell is no heading. */
const LONGEST_HEADING = 60;

/** A part of the words that name a secret: most lines with cells have none. */
const HINT =
  /secre[tf]|segredo|pass|pwd|token|api.?key|access.?key|account.?key|kennwort|contraseña|senha|wachtwoord|\b(?:pin|otp)\b|OwnerAuth/i;

/** Signs that part cells; blanks may do it, too. */
const PARTING = SIGN.cell | SIGN.comma;

/**
 * Whether a line may name a secret in one of several cells. Most lines that have one of the words are a label with its
 * value.
 */
const MAY_NAME = new Question(
  (line) =>
    (line.has(PARTING) || line.text.includes('  ', line.indent)) &&
    line.text.length <= LONGEST &&
    HINT.test(line.text),
);

/** The column of the portal's list of secrets whose heading says nothing, and the one that says what list it is. */
const VALUE_HEADING = /^(?:value|wert|valeur|valor)$/i;
const ID_HEADING = /^(?:secret|geheimnis)[ -]?id$/i;

/** What Markdown, quotes and a remark put around a heading: `**Client secret** (prod):`. */
const AROUND_HEADING = /^[\s*_`"']{1,9}|[\s*_`"':]{1,9}$/g;
const REMARK = /[\s*_`"']{0,9}\([^()]{0,40}\)[\s*_`"':]{0,9}$/;

/** The cell of a row and no heading: a code, a number, an address, an id, a date. */
const OF_A_ROW =
  /^(?:AADSTS\d|0x[\da-f]{1,8}$|[^@\s]{1,100}@|[\da-f]{8}-[\da-f-]{27}$|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\D|[^\p{L}]{1,60}$)/iu;

/** Words that stand in a sentence with commas and in no heading. */
const OF_A_SENTENCE =
  /\b(?:or|and|the|it|is|are|was|says|said|wrong|invalid|incorrect|bad|your|with|if|when|und|oder|der|die|das|falsches?)\b/i;

/** The name of an error or a method, such as `InvalidUserNameOrPassword`. */
const HUMPS = /[a-z][A-Z][a-z]{1,30}[A-Z]/;

/** What stands below the name of a secret and is none: a mask, a placeholder, a state, a date, a count. */
const HARMLESS_BELOW =
  /^(?:|[-*•.]{1,99}|<.{0,99}>|\$?\{.{0,99}\}|%.{0,99}%|\[.{0,99}\]|yes|no|true|false|none|null|n\/a|ok|(?:not )?set|present|missing|empty|hidden|enabled|disabled|required|expired|expires|valid|invalid|never|success|succeeded|failed|failure|correct|incorrect|ja|nein|\d{1,3}|\d{4}-\d\d-\d\d(?:[T ].{0,30})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?: .{0,20})?|(?:password|primary)(?:[a-z]{1,40}|(?: [a-z]{1,20}){1,6}))$/i;

/** What may stand beside the name of a secret and is none, too: words, ids, addresses, hosts, short numbers. */
const HARMLESS_BESIDE =
  /\s|^(?:[a-z]{1,15}|\d{1,5}|https?:.{0,2000}|[^@\s]{1,100}@(?:[\w-]{1,63}\.){1,9}[a-z]{2,24}|(?:[\w-]{1,63}\.){1,9}[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\D.{0,40}|AADSTS\d.{0,2000})$/i;

/** Fewer signs are a state or an abbreviation, where only the row says that a secret stands there. */
const LEAST_BESIDE = 6;

/** Cells of a step of an authentication, whose method may be `Password`: whether it succeeded, when, its ids. */
const OF_A_STEP =
  /^(?:true|false|succeeded|failed|\d{4}-\d\d-\d\dT.{0,30}|[\da-f]{8}-[\da-f-]{27})$/i;

/** A column or row of secrets. */
interface Named {
  column: number;
  kind: SecretKind;
}

/** The table in which a line stands. */
interface Table {
  head: string;
  spansOf: (text: string) => Span[];
  delimiter: Delimiter | undefined;
  named: readonly Named[];
}

/**
 * Takes secrets out of tables with three columns or more: below the name of a secret as a heading, and beside it as the
 * first cell of a row. The time grows linearly: each line is taken for a head once, and belongs to one table.
 *
 * @param lines Cleaned lines of a text; those with secrets are replaced. Records that were read before, as CSV, cells and
 * objects, hold no such column.
 * @returns What was taken out of which line.
 */
export function withoutTableSecrets(lines: Line[]): Secret[] {
  const secrets: Secret[] = [];
  let table: Table | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const { text } = line;
    if (line.indent === text.length) {
      table = undefined;
      continue;
    }
    if (isDashes(line) || text === table?.head) continue;
    const isDashed = isDashes(lines[at + 1]);
    const mayName = table?.named.length ? false : line.ask(MAY_NAME);
    const head = isDashed || mayName ? headAt(lines, at, table, isDashed) : undefined;
    if (head) table = head;
    else if (table?.named.length) at = maskRow(lines, at, table, secrets) - 1;
    else if (mayName) maskNamedRow(lines, at, table, secrets);
  }
  return secrets;
}

/** The table whose head a line is: over dashes, or the first line of cells that may be headings, or one that names secrets. */
function headAt(
  lines: readonly Line[],
  at: number,
  table: Table | undefined,
  isDashed: boolean,
): Table | undefined {
  const { text } = lines[at]!;
  if (text.length > LONGEST) return undefined;
  const parted = partedBy(lines, at, isDashed);
  if (!parted) return undefined;
  const cells = parted.spansOf(text).map((span) => text.slice(...span));
  if (cells.some((one) => one.length > LONGEST_HEADING || OF_A_ROW.test(one))) return undefined;
  const headings = cells.map(headingOf);
  const named = secretsNamed(headings);
  const isRow = named[0]?.column === 0 && headings.slice(1).some((one) => isSecretBeside(one));
  if (isRow || (!isDashed && !named.length)) return undefined;
  // A row of a table that says nothing of secrets, and has the name of an error in a cell.
  if (table && !isDashed && named.some(({ column }) => HUMPS.test(headings[column]!)))
    return undefined;
  return { head: text, ...parted, named };
}

function headingOf(cell: string): string {
  return cell.replace(REMARK, '').replace(AROUND_HEADING, '');
}

/** How the lines of a table are parted, by its head; undefined where it has too few columns. */
function partedBy(
  lines: readonly Line[],
  at: number,
  isDashed: boolean,
): Pick<Table, 'spansOf' | 'delimiter'> | undefined {
  const { text } = lines[at]!;
  const delimiter = DELIMITERS.find(
    (one) => text.includes(one) && cellSpans(text, one).length >= LEAST_CELLS,
  );
  if (delimiter) {
    if (delimiter === ',' && isSentence(text, lines[at + 1]?.text)) return undefined;
    return { delimiter, spansOf: (row) => cellSpans(row, delimiter) };
  }
  if (isDashed) {
    const starts = [...lines[at + 1]!.text.matchAll(/-{2,300}/g)].map(({ index }) => index);
    if (starts.length < LEAST_CELLS) return undefined;
    return { delimiter: undefined, spansOf: (row) => columnSpans(row, starts) };
  }
  if (cellSpans(text, 'blanks').length < LEAST_CELLS) return undefined;
  return { delimiter: undefined, spansOf: (row) => cellSpans(row, 'blanks') };
}

/** Whether commas part a sentence and no cells: it says so by its words, or no row of as many cells follows. */
function isSentence(text: string, next: string | undefined): boolean {
  if (OF_A_SENTENCE.test(text)) return true;
  return text.includes(', ') && cellSpans(next ?? '', ',').length < LEAST_CELLS;
}

/** The kind of secret that a heading names. `Pass` is that of a test. */
const kindOfHeading = (heading: string): SecretKind | undefined =>
  /^pass$/i.test(heading) ? undefined : kindOfLabel(heading);

function secretsNamed(headings: readonly string[]): Named[] {
  const isList = headings.some((one) => ID_HEADING.test(one));
  return headings.flatMap((heading, column): Named[] => {
    if (isList && VALUE_HEADING.test(heading)) return [{ column, kind: 'client secret' }];
    const kind = kindOfHeading(heading);
    return kind ? [{ column, kind }] : [];
  });
}

const isSecretBeside = (cell: string) =>
  cell.length >= LEAST_BESIDE && !HARMLESS_BELOW.test(cell) && !HARMLESS_BESIDE.test(cell);

/**
 * Masks the cells of a row that stand below names of secrets.
 *
 * @returns The index behind it: a quoted cell may go on in further lines.
 */
function maskRow(lines: Line[], at: number, table: Table, secrets: Secret[]): number {
  const line = lines[at]!.text;
  const { text, spans, end } = table.delimiter
    ? rowSpansAt(lines, at, table.delimiter)
    : { text: line, spans: table.spansOf(line), end: at + 1 };
  // A text in the paragraph of the table.
  if (spans.length < 2) return end;
  const wanted = table.named.flatMap(({ column, kind }) => {
    const span = spans[column];
    return span && !HARMLESS_BELOW.test(text.slice(...span)) ? [{ span, kind }] : [];
  });
  maskSpans(lines, at, text, wanted, secrets);
  return end;
}

/** Masks the cells of a row whose first cell names a secret, with its values for several places, such as test and production. */
function maskNamedRow(
  lines: Line[],
  at: number,
  table: Table | undefined,
  secrets: Secret[],
): void {
  const { text } = lines[at]!;
  const { spansOf } = table ?? partedBy(lines, at, false) ?? {};
  const spans = spansOf?.(text) ?? [];
  if (spans.length < LEAST_CELLS) return;
  const [label, ...cells] = spans.map((span) => text.slice(...span));
  const kind = kindOfHeading(headingOf(label!));
  if (!kind) return;
  if (kind === 'password' && cells.some((cell) => OF_A_STEP.test(cell))) return;
  const wanted = spans
    .slice(1)
    .flatMap((span) => (isSecretBeside(text.slice(...span)) ? [{ span, kind }] : []));
  maskSpans(lines, at, text, wanted, secrets);
}

/** Puts the mask in place of parts of a row, in each of the lines over which they go. */
function maskSpans(
  lines: Line[],
  at: number,
  text: string,
  wanted: readonly { span: Span; kind: SecretKind }[],
  secrets: Secret[],
): void {
  if (!wanted.length) return;
  let masked = '';
  let end = 0;
  for (const { span, kind } of wanted) {
    const [from, to] = span;
    masked += text.slice(end, from) + text.slice(from, to).replace(/[^\n]+/g, MASK);
    end = to;
    const row = text.slice(0, from).split('\n').length - 1;
    secrets.push({ kind, line: lines[at + row]!.number });
  }
  masked += text.slice(end);
  masked.split('\n').forEach((part, row) => {
    const line = lines[at + row]!;
    if (line.text !== part) lines[at + row] = line.part(part, SIGN.bracket);
  });
}
