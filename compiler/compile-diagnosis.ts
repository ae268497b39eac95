import type { Token, Tokens } from 'marked';
import type { Question, Sentence } from '../lookup/entry';
import { takeCauseMarks } from './evidence-marks';
import { textOf } from './inline';
import { itemsByLine } from './sections';

/** What a decision tree is compiled with. Lines are those of the file. */
interface TreeRules {
  sentence(tokens: Token[], line: number): Sentence;
  /** Sees each question with answers below it. */
  asked(question: Sentence, line: number): void;
  /** Sees each end, with the marks in braces behind it; says which causes it stands for. */
  ended(end: Sentence, marks: string[][], line: number): string[];
  complain(line: number, message: string): void;
}

/** What stands behind a label is shown on a line of its own, and begins as a sentence does. "iOS" stays. */
function asSentence(text: string): string {
  return /^[a-z](?![A-Z])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Splits `**Answer**: what follows` into the answer and the rest. */
export function splitLabel(sentence: Sentence): { label: Sentence; rest: Sentence } | undefined {
  const [first, second, ...others] = sentence;
  if (typeof first !== 'object' || !('b' in first) || typeof second !== 'string') return undefined;
  const after = /^:\s+([^]*)$/.exec(second);
  if (!after) return undefined;
  const head = after[1] ?? '';
  return { label: [first.b], rest: head ? [asSentence(head), ...others] : others };
}

/**
 * Compiles a decision tree: a question, then a list of `**Answer**: next question or end`, nested as deep as it goes.
 * @param ask The question above the list.
 * @param list The list of its answers.
 * @param line The line on which the list starts.
 */
export function compileDiagnosis(
  ask: Sentence,
  list: Tokens.List,
  line: number,
  rules: TreeRules,
): Question {
  if (!textOf(ask).trim().endsWith('?')) {
    rules.complain(
      line,
      `"${textOf(ask).slice(0, 60)}": a step with answers below it is a question and ends with "?"`,
    );
  }
  rules.asked(ask, line);
  const answers = itemsByLine(list, line).map(({ item, line: itemLine }) => {
    const nested = item.tokens.find((token): token is Tokens.List => token.type === 'list');
    const own = takeCauseMarks(
      item.tokens.filter((token) => token.type !== 'list' && token.type !== 'space'),
    );
    const split = splitLabel(rules.sentence(own.tokens, itemLine));
    if (!split) {
      rules.complain(
        itemLine,
        `"${item.text.slice(0, 60)}": write an answer as "**Yes**: what follows from it"`,
      );
      return { when: [], next: { end: [] } };
    }
    if (nested) {
      const next = compileDiagnosis(split.rest, nested, itemLine + 1, rules);
      return { when: split.label, next };
    }
    if (!textOf(split.rest).trim())
      rules.complain(
        itemLine,
        `"${item.text.slice(0, 60)}": an answer leads to a question, a cause or a step`,
      );
    const causes = rules.ended(split.rest, own.marks, itemLine);
    return { when: split.label, next: { end: split.rest, ...(causes.length && { causes }) } };
  });
  if (answers.length < 2) rules.complain(line, 'a question has at least two answers');
  return { ask, answers };
}
