import type { Code } from '../detection/code';
import { ROW_FACTS, type RowCells, type RowFact } from '../facts/row-facts';
import { allIn, attributeOf, closest, rootOfPage, textOf } from '../finder/dom';
import type { Hit } from '../finder/hits';
import type { PageHandle } from '../finder/page-handle';
import { CELL, columnHead, createColumns, GRID, ROW, type Columns } from '../finder/value-labels';
import { inOrder } from '../overlay/page-order';
import type { ListedRow, SignInList } from './frame-reading';
import { isGroupHead } from './group-heads';
import { meaningInList } from './heads';

const MOST_LISTS = 12;
/** Lists draw a hundred rows at most; a long table draws all. */
const MOST_ROWS = 500;
/** No name, address or place is longer, in UTF-16 units. */
const LONGEST_CELL = 200;

/** A list of sign-ins has so many of the columns that patterns are looked for in, the code or status among them. */
const LEAST_COLUMNS = 3;

const WANTED: ReadonlySet<string> = new Set(ROW_FACTS);

/** A list, and of each row its cells and elements: several where columns stand beside those that scroll. */
interface DrawnList extends Pick<SignInList, 'isUtc'> {
  rows: { cells: RowCells; elements: Element[] }[];
}

type Page = Pick<PageHandle, 'isSignIn' | 'isMicrosoft'>;

const plain = (element: Element): string => (textOf(element) ?? '').replace(/\s+/g, ' ').trim();

/** What a column is, by its head. Each head is read once. */
function createFacts(columns: Columns): (cell: Element) => RowFact | undefined {
  const facts = new Map<Element, RowFact | undefined>();
  return (cell) => {
    const head = columnHead(cell, columns);
    if (!head) return undefined;
    if (!facts.has(head)) {
      const is = meaningInList(plain(head));
      const name = is === 'errorCode' ? 'signIn.errorCode' : is;
      facts.set(head, WANTED.has(name ?? '') ? (name as RowFact) : undefined);
    }
    return facts.get(head);
  };
}

/** The first mark of each row of a frame. */
function marksByRow(hits: Iterable<Hit>): Map<Element, { code: Code; at: number }> {
  const counts = new Map<Code, number>();
  const marks = new Map<Element, { code: Code; at: number }>();
  for (const { code, row, block } of inOrder(hits)) {
    const at = counts.get(code) ?? 0;
    counts.set(code, at + 1);
    const element = closest(row ?? block, ROW);
    if (element && !marks.has(element)) marks.set(element, { code, at });
  }
  return marks;
}

function listOf(grid: Element): DrawnList | undefined {
  const factOf = createFacts(createColumns());
  const rows = new Map<unknown, DrawnList['rows'][number]>();
  const columns = new Set<RowFact>();
  let isUtc = false;
  for (const head of allIn(grid, '[role=columnheader],th')) {
    const text = plain(head);
    isUtc ||= meaningInList(text) === 'signIn.time' && /\bUTC\b/.test(text);
  }
  for (const element of [...allIn(grid, ROW)].slice(0, MOST_ROWS)) {
    if (closest(element, GRID) !== grid || isGroupHead(element)) continue;
    const cells: RowCells = {};
    for (const cell of allIn(element, CELL)) {
      const fact = closest(cell, GRID) === grid && factOf(cell);
      if (!fact || cells[fact]) continue;
      columns.add(fact);
      cells[fact] = plain(cell).slice(0, LONGEST_CELL);
    }
    if (!Object.keys(cells).length) continue;
    // ag-Grid draws the columns that do not scroll in a row of their own with the same index.
    const key = attributeOf(element, 'row-index') ?? element;
    const known = rows.get(key) ?? { cells: {}, elements: [] };
    rows.set(key, known);
    Object.assign(known.cells, cells);
    known.elements.push(element);
  }
  const tells = columns.has('signIn.errorCode') || columns.has('signIn.status');
  if (!tells || columns.size < LEAST_COLUMNS) return undefined;
  return { isUtc, rows: [...rows.values()] };
}

/**
 * Reads the lists of sign-ins of a frame as they are drawn: the cells under the heads that patterns are looked for in.
 * Heads of groups are left out.
 * @param page What the finder left. Lists are read on Microsoft's own hosts alone, where bare numbers are codes.
 * @returns At most 12 lists of at most 500 rows each.
 */
export function drawnLists({ isSignIn, isMicrosoft }: Page): DrawnList[] {
  const root = rootOfPage();
  if (!root || isSignIn || !isMicrosoft) return [];
  return [...allIn(root, GRID)]
    .map(listOf)
    .filter((list) => list !== undefined)
    .slice(0, MOST_LISTS);
}

/** The same with the marks of the rows in place of their elements, as it can be sent to the popup. */
export function signInLists(page: Page & Pick<PageHandle, 'hits'>): SignInList[] {
  const lists = drawnLists(page);
  if (!lists.length) return [];
  const marks = marksByRow(page.hits);
  return lists.map(({ rows, isUtc }) => ({
    isUtc,
    rows: rows.map(({ cells, elements }): ListedRow => {
      const mark = elements.map((element) => marks.get(element)).find((one) => one !== undefined);
      return { cells, ...(mark && { mark }) };
    }),
  }));
}
