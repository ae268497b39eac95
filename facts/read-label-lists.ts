import type { FactRecord } from './fact';
import { labelLists } from './label-lists';
import type { Line } from './lines';
import { readApp } from './read-app';
import { codesOfLine } from './read-codes';
import { readTokenJson } from './read-token';
import type { TakenLines } from './taken-lines';

/** Readers of objects whose rows no other reader of lines has. */
const READERS = [readApp, readTokenJson];

/** A label that each of their records has. */
const HINT = /\bapp_?id\b|\baud\b/i;

/**
 * Reads app registrations and claims that stand as labels and values below each other.
 *
 * @param text The whole text, which most often has none.
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readLabelLists(
  text: string,
  lines: readonly Line[],
  taken: TakenLines,
): FactRecord[] {
  if (!HINT.test(text)) return [];
  return labelLists(lines, taken).flatMap(({ region: { region, lineOf }, lines: own }) => {
    for (const read of READERS) {
      const found = read(region, lineOf);
      if (!found.length) continue;
      // An error below the list is a message of its own.
      for (const at of own) if (!codesOfLine(lines[at]!.text).length) taken.add(at);
      return found;
    }
    return [];
  });
}
