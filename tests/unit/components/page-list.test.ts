import { expect, it } from 'vitest';
import { isExpected, notFailed, pageItems } from '../../../components/page-list';
import type { Severity } from '../../../lookup/entry';
import type { IndexLine } from '../../../lookup/index-line';

const SEVERITIES: Record<string, Severity> = {
  AADSTS50058: 'expected',
  AADSTS50126: 'medium',
  AADSTS53003: 'medium',
  AADSTS50053: 'high',
  AADSTS16000: 'low',
};
const lineOf = (code: string) =>
  SEVERITIES[code] && ({ code, severity: SEVERITIES[code] } as IndexLine);
const code = (name: string, count: number) => ({
  code: name,
  places: Array.from({ length: count }, (_, at) => ({ frameId: 0, at })),
});

it('the codes of a page stand worst first, then by how often, and what nobody knows before what can wait', () => {
  const items = pageItems(
    [
      code('AADSTS50058', 90),
      code('AADSTS16000', 5),
      code('AADSTS999999', 1),
      code('AADSTS50126', 2),
      code('AADSTS53003', 3),
      code('AADSTS50053', 1),
    ],
    (one) => lineOf(one) || undefined,
  );
  expect(items.map((item) => item.code)).toEqual([
    'AADSTS50053',
    'AADSTS53003',
    'AADSTS50126',
    'AADSTS999999',
    'AADSTS16000',
    'AADSTS50058',
  ]);
  expect(items.filter(isExpected).map((item) => item.code)).toEqual(['AADSTS50058']);
});

it('a code of which every place is in a sign-in that did not fail is expected, and else counts as before', () => {
  const places = (...fine: boolean[]) =>
    fine.map((isExpected, at) => ({ frameId: 0, at, ...(isExpected && { isExpected }) }));
  const items = pageItems(
    [
      { code: 'AADSTS50053', places: places(true, true) },
      { code: 'AADSTS53003', places: places(true, false) },
      { code: 'AADSTS50058', places: places(true) },
    ],
    (one) => lineOf(one) || undefined,
  );
  expect(items.map((item) => item.code)).toEqual(['AADSTS53003', 'AADSTS50053', 'AADSTS50058']);
  expect(items.map(isExpected)).toEqual([false, true, true]);
  expect(items.map(notFailed)).toEqual([1, 2, 0]);
});
