import type { LogRow } from '../log-row';
import { byTime, groupBy, spanOf, type Match, type TimedRow } from './match';
import type { BurstRule } from './pattern-rule';

/**
 * Users with many failures of one kind within a short time: prompts that are sent until somebody approves one.
 *
 * @param rows Rows in any order; those without a time tell no burst and are left out.
 * @returns One match for a user: the burst that a success followed, else the longest.
 */
export function burst(rows: readonly LogRow[], rule: BurstRule): Match[] {
  const codes = new Set(rule.codes);
  const window = rule.minutes * 60_000;
  const matches: Match[] = [];
  for (const [user, own] of groupBy(byTime(rows), ({ user }) => user)) {
    const failed = own.filter(({ outcome, code }) => outcome !== 'success' && codes.has(code!));
    const successes = own.filter(({ outcome }) => outcome === 'success');
    const found = burstsOf(failed, rule.rows, window).map((failures) => {
      const addresses = new Set(failures.flatMap(({ address }) => address ?? []));
      // Prompts may go on after one was approved.
      const success = successes.find(
        ({ time, address }) =>
          time >= failures[rule.rows - 1]!.time &&
          time - failures.at(-1)!.time <= window &&
          (!address || !addresses.size || addresses.has(address)),
      );
      const before = success ? failures.filter(({ time }) => time <= success.time) : failures;
      return { failures: before, addresses, success };
    });
    const [worst] = found.sort(
      (a, b) => +!!b.success - +!!a.success || b.failures.length - a.failures.length,
    );
    if (!worst) continue;
    const { failures, addresses, success } = worst;
    const [address] = addresses;
    matches.push({
      values: {
        user,
        count: failures.length,
        ...(addresses.size === 1 && { address: address! }),
        ...(success?.app && { app: success.app }),
        ...spanOf(failures),
      },
      rows: success ? [...failures, success] : failures,
      isOther: !!success,
    });
  }
  return matches;
}

/** Stretches of rows in which so many stand within the window of each other. */
function burstsOf(rows: readonly TimedRow[], least: number, window: number): TimedRow[][] {
  const bursts: TimedRow[][] = [];
  let end = 0;
  for (let at = least - 1; at < rows.length; at++) {
    const first = at - least + 1;
    if (rows[at]!.time - rows[first]!.time > window) continue;
    if (first < end) bursts.at(-1)!.push(...rows.slice(end, at + 1));
    else bursts.push(rows.slice(first, at + 1));
    end = at + 1;
  }
  return bursts;
}
