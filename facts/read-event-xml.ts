import { RawEvent } from './event-record';
import { Question, SIGN, type Line } from './lines';

const START = /<Event[\s>]/i;
const END = /<\/Event>/i;

/** `<Data Name="AADPrt">No</Data>`, and values of UserData. */
const DATA =
  /<(?:Data(?: Name=["']([^"'<>]{0,100})["'])?|(\w{1,60}))>([^<>]{0,4000})<\/\w{1,60}>/gi;

/** Elements of the head, which are no data of the event. */
const SYSTEM =
  /^(?:EventID|Version|Level|Task|Opcode|Keywords|EventRecordID|Channel|Computer|Message|Provider)$/i;

/** A value whose end stands in a line below. */
const OPEN_VALUE = /<(?:Data|Message)(?: [^<>]{0,120})?>[^<>]{1,4000}$/i;

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
  // One that was cut off ends with its last tag.
  let next = at + 1;
  for (let own = at; own < lines.length && own - at < MOST_LINES; own++) {
    const line = lines[own]!;
    if (!line.has(SIGN.tag)) continue;
    if (own > at && START.test(line.text)) break;
    next = own + 1;
    if (END.test(line.text)) break;
  }
  const event = new RawEvent(first.number, lines[next - 1]!.number);
  for (const line of withWholeValues(lines.slice(at, next))) readLine(event, line);
  return { event, next };
}

/** The lines with a tag, each with those below it that its value goes on in. */
function withWholeValues(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  let open: { line: Line; parts: string[] } | undefined;
  for (const line of lines) {
    const isTag = line.has(SIGN.tag) && line.text.includes('<');
    if (open) {
      open.parts.push(line.text);
      if (!isTag) continue;
      whole.push(open.line.part(open.parts.join('\n')));
      open = undefined;
    } else if (isTag && OPEN_VALUE.test(line.text)) open = { line, parts: [line.text] };
    else if (isTag) whole.push(line);
  }
  return open ? [...whole, open.line] : whole;
}

/** Whether an element of the head stands in a line: most lines are data. */
const HAS_HEAD = new Question(({ text }) =>
  /<(?:Provider|Channel|TimeCreated|Computer|EventID|EventRecordID)\b/i.test(text),
);

function readLine(event: RawEvent, line: Line): void {
  const { text } = line;
  if (line.ask(HAS_HEAD)) readHead(event, line);
  if (!text.includes('</')) return;
  for (const [, name, element, value = ''] of text.matchAll(DATA)) {
    if (name === 'Message' || element === 'Message') event.message.push(line.part(value));
    else if (name ?? (element && !SYSTEM.test(element)))
      event.data.push({ label: name ?? element!, value, line: line.number });
    else if (!element && value.trim()) event.message.push(line.part(value));
  }
}

/** Elements of the head that no rule asks for. */
const OTHER = /<(Computer|EventRecordID)>([^<]{1,255})</g;

function readHead(event: RawEvent, { text, number }: Line): void {
  event.source ??= /<Provider [^>]{0,200}?Name=["']([^"'<>]{1,120})["']/i.exec(text)?.[1];
  event.log ??= /<Channel>([^<]{1,120})</i.exec(text)?.[1];
  const time = /<(TimeCreated) [^<>]{0,60}SystemTime=["']([^"']{1,40})["']/i.exec(text);
  if (time && !event.time) {
    event.time = time[2];
    event.keep('time', time[1]!, time[2]!, number);
  }
  for (const [, label = '', value = ''] of text.matchAll(OTHER))
    event.keep('other', label, value, number);
  const id = /<EventID[^>]{0,60}>(\d{1,5})</i.exec(text)?.[1];
  if (id && event.id === undefined) {
    event.id = +id;
    event.keep('id', 'EventID', id, number);
  }
}
