import { appOf, groupBy, isFailure, isSuccess, type Match, type TimedRow } from './match';
import { failuresOf, isHitBy, isOfOne, usersInBoth } from './most-fail';
import type { OutageRule } from './pattern-rule';
import { joined } from './several-apps';

/**
 * Several apps of which most attempts failed with one code for a short time in which some succeeded: what renews a token
 * in the background may get through where people do not. No gap between successes shows it, so that the time is found
 * first, by the code alone, and then its apps. What one user or one address explains is none.
 *
 * @param rows Rows by time.
 * @param whole What is told of apps that had no success in between.
 * @returns The same, with one match for each such event in place of those that are part of it.
 */
export function joinPartial(
  rows: readonly TimedRow[],
  whole: readonly Match[],
  rule: OutageRule,
): Match[] {
  const { severalApps, notCodes, around } = rule;
  const near = rule.partial.minutes * 60_000;
  let told = [...whole];
  for (const [code, withCode] of groupBy(rows.filter(isFailure), (row) => row.code)) {
    const failed = notCodes.includes(code) ? [] : shortTimeOf(withCode, rule);
    if (failed.length < rule.failures * severalApps.apps) continue;
    const [from, to] = [failed[0]!.time, failed.at(-1)!.time];
    const within = ({ time }: TimedRow) => time >= from && time <= to;
    const isHit = isHitBy(code, rule.failures);
    const apps = [
      ...groupBy(
        rows.filter(({ time }) => time >= from - near && time <= to + near),
        appOf,
      ).values(),
    ].filter((own) => {
      const worked = own.filter((row) => isSuccess(row) && !within(row));
      return (
        isHit(own.filter(within)) &&
        usersInBoth(failuresOf(own.filter(within), code), worked) >= rule.users &&
        worked.filter(({ time }) => time < from).length >= around &&
        worked.filter(({ time }) => time > to).length >= around
      );
    });
    const all = apps.flat();
    const attempts = all.filter(within);
    if (apps.length < severalApps.apps || isOfOne({ during: attempts, all }, code, isHit)) continue;
    const parts = told.filter(
      ({ values }) =>
        values.code === code && Date.parse(values.from!) >= from && Date.parse(values.to!) <= to,
    );
    // That none of them had a success says more.
    if (parts.some(({ values }) => values.apps && values.apps >= apps.length)) continue;
    const shown = new Set([...failuresOf(attempts, code), ...parts.flatMap((part) => part.rows)]);
    const event = joined(code, [...shown]);
    const successes = attempts.filter(isSuccess).length;
    told = [
      ...told.filter((one) => !parts.includes(one)),
      { ...event, values: { ...event.values, successes }, own: { says: rule.partial.says } },
    ];
  }
  return told;
}

/** The shortest time in which nearly all of some failures lie, with those that follow as closely; none where it is long. */
function shortTimeOf(
  failed: readonly TimedRow[],
  { mostOutsideShare, partial }: OutageRule,
): TimedRow[] {
  const least = Math.ceil(failed.length / (1 + mostOutsideShare));
  const timeFrom = (first: number) => failed[first + least - 1]!.time - failed[first]!.time;
  let first = 0;
  for (let at = 1; at + least <= failed.length; at++)
    if (timeFrom(at) < timeFrom(first)) first = at;
  let end = first + least;
  const gap = (at: number) => failed[at]!.time - failed[at - 1]!.time;
  let widest = 0;
  for (let at = first + 1; at < end; at++) widest = Math.max(widest, gap(at));
  while (end < failed.length && gap(end) <= widest) end++;
  while (first > 0 && gap(first) <= widest) first--;
  const isShort = failed[end - 1]!.time - failed[first]!.time <= partial.minutes * 60_000;
  return isShort ? failed.slice(first, end) : [];
}
