import { useMemo } from 'preact/hooks';
import type { Code } from '../detection/code';
import { judgePaste } from '../diagnosis/judge-paste';
import type { PasteReading } from '../diagnosis/read-paste';
import type { CodeRules } from '../diagnosis/rule';
import { placeOf } from '../facts/vocabulary';
import type { SignInRecord } from './explained';
import { useLoaded } from './use-entry';

/** What a record can tell of a code; undefined where nothing. Rejects where the packaged rules cannot be loaded. */
export type LoadRules = (code: Code) => Promise<CodeRules | undefined>;

/**
 * Which causes and answers of a code a pasted text shows.
 *
 * @param reading What was read of the text; undefined where none was pasted.
 * @returns Nothing until the rules are there, and where they are missing: the entry stands without it.
 */
export function useJudged(
  reading: PasteReading | undefined,
  code: Code,
  loadRules: LoadRules,
): Pick<SignInRecord, 'causes' | 'answers'> {
  const loading = useLoaded(
    async () => (reading ? loadRules(code) : undefined),
    `${code} ${reading ? 'pasted' : ''}`,
  );
  const rules = loading.state === 'loaded' ? loading.content : undefined;
  return useMemo(
    () => (reading && rules && judgePaste(reading, code, rules, placeOf)) ?? {},
    [reading, code, rules],
  );
}
