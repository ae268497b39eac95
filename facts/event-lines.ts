import { headField } from './event-labels';
import { sourceOf } from './event-sources';
import { beginnings, labelAndValue, Line, SIGN } from './lines';

/** `EventCode=304`, as forwarders write the rows of a head. */
const ASSIGNED =
  /^(LogName|SourceName|ProviderName|EventCode|EventID|EventType|Type|ComputerName|TaskCategory|OpCode|RecordNumber|Keywords|User|Sid|Message)=(.{0,4000})$/;

/** What forwarders call the rows of a head, and how Event Viewer does. */
const HEADS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  LogName: 'Log Name',
  SourceName: 'Source',
  EventCode: 'Event ID',
  ComputerName: 'Computer',
  TaskCategory: 'Task Category',
  OpCode: 'OpCode',
  Keywords: 'Keywords',
  User: 'User',
  Message: 'Description',
});

/** A whole event in one line, as a forwarder writes it: its log, its id and its message, behind a time or not. */
const IN_ONE_LINE =
  /^.{0,40}\b((?=LogName=)(?:[A-Za-z]{3,16}=[^=]{0,200}\s){0,9}?EventCode=\d{1,5}\s(?:[A-Za-z]{3,16}=[^=]{0,200}\s){0,12}?)Message=(.{0,4000})/;

/** The time that a log puts before a line, with the level or not. */
const STAMP =
  /^\s{0,20}[[(]?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ,]{1,2}\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d| ?[AP]M)?[\])]?[:,]?\s{1,9}(?:[[(]?(?:INFO|INFORMATION|WARN|WARNING|ERROR|DEBUG|TRACE)[\])]?[:,]?\s{1,9})?(?=\p{L})/iu;

const STAMP_STARTS = beginnings('0123456789[(');

/**
 * The lines of a text in the form in which events are read: the rows of a head have colons, and no time of a log before
 * them.
 */
export function eventLines(lines: readonly Line[]): readonly Line[] {
  let changed: Line[] | undefined;
  // The lines of an event whose head had such a time have one, too.
  let stamp: string | undefined;
  let isBelowHead = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    let own = line;
    if (line.has(SIGN.equals)) own = withColon(line);
    else if (line.has(SIGN.digit) && line.has(SIGN.colon) && line.begins(STAMP_STARTS)) {
      const found = STAMP.exec(line.text)?.[0];
      const rest = line.text.slice(found?.length ?? 0);
      if (found === undefined) stamp = undefined;
      else if (stamp !== undefined || isHead(rest)) {
        const isOfHead = headField(labelAndValue(rest)?.label ?? '') !== undefined;
        const time = timeOf(found);
        // At another time than that of its message the log tells of something else.
        const isOfEvent = isOfHead || isBelowHead || time === stamp;
        own = isOfEvent ? line.part(rest) : line.emptied();
        if (isOfEvent) stamp = time;
        isBelowHead = isOfHead;
      }
    } else if (line.text) stamp = undefined;
    if (own === line) continue;
    changed ??= [...lines];
    changed[at] = own;
  }
  return changed ?? lines;
}

/** The time of a stamp without the level behind it, which each line has of its own. */
const timeOf = (stamp: string): string =>
  stamp.replace(/[\])]?[:,]?\s{1,9}\W?[A-Z]{4,11}\W{0,9}$/i, '').trim();

/** The same row with a colon; the rows of a whole event in one line with those of Event Viewer. */
function withColon(line: Line): Line {
  // Most lines with an equals sign name no log.
  const [, head, message] = (line.text.includes('LogName=') && IN_ONE_LINE.exec(line.text)) || [];
  if (head !== undefined) {
    const rows = [...head.matchAll(/([A-Za-z]{3,16})=([^=]{0,200})(?=\s(?:[A-Za-z]{3,16}=|$)|$)/g)];
    const told = rows.flatMap(([, name, value]) =>
      name! in HEADS ? `${HEADS[name!]}: ${value!.trim()}` : [],
    );
    return Line.of(line.number, `${told.join(' ')} Description: ${message}`);
  }
  const row = ASSIGNED.exec(line.text);
  return row ? Line.of(line.number, `${row[1]}: ${row[2]}`) : line;
}

/** Whether a row begins the head of an event: names a log, a source that we know, or an id. */
function isHead(text: string): boolean {
  const pair = labelAndValue(text);
  if (!pair) return false;
  const field = headField(pair.label);
  if (field === 'id') return /^\d{1,5}\b/.test(pair.value);
  return (field === 'log' || field === 'source') && sourceOf(pair.value) !== undefined;
}
