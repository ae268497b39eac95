import { groupBy, isFailure, type TimedRow } from './match';

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

/** @returns Whether they are hit no more without the user, or without the address, that failed most. */
export function isOfOne(
  rows: readonly TimedRow[],
  code: string,
  isHit: (rows: readonly TimedRow[]) => boolean,
): boolean {
  return (['user', 'address'] as const).some((field) => {
    const [most] = [...groupBy(failuresOf(rows, code), (row) => row[field]).values()].sort(
      (a, b) => b.length - a.length,
    );
    return !isHit(most ? rows.filter((row) => row[field] !== most[0]![field]) : rows);
  });
}
