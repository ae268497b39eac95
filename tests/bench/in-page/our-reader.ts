import { packedHresults } from '#knowledge/known-hresults';
import { unpackHresults } from '../../../lookup/known-hresults';
import { createMarks } from '../../../finder/marks';
import { createPageCodes, type PageCodes } from '../../../finder/page-codes';

let hresults: Set<number> | undefined;

/** The reader as page/find-on-page.ts sets it up on Microsoft's hosts, with its marks. */
export function createOurReader(): { codes: PageCodes; clear: () => void } {
  const marks = createMarks();
  const codes = createPageCodes(
    {
      bareNumbers: true,
      isKnownHresult: (code) => (hresults ??= unpackHresults(packedHresults)).has(+code),
    },
    ({ range }) => marks.add(range),
    ({ range }) => marks.remove(range),
  );
  return { codes, clear: () => marks.clear() };
}
