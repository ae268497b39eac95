import type { LogRow } from '../log-row';
import { byTime, distinct, groupBy, named, spanOf, type Match, type TimedRow } from './match';
import type { ThenSuccessRule } from './pattern-rule';

/**
 * Rows of one user that count, each soon after the one before, and then a success. Rows without a time tell no order and
 * are left out.
 *
 * @param rows Rows in any order.
 */
export function thenSuccess(rows: readonly LogRow[], rule: ThenSuccessRule): Match[] {
  const matches: Match[] = [];
  for (const [user, own] of groupBy(byTime(rows), ({ user }) => user)) {
    const found = sequences(own, rule);
    if (!found.length) continue;
    const shown = found.flatMap(({ before, success }) => [...before, success]);
    const last = found.at(-1)!;
    matches.push({
      values: {
        user,
        count: found.reduce((sum, { before }) => sum + before.length, 0),
        successes: found.length,
        ...(last.success.address && { address: last.success.address }),
        ...(last.success.app && { app: last.success.app }),
        ...spanOf(shown),
      },
      rows: [...new Set(shown)],
    });
  }
  return rule.each === 'user' ? matches : together(matches);
}

/** Rows that count, and the success after them. */
interface Sequence {
  before: TimedRow[];
  success: TimedRow;
}

function sequences(rows: readonly TimedRow[], rule: ThenSuccessRule): Sequence[] {
  const codes = new Set(rule.codes);
  const protocols = new Set(rule.protocols.map((one) => one.toLowerCase()));
  const isOf = (name: string | undefined) => !!name && protocols.has(name.toLowerCase());
  const found: Sequence[] = [];
  let before: TimedRow[] = [];
  for (const row of rows) {
    const isByProtocol = isOf(row.protocol) || isOf(row.transferMethod);
    const last = before.at(-1);
    if (last && row.time - last.time > rule.minutes * 60_000) before = [];
    if (row.code && codes.has(row.code)) before.push(row);
    else if (row.outcome === 'success') {
      const matching = before.filter((one) => rule.same.every((field) => isSame(one, row, field)));
      if (isByProtocol) found.push({ before: [...matching, row], success: row });
      else if (rule.codes.length && matching.length >= rule.before)
        found.push({ before: matching, success: row });
      // A success of another app or session says nothing of these.
      before = before.filter((one) => !matching.includes(one));
    }
  }
  return found;
}

/** Whether two rows agree in a field that both have. */
function isSame(a: LogRow, b: LogRow, field: ThenSuccessRule['same'][number]): boolean {
  return a[field] === undefined || b[field] === undefined || a[field] === b[field];
}

/** One finding of all users. */
function together(matches: readonly Match[]): Match[] {
  if (!matches.length) return [];
  const rows = matches.flatMap((match) => match.rows);
  const successes = matches.reduce((sum, { values }) => sum + values.successes!, 0);
  const [only] = matches;
  return [
    {
      values: {
        // With one user, the command can be about them.
        ...(matches.length === 1 && only!.values.user && { user: only!.values.user }),
        users: distinct(rows, 'user'),
        apps: distinct(rows, 'app'),
        count: successes,
        successes,
        successUsers: named(rows, 'user'),
        ...spanOf(rows),
      },
      rows,
    },
  ];
}
