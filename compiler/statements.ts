import type { Entry, Sentence } from '../lookup/entry';
import { proseOf, textOf } from './inline';
import { paragraphsOf } from './prose';
import { strongWords } from './strong-words';

/** A statement and what it rests on: indexes of sources, none for our own reasoning, undefined for nothing. */
interface Statement {
  words: Sentence;
  sources?: number[];
}

/** A full stop or question mark, a blank, and the start of the next sentence. Initials such as "U.S." end nothing. */
const BETWEEN_SENTENCES = /(?<!\b[A-Z])[.?!]\s+(?=\S)/;

/** "No." before the sentence that says why is one statement with it. */
const SHORT_ANSWER = /^(?:yes|no)\.\s+/i;

/** Cuts a paragraph or list item at its marks. */
function cutStatements(sentence: Sentence): Statement[] {
  const statements: Statement[] = [];
  let words: Sentence = [];
  for (const run of sentence) {
    if (typeof run === 'object' && 'e' in run) {
      statements.push({ words, sources: run.e });
      words = [];
    } else words.push(run);
  }
  if (textOf(words).trim()) statements.push({ words });
  return statements;
}

function quoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 60 ? `"${trimmed.slice(0, 60)}…"` : `"${trimmed}"`;
}

/** Labels and literals as one letter each, so that a full stop in them ends no sentence. */
function outline(words: Sentence): string {
  return textOf(
    words.map((run) =>
      typeof run === 'object' && ('b' in run || 'c' in run)
        ? 'x'.repeat(Math.max(textOf([run]).length, 1))
        : run,
    ),
  );
}

/**
 * Checks that every statement says what it rests on.
 * @param sentence A compiled paragraph or list item.
 * @param unit `sentence` where each sentence has its mark, `item` where one at the end covers the whole.
 * @returns One message for each statement without a mark, and for each strong word of our own reasoning.
 */
export function statementProblems(sentence: Sentence, unit: 'sentence' | 'item'): string[] {
  const problems: string[] = [];
  for (const { words, sources } of cutStatements(sentence)) {
    const text = textOf(words);
    if (!text.trim()) {
      problems.push('two marks follow each other; write one: [a, b]');
      continue;
    }
    if (!sources) {
      problems.push(
        /^\s*[.?!,;:]\s*$/.test(text)
          ? `a mark stands before "${text.trim()}"; it stands behind the punctuation`
          : `${quoted(text)} has neither a source nor [~]`,
      );
      continue;
    }
    const answer = SHORT_ANSWER.exec(text.trimStart())?.[0].length ?? 0;
    const lead = text.length - text.trimStart().length;
    const inner =
      unit === 'sentence' ? BETWEEN_SENTENCES.exec(outline(words).slice(lead + answer)) : null;
    if (inner) {
      const first = text.slice(lead, lead + answer + inner.index + 1);
      problems.push(
        `${quoted(first)} has no mark of its own; in a paragraph each sentence has one`,
      );
    }
    if (!sources.length) {
      for (const word of strongWords(proseOf(words)))
        problems.push(
          `"${word}" in ${quoted(text)} needs a source that says so; [~] cannot carry it. Weaken the sentence, or cite`,
        );
    }
  }
  return problems;
}

/** What an entry rests on, counted over its marks. */
export interface EvidenceCount {
  statements: number;
  sourced: number;
  reasoned: number;
}

/** Counts the statements of an entry by their marks. */
export function countEvidence(entry: Omit<Entry, 'depth'>): EvidenceCount {
  return countMarks(marksOf(entry));
}

/** Counts marks by what they name. */
export function countMarks(marks: number[][]): EvidenceCount {
  const sourced = marks.filter((sources) => sources.length).length;
  return { statements: marks.length, sourced, reasoned: marks.length - sourced };
}

/** What each statement of an entry rests on, in order: indexes of sources, none for our own reasoning. */
export function marksOf(entry: Omit<Entry, 'depth'>): number[][] {
  return marksIn(paragraphsOf(entry));
}

/** The marks of sentences, in order. */
export function marksIn(sentences: Sentence[]): number[][] {
  return sentences.flatMap((sentence) =>
    sentence.flatMap((run) => (typeof run === 'object' && 'e' in run ? [run.e] : [])),
  );
}
