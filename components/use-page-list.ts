import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Code } from '../detection/code';
import type { IndexLine } from '../lookup/index-line';
import { isExpected, pageItems, type PageItem } from './page-list';
import type { TabState } from './tab-message';

/** The codes of the page behind the popup, and where on it the reader is. */
export interface PageList {
  /** Every code, worst first. */
  all: PageItem[];
  /** Those that are listed. */
  shown: PageItem[];
  /** The code of which a place was shown last, to be said aloud. */
  shownLast: PageItem | undefined;
  /** Which place of a code was shown last. */
  placeOf: (code: Code) => number | undefined;
  /** Shows the place before or after it, around from the last to the first. */
  step: (item: PageItem, by: 1 | -1) => Promise<void>;
}

/**
 * @param reveal Shows a place of a code in its frame. Answers false where the page cannot.
 */
export function usePageList(
  tab: TabState | undefined,
  lineOf: (code: Code) => IndexLine | undefined,
  isHiding: boolean,
  reveal: (code: Code, place: number) => Promise<boolean>,
): PageList {
  const [places, setPlaces] = useState<Readonly<Record<Code, number>>>({});
  const [shownLast, setShownLast] = useState<PageItem>();
  const all = useMemo(
    () => (tab?.kind === 'codes' ? pageItems(tab.codes, lineOf) : []),
    [tab, lineOf],
  );
  const shown = useMemo(
    () => (isHiding ? all.filter((one) => !isExpected(one)) : all),
    [all, isHiding],
  );
  // What was asked for last counts at once: the next press may come before the page has answered.
  const wanted = useRef<Record<Code, number>>({});
  const step = useCallback(
    async (item: PageItem, by: 1 | -1) => {
      const { code } = item;
      const { length } = item.places;
      const last = wanted.current[code] ?? (by > 0 ? -1 : length);
      const next = (last + by + length) % length;
      wanted.current[code] = next;
      if (!(await reveal(code, next))) return;
      setPlaces((known) => ({ ...known, [code]: wanted.current[code]! }));
      setShownLast(item);
    },
    [reveal],
  );
  return { all, shown, shownLast, placeOf: (code) => places[code], step };
}
