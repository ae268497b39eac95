import type { Severity } from './entry';

/** How a mark speaks: part of normal sign-ins, worth a look, or to be acted on. */
export type Weight = 'expected' | 'look' | 'act';

const WEIGHTS: Record<Severity, Weight> = {
  expected: 'expected',
  low: 'look',
  medium: 'look',
  high: 'act',
  critical: 'act',
};

/**
 * The weight of a code's marks.
 * @param severity How much an administrator should care, as the entry says.
 * @returns undefined where no source speaks of it: to paint such a code as worth a look would be our own guess.
 */
export function weightOf(severity: Severity | undefined): Weight | undefined {
  return severity && WEIGHTS[severity];
}
