import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../detection/find-codes';
import { findIds } from '../../../detection/find-ids';
import type { SignInIds } from '../../../detection/find-ids';
import { mayHoldCodes } from '../../../detection/gate';

/** A real text that people met, and what is right to read from it. */
interface Case {
  id: string;
  kind: string;
  surface: string;
  text: string;
  url?: string;
  expected: string[];
  ids: Partial<Pick<SignInIds, (typeof CHECKED_IDS)[number]>>;
  ambiguous?: boolean;
  alsoAccept?: string[];
}

/** The cases name these ids; others may be read as well. */
const CHECKED_IDS = ['correlationId', 'requestId', 'traceId', 'timestamp'] as const;

// The cases are kept apart from the code, since their texts are other people's.
const shared = resolve(import.meta.dirname, '../../../../shared');
const casesFile = resolve(shared, 'cases/cases.jsonl');
const hresultsFile = resolve(shared, 'facts/hresult.json');
const isAbsent = !existsSync(casesFile) || !existsSync(hresultsFile);

function readCases(): Case[] {
  return readFileSync(casesFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);
}

function readHresults(): Set<string> {
  const rows = JSON.parse(readFileSync(hresultsFile, 'utf8')) as { code: string }[];
  return new Set(rows.map(({ code }) => code));
}

const isMicrosoft = ({ surface, url }: Case) =>
  ['signin', 'entra', 'docs', 'log', 'json', 'other'].includes(surface) &&
  (!url || surface === 'signin' || surface === 'entra');

/** The text as a reader of the page sees it: inline elements and Markdown's emphasis join. */
const asSeen = ({ surface, text }: Case) =>
  surface === 'html' ? text.replace(/<\/?(?:wbr|b)>/g, '') : text.replaceAll('**', '');

function judge(item: Case, known: Set<string>) {
  const text = asSeen(item);
  const bareNumbers = isMicrosoft(item);
  const found = findCodes(text, { bareNumbers, isKnownHresult: (code) => known.has(code) });
  const codes = [...new Set(found.map(({ code }) => code))];
  const ids = findIds(text);
  const accepted = [item.expected, ...(item.alsoAccept ? [item.alsoAccept] : [])].map(String);
  return {
    id: item.id,
    codes,
    wrongIds: CHECKED_IDS.filter((key) => ids[key] !== item.ids[key]),
    isRightCode: accepted.includes(String(codes)),
    isGateRight: !codes.length || mayHoldCodes(text, bareNumbers),
  };
}

describe.skipIf(isAbsent)('real texts', () => {
  it('are read right in at least 95 of 100', () => {
    const known = readHresults();
    const results = readCases()
      .filter(({ ambiguous }) => !ambiguous)
      .map((item) => judge(item, known));
    const wrong = results.filter((result) => !result.isRightCode || result.wrongIds.length);
    const share = 1 - wrong.length / results.length;
    console.log(`${(share * 100).toFixed(1)} % of ${results.length} texts are right; not:`, wrong);
    expect(share).toBeGreaterThanOrEqual(0.95);
    expect(results.filter(({ isGateRight }) => !isGateRight)).toEqual([]);
  });

  it('without a code give none', () => {
    const known = readHresults();
    const negatives = readCases().filter(
      ({ kind, expected }) => kind === 'negative' || !expected.length,
    );
    for (const item of negatives) {
      const { codes } = judge(item, known);
      const allowed = item.alsoAccept ?? [];
      expect(
        codes.filter((code) => !allowed.includes(code)),
        item.id,
      ).toEqual([]);
    }
  });
});
