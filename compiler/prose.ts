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

export type SectionName =
  'Summary' | 'User' | 'Admin' | 'Causes' | 'Fix' | 'Diagnosis' | 'Questions';

/** The prose of an entry by section, with its marks: no command and no example. */
export function sectionsOf(
  entry: Omit<Entry, 'depth'>,
): { name: SectionName; sentences: Sentence[] }[] {
  const { summary, summarySources, user, admin = [], causes = [], fix = [] } = entry;
  const { diagnosis, questions = [] } = entry;
  return [
    {
      name: 'Summary',
      sentences: [[summary, ...(summarySources ? [{ e: summarySources }] : [])]],
    },
    { name: 'User', sentences: user ? [...user.text, ...user.steps] : [] },
    { name: 'Admin', sentences: admin.flatMap(sentencesOfBlock) },
    { name: 'Causes', sentences: causes.map(({ name, tell }) => [...name, ': ', ...tell]) },
    { name: 'Fix', sentences: fix.map(({ text }) => text) },
    { name: 'Diagnosis', sentences: diagnosis ? sentencesOfTree(diagnosis) : [] },
    {
      name: 'Questions',
      sentences: questions.flatMap(({ ask, answer }): Sentence[] => [
        [ask],
        ...answer.flatMap(sentencesOfBlock),
      ]),
    },
  ];
}

/** Every paragraph, step, cause and answer of an entry. */
export function paragraphsOf(entry: Omit<Entry, 'depth'>): Sentence[] {
  return sectionsOf(entry).flatMap(({ sentences }) => sentences);
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
