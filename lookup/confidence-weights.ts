import type { ConfidenceWeights } from './confidence';

/** Written by `npx tsx scripts/fit-confidence.ts`, which says from what. */
export const CONFIDENCE_WEIGHTS: ConfidenceWeights = {
  base: -8.47,
  coverage: 2.41,
  likeness: 2,
  held: 5.43,
  score: 4.37,
  rivalry: -1.03,
  brevity: 3.82,
  unknown: -0.98,
  unknownShare: -0.75,
  here: 2.2,
  timesHere: 0.18,
  away: -2.25,
  foreign: -2.58,
};
