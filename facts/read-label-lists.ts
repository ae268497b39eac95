import type { FactRecord } from './fact';
import { labelLists } from './label-lists';
import type { Line } from './lines';
import { readApp } from './read-app';
import { readRequestJson } from './read-requests';
import { readTokenJson } from './read-token';
import type { TakenLines } from './taken-lines';

/** Readers of objects whose rows no other reader of lines has. */
const READERS = [readApp, readTokenJson];

/** A label that each of their records has. */
const HINT = /\bapp_?id\b|\baud\b|\bclient_id\b/i;

/**
 * Reads app registrations, claims and the parameters of requests that stand as labels and values below each other.
 *
 * @param text The whole text, which most often has none.
 * @param hasRequest Whether a request was read in it, whose parameters may stand in such a list.
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readLabelLists(
  text: string,
  hasRequest: boolean,
  lines: readonly Line[],
  taken: TakenLines,
): FactRecord[] {
  if (!HINT.test(text)) return [];
  return labelLists(lines, taken).flatMap(({ region: { region, lineOf }, lines: own }) => {
    for (const read of hasRequest ? READERS : [...READERS, readRequestJson]) {
      const found = read(region, lineOf);
      if (!found.length) continue;
      // What is no part of the record may be one of a message.
      const used = new Set(found.flatMap(({ facts }) => facts.map(({ source }) => source.line)));
      for (const at of own) if (used.has(lines[at]!.number)) taken.add(at);
      return found;
    }
    return [];
  });
}
