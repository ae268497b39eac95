import type { Node } from 'jsonc-parser';
import { append } from './append';
import type { FactRecord } from './fact';
import { jsonRegions, type JsonRegion } from './json-regions';
import { hasKnownKey } from './known-keys';
import { SIGN, type Line } from './lines';
import { looseRegions } from './loose-regions';
import { objectsWithin } from './objects-within';
import { readAccessPolicies } from './read-access-policy';
import { partOfManifest } from './part-of-manifest';
import { readPoliciesOfSignIn } from './policies-of-sign-in';
import { readApp, readCredentials, readPartOfApp } from './read-app';
import { readAppConfig } from './read-app-config';
import { readDsregcmdJson } from './read-dsregcmd-json';
import { readEventJson } from './read-event-json';
import { readFederated } from './read-federated';
import { readForwardedJson } from './read-forwarded';
import { readPropertiesJson } from './read-properties';
import { readRequestJson } from './read-requests';
import { DEVICE_OF_SIGN_IN, readSignInJson, type LineOf } from './read-sign-in-json';
import { readSummary } from './read-summary';
import { readTokenJson } from './read-token';
import { restsOfSignIns } from './rest-of-json';
import type { FactName } from './vocabulary';

type Reader = (region: JsonRegion, lineOf: LineOf) => FactRecord[];

/** Readers of objects; the first that knows one has it. */
const READERS: readonly Reader[] = [
  readSummary,
  readSignInJson,
  readPoliciesOfSignIn,
  readEventJson,
  readAccessPolicies,
  readApp,
  readCredentials,
  readFederated,
  readTokenJson,
  readDsregcmdJson,
  readForwardedJson,
  readPropertiesJson,
  readAppConfig,
];

/**
 * Those of them whose records are told from a part of another object: the device of a sign-in is no device of the
 * directory.
 */
const READERS_WITHIN: readonly Reader[] = [
  readSummary,
  readSignInJson,
  readEventJson,
  readAccessPolicies,
  readApp,
  readFederated,
  readTokenJson,
  readRequestJson,
  readForwardedJson,
  (region, lineOf) => readPropertiesJson(region, lineOf).filter(({ kind }) => kind === 'tpm'),
  readAppConfig,
];

/**
 * Reads an object, or several of one kind.
 *
 * @param region The objects.
 * @param lineOf Line of an offset.
 * @returns The records of the first reader that knows one of them.
 */
export function readRegion(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  for (const read of READERS) {
    const found = read(region, lineOf);
    if (found.length) return found;
  }
  return [];
}

/** A part of a text, as UTF-16 offsets. */
interface Span {
  start: number;
  end: number;
}

/** What was read of an object, and the parts of the text that it stands in. */
interface ObjectReading {
  records: FactRecord[];
  spans: readonly Span[];
}

/**
 * Reads an object that is a record, or the records that it holds.
 *
 * @param lineOf Line of an offset.
 */
export function readAny(region: JsonRegion, lineOf: LineOf): ObjectReading {
  const records = readRegion(region, lineOf);
  return records.length ? { records, spans: [region] } : readWithin(region, lineOf);
}

/**
 * Reads an object that stands in a cell or behind the name of a device: the device of a sign-in is a part of the record
 * around it.
 */
function readPart(region: JsonRegion, lineOf: LineOf): ObjectReading {
  const records = readRegion(region, lineOf).filter((one) => !isDeviceOfSignIn(one));
  return records.length ? { records, spans: [region] } : readWithin(region, lineOf);
}

/** What the directory says of a device, and no sign-in. */
const OF_DIRECTORY: ReadonlySet<string> = new Set<FactName>([
  'deviceObject.enabled',
  'deviceObject.profileType',
  'deviceObject.registered',
  'deviceObject.lastSignIn',
]);

const isDeviceOfSignIn = ({ kind, title, facts }: FactRecord) =>
  title === DEVICE_OF_SIGN_IN ||
  (kind === 'deviceObject' && !facts.some(({ name }) => OF_DIRECTORY.has(name)));

/** Reads what stands within an object that is no record itself. */
function readWithin(region: JsonRegion, lineOf: LineOf): ObjectReading {
  const own = new Map<Reader, Node[]>();
  const spans: Span[] = [];
  const objects = objectsWithin(region.root);
  for (let next = objects.next(); !next.done;) {
    const node = next.value;
    const reader = READERS_WITHIN.find(
      (read) => read({ ...region, records: [node] }, lineOf).length,
    );
    if (reader) {
      if (!own.get(reader)?.push(node)) own.set(reader, [node]);
      const start = region.start + node.offset;
      spans.push({ start, end: start + node.length });
    }
    next = objects.next(reader !== undefined);
  }
  return {
    records: [...own].flatMap(([read, records]) => read({ ...region, records }, lineOf)),
    spans,
  };
}

/**
 * Reads the records that stand in a text as objects: JSON, or another notation.
 *
 * @param given Any text from which secrets were taken out.
 * @param raw Its lines. Those of what was read are emptied, since what they hold is read once; those of other JSON lose
 * its escapes.
 * @param lineOf Line of an offset in it.
 */
export function readObjects(given: string, raw: Line[], lineOf: LineOf): FactRecord[] {
  const records: FactRecord[] = [];
  const spans: Span[] = [];
  const looked = new Set<number>();
  const readAll = (regions: readonly JsonRegion[]) => {
    for (const region of regions) {
      const read = isPart(given, region.start) ? readPart : readAny;
      const found = hasKnownKey(region.root) ? read(region, lineOf) : NOTHING_READ;
      append(records, found.records);
      append(spans, found.spans);
      const last = lineOf(region.end - 1) - 1;
      for (let at = lineOf(region.start) - 1; at <= last; at++) looked.add(at);
    }
  };
  const rests = restsOfSignIns(given);
  for (const rest of rests) {
    append(records, readSignInJson(rest, lineOf));
    spans.push(rest);
    for (let at = lineOf(rest.start) - 1; at < lineOf(rest.end - 1); at++) looked.add(at);
  }
  const manifest = partOfManifest(given);
  if (manifest) {
    records.push(readPartOfApp(manifest, lineOf));
    spans.push(manifest);
    for (let at = lineOf(manifest.start) - 1; at < lineOf(manifest.end - 1); at++) looked.add(at);
  }
  const text = withoutRegions(given, manifest ? [...rests, manifest].sort(byStart) : rests);
  const json = jsonRegions(text);
  readAll(json);
  const named = json.filter(({ root }) => isNamed(root));
  let next = 0;
  readAll(
    looseRegions(text, (offset) => {
      while (next < named.length && named[next]!.end <= offset) next++;
      return next < named.length && named[next]!.start <= offset;
    }),
  );
  spans.sort((a, b) => a.start - b.start);
  let from = 0;
  for (const at of [...looked].sort((a, b) => a - b)) {
    const line = raw[at]!;
    while (from < spans.length && spans[from]!.end <= line.start) from++;
    const rest = withoutSpans(line, spans, from);
    // Brackets and commas between what was read say nothing.
    raw[at] = rest === line || /\w/.test(rest.text) ? withoutEscapes(rest) : line.emptied();
  }
  return records;
}

const byStart = (one: JsonRegion, other: JsonRegion) => one.start - other.start;

/** The text with blanks in place of what was read of it. */
function withoutRegions(text: string, regions: readonly JsonRegion[]): string {
  let end = 0;
  const parts = regions.flatMap((region) => {
    const before = text.slice(end, region.start);
    ({ end } = region);
    return [before, text.slice(region.start, end).replace(/[^\r\n]/g, ' ')];
  });
  return end ? [...parts, text.slice(end)].join('') : text;
}

/** Behind a cell, or the name of the device of a sign-in, an object may be a part of the record around it. */
const PART = /[\t|][ "']{0,9}$|device_?detail["']?[ \t]{0,40}[:=][ \t]{0,9}$/i;

function isPart(text: string, start: number): boolean {
  const near = text.slice(Math.max(0, start - 80), start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  return PART.test(before) && /\w/.test(before);
}

const NOTHING_READ: ObjectReading = { records: [], spans: [] };

/** What of a line stands in none of the parts that were read; `from` is the first of those that reach it. */
function withoutSpans(line: Line, spans: readonly Span[], from: number): Line {
  const { start, text } = line;
  const parts: string[] = [];
  let kept = start;
  for (let at = from; at < spans.length && spans[at]!.start < start + text.length; at++) {
    parts.push(text.slice(kept - start, Math.max(kept, spans[at]!.start) - start));
    kept = Math.max(kept, spans[at]!.end);
  }
  return parts.length ? line.part([...parts, text.slice(kept - start)].join(' ')) : line;
}

/** Whether JSON could make sense of it. */
function isNamed({ type, children = [] }: Node): boolean {
  return type === 'object' || children.some((child) => child.children && isNamed(child));
}

/** Line ends, tabs and quotes within a string; the form of line end that a line is parted at. */
function withoutEscapes(line: Line): Line {
  if (!line.has(SIGN.markdown) || !line.text.includes('\\')) return line;
  const text = line.text
    .replace(/(?:\\r)?\\n/g, '\\r\\n')
    .replace(/\\t/g, '\t')
    .replace(/\\"/g, '"');
  return line.part(text);
}
