import { useCallback, useState } from 'preact/hooks';
import { withNearest, type Answer } from '../lookup/answer';

/**
 * Where nothing answers a text, what is nearest to it stands in its place once somebody asks for that, until the text is
 * another one.
 *
 * @param own What the text is answered with.
 * @returns What is to be shown, and what asks for the nearest; absent where there is none, or it is shown.
 */
export function useNearest<Given extends Answer | undefined>(
  text: string,
  own: Given,
): { answer: Given; askNearest: (() => void) | undefined } {
  const [askedFor, setAskedFor] = useState<string>();
  const ask = useCallback(() => setAskedFor(text), [text]);
  if (!own?.nearest.length) return { answer: own, askNearest: undefined };
  if (askedFor !== text) return { answer: own, askNearest: ask };
  return { answer: withNearest(own) as Given, askNearest: undefined };
}
