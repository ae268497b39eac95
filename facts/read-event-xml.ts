import { RawEvent } from './event-record';
import { SIGN, type Line } from './lines';

const START = /<Event[\s>]/i;
const END = /<\/Event>/i;

/** `<Data Name="AADPrt">No</Data>`, and values of UserData. */
const DATA =
  /<(?:Data(?: Name=["']([^"'<>]{0,100})["'])?|(\w{1,60}))>([^<>]{0,4000})<\/\w{1,60}>/gi;

/** Elements of the head, which are no data of the event. */
const SYSTEM =
  /^(?:EventID|Version|Level|Task|Opcode|Keywords|EventRecordID|Channel|Computer|Message|Provider)$/i;

/** A longer element is no event. */
const MOST_LINES = 400;

/**
 * Reads an event in XML, also as browsers show it, with `- ` before what folds.
 *
 * @param lines Cleaned lines of the text.
 * @param at Index of the line to look at.
 * @returns The event and the index behind it; undefined where none begins in this line.
 */
export function readEventXml(
  lines: readonly Line[],
  at: number,
): { event: RawEvent; next: number } | undefined {
  const first = lines[at]!;
  if (!first.has(SIGN.tag) || !START.test(first.text)) return;
  let next = at;
  while (next < lines.length && next - at < MOST_LINES && !END.test(lines[next]!.text)) {
    if (next > at && START.test(lines[next]!.text)) break;
    next++;
  }
  if (next < lines.length && END.test(lines[next]!.text)) next++;
  const event = new RawEvent(first.number, lines[next - 1]?.number ?? first.number);
  for (const { text, number } of lines.slice(at, next)) readLine(event, text, number);
  return { event, next: Math.max(next, at + 1) };
}

function readLine(event: RawEvent, text: string, line: number): void {
  event.source ??= /<Provider [^>]{0,200}?Name=["']([^"'<>]{1,120})["']/i.exec(text)?.[1];
  event.log ??= /<Channel>([^<]{1,120})</i.exec(text)?.[1];
  event.time ??= /SystemTime=["']([^"']{1,40})["']/i.exec(text)?.[1];
  const id = /<EventID[^>]{0,60}>(\d{1,5})</i.exec(text)?.[1];
  if (id) event.id ??= +id;
  for (const [, name, element, value = ''] of text.matchAll(DATA)) {
    if (name === 'Message' || element === 'Message') event.message.push({ text: value, line });
    else if (name ?? (element && !SYSTEM.test(element)))
      event.data.push({ label: name ?? element!, value, line });
    else if (!element && value.trim()) event.message.push({ text: value, line });
  }
}
