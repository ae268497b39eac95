import { distinct, spanOf, type Match } from './match';

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
  const events: Match[][] = [];
  for (const match of [...matches].sort((a, b) => length(b) - length(a))) {
    const event = events.find(
      ([longest]) =>
        longest!.values.code === match.values.code &&
        shared(match, longest!) >= length(longest!) / 2,
    );
    if (event) event.push(match);
    else events.push([match]);
  }
  return events;
}

/** How many apps there are: one may fail twice within an event of others. */
const appsOf = (event: readonly Match[]): number =>
  new Set(event.map(({ values }) => values.appId ?? values.app)).size;

const times = ({ values: { from = '', to = '' } }: Match) => [Date.parse(from), Date.parse(to)];

function length(match: Match): number {
  const [from, to] = times(match);
  return to! - from!;
}

/** How long two matches last together, in milliseconds; below zero where they do not meet. */
function shared(one: Match, other: Match): number {
  const [from, to] = times(one);
  const [otherFrom, otherTo] = times(other);
  return Math.min(to!, otherTo!) - Math.max(from!, otherFrom!);
}

function joined(event: readonly Match[]): Match {
  const rows = event.flatMap((match) => match.rows);
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
