import { closest, nameOf, parentElementOf } from '../finder/dom';
import type { Hit } from '../finder/hits';
import { boxOf, isDrawn, isWritten } from './page-element';

/** Lists that are drawn anew with many codes at once, for each of which this is asked first. */
const LIST = '[role=grid],[role=treegrid]';

/** Parts of a page where a block of ours would break the layout, or would be carried off with a recycled row. */
const NO_ROOM = `${LIST},[role=listbox],[role=menu],[role=tooltip],[role=option],a,button,summary,select,svg,h1,h2,h3,h4,h5,h6,[role=heading]`;

/** Parts that are read aloud when they change. On a sign-in page the message itself may be one; elsewhere, toasts. */
const READ_ALOUD = '[role=alert],[role=status],[aria-live]:not([aria-live=off])';

/** The gray box with the ids on the sign-in pages. Its rows belong together. */
const SIGN_IN_DETAILS = '#debugDetailsBanner,.debug-details-banner';

const SMALL_TABLE_ROWS = 6;

/** How many rows and grids that lay their children side by side are left upwards. */
const MOST_STEPS_UP = 4;

/** Steps out of containers in which one more child would stand beside the others instead of below. */
export function belowNeighbors(anchor: Element): Element | undefined {
  let at = anchor;
  for (let step = 0; step < MOST_STEPS_UP; step++) {
    const parent = parentElementOf(at);
    if (!parent) return undefined;
    const { display, flexDirection } = getComputedStyle(parent);
    const isBeside =
      /grid/.test(display) || (/flex/.test(display) && !flexDirection.startsWith('column'));
    if (!isBeside) return at;
    at = parent;
  }
  return undefined;
}

/**
 * The element behind which the note for a hit stands.
 * @param hit A code on the page.
 * @param isSignIn Whether this is a sign-in page.
 * @returns undefined where only a mark fits: in grids, long tables, toasts and links.
 */
export function noteAnchor({ block, row }: Hit, isSignIn: boolean): Element | undefined {
  const start = row ?? block;
  if (!isSignIn && closest(start, LIST)) return undefined;
  const anchor = place(start, block, !!row, isSignIn);
  return anchor && belowNeighbors(anchor);
}

function place(
  start: Element,
  block: Element,
  hasRow: boolean,
  isSignIn: boolean,
): Element | undefined {
  const details = closest(block, SIGN_IN_DETAILS);
  if (details) return details;
  const spoken = closest(block, READ_ALOUD);
  if (spoken) return isSignIn && !closest(spoken, NO_ROOM) ? spoken : undefined;
  const table = closest(block, 'table') as HTMLTableElement | null;
  if (table) {
    // A small table of labels and values, such as Microsoft's own lookup page.
    return hasRow && table.rows.length <= SMALL_TABLE_ROWS && !closest(table, NO_ROOM)
      ? table
      : undefined;
  }
  if (closest(start, NO_ROOM) || /^(body|html)$/.test(nameOf(start))) return undefined;
  if (/^(li|dt|dd)$/.test(nameOf(start)))
    return nameOf(start) === 'dt' ? undefined : parentElementOf(start)!;
  const { position } = getComputedStyle(start);
  return position === 'fixed' || position === 'absolute' ? undefined : start;
}

/**
 * True while a note can stand behind the element: a person sees it, drawn and larger than a trick for screen readers,
 * and does not write there.
 */
export function hasNoteRoom(element: Element): boolean {
  const parent = parentElementOf(element);
  if (!parent || isWritten(parent)) return false;
  if (!isDrawn(element)) return false;
  const { width, height, right } = boxOf(element);
  return width > 1 && height > 1 && right > 0;
}
