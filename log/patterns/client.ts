import type { LogRow } from '../log-row';
import { distinct, named, spanOf, type Match } from './match';
import type { ClientRule } from './pattern-rule';

/**
 * Rows of clients that a rule names, such as those of legacy authentication.
 *
 * @param rows Rows in any order.
 * @returns One match for all of them, or none.
 */
export function client(rows: readonly LogRow[], rule: ClientRule): Match[] {
  const own = rows.filter(({ clientApp = '' }) =>
    rule.clients.some((name) => clientApp.toLowerCase().startsWith(name)),
  );
  if (!own.length) return [];
  const succeeded = own.filter(({ outcome }) => outcome === 'success');
  return [
    {
      values: {
        clientApps: named(own, 'clientApp'),
        count: own.length,
        users: distinct(own, 'user'),
        successes: succeeded.length,
        successUsers: named(succeeded, 'user'),
        ...spanOf(own),
      },
      // What got in comes first: only a sample is shown.
      rows: [...succeeded, ...own.filter(({ outcome }) => outcome !== 'success')],
      isOther: !succeeded.length,
    },
  ];
}
