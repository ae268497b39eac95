import type { LogRow } from '../log-row';
import { byTime, groupBy, spanOf, type Match, type TimedRow } from './match';
import type { BurstRule } from './pattern-rule';

/**
 * Users with many failures of one kind within a short time: prompts that are sent until somebody approves one.
 *
 * @param rows Rows in any order; those without a time tell no burst and are left out.
 */
export function burst(rows: readonly LogRow[], rule: BurstRule): Match[] {
  const codes = new Set(rule.codes);
  const window = rule.minutes * 60_000;
  const matches: Match[] = [];
  for (const [user, own] of groupBy(byTime(rows), ({ user }) => user)) {
    const failed = own.filter(({ outcome, code }) => outcome !== 'success' && codes.has(code!));
    const shown = inBursts(failed, rule.rows, window);
    if (!shown.length) continue;
    const last = shown.at(-1)!;
    const addresses = new Set(shown.flatMap(({ address }) => address ?? []));
    const success = own.find(
      ({ outcome, time, address }) =>
        outcome === 'success' &&
        time >= last.time &&
        time - last.time <= window &&
        (!address || !addresses.size || addresses.has(address)),
    );
    const [address] = addresses;
    matches.push({
      values: {
        user,
        count: shown.length,
        ...(addresses.size === 1 && { address: address! }),
        ...(success?.app && { app: success.app }),
        ...spanOf(shown),
      },
      rows: success ? [...shown, success] : shown,
      isOther: !!success,
    });
  }
  return matches;
}

/** The rows of which so many stand within one stretch of time. */
function inBursts(rows: readonly TimedRow[], least: number, window: number): TimedRow[] {
  const shown = new Set<TimedRow>();
  for (let at = least - 1; at < rows.length; at++) {
    const first = at - least + 1;
    if (rows[at]!.time - rows[first]!.time > window) continue;
    for (const row of rows.slice(first, at + 1)) shown.add(row);
  }
  return [...shown];
}
