import type { LogRow } from '../log-row';
import { appOf, byTime, distinct, named, spanOf, type Match } from './match';

/**
 * Joins what is told of single apps with one code at one time: a fault, a policy or a change that meets several apps is
 * one event.
 *
 * @param matches Matches that are about one app each.
 * @param apps How many apps make it one event at least.
 * @returns A match for each such event, and the matches that belong to none.
 */
export function joinApps(matches: readonly Match[], apps: number): Match[] {
  return eventsOf(matches).flatMap((event) => {
    if (appsOf(event) < apps) return event;
    const code = event[0]!.values.code!;
    const meanwhile = event.reduce((sum, match) => sum + (match.meanwhile ?? 0), 0);
    return {
      ...joined(
        code,
        event.flatMap(({ rows }) => rows),
      ),
      ...(meanwhile && { meanwhile }),
    };
  });
}

/** What one change does reaches all apps within this time, in milliseconds. */
const SPREADS = 15 * 60_000;

/** Matches of one code that have a moment at which all may have begun, and share at least half of the longest time. */
function eventsOf(matches: readonly Match[]): Match[][] {
  const timed = matches
    .map((match) => {
      const { from = '', to = '', code } = match.values;
      const first = Date.parse(from);
      // It began after the last success before it, and before the first failure.
      const begin = { after: match.workedUntil ?? first, before: first };
      return { from: first, to: Date.parse(to), code, begin, event: [match] };
    })
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const events: typeof timed = [];
  for (const one of timed) {
    const same = events.find(
      ({ from, to, code, begin }) =>
        code === one.code &&
        Math.max(begin.after, one.begin.after) - Math.min(begin.before, one.begin.before) <=
          SPREADS &&
        Math.min(to, one.to) - Math.max(from, one.from) >= (to - from) / 2,
    );
    if (!same) {
      events.push(one);
      continue;
    }
    same.event.push(...one.event);
    same.begin.after = Math.max(same.begin.after, one.begin.after);
    same.begin.before = Math.min(same.begin.before, one.begin.before);
  }
  return events.map(({ event }) => event);
}

/** How many apps there are: one may fail twice within an event of others. */
const appsOf = (event: readonly Match[]): number =>
  new Set(event.map(({ values }) => values.appId ?? values.app)).size;

/** @returns One match of the failures of several apps with one code. */
export function joined(code: string, failed: readonly LogRow[]): Match {
  // Only the first ones are shown, which are those of all apps.
  const rows = byTime(failed);
  const users = distinct(rows, 'user');
  const apps = new Set(rows.map(appOf)).size;
  const names = named(rows, 'app');
  return {
    values: {
      code,
      apps,
      ...(names.length && { appNames: names.length < apps ? [...names, '…'] : names }),
      count: rows.length,
      ...(users && { users }),
      ...spanOf(rows),
    },
    rows,
    isOther: true,
  };
}
