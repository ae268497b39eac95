import { distinct, isSuccess, namesOf, spanOf, type Match, type TimedRow } from './match';
import { failuresOf, isHitBy, isOfOne, usersInBoth } from './most-fail';
import type { SinceRule } from './pattern-rule';

/**
 * An app of which most attempts fail with one code from one moment on, and some succeed: a policy that meets most people,
 * but not all. What one user or one address explains is none.
 *
 * @param own Rows of the app by time.
 * @returns One match, or none.
 */
export function mostlySince(own: readonly TimedRow[], code: string, rule: SinceRule): Match[] {
  const attempts = own.filter(({ outcome }) => outcome !== 'interrupted');
  const failures = new Set(failuresOf(attempts, code));
  // The moment from which on failures outweigh all else most.
  let weight = 0;
  let most = 0;
  let start = attempts.length;
  for (let at = attempts.length - 1; at >= 0; at--) {
    weight += failures.has(attempts[at]!) ? 1 : -1;
    if (weight <= most) continue;
    most = weight;
    start = at;
  }
  const since = attempts.slice(start);
  const failed = failuresOf(since, code);
  // What fails at one rate all the time has such a moment, too: before it many attempts worked, and few failed.
  const failedBefore = failures.size - failed.length;
  if (failedBefore > Math.min(failed.length, start) * rule.mostBeforeShare) return [];
  if (isOfOne({ during: since, all: attempts }, code, isHitBy(code, rule.partial.failures)))
    return [];
  const worked = attempts.slice(0, start).filter(isSuccess);
  if (worked.length < rule.partial.failures || usersInBoth(failed, worked) < rule.users) return [];
  // So many successes after the last failure are the end of it.
  const last = since.lastIndexOf(failed.at(-1)!);
  if (since.slice(last).filter(isSuccess).length >= rule.before) return [];
  const [first] = failed as [TimedRow];
  return [
    {
      values: {
        code,
        ...namesOf(first),
        count: failed.length,
        users: distinct(failed, 'user'),
        ...spanOf(failed),
      },
      rows: failed,
      workedUntil: worked.at(-1)!.time,
      meanwhile: since.filter(isSuccess).length,
    },
  ];
}
