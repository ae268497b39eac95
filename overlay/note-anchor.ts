import type { Hit } from '../finder/hits';

/** Parts of a page where a block of ours would break the layout, or would be carried off with a recycled row. */
const NO_ROOM =
  '[role=grid],[role=treegrid],[role=listbox],[role=menu],[role=alert],[role=status],[role=tooltip],[role=option],[aria-live]:not([aria-live=off]),a,button,summary,select,svg,h1,h2,h3,h4,h5,h6,[role=heading]';

/** The grey box with the ids on the sign-in pages. Its rows belong together. */
const SIGN_IN_DETAILS = '#debugDetailsBanner,.debug-details-banner';

const SMALL_TABLE_ROWS = 6;

/**
 * The element behind which the note for a hit stands.
 * @param hit A code on the page.
 * @returns undefined where only a mark fits: in grids, long tables, toasts, links.
 */
export function noteAnchor({ block, row }: Hit): Element | undefined {
  const details = block.closest(SIGN_IN_DETAILS);
  if (details) return details;
  const table = block.closest('table');
  if (table) {
    // A small table of labels and values, such as Microsoft's own lookup page.
    return row && table.rows.length <= SMALL_TABLE_ROWS && !table.closest(NO_ROOM)
      ? table
      : undefined;
  }
  const anchor = row ?? block;
  if (anchor.closest(NO_ROOM) || /^(BODY|HTML|LI|DT|DD)$/.test(anchor.tagName)) {
    return /^(DD|LI)$/.test(anchor.tagName) && !anchor.closest(NO_ROOM)
      ? anchor.parentElement!
      : undefined;
  }
  const { position } = getComputedStyle(anchor);
  return position === 'fixed' || position === 'absolute' ? undefined : anchor;
}

/** True while a person can see the element: drawn, and larger than a trick for screen readers. */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ checkVisibilityCSS: true })) return false;
  const { width, height, right } = element.getBoundingClientRect();
  return width > 1 && height > 1 && right > 0;
}
