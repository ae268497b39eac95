import { factOfHeading } from '../facts/sign-in-fields';
import { closest } from '../finder/dom';
import type { Hit } from '../finder/hits';
import type { PageHandle } from '../finder/page-handle';
import { ROW } from '../finder/value-labels';
import { rowCells } from '../overlay/drawn-cells';
import { recordNear } from '../overlay/page-ids';
import { inOrder } from '../overlay/page-order';
import { editorCodes } from './editor-codes';
import type { FoundCode } from './frame-reading';
import { isGroupHead } from './group-heads';

/** Most codes of one frame that are listed. */
const MOST_CODES = 2000;

/** Most codes outside of rows whose record is looked for: each look reads what stands around the code. */
const MOST_RECORDS = 20;

type Page = Pick<PageHandle, 'hits' | 'hitsAt' | 'isSignIn' | 'isMicrosoft'>;

function timeOfRow(row: Element): string | undefined {
  return rowCells(row).find(({ label }) => factOfHeading(label) === 'signIn.time')?.value;
}

/**
 * The codes of a frame in the order of its page, each with the time of its sign-in; after them those that stand in
 * editors alone.
 * @param page What the finder left.
 */
export function foundCodes(page: Page): FoundCode[] {
  const rows = new Map<Element, string | undefined>();
  const heads = new Map<Element, boolean>();
  let records = 0;
  const timeOf = (hit: Hit): string | undefined => {
    const row = closest(hit.row ?? hit.block, ROW);
    if (row && !rows.has(row)) rows.set(row, timeOfRow(row));
    const time = row && rows.get(row);
    return time || (records++ < MOST_RECORDS ? recordNear(hit, page).ids.timestamp : undefined);
  };
  const isInGroupHead = ({ row, block }: Hit): boolean => {
    const own = closest(row ?? block, ROW);
    if (own && !heads.has(own)) heads.set(own, isGroupHead(own));
    return !!own && heads.get(own)!;
  };
  const marked = inOrder(page.hits)
    .slice(0, MOST_CODES)
    .map((hit) => {
      const time = timeOf(hit);
      return {
        code: hit.code,
        ...(time && { time }),
        ...(hit.weight === 'expected' && { isExpected: true }),
        ...(isInGroupHead(hit) && { isGroup: true }),
      };
    });
  const known = new Set(marked.map(({ code }) => code));
  const inEditors = page.isMicrosoft && !page.isSignIn ? editorCodes() : [];
  return [
    ...marked,
    ...inEditors.filter((code) => !known.has(code)).map((code) => ({ code, isInEditor: true })),
  ];
}
