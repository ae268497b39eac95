import type { Code } from '../detection/code';
import type { Fact, FactRecord } from '../facts/fact';
import type { FactName } from '../facts/vocabulary';

/**
 * What a rule asks of one record, as data. A fact may stand in a record several times, as redirect URIs do; a test holds
 * where it holds for one of them.
 */
export type Condition =
  /** Its value is one of these. */
  | { fact: FactName; is: readonly string[] }
  /** Its row is there and has no value, or has one. */
  | { fact: FactName; empty: boolean }
  /** Its row is there, or is not. */
  | { fact: FactName; read: boolean }
  /** The source of a RegExp with the flag i. */
  | { fact: FactName; matches: string }
  /** Its time is more than these hours before that of another fact of the record. */
  | { fact: FactName; olderThan: { hours: number; than: FactName } }
  /** The same value as another fact, letter by letter. */
  | { fact: FactName; sameAs: FactName }
  /** It stands within the value of another fact. */
  | { fact: FactName; within: FactName }
  /** One of these codes stands in the record. */
  | { code: readonly Code[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/** What came of a condition. */
export interface Truth {
  /** Undefined where a fact that it needs was not read. */
  holds: boolean | undefined;
  /** Facts that show it. */
  evidence: readonly Fact[];
  /** Facts that would have to be read. */
  missing: readonly FactName[];
}

const HOUR = 3_600_000;

/**
 * Asks a condition of a record, in Kleene's logic of three values: what was not read is neither true nor false.
 *
 * @returns Whether it holds, and by which facts.
 */
export function evaluate(condition: Condition, record: FactRecord): Truth {
  if ('all' in condition) return combine(condition.all, record, false);
  if ('any' in condition) return combine(condition.any, record, true);
  if ('not' in condition) {
    const inner = evaluate(condition.not, record);
    return { ...inner, holds: inner.holds === undefined ? undefined : !inner.holds };
  }
  if ('code' in condition) {
    const found = condition.code.filter((code) => record.codes.includes(code));
    const evidence = record.facts.filter((fact) => found.some((code) => shows(fact, code)));
    return { holds: found.length > 0, evidence, missing: [] };
  }
  const { fact: name } = condition;
  const facts = record.facts.filter((one) => one.name === name);
  if ('read' in condition)
    return { holds: facts.length > 0 === condition.read, evidence: facts, missing: [] };
  if (!facts.length) return { holds: undefined, evidence: [], missing: [name] };
  const test = testOf(condition, record);
  if (typeof test === 'string') return { holds: undefined, evidence: [], missing: [test] };
  const evidence = facts.filter(test);
  const same = 'sameAs' in condition ? new Set(evidence.map(({ value }) => value)) : undefined;
  const others = same
    ? record.facts.filter(
        (one) => one.name === (condition as { sameAs: FactName }).sameAs && same.has(one.value),
      )
    : [];
  return evidence.length
    ? { holds: true, evidence: [...evidence, ...others], missing: [] }
    : { holds: false, evidence: facts, missing: [] };
}

/** Whether a code can be read in a fact, in its usual spelling. */
function shows({ value, printed }: Fact, code: Code): boolean {
  return value === code || printed.toUpperCase().includes(code.toUpperCase());
}

/** The test of one fact, or the name of the other fact that it needs and that was not read. */
function testOf(
  condition: Exclude<Extract<Condition, { fact: FactName }>, { read: boolean }>,
  record: FactRecord,
): ((fact: Fact) => boolean) | FactName {
  if ('is' in condition) return ({ value }) => condition.is.includes(value);
  if ('empty' in condition) return ({ value }) => (value === '') === condition.empty;
  if ('matches' in condition) {
    const form = new RegExp(condition.matches, 'i');
    return ({ printed, value }) => form.test(printed) || form.test(value);
  }
  const otherName =
    'sameAs' in condition
      ? condition.sameAs
      : 'within' in condition
        ? condition.within
        : condition.olderThan.than;
  const others = record.facts.filter(({ name }) => name === otherName);
  if (!others.length) return otherName;
  if ('sameAs' in condition) return ({ value }) => others.some((other) => other.value === value);
  if ('within' in condition)
    return ({ value }) =>
      others.some((other) => other.value.toLowerCase().includes(value.toLowerCase()));
  const than = Date.parse(others[0]!.value);
  const least = condition.olderThan.hours * HOUR;
  return ({ value }) => than - Date.parse(value) > least;
}

/** `decisive` is the value of one part that decides the whole: true for any, false for all. */
function combine(parts: readonly Condition[], record: FactRecord, decisive: boolean): Truth {
  const truths = parts.map((part) => evaluate(part, record));
  const deciding = truths.filter(({ holds }) => holds === decisive);
  if (deciding.length)
    return { holds: decisive, evidence: deciding.flatMap(({ evidence }) => evidence), missing: [] };
  const missing = truths.flatMap((truth) => truth.missing);
  return {
    holds: truths.some(({ holds }) => holds === undefined) ? undefined : !decisive,
    evidence: truths.flatMap(({ evidence }) => evidence),
    missing: [...new Set(missing)],
  };
}
