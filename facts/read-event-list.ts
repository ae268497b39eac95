import { headField } from './event-labels';
import { RawEvent } from './event-record';
import { beginnings, type Line } from './lines';

/** The first row of `Get-WinEvent | Format-List *`, whose colons stand below each other. */
const START = /^Message\s{2,40}: /;

const STARTS = beginnings('m');

/** A row, and a line that the value of the row above goes on in. */
const ROW = /^(\w{1,40})\s{0,40}: ?(.{0,4000})$/;
const INDENTED = /^\s{4}/;

/** A longer list is none of an event. */
const MOST_LINES = 400;

/**
 * Reads an event as `Get-WinEvent | Format-List *` prints it: the message stands before what tells whose it is.
 *
 * @param lines Cleaned lines of the text.
 * @param at Index of the line to look at.
 * @returns The event and the index behind it; undefined where none begins in this line.
 */
export function readEventList(
  lines: readonly Line[],
  at: number,
): { event: RawEvent; next: number } | undefined {
  const first = lines[at]!;
  if (!first.begins(STARTS) || !START.test(first.text)) return;
  const column = first.text.indexOf(': ');
  const event = new RawEvent(first.number);
  const labels = new Set<string>();
  let isMessage = false;
  let blanks = 0;
  // Whether rows stand below each other: a blank line ends the list then.
  let isTight = false;
  let next = at;
  for (let own = at; own < lines.length && own - at < MOST_LINES; own++) {
    const line = lines[own]!;
    const row = line.text.indexOf(':') === column ? ROW.exec(line.text) : null;
    if (row) {
      const field = headField(row[1]!);
      if (labels.has(row[1]!)) break;
      if (labels.size && !isMessage) {
        if (blanks > (isTight ? 0 : 1)) break;
        isTight ||= !blanks;
      }
      labels.add(row[1]!);
      isMessage = field === 'message';
      readRow(event, line, row[1]!, row[2]!);
    } else if (line.text && !INDENTED.test(line.text)) break;
    else if (isMessage) event.message.push(line.part(line.text.trimStart()));
    blanks = line.text ? 0 : blanks + 1;
    if (line.text) next = own + 1;
    if (line.text) event.to = line.number;
  }
  const isEvent = event.id !== undefined && (event.source ?? event.log) !== undefined;
  return isEvent ? { event, next } : undefined;
}

function readRow(event: RawEvent, line: Line, label: string, value: string): void {
  const field = headField(label);
  if (field === 'message') event.message.push(line.part(value));
  else if (field === 'id') event.id ??= /^\d{1,5}$/.test(value) ? +value : undefined;
  else if (field === 'log' || field === 'source' || field === 'time') event[field] ??= value;
  // The name of the level stands below its number.
  else if (field === 'level') event.level = value;
  event.keep(field ?? 'other', label, value, line.number);
}
