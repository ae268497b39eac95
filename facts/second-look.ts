import { LOOSE_KEYS } from './dsregcmd-keys';
import type { FactRecord } from './fact';
import { Line, SIGN } from './lines';
import { makeFact } from './make-fact';
import { keyOfProperty, PROPERTY_TABLES } from './property-tables';
import { readDsregcmd } from './read-dsregcmd';
import { readProperties } from './read-properties';
import { TakenLines } from './taken-lines';
import { typeOf, type FactName } from './vocabulary';

/**
 * What a log writes before each of its lines: a container's name, a time, a level, the name of the logger. What a search
 * writes before those that it found: the name of the file, the number of the line.
 */
const LOG_PREFIX =
  /^(?:\s{0,9}[\w.\\/-]{1,80}\.\w{2,4}:\d{1,6}:|\s{0,9}\d{1,4}[:)](?=\s))|^\s{0,20}(?:[\w.-]{1,60}\s{1,20}\|\s{1,9})?[[(]?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ])?\d\d:\d\d(?::\d\d)?[^\s\])]{0,20}[\])]?\s/;

/** `<AzureAdJoined>YES</AzureAdJoined>`, `<TpmPresent type="bool">true</TpmPresent>` */
const ELEMENT = /^\s{0,200}<(\w{3,60})(?:\s[^<>]{0,200})?>([^<>]{0,1000})<\/\1>\s{0,20}$/;

/** `IsEnabled_InitialValue=TRUE`, as wmic lists it; `AzureAdJoined -> YES`. */
const ASSIGNMENT = /^\s{0,40}(\w{3,60})\s{0,20}(?:=>?|->|→)\s{0,4}(.{1,1000})$/;

/** The last words before a colon or an equals sign. */
const LAST_WORDS = /(?:^|[\s\]>|"'-])((?:[\w-]{1,40} ){0,3}[\w-]{2,40})["']?\s{0,40}$/;

/** How far before its sign a label begins, and how many signs of a line may be that of a label. */
const LONGEST_BEFORE = 200;
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
  /** What stands before it in its line, without time and level: rows of two computers are two records. */
  source: string;
  /** Whether such a row stands in no inventory and no configuration. */
  isTelling: boolean;
}

/** Rows that have to be there: one word may stand anywhere. */
const LEAST_ROWS = 2;

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
    if (!row || !hasItsForm(row)) continue;
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
  if (places.length < LEAST_ROWS || !places.some((at) => rows.get(at)!.isTelling)) return [];
  const printed = places.map((at) => {
    const { label, value } = rows.get(at)!;
    return Line.of(lines[at]!.number, `${label} : ${value}`);
  });
  const own = new TakenLines(printed);
  const records = [...readDsregcmd(printed, own), ...readProperties(printed, own)];
  places.forEach((at, row) => {
    if (own.has(row)) taken.add(at);
  });
  return records;
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
    const [, label = '', value = ''] = ASSIGNMENT.exec(text) ?? [];
    if (nameOf(label)) {
      const row = rowOf(label, value.trim());
      return { ...row, isTelling: row.isTelling && !OF_A_CONFIGURATION.test(label) };
    }
  }
  const label = text.length < LONGEST_LABEL && !line.has(SIGN.colon) ? text.trim() : '';
  const value = label && nameOf(label) ? (lines[at + 1]?.text.trim() ?? '') : '';
  return value && !nameOf(value) ? rowOf(label, value) : undefined;
}

/** A row behind what a log puts before it. */
function loggedRow(text: string): LooseRow | undefined {
  const prefix = LOG_PREFIX.exec(text)?.[0];
  if (!prefix) return;
  const rest = text.slice(prefix.length);
  const found = labelIn(rest);
  if (!found) return;
  const { label, before, value } = found;
  if (WISHED_FOR.test(before)) return;
  const container = prefix.includes('|') ? prefix.slice(0, prefix.indexOf('|')) : '';
  const source = `${container} ${before}`.replace(NO_SOURCE, ' ').replace(/\s+/g, ' ').trim();
  return { ...rowOf(label, value), source };
}

/** The first known label of a line, before a colon or an equals sign. */
function labelIn(text: string): { label: string; before: string; value: string } | undefined {
  let sign = text.search(/[:=]/);
  for (let count = 0; sign >= 0 && count < MOST_SIGNS; count++) {
    const start = Math.max(0, sign - LONGEST_BEFORE);
    const words = LAST_WORDS.exec(text.slice(start, sign))?.[1];
    const parts = words?.replace(/^-{1,2}/, '').split(' ') ?? [];
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

const rowOf = (label: string, value: string): LooseRow => ({
  label,
  value,
  source: '',
  isTelling: OF_NO_INVENTORY.test(label),
});

/** The fact that a label names in one of these outputs. */
function nameOf(label: string): FactName | undefined {
  const loose = LOOSE_KEYS.get(label.toLowerCase())?.name;
  if (loose) return loose;
  const key = keyOfProperty(label);
  return key === undefined
    ? undefined
    : PROPERTY_TABLES.find(({ properties }) => properties.has(key))?.properties.get(key);
}

/** Whether a value is one that the output prints, and no sentence about it. */
function hasItsForm({ label, value }: LooseRow): boolean {
  const name = nameOf(label)!;
  const type = typeOf(name);
  if (type === 'number') return /^\d{1,9}$/.test(value);
  if (type === 'time') return !value || /^\d{4}-\d\d-\d\d|^\/Date/.test(value);
  if (type === 'code') return /^(?:0x[\da-f]{1,8}|-?\d{1,10})(?![\w.])/i.test(value);
  if (typeof type === 'string') return true;
  const word = makeFact(name, label, value, { line: 1 }).value;
  if (!type.includes(word)) return false;
  if (!/\s/.test(value) || value.length === word.length) return true;
  // `FAIL [0x80070002]`, `FAILED. ERROR (…)`
  return !type.includes('YES') && /^\.?\s{0,9}[[(]/.test(value.slice(word.length));
}
