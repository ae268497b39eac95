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
  code: Code;
  /** Id of the cause in its entry. */
  cause: string;
  on: RecordKind;
  fits?: Condition;
  ruledOut?: Condition;
}
