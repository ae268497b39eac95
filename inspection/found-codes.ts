import { factOfHeading } from '../facts/sign-in-fields';
import { closest } from '../finder/dom';
import type { Hit } from '../finder/hits';
import type { PageHandle } from '../finder/page-handle';
import { ROW } from '../finder/value-labels';
import { rowCells } from '../overlay/drawn-cells';
import { recordNear } from '../overlay/page-ids';
import { inOrder } from '../overlay/page-order';
import type { FoundCode } from './frame-reading';

/** Most codes of one frame that are listed. */
const MOST_CODES = 2000;

/** Most codes outside of rows whose record is looked for: each look reads what stands around the code. */
const MOST_RECORDS = 20;

function timeOfRow(row: Element): string | undefined {
  return rowCells(row).find(({ label }) => factOfHeading(label) === 'signIn.time')?.value;
}

/**
 * The codes of a frame in the order of its page, each with the time of its sign-in.
 * @param page What the finder left.
 */
export function foundCodes(page: Pick<PageHandle, 'hits' | 'hitsAt' | 'isSignIn'>): FoundCode[] {
  const rows = new Map<Element, string | undefined>();
  let records = 0;
  const timeOf = (hit: Hit): string | undefined => {
    const row = closest(hit.row ?? hit.block, ROW);
    if (row && !rows.has(row)) rows.set(row, timeOfRow(row));
    const time = row && rows.get(row);
    return time || (records++ < MOST_RECORDS ? recordNear(hit, page).ids.timestamp : undefined);
  };
  return inOrder(page.hits)
    .slice(0, MOST_CODES)
    .map((hit) => {
      const time = timeOf(hit);
      return { code: hit.code, ...(time && { time }) };
    });
}
