import type { Severity } from '../lookup/entry';

/** How much a row, a code or a pattern wants somebody's attention; `unknown` where no source says. Worst first. */
export const WEIGHTS = ['act', 'look', 'unknown', 'expected'] as const;

export type Weight = (typeof WEIGHTS)[number];

/** @returns The weight of a failure with a code of this severity; `unknown` without one. */
export function weightOf(severity: Severity | undefined): Weight {
  if (!severity) return 'unknown';
  if (severity === 'expected') return 'expected';
  return severity === 'low' || severity === 'medium' ? 'look' : 'act';
}
