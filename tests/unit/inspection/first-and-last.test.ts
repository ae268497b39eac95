import { describe, expect, it } from 'vitest';
import { firstAndLast, isTime } from '../../../inspection/first-and-last';

describe('the first and the last of printed times', () => {
  it.each<[string, string[], [first: string, last: string]]>([
    [
      'month first, since the 28th is no month',
      ['9/28/2026, 1:05:13 AM', '10/2/2026, 12:00:00 PM', '9/28/2026, 12:59:59 AM'],
      ['9/28/2026, 12:59:59 AM', '10/2/2026, 12:00:00 PM'],
    ],
    [
      'day first, since the 28th is no month',
      ['28.09.2026, 13:05:13', '02.10.2026, 00:00:01'],
      ['28.09.2026, 13:05:13', '02.10.2026, 00:00:01'],
    ],
    [
      'a day that decides nothing, by the clock',
      ['3/4/2026, 1:05 PM', '3/4/2026, 11:59 AM'],
      ['3/4/2026, 11:59 AM', '3/4/2026, 1:05 PM'],
    ],
    [
      'ISO, with zones',
      ['2026-09-28T10:00:00+02:00', '2026-09-28T08:30:00Z', '2026-09-28 07:59:59Z'],
      ['2026-09-28 07:59:59Z', '2026-09-28T08:30:00Z'],
    ],
    [
      'Japanese and Chinese',
      ['2026年9月28日 午後1:05', '2026/9/28 上午11:05', '2026/09/28 23:05:13'],
      ['2026/9/28 上午11:05', '2026/09/28 23:05:13'],
    ],
    [
      'named months',
      ['Oct 2, 2026 1:00 AM', 'Sep 28, 2026 1:00 AM'],
      ['Sep 28, 2026 1:00 AM', 'Oct 2, 2026 1:00 AM'],
    ],
    ['one time alone', ['9/10/2026, 1:00 AM'], ['9/10/2026, 1:00 AM', '9/10/2026, 1:00 AM']],
  ])('%s', (_, times, [first, last]) => {
    expect(firstAndLast(times)).toEqual({ first, last });
  });

  it.each<[string, string[]]>([
    ['none', []],
    ['9/10 is September or October, and it matters', ['9/10/2026, 1:00', '10/8/2026, 1:00']],
    ['one that is no time', ['9/28/2026, 1:00 AM', 'yesterday']],
    ['a day that no month has', ['2026-02-30 10:00']],
  ])('nothing is claimed: %s', (_, times) => {
    expect(firstAndLast(times)).toBeUndefined();
  });

  it.each(['=HYPERLINK("https://contoso.com")', '50126', 'User 50001', '', '9/28/2026, user@x'])(
    '%j is no time',
    (text) => expect(isTime(text)).toBe(false),
  );
});
