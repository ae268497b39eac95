import { LOOSE_KEYS } from './dsregcmd-keys';
import type { FactRecord } from './fact';
import { Line, SIGN } from './lines';
import { keyOfProperty } from './property-tables';
import { readDsregcmd } from './read-dsregcmd';
import { readProperties } from './read-properties';
import { TakenLines } from './taken-lines';

/** What a log writes before each of its lines: a container's name, a time, a level, the name of the logger. */
const LOG_PREFIX =
  /^\s{0,20}(?:[\w.-]{1,60}\s{1,20}\|\s{1,9})?[[(]?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ])?\d\d:\d\d(?::\d\d)?[^\s\])]{0,20}[\])]?\s/;

/** `<AzureAdJoined>YES</AzureAdJoined>`, `<TpmPresent type="bool">true</TpmPresent>` */
const ELEMENT = /^\s{0,200}<(\w{3,60})(?:\s[^<>]{0,200})?>([^<>]{0,1000})<\/\1>\s{0,20}$/;

/** `IsEnabled_InitialValue=TRUE`, as wmic lists it. */
const ASSIGNMENT = /^\s{0,40}(\w{3,60})\s{0,20}=\s{0,4}(.{1,1000})$/;

/** The last words before a colon or an equals sign. */
const LAST_LABEL =
  /(?:^|[\s\]>|"'-])((?:[\w-]{1,40} ){0,3}[\w-]{2,40})["']?\s{0,40}[:=]\s?(.{0,1000})$/;

/** A longer line is no label alone. */
const LONGEST_LABEL = 40;

/** Rows that no inventory has. */
const TELLING =
  /^(?:AzureAd|Ngc|WamDefault|Enterprise|DeviceAuth|IsUserAzureAD|PreReq|Tpm|Lockout|LockedOut|Is\w{5,9}_Initial)/i;

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
  const rows: Line[] = [];
  const places: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (taken.has(at)) continue;
    const row = rowAt(lines, at);
    if (!row) continue;
    rows.push(Line.of(lines[at]!.number, `${row.label} : ${row.value}`));
    places.push(at);
  }
  if (rows.length < LEAST_ROWS || !rows.some(({ text }) => TELLING.test(text))) return [];
  const own = new TakenLines(rows);
  const records = [...readDsregcmd(rows, own), ...readProperties(rows, own)];
  places.forEach((at, row) => {
    if (own.has(row)) taken.add(at);
  });
  return records;
}

function rowAt(lines: readonly Line[], at: number): { label: string; value: string } | undefined {
  const line = lines[at]!;
  const { text } = line;
  if (!line.has(SIGN.letter)) return;
  if (line.has(SIGN.cell)) {
    const [label = '', value, more] = text.split('\t', 3);
    if (value !== undefined && more === undefined && isKnown(label.trim()))
      return { label: label.trim(), value: value.trim() };
  }
  if (line.has(SIGN.tag)) {
    const element = ELEMENT.exec(text);
    if (element && isKnown(element[1]!)) return { label: element[1]!, value: element[2]! };
  }
  if (line.has(SIGN.colon) && line.has(SIGN.digit)) {
    const prefix = LOG_PREFIX.exec(text);
    const [, words = '', value = ''] =
      (prefix && LAST_LABEL.exec(text.slice(prefix[0].length))) ?? [];
    const parts = words.split(' ');
    const label = parts.map((_, from) => parts.slice(from).join(' ')).find(isKnown);
    if (label) return { label, value };
  }
  if (line.has(SIGN.equals)) {
    const [, label = '', value = ''] = ASSIGNMENT.exec(text) ?? [];
    if (isKnown(label)) return { label, value };
  }
  const label = text.length < LONGEST_LABEL && !line.has(SIGN.colon) ? text.trim() : '';
  const value = label && isKnown(label) ? (lines[at + 1]?.text.trim() ?? '') : '';
  return value && !isKnown(value) ? { label, value } : undefined;
}

function isKnown(label: string): boolean {
  return LOOSE_KEYS.has(label.toLowerCase()) || keyOfProperty(label) !== undefined;
}
