import type { LogRow } from '../log-row';
import { byTime, distinct, groupBy, named, spanOf, type Match, type TimedRow } from './match';
import type { ManyUsersRule } from './pattern-rule';

/**
 * Addresses with failures for many users within a short time, and few users who knew their password there: Microsoft's
 * rule for a password spray, knowledge/rules/patterns.yml.
 *
 * @param rows Rows in any order. Where no row of an address has a time, all of them count as one moment.
 */
export function manyUsers(rows: readonly LogRow[], rule: ManyUsersRule): Match[] {
  const codes = new Set(rule.codes);
  const right = new Set(rule.rightPassword);
  const matches: Match[] = [];
  for (const [address, own] of groupBy(rows, ({ address }) => address)) {
    const failed = own.filter(
      ({ outcome, code, user }) => user && outcome !== 'success' && code && codes.has(code),
    );
    const users = distinct(failed, 'user');
    if (users < rule.users || mostUsersWithin(failed, rule.minutes) < rule.users) continue;
    const knew = own.filter(
      ({ outcome, code, user }) => user && (outcome === 'success' || (code && right.has(code))),
    );
    const rightUsers = distinct(knew, 'user');
    if (rightUsers > users * rule.mostRightShare) continue;
    matches.push({
      values: {
        address,
        users,
        count: failed.length,
        successes: rightUsers,
        successUsers: named(knew, 'user'),
        ...spanOf(failed),
      },
      rows: [...failed, ...knew],
      isOther: rightUsers > 0,
    });
  }
  return matches;
}

/** The most different users in any stretch of so many minutes. */
function mostUsersWithin(rows: readonly LogRow[], minutes: number): number {
  const timed = byTime(rows);
  if (!timed.length) return distinct(rows, 'user');
  const inWindow = new Map<string, number>();
  let start = 0;
  let most = 0;
  for (const row of timed) {
    count(inWindow, row, 1);
    while (row.time - timed[start]!.time > minutes * 60_000) count(inWindow, timed[start++]!, -1);
    most = Math.max(most, inWindow.size);
  }
  return most;
}

function count(users: Map<string, number>, { user = '' }: TimedRow, by: 1 | -1): void {
  const now = (users.get(user) ?? 0) + by;
  if (now) users.set(user, now);
  else users.delete(user);
}
