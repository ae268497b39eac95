import { RawEvent } from './event-record';
import { beginnings, type Line } from './lines';

/** The first lines of what Event Viewer shows under Details, Friendly View, once their signs of folding are gone. */
const START = /^[+-]?\s{0,8}System$/;
const STARTS = beginnings('+-s');
const LONGEST_START = '+ '.length + 8 + 'System'.length;
const PROVIDER = /^[+-]?\s{0,12}Provider$/;
const DATA = /^[+-]?\s{0,8}(?:EventData|UserData)$/;

/** `[ Name]  Microsoft-Windows-AAD` */
const ATTRIBUTE = /^\s{0,20}\[\s?(\w{2,30})\]\s{1,8}(\S.{0,400})$/;

/** `EventID 1098` */
const ELEMENT = /^\s{0,20}(\w{2,60})\s{1,8}(\S.{0,4000})$/;

/** A longer view is none of an event. */
const MOST_LINES = 400;

/**
 * Reads an event as Event Viewer's Friendly View is copied.
 *
 * @param lines Cleaned lines of the text.
 * @param at Index of the line to look at.
 * @returns The event and the index behind it; undefined where none begins in this line.
 */
export function readEventFriendly(
  lines: readonly Line[],
  at: number,
): { event: RawEvent; next: number } | undefined {
  const first = lines[at]!;
  if (first.text.length > LONGEST_START || !first.begins(STARTS) || !START.test(first.text)) return;
  const [provider] = lines.slice(at + 1, at + 5).filter(({ text }) => text);
  if (!provider || !PROVIDER.test(provider.text)) return;
  const event = new RawEvent(first.number);
  let isData = false;
  let blank = 0;
  let next = at + 1;
  for (; next < lines.length && next - at < MOST_LINES && blank < 3; next++) {
    const { text, number } = lines[next]!;
    blank = text ? 0 : blank + 1;
    if (START.test(text)) break;
    if (DATA.test(text)) isData = true;
    const [, label = '', value = ''] = ATTRIBUTE.exec(text) ?? ELEMENT.exec(text) ?? [];
    if (!label) continue;
    event.to = number;
    if (isData) event.data.push({ label, value, line: number });
    else readHead(event, label, value);
  }
  return event.id === undefined ? undefined : { event, next: next - blank };
}

function readHead(event: RawEvent, label: string, value: string): void {
  if (label === 'Name') event.source ??= value;
  else if (label === 'Channel') event.log ??= value;
  else if (label === 'SystemTime') event.time ??= value;
  else if (label === 'EventID' && /^\d{1,5}$/.test(value)) event.id ??= +value;
}
