import type { FactRecord } from './fact';
import { makeFact } from './make-fact';
import type { SignIn } from './sign-in-record';
import type { FactName } from './vocabulary';

/**
 * The record of a whole export: what it is, and how many sign-ins of which outcome it has.
 *
 * @param values Values by fact, such as `log.rows`; those that are undefined are left out.
 */
export function logRecord(
  title: string,
  values: Partial<Record<Extract<FactName, `log.${string}`>, string | number | undefined>>,
  from: number,
  to: number,
  isCutOff: boolean,
): FactRecord {
  const facts = Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [makeFact(name as FactName, name.slice('log.'.length), String(value), { line: from })],
  );
  const doubts: FactRecord['doubts'] = isCutOff ? ['cut off'] : [];
  return { kind: 'log', title, facts, codes: [], doubts, from, to };
}

/** Counts of an export, for `logRecord`. */
export function countOf(signIns: readonly SignIn[], isCutOff: boolean) {
  const outcomes = signIns.map(({ outcome }) => outcome);
  return {
    'log.rows': isCutOff ? `${signIns.length} (cut off)` : signIns.length,
    'log.failures': outcomes.filter((one) => one === 'failure').length,
    'log.interrupted': outcomes.filter((one) => one === 'interrupted').length,
  };
}
