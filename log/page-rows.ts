import { readings } from '../facts/printed-time';
import type { RowCells } from '../facts/row-facts';
import { statusOf } from '../facts/status-words';
import type { LogRow } from './log-row';
import { RowMaker } from './make-row';

/** The moments of a column of times. */
interface Moments {
  /** In the order of the column, in milliseconds since 1970; undefined for a cell that is no time. */
  at: (number | undefined)[];
  /** False where day and month could be the other way around. */
  isSure: boolean;
}

/**
 * Reads a column of times. `9/10/2026` is in September or October: where the column itself does not tell, its sign-ins
 * are taken to lie as close together as they can.
 */
function momentsOf(printed: readonly (string | undefined)[]): Moments {
  const read = printed
    .map((text) => (text ? readings(text) : undefined))
    .map((both) => (both?.some((at) => !Number.isNaN(at)) ? both : undefined));
  const known = read.filter((both) => both !== undefined);
  const [monthFirst = 0, dayFirst = 0] = ([0, 1] as const).map((order) => {
    const times = known.map((both) => both[order]);
    return times.some(Number.isNaN) ? Infinity : Math.max(...times) - Math.min(...times);
  });
  const order = dayFirst < monthFirst ? 1 : 0;
  const isKnown = Math.min(monthFirst, dayFirst) < Infinity;
  return {
    at: read.map((both) => (isKnown ? both?.[order] : undefined)),
    isSure:
      Math.max(monthFirst, dayFirst) === Infinity ||
      known.every(([monthFirst, dayFirst]) => monthFirst === dayFirst),
  };
}

/**
 * Makes rows of what a list of a page shows.
 *
 * @param cells The rows of the list, in the order of the page.
 * @returns The sign-ins among them, by their place in the list from 1; and whether their days are beyond doubt. Times are
 *   read as if they were in UTC.
 */
export function rowsOfPage(cells: readonly RowCells[]): { rows: LogRow[]; isSure: boolean } {
  const maker = new RowMaker(Date.parse);
  const times = momentsOf(cells.map((row) => row['signIn.time']));
  const rows = cells.flatMap((row, index) => {
    const at = times.at[index];
    const shown: RowCells = {
      ...row,
      'signIn.time': at === undefined ? '' : new Date(at).toISOString(),
      // Pages draw signs before the word.
      'signIn.status': statusOf(row['signIn.status'] ?? '') ?? '',
    };
    return maker.make(index + 1, (fact) => shown[fact]) ?? [];
  });
  return { rows, isSure: times.isSure };
}
