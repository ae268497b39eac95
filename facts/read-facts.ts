import type { FactRecord } from './fact';
import { jsonRegions } from './json-regions';
import { cleanLines, withoutEntities } from './lines';
import { readApp } from './read-app';
import { readDsregcmd } from './read-dsregcmd';
import { readDsregcmdJson } from './read-dsregcmd-json';
import { readEventJson } from './read-event-json';
import { readEvents } from './read-events';
import { readMessage } from './read-message';
import { readProperties, readPropertiesJson } from './read-properties';
import { readRequests } from './read-requests';
import { readSignInCsv } from './read-sign-in-csv';
import { readSignInJson } from './read-sign-in-json';
import { readTokens } from './read-token';
import { withoutSecrets, type Secret } from './secrets';

/** What was read from a text. */
export interface Reading {
  /** In the order of the text. */
  records: FactRecord[];
  /** What was recognized as a secret, and is in no record. */
  secrets: Secret[];
}

/** Readers of JSON; the first that knows an object has it. */
const JSON_READERS = [readSignInJson, readEventJson, readApp, readDsregcmdJson, readPropertiesJson];

/**
 * Reads every record that stands in a text: alone, several, or mixed with prose.
 *
 * @param pasted What somebody pasted or dropped. Any text and length; the time grows linearly. Secrets are taken out
 * before it is read; nothing is kept of it but the facts.
 */
export function readFacts(pasted: string): Reading {
  const decoded = withoutEntities(pasted);
  const { text, secrets } = withoutSecrets(decoded);
  const lineOf = lineFinder(text);
  const records = [...readTokens(decoded, lineFinder(decoded)), ...readRequests(text, lineOf)];
  const rest = text.split(LINE_END);
  for (const region of jsonRegions(text)) {
    const found = JSON_READERS.map((read) => read(region, lineOf)).find(({ length }) => length);
    if (!found) continue;
    records.push(...found);
    // What JSON holds is read once.
    for (let at = lineOf(region.start); at <= lineOf(region.end - 1); at++) rest[at - 1] = '';
  }
  const csv = readSignInCsv(rest);
  for (const at of csv.lines) rest[at] = '';
  const lines = cleanLines(rest);
  const events = readEvents(lines);
  const taken = new Uint8Array(lines.length);
  const isTaken = (at: number) => taken[at] === 1;
  for (const at of events.lines) taken[at] = 1;
  const dsregcmd = readDsregcmd(lines, isTaken);
  for (const at of dsregcmd.lines) taken[at] = 1;
  const properties = readProperties(lines, isTaken);
  for (const at of properties.lines) taken[at] = 1;
  const message = readMessage(lines, isTaken);
  for (const found of [csv.records, events.records, dsregcmd.records, properties.records, message])
    for (const record of found) records.push(record);
  return { records: records.sort((a, b) => a.from - b.from), secrets };
}

const LINE_END = /\r\n|\n|\r/g;

/** @returns A function from an offset to its line, from 1. */
function lineFinder(text: string): (offset: number) => number {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= startsOf(text);
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

function startsOf(text: string): number[] {
  const starts = [0];
  const end = text.includes('\r') ? LINE_END : /\n/g;
  end.lastIndex = 0;
  while (end.test(text)) starts.push(end.lastIndex);
  return starts;
}
