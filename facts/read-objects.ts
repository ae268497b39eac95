import type { Node } from 'jsonc-parser';
import type { FactRecord } from './fact';
import { jsonRegions, type JsonRegion } from './json-regions';
import { SIGN, type Line } from './lines';
import { looseRegions } from './loose-regions';
import { objectsWithin } from './objects-within';
import { readApp } from './read-app';
import { readDsregcmdJson } from './read-dsregcmd-json';
import { readEventJson } from './read-event-json';
import { readPropertiesJson } from './read-properties';
import { readRequestJson } from './read-requests';
import { readSignInJson, type LineOf } from './read-sign-in-json';
import { readTokenJson } from './read-token';

type Reader = (region: JsonRegion, lineOf: LineOf) => FactRecord[];

/** Readers of objects; the first that knows one has it. */
const READERS: readonly Reader[] = [
  readSignInJson,
  readEventJson,
  readApp,
  readTokenJson,
  readDsregcmdJson,
  readPropertiesJson,
];

/**
 * Those of them whose records are told from a part of another object: the device of a sign-in is no device of the
 * directory.
 */
const READERS_WITHIN: readonly Reader[] = [
  readSignInJson,
  readEventJson,
  readApp,
  readTokenJson,
  readRequestJson,
  (region, lineOf) => readPropertiesJson(region, lineOf).filter(({ kind }) => kind === 'tpm'),
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

/** Reads what stands within an object that is no record itself. */
function readWithin(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  const own = new Map<Reader, Node[]>();
  const objects = objectsWithin(region.root);
  for (let next = objects.next(); !next.done;) {
    const node = next.value;
    const reader = READERS_WITHIN.find(
      (read) => read({ ...region, records: [node] }, lineOf).length,
    );
    if (reader && !own.get(reader)?.push(node)) own.set(reader, [node]);
    next = objects.next(reader !== undefined);
  }
  return [...own].flatMap(([read, records]) => read({ ...region, records }, lineOf));
}

/**
 * Reads the records that stand in a text as objects: JSON, or another notation.
 *
 * @param text Any text from which secrets were taken out.
 * @param raw Its lines. Those of what was read are emptied, since what they hold is read once; those of other JSON lose
 * its escapes.
 * @param lineOf Line of an offset in it.
 */
export function readObjects(text: string, raw: Line[], lineOf: LineOf): FactRecord[] {
  const records: FactRecord[] = [];
  /** Offsets behind JSON that was looked through, by where it begins. */
  const passed: { start: number; end: number }[] = [];
  const readAll = (regions: readonly JsonRegion[]) => {
    for (const region of regions) {
      const whole = readRegion(region, lineOf);
      const found = whole.length ? whole : readWithin(region, lineOf);
      records.push(...found);
      if (isNamed(region.root)) passed.push(region);
      const first = lineOf(region.start) - 1;
      const last = lineOf(region.end - 1) - 1;
      for (let at = first; at <= last; at++) {
        const line = raw[at]!;
        // What stands before and behind it is no part of it.
        const before = at === first ? line.text.slice(0, region.start - line.start) : '';
        const behind = at === last ? line.text.slice(region.end - line.start) : '';
        if (!found.length) raw[at] = withoutEscapes(line);
        else if (/\w/.test(before + behind)) raw[at] = line.part(`${before} ${behind}`);
        else raw[at] = line.emptied();
      }
    }
  };
  readAll(jsonRegions(text));
  const json = [...passed];
  let next = 0;
  readAll(
    looseRegions(text, (offset) => {
      while (next < json.length && json[next]!.end <= offset) next++;
      return next < json.length && json[next]!.start <= offset;
    }),
  );
  return records;
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
