import { byTime, distinct, spanOf, type Match } from './match';

/**
 * Joins what is told of single apps with one code at one time: a fault, a policy or a change that meets several apps is
 * one event.
 *
 * @param matches Matches that are about one app each.
 * @param apps How many apps make it one event at least.
 * @returns A match for each such event, and the matches that belong to none.
 */
export function joinApps(matches: readonly Match[], apps: number): Match[] {
  return eventsOf(matches).flatMap((event) => (appsOf(event) < apps ? event : joined(event)));
}

/** Matches of one code that share at least half of the longer time with the longest of them. */
function eventsOf(matches: readonly Match[]): Match[][] {
  const events: { from: number; to: number; code?: string | undefined; event: Match[] }[] = [];
  const timed = matches
    .map((match) => {
      const { from = '', to = '', code } = match.values;
      return { from: Date.parse(from), to: Date.parse(to), code, event: [match] };
    })
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const one of timed) {
    const same = events.find(
      ({ from, to, code }) =>
        code === one.code && Math.min(to, one.to) - Math.max(from, one.from) >= (to - from) / 2,
    );
    if (same) same.event.push(...one.event);
    else events.push(one);
  }
  return events.map(({ event }) => event);
}

/** How many apps there are: one may fail twice within an event of others. */
const appsOf = (event: readonly Match[]): number =>
  new Set(event.map(({ values }) => values.appId ?? values.app)).size;

function joined(event: readonly Match[]): Match {
  // Only the first ones are shown, which are those of all apps.
  const rows = byTime(event.flatMap((match) => match.rows));
  const users = distinct(rows, 'user');
  return {
    values: {
      code: event[0]!.values.code!,
      apps: appsOf(event),
      count: rows.length,
      ...(users && { users }),
      ...spanOf(rows),
    },
    rows,
    isOther: true,
  };
}
