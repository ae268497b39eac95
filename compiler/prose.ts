import type { Block, Entry, Question, Sentence } from '../lookup/entry';
import { textOf } from './inline';

function sentencesOfBlock(block: Block): Sentence[] {
  return 'p' in block ? [block.p] : 'ul' in block ? block.ul : block.ol;
}

function sentencesOfTree({ ask, answers }: Question): Sentence[] {
  return [
    ask,
    ...answers.flatMap(({ when, next }) =>
      'end' in next ? [when, next.end] : [when, ...sentencesOfTree(next)],
    ),
  ];
}

/** Every paragraph, step, cause and answer of an entry, with its marks: all that is prose, no command and no example. */
export function paragraphsOf(entry: Omit<Entry, 'depth'>): Sentence[] {
  return [
    [entry.summary, ...(entry.summarySources ? [{ e: entry.summarySources }] : [])],
    ...(entry.user ? [...entry.user.text, ...entry.user.steps] : []),
    ...(entry.admin ?? []).flatMap(sentencesOfBlock),
    ...(entry.causes ?? []).map(({ name, tell }) => [...name, ': ', ...tell]),
    ...(entry.fix ?? []).map(({ text }) => text),
    ...(entry.diagnosis ? sentencesOfTree(entry.diagnosis) : []),
    ...(entry.questions ?? []).flatMap(({ ask, answer }): Sentence[] => [
      [ask],
      ...answer.flatMap(sentencesOfBlock),
    ]),
  ];
}

/** A sentence ends at a full stop, question mark or semicolon before a blank; entries write no `e.g.`. */
const SENTENCE_END = /(?<=[.?;])\s+/;

/** Cuts a paragraph into sentences, marks left out. */
export function cutSentences(paragraph: Sentence): string[] {
  return textOf(paragraph)
    .split(SENTENCE_END)
    .map((one) => one.trim())
    .filter(Boolean);
}
