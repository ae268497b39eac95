import type { Code } from '../detection/code';
import type { FactRecord } from '../facts/fact';
import { isOurJudgment, RECORD_KINDS, type FactName, type RecordKind } from '../facts/vocabulary';
import { answerQuestions, type KnownAnswers } from './answer-questions';
import { judgeCauses, type JudgedCause } from './judge-causes';
import type { PasteReading } from './read-paste';
import type { CodeRules } from './rule';

/** What a pasted text tells of one code. */
export interface JudgedCode {
  causes: readonly JudgedCause[];
  answers: KnownAnswers;
}

/**
 * Holds what was pasted to the causes and questions of a code.
 *
 * @param reading What was read.
 * @param code One that stands in the text, or that a finding in it leads to.
 * @param rules What a record can tell of it.
 * @param placeOf Says where a fact is read, in the words of the page or tool.
 * @returns undefined where the text has nothing to do with the code, and where it tells nothing.
 */
export function judgePaste(
  reading: PasteReading,
  code: Code,
  rules: CodeRules,
  placeOf: (name: FactName) => string,
): JudgedCode | undefined {
  const isAbout = reading.records.some(
    ({ record, findings }) =>
      holds(record, code) || findings.some(({ codes }) => codes.includes(code)),
  );
  if (!isAbout) return;
  const records = RECORD_KINDS.flatMap((kind) => theOne(reading, kind, code) ?? []);
  const causes = records
    .flatMap((record) => judgeCauses(record, rules.causes, placeOf))
    .map((one) => ({
      ...one,
      evidence: one.evidence.filter(({ name }) => !isOurJudgment(name)),
    }));
  const given = records.flatMap((record) => Object.entries(answerQuestions(record, rules.answers)));
  // Records that answer a question differently leave it open.
  const answers = Object.fromEntries(
    given.filter(([path, { answer }]) =>
      given.every(([other, one]) => other !== path || one.answer === answer),
    ),
  );
  if (!Object.keys(answers).length && causes.every(({ state }) => state === 'unknown')) return;
  return { causes, answers };
}

/** Whether a record is one of the code: a failure in it, or the event itself. */
function holds({ codes, facts }: FactRecord, code: Code): boolean {
  return (
    codes.includes(code) || facts.some(({ name, value }) => name === 'event.code' && value === code)
  );
}

/**
 * The record of a kind that the code is about. Of two sign-ins, computers or apps none is taken: what one shows need not be
 * so for the other.
 */
function theOne({ records }: PasteReading, kind: RecordKind, code: Code): FactRecord | undefined {
  const all = records.filter(({ record }) => record.kind === kind);
  const own = all.filter(({ record }) => holds(record, code));
  const [read, second] = own.length ? own : all;
  if (second) return;
  if (!read) return kind === 'signIn' ? signInOfMessage(records, code) : undefined;
  const { record, doubted } = read;
  return {
    ...record,
    facts: record.facts.filter(({ name }) => !doubted.some((start) => name.startsWith(start))),
  };
}

/** A message of the service alone, read as the sign-in that it is of: its text is the failure reason in the log. */
function signInOfMessage(records: PasteReading['records'], code: Code): FactRecord | undefined {
  const found = records.flatMap(({ record }) =>
    record.kind === 'message' && record.codes.length === 1 && record.codes[0] === code
      ? record.facts
          .filter(({ name }) => name === 'message.description')
          .map((fact) => ({ record, fact }))
      : [],
  );
  const [message] = found;
  if (!message || found.length > 1) return;
  const { record, fact } = message;
  const own = record.facts.filter(
    ({ name, isApart }) => name.startsWith('signIn.') && isApart === undefined,
  );
  // Of two apps or users one is another's.
  const rows = own.filter(({ name, value }) =>
    own.every((other) => other.name !== name || isSame(other.value, value)),
  );
  return {
    ...record,
    kind: 'signIn',
    facts: [{ ...fact, name: 'signIn.failureReason' }, ...rows],
  };
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
