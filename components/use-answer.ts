import { useMemo } from 'preact/hooks';
import type { Answer } from '../lookup/answer';
import { codesOfRecords } from './answered-by-record';
import type { PasteState } from './use-paste';

/**
 * What a text is answered with: by its own words and codes, or by the codes that only its records hold. Its ids are its
 * own in both.
 *
 * @param answer The same function until what it answers from changes.
 */
export function useAnswer<Given extends Answer | undefined>(
  text: string,
  paste: PasteState,
  answer: (text: string) => Given,
): Given {
  const own = useMemo(() => answer(text), [answer, text]);
  const codes = codesOfRecords(text, paste, own);
  return useMemo(() => {
    const found = codes === undefined ? undefined : answer(codes);
    return found && own ? { ...found, ids: own.ids } : own;
  }, [answer, codes, own]);
}
