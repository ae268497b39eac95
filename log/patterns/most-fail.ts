import { distinct, groupBy, isFailure, type TimedRow } from './match';

/** @returns The failures with a code. */
export const failuresOf = (rows: readonly TimedRow[], code: string) =>
  rows.filter((row) => isFailure(row) && row.code === code);

/** @returns Whether at least so many attempts fail with a code, and half of all. An interrupt is a step of an attempt. */
export const isHitBy = (code: string, least: number) => (rows: readonly TimedRow[]) => {
  const failed = failuresOf(rows, code).length;
  return (
    failed >= least && failed * 2 >= rows.filter((one) => one.outcome !== 'interrupted').length
  );
};

/** @returns How many users are among those that failed and among those that worked: newcomers may never have had access. */
export const usersInBoth = (failed: readonly TimedRow[], worked: readonly TimedRow[]): number => {
  const known = new Set(worked.map(({ user }) => user));
  return distinct(
    failed.filter(({ user }) => known.has(user)),
    'user',
  );
};

/**
 * @param during Attempts while it lasted.
 * @param all The same, and those before and after.
 * @returns Whether they are hit no more without the user, or without the address, that failed most. An address from which
 * most of what did not fail came as well, the one of all offices, explains nothing.
 */
export function isOfOne(
  { during, all }: Record<'during' | 'all', readonly TimedRow[]>,
  code: string,
  isHit: (rows: readonly TimedRow[]) => boolean,
): boolean {
  const others = all.filter((row) => !isFailure(row) || row.code !== code);
  return (['user', 'address'] as const).some((field) => {
    const [most] = [...groupBy(failuresOf(during, code), (row) => row[field]).values()].sort(
      (a, b) => b.length - a.length,
    );
    if (!most) return !isHit(during);
    const isOf = (row: TimedRow) => row[field] === most[0]![field];
    if (field === 'address' && others.filter(isOf).length * 2 > others.length) return false;
    return !isHit(during.filter((row) => !isOf(row)));
  });
}
