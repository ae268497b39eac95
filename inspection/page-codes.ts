import { canonicalCode, type Code } from '../detection/code';
import { firstAndLast, isTime } from './first-and-last';
import type { FoundCode } from './frame-reading';

/** Where one occurrence of a code stands: in which frame, and which of its occurrences there, in the page's order. */
interface Place {
  frameId: number;
  at: number;
  time?: string;
  /** Whether its mark is that of an expected code. */
  isExpected?: boolean;
  /** Whether it stands in an editor, where nothing is marked. */
  isInEditor?: boolean;
}

/** A code of a page, with every place of it in any frame. */
export interface PageCode {
  code: Code;
  places: Place[];
  /** The first and the last time of its sign-ins as printed, where the page tells them all and in an order. */
  first?: string;
  last?: string;
}

/**
 * Puts the codes of all frames of a page together.
 * @param frames What was found in each frame. It comes from a page's renderer and is checked again.
 * @returns Each code once, in the order of the page.
 */
export function groupCodes(
  frames: readonly { frameId: number; codes?: readonly FoundCode[] }[],
): PageCode[] {
  const codes = new Map<Code, PageCode>();
  for (const { frameId, codes: found = [] } of frames) {
    const inFrame = new Map<Code, number>();
    const inRows = new Set(found.filter(({ isGroup }) => !isGroup).map(({ code }) => code));
    for (const { code, time, isExpected, isInEditor, isGroup } of found) {
      if (canonicalCode(code) !== code) continue;
      const at = inFrame.get(code) ?? 0;
      inFrame.set(code, at + 1);
      // The rows of the group are counted, where they are drawn.
      if (isGroup && inRows.has(code)) continue;
      const known = codes.get(code) ?? { code, places: [] };
      codes.set(code, known);
      known.places.push({
        frameId,
        at,
        ...(time && isTime(time) && { time }),
        ...(isExpected && { isExpected: true }),
        ...(isInEditor && { isInEditor: true }),
      });
    }
  }
  return [...codes.values()].map((one) => {
    const times = one.places.flatMap(({ time }) => time ?? []);
    // Of a code that stands elsewhere without a time, the first one is not known.
    return { ...one, ...(times.length === one.places.length && firstAndLast(times)) };
  });
}
