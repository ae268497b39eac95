import type { Code } from '../detection/code';
import type { Severity } from '../lookup/entry';
import { weightOf } from '../lookup/weight';
import type { LogRow } from './log-row';

/** How much a row, a code or a pattern wants somebody's attention; `unknown` where no source says. Worst first. */
export const WEIGHTS = ['act', 'look', 'unknown', 'expected'] as const;

export type Weight = (typeof WEIGHTS)[number];

/** Severity of each code that the knowledge has; undefined where no source speaks of it. */
export type Severities = ReadonlyMap<Code, Severity | undefined>;

/** The weight of a failure with a code. */
export type CodeWeights = (code: Code | undefined) => Weight;

/** @returns The weight of a failure with each code. */
export function codeWeights(severities: Severities): CodeWeights {
  return (code) => weightOf(code === undefined ? undefined : severities.get(code)) ?? 'unknown';
}

/**
 * The weight of one row. An interrupt is a step of an ordinary sign-in whatever its code, and no failure.
 *
 * @param weights Weights of failures by code.
 */
export function weightOfRow(row: LogRow, weights: CodeWeights): Weight | 'success' {
  if (row.outcome === 'success') return 'success';
  return row.outcome === 'interrupted' ? 'expected' : weights(row.code);
}
