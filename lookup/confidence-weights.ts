import type { ConfidenceWeights } from './confidence';

/** Written by `npx tsx scripts/fit-confidence.ts`, which says from what. */
export const CONFIDENCE_WEIGHTS: ConfidenceWeights = {
  base: -8.62,
  coverage: 2.22,
  likeness: 1.97,
  held: 5.49,
  score: 4.65,
  rivalry: -1.04,
  brevity: 4.05,
  unknown: -0.99,
  unknownShare: -0.69,
  here: 1.98,
  timesHere: 0.4,
  away: -2.24,
  foreign: -2.59,
};
