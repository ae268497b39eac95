/**
 * What the tests of query results run in the page `log-analytics.html`. Each function is sent there by itself, so that it
 * uses nothing but its arguments.
 */

/** The part of ag-Grid's interface that the tests use, as the page offers it. */
interface Grid {
  ensureIndexVisible(row: number, position: string): void;
  ensureColumnVisible(column: string): void;
  applyColumnState(state: object): void;
  setGridOption(name: string, value: unknown): void;
}
declare const grid: Grid;
declare function groupBy(column: string): void;

/** Codes of the columns of codes as they are drawn, each with its column, sorted; `0` and `None` are none. */
export function drawnCodes(): string[] {
  const columns = ['ResultType', 'ResultSignature', 'Status'];
  return columns
    .flatMap((column) =>
      [...document.querySelectorAll(`#results .ag-cell[col-id=${column}]`)].map(
        (cell) => `${column} ${/\d+/.exec(cell.textContent)?.[0] ?? '0'}`,
      ),
    )
    .filter((text) => !text.endsWith(' 0'))
    .sort();
}

/** Texts under our marks, each with the column of the cell that holds it, sorted. */
export function markedIn(): string[] {
  return [...CSS.highlights]
    .filter(([name]) => name.startsWith('signpost'))
    .flatMap(([, ranges]) => [...ranges] as Range[])
    .filter((range) => range.startContainer.isConnected && !range.collapsed)
    .map((range) => {
      const cell = range.startContainer.parentElement?.closest('.ag-cell');
      return `${cell?.getAttribute('col-id')} ${range.toString()}`;
    })
    .sort();
}

/** Texts under our marks, sorted. */
export function markedAll(): string[] {
  return [...CSS.highlights]
    .filter(([name]) => name.startsWith('signpost'))
    .flatMap(([, ranges]) => [...ranges] as Range[])
    .map(String)
    .sort();
}

/** Texts under our marks inside of the expanded record, each with its key, sorted. */
export function markedKeys(): string[] {
  return [...CSS.highlights]
    .filter(([name]) => name.startsWith('signpost'))
    .flatMap(([, ranges]) => [...ranges] as Range[])
    .flatMap((range) => {
      const row = range.startContainer.parentElement?.closest('.record .ag-row');
      return row ? [`${row.querySelector('[col-id=key]')!.textContent} ${range.toString()}`] : [];
    })
    .sort();
}

export function showRow(row: number): void {
  grid.ensureIndexVisible(row, 'top');
}

export function showColumn(column: string): void {
  grid.ensureColumnVisible(column);
}

export function sortBy(column: string): void {
  grid.applyColumnState({ state: [{ colId: column, sort: 'desc' }] });
}

/** Draws the rows with a text alone. */
export function filterResults(text: string): void {
  grid.setGridOption('quickFilterText', text);
}

/** Opens the record below a row, as a click on the row does. */
export function openRecord(row: number): void {
  (document.querySelector(`.ag-row[row-index="${row}"] .ag-cell`) as HTMLElement).click();
}

/** Groups the rows by a column, as dragging its head to the bar does. */
export function groupRows(column: string): void {
  groupBy(column);
}
