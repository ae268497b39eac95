import type { LogRow } from '../log-row';
import { distinct, groupBy, spanOf, type Match } from './match';
import type { OnePlaceRule } from './pattern-rule';

/**
 * Failures with one code that come from one address, or else from one place, while the other sign-ins come from
 * elsewhere as well.
 *
 * @param rows Rows in any order.
 */
export function onePlace(rows: readonly LogRow[], rule: OnePlaceRule): Match[] {
  const failures = rows.filter(({ outcome }) => outcome === 'failure');
  return [...groupBy(failures, ({ code }) => code)].flatMap(([code, own]) => {
    if (own.length < rule.rows || distinct(own, 'user') < rule.users) return [];
    const others = rows.filter((row) => row.code !== code);
    return (
      inOne('address', code, own, others, rule) ?? inOne('place', code, own, others, rule) ?? []
    );
  });
}

function inOne(
  field: 'address' | 'place',
  code: string,
  own: readonly LogRow[],
  others: readonly LogRow[],
  rule: OnePlaceRule,
): Match | undefined {
  const [largest] = [...groupBy(own, (row) => row[field])].sort(
    (a, b) => b[1].length - a[1].length,
  );
  if (!largest) return;
  const [value, there] = largest;
  if (there.length < own.length * rule.shareOfFailures) return;
  const known = others.filter((row) => row[field] !== undefined);
  const elsewhere = known.filter((row) => row[field] !== value);
  if (elsewhere.length < rule.rows) return;
  if (known.length - elsewhere.length > known.length * rule.shareOfOthers) return;
  return {
    values: {
      code,
      place: value,
      ...(field === 'address' && { address: value }),
      count: there.length,
      users: distinct(there, 'user'),
      ...spanOf(there),
    },
    rows: there,
  };
}
