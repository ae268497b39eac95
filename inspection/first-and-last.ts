import { readings } from '../facts/printed-time';

/** @returns Whether a text is a time as pages print it, and nothing else. */
export function isTime(text: string): boolean {
  return readings(text).some((at) => !Number.isNaN(at));
}

/**
 * The first and the last of some printed times. `9/10/2026` is September or October: where the times themselves do not
 * tell, and the two readings disagree, nothing is claimed.
 * @param times As the page prints them, in any order.
 * @returns Two of the texts; undefined where there is none, or where their order cannot be told.
 */
export function firstAndLast(
  times: readonly string[],
): { first: string; last: string } | undefined {
  const read = times.map((text) => ({ text, at: readings(text) }));
  const picked = ([0, 1] as const).flatMap((order) => {
    if (!read.length || read.some(({ at }) => Number.isNaN(at[order]))) return [];
    const sorted = [...read].sort((one, two) => one.at[order] - two.at[order]);
    return [{ first: sorted[0]!.text, last: sorted.at(-1)!.text }];
  });
  const [one, other = one] = picked;
  return one?.first === other?.first && one?.last === other?.last ? one : undefined;
}
