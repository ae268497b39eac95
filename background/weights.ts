import type { Code } from '../detection/code';
import type { Severity } from '../lookup/entry';
import { packagedOnce } from '../lookup/load-entries';
import { weightOf, type Weight } from '../lookup/weight';

/**
 * How the marks of codes speak.
 * @returns Weights by code. A code whose severity is not known is missing.
 * @throws Error when the packaged list is missing or broken.
 */
export async function weightsOf(codes: Iterable<Code>): Promise<Record<Code, Weight>> {
  const severities = await packagedOnce<Record<Code, Severity>>('severities.json');
  const weights: Record<Code, Weight> = {};
  for (const code of codes) {
    const weight = weightOf(Object.hasOwn(severities, code) ? severities[code] : undefined);
    if (weight) weights[code] = weight;
  }
  return weights;
}
