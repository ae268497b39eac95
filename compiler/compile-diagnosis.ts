import type { Token, Tokens } from 'marked';
import type { Question, Sentence } from '../lookup/entry';
import { textOf } from './inline';

type CompileSentence = (tokens: Token[]) => Sentence;

/** Splits `**Answer**: what follows` into the answer and the rest. */
export function splitLabel(sentence: Sentence): { label: Sentence; rest: Sentence } | undefined {
  const [first, second, ...others] = sentence;
  if (typeof first !== 'object' || !('b' in first) || typeof second !== 'string') return undefined;
  const after = /^:\s+([^]*)$/.exec(second);
  if (!after) return undefined;
  const head = after[1] ?? '';
  return { label: [first.b], rest: head ? [head, ...others] : others };
}

/**
 * Compiles a decision tree: a question, then a list of `**Answer**: next question or end`, nested as deep as it goes.
 * @param ask The question above the list.
 * @param list The list of its answers.
 * @param sentence Compiles inline tokens.
 * @param complain Takes a message for each answer that has not the form.
 */
export function compileDiagnosis(
  ask: Sentence,
  list: Tokens.List,
  sentence: CompileSentence,
  complain: (message: string) => void,
): Question {
  if (!textOf(ask).trim().endsWith('?')) {
    complain(
      `"${textOf(ask).slice(0, 60)}": a step with answers below it is a question and ends with "?"`,
    );
  }
  const answers = list.items.map((item) => {
    const nested = item.tokens.find((token): token is Tokens.List => token.type === 'list');
    const own = item.tokens.filter((token) => token.type !== 'list' && token.type !== 'space');
    const split = splitLabel(sentence(own));
    if (!split) {
      complain(`"${item.text.slice(0, 60)}": write an answer as "**Yes**: what follows from it"`);
      return { when: sentence(own), next: { end: [] } };
    }
    const next = nested
      ? compileDiagnosis(split.rest, nested, sentence, complain)
      : { end: split.rest };
    return { when: split.label, next };
  });
  if (answers.length < 2) complain('a question has at least two answers');
  return { ask, answers };
}
