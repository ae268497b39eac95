import type { ConfidenceWeights } from './confidence';

/** Written by `npx tsx scripts/fit-confidence.ts`, which says from what. */
export const CONFIDENCE_WEIGHTS: ConfidenceWeights = {
  base: -8.48,
  coverage: 2.44,
  likeness: 1.98,
  held: 5.4,
  score: 4.39,
  rivalry: -1.03,
  brevity: 3.8,
  unknown: -0.97,
  unknownShare: -0.73,
  here: 2.21,
  timesHere: 0.19,
  away: -2.25,
  foreign: -2.58,
};
