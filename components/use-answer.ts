import { useMemo } from 'preact/hooks';
import type { Code } from '../detection/code';
import type { Answer } from '../lookup/answer';
import type { IndexLine } from '../lookup/index-line';
import { withCodesOfRecords } from './answered-by-record';
import type { PasteState } from './use-paste';

/**
 * What a text is answered with: by its own words and codes, and by the codes that its records hold.
 *
 * @param answer The same function until what it answers from changes.
 * @param lineOf The line of a code in the catalog, if it has one; the same function until the catalog changes.
 */
export function useAnswer<Given extends Answer | undefined>(
  text: string,
  paste: PasteState,
  answer: (text: string) => Given,
  lineOf: (code: Code) => IndexLine | undefined,
): Given {
  const own = useMemo(() => answer(text), [answer, text]);
  return useMemo(() => withCodesOfRecords(text, paste, own, lineOf), [text, paste, own, lineOf]);
}
