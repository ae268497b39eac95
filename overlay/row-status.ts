import { isFineStatus, isStatusLabel, statusOf } from '../facts/status-words';
import { allIn, closest, elementBefore, parentElementOf, textOf } from '../finder/dom';
import { CELL, columnHead, createColumns, GRID, ROW } from '../finder/value-labels';
import { childrenOf, elementAfter } from './page-element';

/** Reads the status of the sign-in in a row of a list. */
export interface RowStatus {
  /** Whether the row in which an element stands is one of a sign-in that succeeded or was interrupted. */
  isFine(element: Element): boolean;
  /** Forgets what was learned of the columns, which holds only while heads and cells stay. */
  forget(): void;
}

const text = (element: Element | null | undefined): string => (element && textOf(element)) || '';

const isFineCell = (cell: Element | null | undefined): boolean => isFineStatus(text(cell));

/** Where an element stands in a list. */
interface Spot {
  cell: Element;
  row: Element;
  /** The cell of the status in its row. */
  status: Element | undefined;
  /** Whether a head stands over its own cell, asked for where no status is known. */
  hasHead: boolean;
}

export function createRowStatus(): RowStatus {
  let columns = createColumns();
  /** Where the status stands among the children that hold the cells of a row, by list and how many they are; -1 for nowhere. */
  let places = new WeakMap<Element, number[]>();
  let labels = new Map<Element, boolean>();
  /** What is known of where an element stands: rows are rewritten far more often than they are made. */
  let spots = new WeakMap<Element, Spot>();

  const isStatus = (cell: Element | undefined): boolean => {
    const head = cell && columnHead(cell, columns);
    if (!head) return false;
    const known = labels.get(head) ?? isStatusLabel(text(head));
    labels.set(head, known);
    return known;
  };

  /** The cell of the status in the row of another cell. It is looked for once in all rows of a list that are alike. */
  const statusBeside = (cell: Element, row: Element): Element | undefined => {
    const list = closest(row, GRID) ?? row;
    const holder = parentElementOf(cell)!;
    const beside = childrenOf(holder);
    const known = places.get(list) ?? [];
    places.set(list, known);
    const last = known[beside.length];
    if (last === -1) return undefined;
    if (last !== undefined && isStatus(beside[last])) return beside[last];
    const status = [...allIn(row, CELL)].find(isStatus);
    const place = status ? [...beside].indexOf(status) : -1;
    if (place >= 0 || !status) known[beside.length] = place;
    return status;
  };

  const spotOf = (element: Element): Spot | undefined => {
    const cell = closest(element, CELL);
    const row = cell && closest(cell, ROW);
    if (!row) return undefined;
    const status = statusBeside(cell, row);
    return { cell, row, status, hasHead: !status && !!columnHead(cell, columns) };
  };

  return {
    isFine(element) {
      const spot = spots.get(element) ?? spotOf(element);
      if (!spot) return false;
      spots.set(element, spot);
      const { cell, row, status, hasHead } = spot;
      if (status) return status !== cell && isFineCell(status);
      // Under a head, a word speaks of what the head says: a sign-in that failed may have passed Conditional Access.
      if (hasHead) return false;
      const isBeside = [elementBefore(cell), elementAfter(cell)].some(isFineCell);
      return isBeside && ![...allIn(row, CELL)].some((one) => statusOf(text(one)) === 'Failure');
    },
    forget() {
      columns = createColumns();
      places = new WeakMap();
      labels = new Map();
      spots = new WeakMap();
    },
  };
}
