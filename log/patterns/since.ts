import type { LogRow } from '../log-row';
import { appOf, byTime, distinct, groupBy, isSuccess, namesOf, spanOf, type Match } from './match';
import { mostlySince } from './mostly-since';
import type { SinceRule } from './pattern-rule';
import { joinApps } from './several-apps';

/**
 * Apps that worked, then failed with one code, and have had no success since. A failure of several users or of the app
 * itself from one moment on suggests that something of the app was changed then. Several apps at one time are one match. Where
 * some people still get in, it is told with that.
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
      const users = distinct(after, 'user');
      const isSince =
        after.length >= rule.since &&
        withCode.length - after.length <= after.length * rule.mostBeforeShare &&
        (users === 0 || users >= rule.users);
      if (!isSince) {
        if (withCode.length >= rule.partial.failures) matches.push(...mostlySince(own, code, rule));
        continue;
      }
      matches.push({
        values: {
          code,
          ...namesOf(after[0]!),
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
  const { apps } = rule.severalApps;
  const { failures: _, ...own } = rule.partial;
  return joinApps(matches, apps).map((match) => {
    const { meanwhile, values } = match;
    return meanwhile ? { ...match, own, values: { ...values, successes: meanwhile } } : match;
  });
}
