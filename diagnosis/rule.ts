import type { Code } from '../detection/code';
import type { RecordKind } from '../facts/vocabulary';
import type { Condition } from './condition';

/** What a rule says of a record: something is wrong, something is as it should be, something cannot be told from it. */
export const VERDICTS = ['fails', 'fine', 'unknown'] as const;

/** A source of rules. */
export interface RuleSource {
  url: string;
  /** Heading or table of the page. */
  at?: string;
  /** When it was written, as far as the page says. */
  dated: string;
  /** What it says there, in our words. */
  says: string;
}

/** One rule of the knowledge, compiled from knowledge/rules. */
export interface Rule {
  id: string;
  /** The kind of record that it is asked of. */
  on: RecordKind;
  when: Condition;
  verdict: (typeof VERDICTS)[number];
  /** What the record shows. `{prt.userIdentity}` is filled with the value as printed. */
  says: string;
  /** What to do now. */
  next?: string;
  /** The entry that explains it. Where there is none, the codes in the evidence are explained. */
  code?: Code;
  /** Facts that are not to be relied on where this rule holds, by the start of their names. */
  doubts?: readonly string[];
  /** Indexes of the sources of its file; none for our own reasoning. */
  from: readonly RuleSource[];
}

/** A cause of an entry that a record may show or rule out. */
export interface CauseRule {
  /** Id of the cause in its entry. */
  cause: string;
  on: RecordKind;
  fits?: Condition;
  ruledOut?: Condition;
  /** What it rests on: indexes of the entry's sources, none for our own reasoning. */
  from: readonly number[];
}

/** An answer to a question of an entry's diagnosis that a record may give. */
export interface AnswerRule {
  /** The answers that lead to the question, by their places: `` for the first question, `0.2` for one below. */
  path: string;
  /** Place of the answer. */
  answer: number;
  on: RecordKind;
  when: Condition;
}

/** What a record can tell of one code, compiled from knowledge/rules/causes. */
export interface CodeRules {
  causes: readonly CauseRule[];
  answers: readonly AnswerRule[];
}
