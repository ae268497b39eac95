import type { FactRecord } from './fact';
import { Line, SIGN } from './lines';
import { factOfLabel as nameOf } from './output-labels';
import { isSaidBefore, readDsregcmd, WISH } from './read-dsregcmd';
import { readProperties } from './read-properties';
import { hasItsForm } from './row-form';
import { TakenLines } from './taken-lines';

/** What a log writes before each of its lines: a container's name, a time, a level, the name of the logger. */
const LOG_PREFIX =
  /^\s{0,20}(?:[\w.-]{1,60}\s{1,20}\|\s{1,9})?[[(]?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ])?\d\d:\d\d(?::\d\d)?[^\s\])]{0,20}[\])]?\s/;

/**
 * What a search writes before the lines that it found: the file, unless it is one of code or a document, and the number of
 * the line. A number with one blank behind it may be that of a list, which counts from 1.
 */
const SEARCH_PREFIX =
  /^\s{0,9}(?:([\w.\\/-]{1,80}\.(?:txt|log|out|dat|lst|csv|tsv))(?::\d{1,6}:|:(?=\s))|(\d{1,6}):(?=\s(\s?)))/;

/** `<AzureAdJoined>YES</AzureAdJoined>`, `<TpmPresent type="bool">true</TpmPresent>` */
const ELEMENT = /^\s{0,200}<(\w{3,60})(?:\s[^<>]{0,200})?>([^<>]{0,1000})<\/\1>\s{0,20}$/;

/** `IsEnabled_InitialValue=TRUE`, as wmic lists it; `AzureAdJoined -> YES`. */
const ASSIGNMENT = /^\s{0,40}(\w{3,60})\s{0,20}(=|=>|->|→)\s{0,4}([^\s>].{0,999})$/;

/** What no word of a label holds, and what may stand right before its first one. */
const NO_WORD = /[^\w -]/;
const BEFORE_WORD = /[\s\]>|"']/;

/** How far before its sign a label begins, of how many words it is, and how many signs of a line may be that of a label. */
const LONGEST_BEFORE = 200;
const MOST_WORDS = 4;
const MOST_SIGNS = 6;

/** A longer line is no label alone. */
const LONGEST_LABEL = 40;

/** Rows that no inventory has. */
const OF_NO_INVENTORY =
  /^(?:AzureAd|Ngc|WamDefault|Enterprise|DeviceAuth|IsUserAzureAD|PreReq|Tpm|Lockout|LockedOut|Is\w{5,9}_Initial)/i;

/** Names of a TPM that a configuration may set, too. */
const OF_A_CONFIGURATION = /^(?:Tpm|Lockout|LockedOut)/i;

/** Words before a label that say what should be. */
const WISHED_FOR = /\b(?:expect|should|must|want|require|check|need|verify|ensure)/i;

/** What a log writes before a label beside the name of the computer or logger: a level, the number of a process. */
const NO_SOURCE =
  /\b(?:info(?:rmation)?|warn(?:ing)?|error|debug|trace|verbose|notice)\b|[^\w\s]|(?<!\S)\d+(?!\S)/gi;

/** A row of one of these outputs. */
interface LooseRow {
  label: string;
  value: string;
  /** The file, and what stands before it in its line, without time and level: rows of two computers are two records. */
  source: string;
  /** The number before it that may be one of a list. */
  number?: number;
  /** Whether such a row stands in no inventory and no configuration. */
  isTelling: boolean;
}

/** Rows that have to be there: one word may stand anywhere, and two with arrows may be any mapping. */
const LEAST_ROWS = 2;
const LEAST_ARROWS = 3;

/** What is said before arrows that lead from one name to another. */
const MAPPING = /\bmap(?:s|ped|ping)?\b/i;

/**
 * Reads rows of dsregcmd and of the TPM whose label and value are parted otherwise than these print them: by a tab, an
 * equals sign or a line end, as elements of XML, behind what a log puts before its lines.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readSecondLook(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const sources = new Map<string, number[]>();
  const rows = new Map<number, LooseRow>();
  for (let at = 0; at < lines.length; at++) {
    const row = taken.has(at) ? undefined : looseRow(lines, at);
    if (!row || !hasItsForm(nameOf(row.label)!, row.label, row.value)) continue;
    rows.set(at, row);
    const places = sources.get(row.source);
    if (places) places.push(at);
    else sources.set(row.source, [at]);
  }
  return [...sources.values()].flatMap((places) => readPlaces(places, rows, lines, taken));
}

/** Reads the rows of one source. */
function readPlaces(
  places: readonly number[],
  rows: ReadonlyMap<number, LooseRow>,
  lines: readonly Line[],
  taken: TakenLines,
): FactRecord[] {
  const own = places.map((at) => rows.get(at)!);
  if (own.length < LEAST_ROWS || !own.some(({ isTelling }) => isTelling)) return [];
  // The points of a list, in a text about these rows.
  if (own[0]!.number === 1) return [];
  if (own[0]!.source === ARROWS && own.length < LEAST_ARROWS) return [];
  if (isSaidBefore(own[0]!.source === ARROWS ? MAPPING : WISH, lines, places[0]!)) return [];
  const printed = places.flatMap((at, place) => {
    const { label, value } = rows.get(at)!;
    const row = Line.of(lines[at]!.number, `${label} : ${value}`);
    // What stands apart may be of another computer.
    return place && areApart(lines, places[place - 1]!, at) ? [...GAP, row] : [row];
  });
  const used = new TakenLines(printed);
  const records = [...readDsregcmd(printed, used), ...readProperties(printed, used)];
  const rowsRead = new Set(printed.flatMap((line, row) => (used.has(row) ? line.number : [])));
  for (const at of places) if (rowsRead.has(lines[at]!.number)) taken.add(at);
  return records;
}

/** Two blank lines, which part the outputs of two runs. */
const GAP: readonly Line[] = [Line.of(0, ''), Line.of(0, '')];

/** Whether two blank lines in a row stand between two lines. */
function areApart(lines: readonly Line[], above: number, below: number): boolean {
  for (let at = above + 2; at < below; at++)
    if (!lines[at]!.text.trim() && !lines[at - 1]!.text.trim()) return true;
  return false;
}

function looseRow(lines: readonly Line[], at: number): LooseRow | undefined {
  const line = lines[at]!;
  const { text } = line;
  if (!line.has(SIGN.letter)) return;
  if (line.has(SIGN.cell)) {
    const [label = '', value, more] = text.split('\t', 3);
    if (value !== undefined && more === undefined && nameOf(label.trim()))
      return rowOf(label.trim(), value.trim());
  }
  if (line.has(SIGN.tag)) {
    const element = ELEMENT.exec(text);
    if (element && nameOf(element[1]!)) return rowOf(element[1]!, element[2]!.trim());
  }
  if (line.has(SIGN.colon) && line.has(SIGN.digit)) {
    const row = loggedRow(text);
    if (row) return row;
  }
  if (line.has(SIGN.equals | SIGN.prompt | SIGN.wide)) {
    const [, label = '', sign, value = ''] = ASSIGNMENT.exec(text) ?? [];
    if (nameOf(label)) {
      const row = rowOf(label, value.trim());
      const source = sign === '=' ? '' : ARROWS;
      return { ...row, source, isTelling: row.isTelling && !OF_A_CONFIGURATION.test(label) };
    }
  }
  const label = labelAlone(line);
  const value = label ? (lines[at + 1]?.text.trim() ?? '') : '';
  return value && !nameOf(value) && !areColumns(lines, at) ? rowOf(label, value) : undefined;
}

/** The label that is all of a line; empty where there is none. */
function labelAlone(line: Line | undefined): string {
  const label =
    line && line.text.length < LONGEST_LABEL && !line.has(SIGN.colon) ? line.text.trim() : '';
  return label && nameOf(label) ? label : '';
}

/**
 * Whether the label of a line ends a column of labels, and a column of values begins below it, as text recognition reads
 * two columns: which value is whose cannot be told.
 */
function areColumns(lines: readonly Line[], at: number): boolean {
  const below = lines[at + 2];
  return (
    labelAlone(lines[at - 1]) !== '' &&
    below !== undefined &&
    /\S/.test(below.text) &&
    !labelAlone(below)
  );
}

/** The source of rows with an arrow, which no text before a label is. */
const ARROWS = '->';

/** A row behind what a log or a search puts before it. */
function loggedRow(text: string): LooseRow | undefined {
  const search = SEARCH_PREFIX.exec(text);
  const [, file = '', digits, isPadded] = search ?? [];
  const prefix = search?.[0] ?? LOG_PREFIX.exec(text)?.[0];
  if (!prefix) return;
  const rest = text.slice(prefix.length);
  const found = labelIn(rest);
  if (!found) return;
  const { label, before, value } = found;
  if (WISHED_FOR.test(before)) return;
  const container = prefix.includes('|') ? prefix.slice(0, prefix.indexOf('|')) : '';
  const logger = `${container} ${before}`.replace(NO_SOURCE, ' ').replace(/\s+/g, ' ').trim();
  const number = digits && !isPadded ? Number(digits) : undefined;
  return { ...rowOf(label, value), source: `${file}\n${digits ? '#' : ''}\n${logger}`, number };
}

/** The first known label of a line, before a colon or an equals sign. */
function labelIn(text: string): { label: string; before: string; value: string } | undefined {
  let sign = text.search(/[:=]/);
  for (let count = 0; sign >= 0 && count < MOST_SIGNS; count++) {
    const parts = lastWords(text, sign);
    const from = parts.findIndex((_, at) => nameOf(parts.slice(at).join(' ')));
    if (from >= 0) {
      const label = parts.slice(from).join(' ');
      const before = text.slice(0, text.lastIndexOf(label, sign));
      return { label, before, value: text.slice(sign + 1).trim() };
    }
    const next = text.slice(sign + 1).search(/[:=]/);
    sign = next < 0 ? -1 : sign + 1 + next;
  }
  return undefined;
}

/** The last words before a sign of a text, as many as a label may have. */
function lastWords(text: string, sign: number): string[] {
  const start = Math.max(0, sign - LONGEST_BEFORE);
  const before = text.slice(start, sign).trimEnd().replace(/["']$/, '');
  let from = before.length;
  while (from > 0 && !NO_WORD.test(before[from - 1]!)) from--;
  const words = before.slice(from).split(' ');
  // The first may be the rest of a word with another sign.
  if (from > 0 && !BEFORE_WORD.test(before[from - 1]!)) words.shift();
  const [first = '', ...others] = words.slice(-MOST_WORDS);
  return [first.replace(/^-{1,2}/, ''), ...others];
}

const rowOf = (label: string, value: string): LooseRow => ({
  label,
  value,
  source: '',
  isTelling: OF_NO_INVENTORY.test(label),
});
