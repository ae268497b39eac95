import type { FactRecord } from './fact';
import { jsonRegions, type JsonRegion } from './json-regions';
import type { Line } from './lines';
import { looseRegions, mayHoldObjects } from './loose-regions';
import { readApp } from './read-app';
import { readDsregcmdJson } from './read-dsregcmd-json';
import { readEventJson } from './read-event-json';
import { readPropertiesJson } from './read-properties';
import { readSignInJson, type LineOf } from './read-sign-in-json';
import { readTokenJson } from './read-token';

/** Readers of objects; the first that knows one has it. */
const READERS = [
  readSignInJson,
  readEventJson,
  readApp,
  readTokenJson,
  readDsregcmdJson,
  readPropertiesJson,
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

/**
 * Reads the records that stand in a text as objects: JSON, or another notation.
 *
 * @param text Any text from which secrets were taken out.
 * @param raw Its lines; those of what was read are emptied, since what they hold is read once.
 * @param lineOf Line of an offset in it.
 */
export function readObjects(text: string, raw: Line[], lineOf: LineOf): FactRecord[] {
  const records: FactRecord[] = [];
  const readAll = (regions: readonly JsonRegion[]) => {
    for (const region of regions) {
      const found = readRegion(region, lineOf);
      if (!found.length) continue;
      records.push(...found);
      const end = lineOf(region.end - 1);
      for (let at = lineOf(region.start) - 1; at < end; at++) raw[at] = raw[at]!.emptied();
    }
  };
  readAll(jsonRegions(text));
  if (mayHoldObjects(text))
    readAll(looseRegions(text, (offset) => !raw[lineOf(offset) - 1]!.text));
  return records;
}
