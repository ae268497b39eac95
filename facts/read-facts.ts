import type { FactRecord } from './fact';
import { jsonRegions } from './json-regions';
import { cleanLines, withoutEntities, type Line } from './lines';
import { readDsregcmd } from './read-dsregcmd';
import { readEventJson } from './read-event-json';
import { readEvents } from './read-events';
import { readMessage } from './read-message';
import { readProperties, readPropertiesJson } from './read-properties';
import { readSignInCsv } from './read-sign-in-csv';
import { readSignInJson } from './read-sign-in-json';

/** Readers of JSON; the first that knows an object has it. */
const JSON_READERS = [readSignInJson, readEventJson, readPropertiesJson];

/** What was read from a text. */
export interface Reading {
  /** In the order of the text. */
  records: FactRecord[];
}

/**
 * Reads every record that stands in a text: alone, several, or mixed with prose.
 *
 * @param pasted What somebody pasted or dropped. Any text and length; the time grows linearly. Nothing is kept of it but
 * the facts.
 */
export function readFacts(pasted: string): Reading {
  const text = withoutEntities(pasted);
  const records: FactRecord[] = [];
  const lineOf = lineFinder(text);
  const rest = text.split(/\r\n|\n|\r/);
  for (const region of jsonRegions(text)) {
    const found = JSON_READERS.map((read) => read(region, lineOf)).find(({ length }) => length);
    if (!found) continue;
    records.push(...found);
    // What JSON holds is read once.
    for (let at = lineOf(region.start); at <= lineOf(region.end - 1); at++) rest[at - 1] = '';
  }
  const rawLines: Line[] = rest.map((line, at) => ({ number: at + 1, text: line }));
  const csv = readSignInCsv(rawLines);
  records.push(...csv.records);
  for (const at of csv.lines) rest[at] = '';
  const lines = cleanLines(rest.join('\n'));
  const events = readEvents(lines);
  records.push(...events.records);
  const dsregcmd = readDsregcmd(lines, (at) => events.lines.has(at));
  records.push(...dsregcmd.records);
  const isTaken = (at: number) => events.lines.has(at) || dsregcmd.lines.has(at);
  const properties = readProperties(lines, isTaken);
  records.push(...properties.records);
  const isOther = (at: number) => isTaken(at) || properties.lines.has(at);
  records.push(...readMessage(lines, isOther));
  return { records: records.sort((a, b) => a.from - b.from) };
}

/** @returns A function from an offset to its line, from 1. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
