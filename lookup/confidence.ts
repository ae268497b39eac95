import { CONFIDENCE_WEIGHTS } from './confidence-weights';
import type { Leads } from './subject';

/** What is known of a query and of the text that answers it best. */
export interface Grounds extends Leads {
  /** How much of the query the text holds, from 0 to 1. */
  coverage: number;
  /** How like the query one of its phrases is, from 0 to 1. */
  likeness: number;
  /** How many words of the query it holds; those that its asks alone hold count half. */
  held: number;
  /** What the ranking gave the text, and the text behind it. */
  score: number;
  nextScore: number;
  /** Number of words in the query that tell something, and of those that no text holds. */
  words: number;
  unknown: number;
  /** How much the unknown ones tell, as a share of all. */
  unknownShare: number;
}

/** What the ranking hardly ever goes below, and above. */
const LEAST_SCORE = 0.02;
const MOST_SCORE = 10;

/** A score as a number from 0 to 1: what counts is how many times as large one is as another. */
function leveled(score: number): number {
  const level = Math.log(score / LEAST_SCORE) / Math.log(MOST_SCORE / LEAST_SCORE);
  return Math.min(Math.max(level, 0), 1);
}

/** Grounds as numbers from 0 to 1, so that one regularization fits all of them. */
export function featuresOf(grounds: Grounds) {
  return {
    coverage: grounds.coverage,
    likeness: grounds.likeness,
    held: Math.min(grounds.held, 6) / 6,
    score: leveled(grounds.score),
    rivalry: grounds.nextScore / grounds.score,
    brevity: 1 / grounds.words,
    unknown: Math.min(grounds.unknown, 3) / 3,
    unknownShare: grounds.unknownShare,
    here: grounds.here / 3,
    timesHere: Math.min(grounds.timesHere, 4) / 4,
    away: grounds.away / 3,
    foreign: Math.min(grounds.foreign, 3) / 3,
  };
}

/** What each feature adds, and what there is without any. */
export type ConfidenceWeights = Record<'base' | keyof ReturnType<typeof featuresOf>, number>;

/**
 * How surely a text is about what was asked, by logistic regression over a few features.
 * @returns The logarithm of the odds: 0 where it is as likely as not that the query is about something else.
 */
export function confidenceOf(grounds: Grounds): number {
  const features = Object.entries(featuresOf(grounds)) as [keyof ConfidenceWeights, number][];
  return features.reduce(
    (sum, [name, value]) => sum + CONFIDENCE_WEIGHTS[name] * value,
    CONFIDENCE_WEIGHTS.base,
  );
}
