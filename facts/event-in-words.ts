import { factOfRow } from './event-labels';
import { NO_REPORT } from './event-prose';
import { RawEvent } from './event-record';
import { SOURCE_IN_TEXT } from './event-sources';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import type { TakenLines } from './taken-lines';

/** `In event viewer (User Device Registration / Admin) there is a warning 360`: a log, and behind it the event. */
const NAMED = new RegExp(
  String.raw`(?<![\w-])(${SOURCE_IN_TEXT})(?=[\s)/,:]).{0,80}?(?<!\p{L})(?:warning|event|error|id|warnung|ereignis|fehler|avertissement|événement|advertencia|evento|avviso)(?:[ -]?id)?[\s:#]{1,3}(\d{3})(?![\w-]|[.:]\d)`,
  'iu',
);
const HINT = /Device Registration/i;

/** The events whose message is the check of what Windows Hello needs. */
const OF_HELLO = new Set([358, 359, 360, 361, 362, 363]);

/** The event is asked for, or the list below is one of what is to stand there. */
const ASKED =
  /\?\s{0,3}$|(?<!\p{L})(?:should|must|expect(?:ed|s)?|required?|soll\p{L}{0,3}|erwartet\p{L}{0,2}|devrait|attendue?s?|deber[ií]an?|esperad[oa]s?|dovrebbe)(?!\p{L})/iu;

/** What a check of Windows Hello says. */
const CHECKED =
  /^(?:yes|no|ja|nein|oui|non|s[ií]|sim|n[aã]o|not tested|unknown)(?:[.,;]|\s{0,3}$)/i;

/** How far the list reaches, in lines, and how many rows make one. */
const REACH = 25;
const LEAST_ROWS = 2;
const LONGEST = 400;

/**
 * Reads an event that somebody tells in words, with the prerequisites of Windows Hello noted below as a list of yes and no.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; the rows of the lists are added.
 */
export function readEventsInWords(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    const { text, number } = lines[at]!;
    if (!taken.leaves(at, SIGN.digit) || text.length > LONGEST || !HINT.test(text)) continue;
    const named = NAMED.exec(text);
    const [, source = '', id = ''] = named ?? [];
    if (!named || !OF_HELLO.has(+id)) continue;
    const before = text.slice(0, named.index + named[0].length - id.length);
    if (NO_REPORT.test(before) || ASKED.test(text)) continue;
    const rows = rowsBelow(lines, at, taken);
    if (rows.length < LEAST_ROWS) continue;
    const event = new RawEvent(number);
    event.source = source;
    event.id = +id;
    for (const row of rows) {
      event.message.push(lines[row]!);
      event.to = lines[row]!.number;
      taken.add(row);
    }
    taken.add(at);
    const record = event.record();
    if (record) records.push(record);
  }
  return records;
}

/** The lines of checks below one, up to a blank line or another event. One blank line may stand above them. */
function rowsBelow(lines: readonly Line[], at: number, taken: TakenLines): number[] {
  const rows: number[] = [];
  const start = lines[at + 1]?.text.trim() ? at + 1 : at + 2;
  const seen = new Set<string>();
  for (let below = start; below <= at + REACH; below++) {
    const line = lines[below];
    if (!line?.text.trim() || taken.has(below) || HINT.test(line.text)) break;
    const { pair } = line;
    if (!pair || pair.label.length > 90 || !CHECKED.test(pair.value)) continue;
    const name = factOfRow(pair.label.trim());
    // A row that comes once more is of another event or computer.
    if (seen.has(name)) break;
    if (!name.startsWith('hello.')) continue;
    seen.add(name);
    rows.push(below);
  }
  return rows;
}
