import type { FactRecord } from './fact';
import { labelLists } from './label-lists';
import { SIGN, type Line } from './lines';
import { readApp } from './read-app';
import { readRequestJson } from './read-requests';
import { readSignInJson } from './read-sign-in-json';
import { readTokenJson } from './read-token';
import type { TakenLines } from './taken-lines';

/** Readers of objects, asked in this order; the first that has a record takes the list. */
const READERS = [readApp, readTokenJson, readSignInJson];

/** Labels of which their records have one at least: lines with none are no list. Not the rows of dsregcmd, `Client ErrorCode`. */
const HINT = /(?<!Client |Server )\b(?:app_?id|aud|client_?id|error_?code|result_?type)\b/i;

/** What parts a label from its value; the colon of some languages is wide. */
const LABEL_SIGNS = SIGN.colon | SIGN.equals | SIGN.cell | SIGN.wide;

/**
 * Reads app registrations, claims, sign-ins and the parameters of requests that stand as labels and values below each other.
 *
 * @param hasRequest Whether a request was read in the text, whose parameters may stand in such a list.
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readLabelLists(
  hasRequest: boolean,
  lines: readonly Line[],
  taken: TakenLines,
): FactRecord[] {
  if (!lines.some(({ text }, at) => taken.leaves(at, LABEL_SIGNS) && HINT.test(text))) return [];
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
