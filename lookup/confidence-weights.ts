import type { ConfidenceWeights } from './confidence';

/** Written by `npx tsx scripts/fit-confidence.ts`, which says from what. */
export const CONFIDENCE_WEIGHTS: ConfidenceWeights = {
  base: -8.21,
  coverage: 1.95,
  likeness: 2.34,
  held: 5.93,
  score: 3.84,
  rivalry: -1.18,
  brevity: 4.29,
  unknown: -1.01,
  unknownShare: -0.65,
  here: 1.83,
  timesHere: 0.46,
  away: -1.8,
  foreign: -2.9,
};
