import type { Code } from '../detection/code';
import type { Fact, FactRecord } from '../facts/fact';
import { codesOfLine } from '../facts/read-codes';
import { isOurJudgment } from '../facts/vocabulary';
import { evaluate } from './condition';
import { joinRecords } from './join-records';
import type { Rule, RuleSource } from './rule';

/** What a record shows by one rule. */
export interface Finding {
  rule: string;
  verdict: Rule['verdict'];
  says: string;
  /** Why what was read is not relied on. */
  why?: string;
  next?: string;
  /** Codes whose entries explain it. */
  codes: Code[];
  evidence: readonly Fact[];
  /** None for our own reasoning. */
  sources: readonly RuleSource[];
  record: FactRecord;
}

/**
 * Holds records to rules.
 *
 * @param records What was read.
 * @param rules In the order in which their findings are wanted.
 * @param now The time that tokens are held to.
 * @returns For each record what its rules say: what fails first, then what cannot be told, then what is fine. Nothing
 * is said where a fact that a rule needs was not read.
 */
export function diagnose(
  records: readonly FactRecord[],
  rules: readonly Rule[],
  now: Date = new Date(),
): Finding[] {
  const joined = joinRecords(records, now);
  return records.flatMap((record, at) => {
    const holding = rules
      .filter(({ on }) => on === record.kind)
      .map((rule) => ({ rule, truth: evaluate(rule.when, joined[at]!) }))
      .filter(({ truth }) => truth.holds);
    const doubting = holding.filter(({ rule }) => rule.doubts).map(({ rule }) => rule);
    const findings = holding.flatMap(({ rule, truth }) => {
      const finding = findingOf(rule, truth.evidence, record, joined[at]!);
      const doubt = doubting.find(
        (one) =>
          one !== rule &&
          truth.evidence.some(({ name }) => one.doubts!.some((start) => name.startsWith(start))),
      );
      if (!doubt || rule.doubts) return [finding];
      // Bad news that may be another user's is an open question; good news that may be is nothing.
      if (rule.verdict === 'fine') return [];
      const why = filled(doubt.says, joined[at]!);
      return [{ ...finding, verdict: 'unknown' as const, why, next: doubt.next }];
    });
    return [...findings].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  });
}

/** @returns The facts of a record that its rules say not to rely on, by the start of their names. */
export function doubtedBy(record: FactRecord, rules: readonly Rule[]): string[] {
  return rules.flatMap(({ on, doubts, when }) =>
    doubts && on === record.kind && evaluate(when, record).holds ? doubts : [],
  );
}

const ORDER: Record<Rule['verdict'], number> = { fails: 0, unknown: 1, fine: 2 };

function findingOf(
  rule: Rule,
  evidence: readonly Fact[],
  record: FactRecord,
  joined: FactRecord,
): Finding {
  const shown = evidence.flatMap(({ label, printed }) => codesOfLine(`${label}: ${printed}`));
  return {
    rule: rule.id,
    verdict: rule.verdict,
    says: filled(rule.says, joined),
    next: rule.next && filled(rule.next, joined),
    codes: rule.code ? [rule.code] : [...new Set(shown)],
    // A condition may ask the same fact twice.
    evidence: [...new Set(evidence)].filter(({ name }) => !isOurJudgment(name)),
    sources: rule.from,
    record,
  };
}

/** `{prt.userIdentity}` by the value as printed. */
function filled(text: string, { facts }: FactRecord): string {
  return text.replace(
    /\{([\w.]{3,60})\}/g,
    (whole, name) => facts.find((fact) => fact.name === name && fact.printed)?.printed ?? whole,
  );
}
