import type { FactRecord } from './fact';
import { jsonRegions } from './json-regions';
import { cleanLines, splitLines, withoutEntities, type Line } from './lines';
import { readApp } from './read-app';
import { readDsregcmd } from './read-dsregcmd';
import { readDsregcmdJson } from './read-dsregcmd-json';
import { readEventJson } from './read-event-json';
import { readEvents } from './read-events';
import { readMessage } from './read-message';
import { readProperties, readPropertiesJson } from './read-properties';
import { readRegistry } from './read-registry';
import { readRequests } from './read-requests';
import { readSignInCsv } from './read-sign-in-csv';
import { readSignInJson } from './read-sign-in-json';
import { readSignInList } from './read-sign-in-list';
import { readTokenJson, readTokens, readTokenTable } from './read-token';
import { withoutSecrets, type Secret } from './secrets';
import { TakenLines } from './taken-lines';

/** What was read from a text. */
export interface Reading {
  /** In the order of the text. */
  records: FactRecord[];
  /** What was recognized as a secret, and is in no record. */
  secrets: Secret[];
}

/** Readers of JSON; the first that knows an object has it. */
const JSON_READERS = [
  readSignInJson,
  readEventJson,
  readApp,
  readTokenJson,
  readDsregcmdJson,
  readPropertiesJson,
];

/**
 * Reads every record that stands in a text: alone, several, or mixed with prose.
 *
 * @param pasted What somebody pasted or dropped. Any text and length; the time grows linearly. Secrets are taken out
 * before it is read; nothing is kept of it but the facts.
 */
export function readFacts(pasted: string): Reading {
  const decoded = withoutEntities(pasted);
  const { text, secrets } = withoutSecrets(decoded);
  const raw = splitLines(text);
  const lineOf = lineFinder(() => raw);
  const records = [
    ...readTokens(
      decoded,
      lineFinder(() => splitLines(decoded)),
    ),
    ...readRequests(text, lineOf),
  ];
  for (const region of jsonRegions(text)) {
    const found = JSON_READERS.map((read) => read(region, lineOf)).find(({ length }) => length);
    if (!found) continue;
    records.push(...found);
    // What JSON holds is read once.
    const end = lineOf(region.end - 1);
    for (let at = lineOf(region.start) - 1; at < end; at++) raw[at] = raw[at]!.emptied();
  }
  const csv = readSignInCsv(raw);
  for (const at of csv.lines) raw[at] = raw[at]!.emptied();
  const lines = cleanLines(raw);
  const taken = new TakenLines(lines);
  const read = [
    csv.records,
    readTokenTable(lines, taken),
    readEvents(lines, taken),
    readDsregcmd(lines, taken),
    readRegistry(lines, taken),
    readProperties(lines, taken),
    readSignInList(lines, taken),
    readMessage(lines, taken),
  ];
  for (const found of read) for (const record of found) records.push(record);
  return { records: records.sort((a, b) => a.from - b.from), secrets };
}

/** @returns A function from an offset to its line, from 1. */
function lineFinder(linesOf: () => readonly Line[]): (offset: number) => number {
  let lines: readonly Line[] | undefined;
  return (offset) => {
    lines ??= linesOf();
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
