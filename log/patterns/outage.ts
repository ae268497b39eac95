import type { LogRow } from '../log-row';
import {
  appOf,
  byTime,
  distinct,
  groupBy,
  isFailure,
  isSuccess,
  namesOf,
  spanOf,
  type Match,
} from './match';
import { joinPartial } from './partial-outage';
import type { OutageRule } from './pattern-rule';
import { joinApps } from './several-apps';

/**
 * Apps that worked, then failed for a while with one code and no success between, and worked again: a policy, secret or
 * address that was changed and put right, or a fault of the service. Several apps at one time are one match, those that hardly worked
 * meanwhile among them.
 *
 * @param rows Rows in any order; those without a time are left out.
 */
export function outage(rows: readonly LogRow[], rule: OutageRule): Match[] {
  const notCodes = new Set(rule.notCodes);
  const timed = byTime(rows);
  const matches: Match[] = [];
  for (const own of groupBy(timed, appOf).values()) {
    const everywhere = groupBy(own.filter(isFailure), (row) => row.code);
    const successes = own.flatMap((row, at) => (isSuccess(row) ? at : []));
    for (let before = rule.around; before <= successes.length - rule.around; before++) {
      const within = own.slice(successes[before - 1]! + 1, successes[before]);
      if (within.length < rule.failures) continue;
      for (const [code, failed] of groupBy(within.filter(isFailure), (row) => row.code)) {
        if (notCodes.has(code) || failed.length < rule.failures) continue;
        const outside = everywhere.get(code)!.length - failed.length;
        if (outside > failed.length * rule.mostOutsideShare) continue;
        const users = distinct(failed, 'user');
        if (users > 0 && users < rule.users) continue;
        matches.push({
          values: {
            code,
            ...namesOf(failed[0]!),
            count: failed.length,
            users,
            successes: successes.length,
            ...spanOf(failed),
          },
          rows: failed,
          workedUntil: own[successes[before - 1]!]!.time,
        });
      }
    }
  }
  return joinPartial(timed, joinApps(matches, rule.severalApps.apps), rule);
}
