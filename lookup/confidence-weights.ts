import type { ConfidenceWeights } from './confidence';

/** Written by `npx tsx scripts/fit-confidence.ts`, which says from what. */
export const CONFIDENCE_WEIGHTS: ConfidenceWeights = {
  base: -7.69,
  coverage: 2.79,
  likeness: 2.54,
  held: 6.85,
  brevity: 4.89,
  unknown: -0.14,
  unknownShare: -1.7,
  here: 2.23,
  timesHere: 1.32,
  away: -2.24,
  foreign: -2.45,
};
