/**
 * The first and the last line of a record.
 *
 * @param places Numbers of lines, at least one and in any order.
 */
export function spanOfLines(places: readonly number[]): { from: number; to: number } {
  let from = places[0]!;
  let to = from;
  for (const line of places) {
    if (line < from) from = line;
    if (line > to) to = line;
  }
  return { from, to };
}
