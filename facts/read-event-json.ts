import type { Node } from 'jsonc-parser';
import { headField } from './event-labels';
import { RawEvent } from './event-record';
import type { FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { leavesOf, textOf, valueOf } from './json-values';
import { Line } from './lines';
import type { LineOf } from './read-sign-in-json';

/** Paths of the id, provider, channel and others in the forms of collectors: winlog, evtx, `ConvertTo-Json`. */
const IDS = ['event_id', 'eventid', 'id'];
const SOURCES = ['provider_name', 'providername', 'source_name', 'sourcename', 'source'];
const LOGS = ['channel', 'logname', 'log_name'];
const TIMES = ['time_created', 'timecreated', 'systemtime', '@timestamp'];

/**
 * Reads Windows events that a collector wrote as JSON.
 *
 * @returns One record for each event that names its provider or log; none where the JSON is something else.
 */
export function readEventJson(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  return region.records.flatMap((node) => eventOf(node, region.start, lineOf)?.record() ?? []);
}

function eventOf(node: Node, start: number, lineOf: LineOf): RawEvent | undefined {
  // `_source` and `Event` wrap the record in some collectors.
  const isOpen = valueOf(node, 'winlog') !== undefined || firstText(node, IDS) !== undefined;
  const root = isOpen ? node : (valueOf(node, '_source') ?? valueOf(node, 'Event') ?? node);
  const head = valueOf(root, 'system') ?? valueOf(root, 'winlog') ?? root;
  const provider = valueOf(head, 'provider');
  const source =
    textOf(provider, 'name') ??
    textOf(provider, '#attributes', 'Name') ??
    textOf(provider, '@Name') ??
    firstText(head, SOURCES);
  const log = firstText(head, LOGS);
  const id = firstText(head, IDS) ?? textOf(valueOf(head, 'EventID'), '#text');
  if (!id || !/^\d{1,5}$/.test(id) || !(source ?? log)) return;
  const line = (offset: number) => lineOf(start + offset);
  const event = new RawEvent(line(node.offset), line(node.offset + node.length - 1));
  Object.assign(event, {
    source,
    log,
    id: +id,
    time: firstText(head, TIMES) ?? firstText(root, TIMES),
  });
  event.level = firstText(head, ['leveldisplayname', 'level']) ?? textOf(root, 'log', 'level');
  for (const { children } of head.children ?? []) {
    const [key, value] = children ?? [];
    const label = String(key?.value);
    const field = headField(label);
    if (field && field !== 'message' && value && !value.children && value.type !== 'null')
      event.keep(field, label, String(value.value), line(value.offset));
  }
  const data =
    valueOf(root, 'event_data') ?? valueOf(root, 'EventData') ?? valueOf(head, 'event_data');
  if (data)
    for (const { key, text, offset } of leavesOf(data))
      event.data.push({ label: key, value: text, line: line(offset) });
  for (const holder of [root, head]) {
    const message = valueOf(holder, 'message') ?? valueOf(holder, 'Description');
    if (message?.type !== 'string') continue;
    for (const text of String(message.value).split(/\r?\n/))
      event.message.push(Line.of(line(message.offset), text));
    break;
  }
  // A filter that asks for events names their log and id alone.
  if (!event.time && !event.message.length && !event.data.length) return;
  return event;
}

function firstText(node: Node, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = textOf(node, key);
    if (text) return text;
  }
  return undefined;
}
