/** How well a cell fits a column: by a form that only values of it have, by none that speaks against it, or not at all. */
export type Fit = (text: string) => 'certain' | 'possible' | false;

/** One form weighs more than all columns without one. */
const SCORES = { certain: 1000, possible: 1 } as const;

/**
 * Gives the cells of a row to columns, where empty cells were lost.
 *
 * @param cells In the order of the columns; no more than there are columns.
 * @param fits What the cells of each column look like.
 * @returns For each cell its column, or -1 where several fit it as well, and how many have the form of their column alone;
 * undefined where the cells are no such row.
 */
export function aligned(
  cells: readonly string[],
  fits: readonly Fit[],
): { columns: number[]; certain: number } | undefined {
  if (!cells.length || cells.length > fits.length) return;
  const scores = cells.map((text) =>
    fits.map((fit) => {
      const found = fit(text);
      return found ? SCORES[found] : -Infinity;
    }),
  );
  const before = bestBefore(scores, fits.length);
  // From the end the same is asked of the row turned around.
  const turned = scores.map((row) => row.toReversed()).toReversed();
  const behind = bestBefore(turned, fits.length);
  const best = before[cells.length]![fits.length]!;
  if (best === -Infinity) return;
  const columns = scores.map((row, cell) => {
    const found = row.flatMap((score, column) => {
      const rest = behind[cells.length - cell - 1]![fits.length - column - 1]!;
      return before[cell]![column]! + score + rest === best ? column : [];
    });
    return found.length === 1 ? found[0]! : -1;
  });
  return { columns, certain: Math.floor(best / SCORES.certain) };
}

/** The best score of the first cells within the first columns, by both counts. */
function bestBefore(scores: readonly (readonly number[])[], columns: number): number[][] {
  const best = [Array.from({ length: columns + 1 }, () => 0)];
  for (const row of scores) {
    const above = best.at(-1)!;
    const own = [-Infinity];
    for (let column = 0; column < columns; column++)
      own.push(Math.max(own[column]!, above[column]! + row[column]!));
    best.push(own);
  }
  return best;
}
