import { useMemo } from 'preact/hooks';
import type { Answer } from '../lookup/answer';
import { withCodesOfRecords } from './answered-by-record';
import type { PasteState } from './use-paste';

/**
 * What a text is answered with: by its own words and codes, and by the codes that its records hold.
 *
 * @param answer The same function until what it answers from changes.
 */
export function useAnswer<Given extends Answer | undefined>(
  text: string,
  paste: PasteState,
  answer: (text: string) => Given,
): Given {
  const own = useMemo(() => answer(text), [answer, text]);
  return useMemo(
    () =>
      withCodesOfRecords(text, paste, own, (code) =>
        answer(code)?.rows.find((row) => row.code === code),
      ),
    [answer, text, paste, own],
  );
}
