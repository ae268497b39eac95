import { packedHresults } from '#knowledge/known-hresults';
import type { Code } from '../detection/code';
import { isWithinId } from '../detection/code-in-id';
import { findCodes } from '../detection/find-codes';
import { findIds, type SignInIds } from '../detection/find-ids';
import { withoutExcluded } from './excluded-codes';
import { unpackHresults } from './known-hresults';

/** Longest text that is read, in UTF-16 units. A longer paste is cut, and the reader is told. */
const LONGEST_TEXT = 2_000_000;

let hresults: Set<number> | undefined;

/** What stands in a pasted text. */
export interface ReadText {
  /** Codes in order of first appearance, each once. */
  codes: Code[];
  ids: SignInIds;
  isCut: boolean;
}

/**
 * Reads codes and ids from a text that somebody typed or pasted. Labels count, as on Microsoft's own pages: who pastes
 * into Signpost means Entra.
 */
export function readText(text: string): ReadText {
  const read = text.slice(0, LONGEST_TEXT);
  const known = (hresults ??= unpackHresults(packedHresults));
  const found = findCodes(read, { bareNumbers: true, isKnownHresult: (code) => known.has(+code) });
  const meant = withoutExcluded(read, found).filter((one) => !isWithinId(read, one));
  return {
    codes: [...new Set(meant.map(({ code }) => code))],
    ids: findIds(read),
    isCut: text.length > LONGEST_TEXT,
  };
}
