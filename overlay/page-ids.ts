import { findIds, findLabeledId, type SignInIds } from '../detection/find-ids';
import { allIn, closest, parentElementOf, textOf } from '../finder/dom';
import type { Hit } from '../finder/hits';
import { CELL, columnHead, createColumns, ROW } from '../finder/value-labels';
import { drawnText, type DrawnText } from './drawn-text';

const MOST_STEPS_UP = 12;

/** What holds the tabs of a pane, of which one shows a part of the record at a time. */
const TABS = '[role=tablist]';

/** Ids of which a sign-in has one each, so that a second one belongs to another sign-in. */
const ONE_EACH = ['correlationId', 'requestId'] as const satisfies (keyof SignInIds)[];

/** What is known of the page on which a code stands. */
export interface Around {
  /** The hits of which a part stands in a text node. */
  hitsAt(node: Node): Iterable<Hit>;
  /** Whether the page is about one sign-in, which it may name in several places. */
  isSignIn: boolean;
}

/** Where the record of a code stands on the page. */
export interface RecordPlace {
  ids: SignInIds;
  /** The row of a list that is the record. */
  row?: Element;
  /** The part of the page that is the record, and no more than it; with its tabs, where it has some. */
  root?: Element;
}

/** Ids of the cells of a row, told by the heads of their columns. */
function rowIds(row: Element): SignInIds {
  const ids: SignInIds = {};
  const columns = createColumns();
  for (const cell of allIn(row, CELL)) {
    const head = columnHead(cell, columns);
    if (head) Object.assign(ids, findLabeledId(textOf(head) ?? '', textOf(cell) ?? ''));
  }
  return ids;
}

/**
 * True where a text names two sign-ins, or another one than is known.
 * @param found The ids in the text.
 */
function hasSecond(text: string, known: SignInIds, found: SignInIds): boolean {
  return ONE_EACH.some((key) => {
    const first = known[key] ?? found[key];
    return !!first && !!findIds(text.replaceAll(first, 'x'), [key])[key];
  });
}

/**
 * Ids of one of several codes in a text. A list writes each record in the same order: an id that stands before the
 * first code, and not after the last, comes before each code; and the other way around. What stands on both sides, or
 * on none, cannot be told.
 * @param codes The codes, in their order.
 * @param at Which of them.
 */
function idsInList({ text, codes }: DrawnText, at: number): SignInIds {
  const between = (index: number) =>
    text.slice(codes[index - 1]?.end ?? 0, codes[index]?.start ?? text.length);
  const [first, last] = [findIds(between(0)), findIds(between(codes.length))];
  const [before, after] = [findIds(between(at)), findIds(between(at + 1))];
  const ids: SignInIds = {};
  for (const key of Object.keys({ ...before, ...after }) as (keyof SignInIds)[]) {
    if (!first[key] === !last[key]) continue;
    const value = first[key] ? before[key] : after[key];
    if (value) ids[key] = value;
  }
  return ids;
}

/** The part of a page that holds a record and the list of its tabs; undefined where there are none, or where it holds more. */
function paneAbove(
  start: Element,
  ids: SignInIds,
  { hit: { code }, hitsAt }: { hit: Hit; hitsAt: Around['hitsAt'] },
): Element | undefined {
  let element: Element | null = start;
  for (let steps = 0; element && steps < MOST_STEPS_UP; steps++) {
    if (Element.prototype.querySelector.call(element, TABS)) {
      const drawn = drawnText(element, hitsAt);
      const isOne =
        drawn &&
        drawn.codes.every((one) => one.hit.code === code) &&
        !hasSecond(drawn.text, ids, findIds(drawn.text, ONE_EACH));
      return isOne ? element : undefined;
    }
    element = parentElementOf(element);
  }
  return undefined;
}

/**
 * Finds the record that a code belongs to: its own row, else what stands nearest around it, never past what holds another
 * code or another sign-in. Text of the page only; form fields are never read.
 * @param hit A code on the page.
 * @param around What is known of the page.
 * @returns Ids of one record; a part of them, or none, where the page does not tell whose they are.
 */
export function recordNear(hit: Hit, { hitsAt, isSignIn }: Around): RecordPlace {
  const { block, row, code } = hit;
  const ownRow = closest(row ?? block, ROW);
  let ids = ownRow ? rowIds(ownRow) : {};
  if (ownRow && closest(ownRow, '[role=grid],[role=treegrid]')) return { ids, row: ownRow };

  let element: Element | null = row ?? block;
  let root: Element | undefined;
  for (let steps = 0; element && steps < MOST_STEPS_UP; steps++) {
    const drawn = drawnText(element, hitsAt);
    if (!drawn) break;
    const codes = drawn.codes.filter(
      (one) => one.hit === hit || !isSignIn || one.hit.code !== code,
    );
    const at = codes.findIndex((one) => one.hit === hit);
    if (codes.length > 1) {
      if (at >= 0) ids = { ...idsInList({ text: drawn.text, codes }, at), ...ids };
      break;
    }
    const found = findIds(drawn.text);
    if (hasSecond(drawn.text, ids, found)) break;
    ids = { ...found, ...ids };
    root = element;
    // A correlation id with a time is the whole record.
    if (ids.correlationId && ids.timestamp && Object.keys(ids).length >= 3) break;
    element = parentElementOf(element);
  }
  const pane = paneAbove(row ?? block, ids, { hit, hitsAt });
  return { ids, root: pane ?? root };
}
