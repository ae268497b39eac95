import type { LogRow } from '../log-row';
import { appOf, byTime, distinct, groupBy, isSuccess, spanOf, type Match } from './match';
import type { SinceRule } from './pattern-rule';
import { joinApps } from './several-apps';

/**
 * Apps that worked, then failed with one code, and have had no success since. A failure of several users or of the app
 * itself from one moment on suggests that something of the app was changed then. Several apps at one time are one match.
 *
 * @param rows Rows in any order; those without a time are left out.
 */
export function since(rows: readonly LogRow[], rule: SinceRule): Match[] {
  const notCodes = new Set(rule.notCodes);
  const matches: Match[] = [];
  for (const own of groupBy(byTime(rows), appOf).values()) {
    const lastSuccess = own.findLastIndex(isSuccess);
    const successes = own.filter(isSuccess).length;
    if (successes < rule.before) continue;
    const tail = new Set(own.slice(lastSuccess + 1));
    const failures = own.filter(
      ({ outcome, code }) => outcome === 'failure' && !notCodes.has(code!),
    );
    for (const [code, withCode] of groupBy(failures, (row) => row.code)) {
      const after = withCode.filter((row) => tail.has(row));
      if (after.length < rule.since) continue;
      if (withCode.length - after.length > after.length * rule.mostBeforeShare) continue;
      const users = distinct(after, 'user');
      if (users > 0 && users < rule.users) continue;
      const [first] = after;
      matches.push({
        values: {
          code,
          ...(first!.app && { app: first!.app }),
          ...(first!.appId && { appId: first!.appId }),
          count: after.length,
          users,
          successes,
          ...spanOf(after),
        },
        rows: after,
        workedUntil: own[lastSuccess]!.time,
      });
    }
  }
  return joinApps(matches, rule.severalApps.apps);
}
