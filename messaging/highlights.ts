import type { Weight } from '../lookup/weight';

/**
 * The priority of our highlights in the registry of a page: a number that nobody else has, by which a new run of the
 * extension knows the marks of one that is gone. It is low, so that highlights of the page's own are drawn over ours.
 */
export const MARK_PRIORITY = -50126;

/**
 * @param weight What the marks say; absent where nothing is known.
 * @returns Names that their highlight may have in the registry of a page, as public/marks.css has them: the second where the
 *   page has one of the first.
 */
export function highlightNames(weight: Weight | undefined): [string, string] {
  const name = weight ? `signpost-${weight}` : 'signpost';
  return [name, `${name}-own`];
}
