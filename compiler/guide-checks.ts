import type { Sentence } from '../lookup/entry';
import type { Check } from '../lookup/guide';

/** Cuts a sentence in front of the text that a pattern finds, and leaves what was found out. */
function cut(sentence: Sentence, at: RegExp): [before: Sentence, after: Sentence] | undefined {
  for (const [index, run] of sentence.entries()) {
    const hit = typeof run === 'string' ? at.exec(run) : null;
    if (typeof run !== 'string' || !hit) continue;
    const before = run.slice(0, hit.index).trimEnd();
    const after = run.slice(hit.index + hit[0].length);
    return [
      [...sentence.slice(0, index), ...(before ? [before] : [])],
      [...(after ? [after] : []), ...sentence.slice(index + 1)],
    ];
  }
  return undefined;
}

/**
 * Cuts `How to verify. Good: … Bad: …` into its parts.
 * @returns undefined where one of them is missing.
 */
export function splitGoodBad(text: Sentence): Pick<Check, 'how' | 'good' | 'bad'> | undefined {
  const [how, values] = cut(text, /\bGood: /) ?? [];
  const [good, bad] = (values && cut(values, /\bBad: /)) ?? [];
  return how?.length && good?.length && bad?.length ? { how, good, bad } : undefined;
}
