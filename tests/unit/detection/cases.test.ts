import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packedHresults } from '#knowledge/known-hresults';
import { findCodes } from '../../../detection/find-codes';
import { findIds } from '../../../detection/find-ids';
import type { SignInIds } from '../../../detection/find-ids';
import { mayHoldCodes } from './may-hold-codes';
import { unpackHresults } from '../../../lookup/known-hresults';

/** A real text that people met, and what is right to read from it. */
interface Case {
  id: string;
  kind: string;
  surface: string;
  text: string;
  url?: string;
  expected: string[];
  ids?: Partial<Pick<SignInIds, (typeof CHECKED_IDS)[number]>>;
  ambiguous?: boolean;
  alsoAccept?: string[];
}

/** The cases name these ids; others may be read as well. */
const CHECKED_IDS = ['correlationId', 'requestId', 'traceId', 'timestamp'] as const;

const CASES = parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/texts/cases.yml'), 'utf8'),
) as Case[];

const KNOWN_HRESULTS = unpackHresults(packedHresults);

const isMicrosoft = ({ surface, url }: Case) =>
  ['signin', 'entra', 'docs', 'log', 'json', 'other'].includes(surface) &&
  (!url || surface === 'signin' || surface === 'entra');

/** The text as a reader of the page sees it: inline elements and Markdown's emphasis join. */
const asSeen = ({ surface, text }: Case) =>
  surface === 'html' ? text.replace(/<\/?(?:wbr|b)>/g, '') : text.replaceAll('**', '');

function judge(item: Case) {
  const text = asSeen(item);
  const bareNumbers = isMicrosoft(item);
  const found = findCodes(text, {
    bareNumbers,
    isKnownHresult: (code) => KNOWN_HRESULTS.has(+code),
  });
  const codes = [...new Set(found.map(({ code }) => code))];
  const ids = findIds(text);
  const accepted = [item.expected, ...(item.alsoAccept ? [item.alsoAccept] : [])].map(String);
  return {
    id: item.id,
    codes,
    wrongIds: CHECKED_IDS.filter((key) => ids[key] !== item.ids?.[key]),
    isRightCode: accepted.includes(String(codes)),
    isGateRight: !codes.length || mayHoldCodes(text, bareNumbers),
  };
}

describe('real texts', () => {
  it('are read right in at least 98 of 100', () => {
    const results = CASES.filter(({ ambiguous }) => !ambiguous).map((item) => judge(item));
    const wrong = results.filter((result) => !result.isRightCode || result.wrongIds.length);
    const share = 1 - wrong.length / results.length;
    console.log(`${(share * 100).toFixed(1)} % of ${results.length} texts are right; not:`, wrong);
    expect(share).toBeGreaterThanOrEqual(0.98);
    expect(results.filter(({ isGateRight }) => !isGateRight)).toEqual([]);
  });

  it('without a code give none', () => {
    const negatives = CASES.filter(({ kind, expected }) => kind === 'negative' || !expected.length);
    for (const item of negatives) {
      const { codes } = judge(item);
      const allowed = item.alsoAccept ?? [];
      expect(
        codes.filter((code) => !allowed.includes(code)),
        item.id,
      ).toEqual([]);
    }
  });
});
