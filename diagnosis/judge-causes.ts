import type { Fact, FactRecord } from '../facts/fact';
import type { FactName } from '../facts/vocabulary';
import { evaluate } from './condition';
import type { CauseRule } from './rule';

/** How a record stands to one cause of an entry. */
export interface JudgedCause {
  cause: string;
  state: 'fits' | 'ruled out' | 'unknown';
  /** Facts that show it. */
  evidence: readonly Fact[];
  /** Where to look, in the words of the page or tool, for what was not read. */
  lookAt: string[];
  /** Whether that it fits is our own reasoning. */
  isOurs: boolean;
}

/**
 * Tells which causes a record shows. A cause never fits and is ruled out at once: what rules out wins.
 *
 * @param record The record that the code stands in.
 * @param rules Rules of the entry's causes. Those for another kind of record are left out: it cannot tell.
 * @param placeOf Says where a fact is read, in the words of the page or tool.
 */
export function judgeCauses(
  record: FactRecord,
  rules: readonly CauseRule[],
  placeOf: (name: FactName) => string,
): JudgedCause[] {
  return rules
    .filter(({ on }) => on === record.kind)
    .map(({ cause, fits, ruledOut, from }): JudgedCause => {
      const open: JudgedCause = {
        cause,
        state: 'unknown',
        evidence: [],
        lookAt: [],
        isOurs: !from.length,
      };
      const against = ruledOut && evaluate(ruledOut, record);
      if (against?.holds) return { ...open, state: 'ruled out', evidence: against.evidence };
      const truth = fits && evaluate(fits, record);
      if (truth?.holds) return { ...open, state: 'fits', evidence: truth.evidence };
      const missing = [...(truth?.missing ?? []), ...(against?.missing ?? [])];
      return { ...open, lookAt: [...new Set(missing.map((name) => placeOf(name)))] };
    });
}
