import { packedHresults } from '#knowledge/known-hresults';
import { unpackHresults } from '../../../lookup/known-hresults';
import { isElement } from '../../../finder/dom';
import { createMarks } from '../../../overlay/marks';
import { runsOf, type Changes } from '../../../finder/changes';
import { openRoots } from '../../../finder/shadow-roots';
import { createPageCodes, type PageCodes } from '../../../finder/page-codes';
import type { Marker } from '../../../finder/page-handle';

let hresults: Set<number> | undefined;

/** Our reader of a page. */
export interface OurReader {
  codes: PageCodes;
  /** Reads what changed, or the text of the whole page, without a pause. */
  read(changes?: Changes): void;
  /** Looks for open shadow roots in what changed, or in the whole page, without a pause. */
  search(roots?: Iterable<Node>): void;
  clear(): void;
}

/** The reader as finder/find-on-page.ts sets it up on Microsoft's hosts, with the marks of the card. */
export function createOurReader(): OurReader {
  const stop = new AbortController();
  // The card's script, which brings the marks, comes with the first code.
  let marks: Marker | undefined;
  const codes = createPageCodes(
    {
      bareNumbers: true,
      isKnownHresult: (code) => (hresults ??= unpackHresults(packedHresults)).has(+code),
    },
    (hit) => (marks ??= createMarks({}, stop.signal)).add(hit),
    (hit) => marks?.remove(hit),
  );
  return {
    codes,
    read({ roots, goneNodes } = { roots: new Set([document.body]), goneNodes: new Set() }) {
      const work = codes.read(runsOf(roots), goneNodes);
      while (!work.next(false).done);
    },
    search(roots = [document.documentElement]) {
      for (const root of roots) {
        if (!isElement(root)) continue;
        const work = openRoots(root, () => {});
        while (!work.next(false).done);
      }
    },
    clear: () => stop.abort(),
  };
}
