import { findIds, findLabeledId, type SignInIds } from '../detection/find-ids';
import type { Hit } from '../finder/hits';
import { columnHead } from '../finder/value-labels';

const MOST_STEPS_UP = 12;
const LONGEST_TEXT = 20_000;

/** Text of an element with a line break at each block, so that a label and its value stay apart from the next. */
function lines(element: Element): string {
  // Elements of SVG and MathML have no innerText.
  return ((element as Partial<HTMLElement>).innerText ?? '').slice(0, LONGEST_TEXT);
}

function rowIds(row: Element): SignInIds {
  const ids: SignInIds = {};
  for (const cell of row.querySelectorAll('[role=gridcell],[role=rowheader],td')) {
    Object.assign(ids, findLabeledId(columnHead(cell)?.textContent ?? '', cell.textContent ?? ''));
  }
  return ids;
}

/**
 * Ids of the sign-in that a code belongs to: those of its own row, else those that stand nearest around it. Text of the
 * page only; form fields are never read.
 */
export function idsNear({ block, row }: Hit): SignInIds {
  const gridRow = (row ?? block).closest('[role=row],tr');
  if (gridRow?.closest('[role=grid],[role=treegrid]')) return rowIds(gridRow);
  let best: SignInIds = {};
  let element: Element | null = row ?? block;
  for (let steps = 0; element && steps < MOST_STEPS_UP; steps++) {
    // A text so long is a list of many sign-ins, and drawing it up would cost the page time.
    if ((element.textContent?.length ?? 0) > LONGEST_TEXT) break;
    const ids = findIds(lines(element));
    if (Object.keys(ids).length > Object.keys(best).length) best = ids;
    // A correlation id with a time is the whole record; further out stand other records.
    if (best.correlationId && best.timestamp && Object.keys(best).length >= 3) break;
    element = element.parentElement;
  }
  return best;
}
