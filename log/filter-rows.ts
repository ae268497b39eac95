import type { LogRow } from './log-row';
import type { LogFilter } from './report';
import { weightOfRow, type CodeWeights } from './weight';

/**
 * @param rows Rows of a log.
 * @param filter What they have to be; an empty one lets all through.
 * @param weights Weights of the codes.
 * @returns The rows that fit, in the same order.
 */
export function filterRows(
  rows: readonly LogRow[],
  { weight, from, to, ...values }: LogFilter,
  weights: CodeWeights,
): LogRow[] {
  const wanted = Object.entries(values).filter(([, value]) => value !== undefined) as [
    keyof LogRow,
    string,
  ][];
  const start = from === undefined ? undefined : Date.parse(from);
  const end = to === undefined ? undefined : Date.parse(to);
  return rows.filter(
    (row) =>
      wanted.every(([field, value]) => row[field] === value) &&
      (!weight || weightOfRow(row, weights) === weight) &&
      (start === undefined || (row.time !== undefined && row.time >= start)) &&
      (end === undefined || (row.time !== undefined && row.time < end)),
  );
}
