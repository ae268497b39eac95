import type { Fact, FactRecord } from '../facts/fact';
import { evaluate } from './condition';
import type { AnswerRule } from './rule';

/** An answer that a record gives. */
interface KnownAnswer {
  /** Place of the answer among those of its question. */
  answer: number;
  /** Facts that show it. */
  evidence: readonly Fact[];
}

/** Answers by the path of their question, as in `AnswerRule`. */
export type KnownAnswers = Readonly<Record<string, KnownAnswer>>;

/**
 * Answers the questions of a diagnosis from a record.
 *
 * @param record The record that the code stands in.
 * @param rules When each answer is given.
 * @returns The questions that it answers. One of which two answers hold stays open.
 */
export function answerQuestions(record: FactRecord, rules: readonly AnswerRule[]): KnownAnswers {
  const given = new Map<string, KnownAnswer[]>();
  for (const { path, answer, on, when } of rules) {
    if (on !== record.kind) continue;
    const { holds, evidence } = evaluate(when, record);
    if (holds) given.set(path, [...(given.get(path) ?? []), { answer, evidence }]);
  }
  return Object.fromEntries(
    [...given].flatMap(([path, [first, second]]) => (second ? [] : [[path, first!]])),
  );
}
