import { expect, it } from 'vitest';
import { momentOf } from '../../../log/moment';

const iso = (text: string, isDayFirst?: boolean) => {
  const time = momentOf(text, isDayFirst);
  return time === undefined ? undefined : new Date(time).toISOString();
};

it.each([
  ['2026-11-19T02:00:07Z', '2026-11-19T02:00:07.000Z'],
  ['2026-11-19T02:00:07.1234567Z', '2026-11-19T02:00:07.123Z'],
  ['2026-11-19 02:00:07', '2026-11-19T02:00:07.000Z'],
  ['2026-11-19T02:00:07+01:00', '2026-11-19T01:00:07.000Z'],
  ['11/19/2026, 2:05:07.5 AM', '2026-11-19T02:05:07.500Z'],
  ['11/9/2026, 2:05:07.123 PM', '2026-11-09T14:05:07.123Z'],
  ['11/9/2026 12:05:07 am', '2026-11-09T00:05:07.000Z'],
  ['11/9/2026, 12:05:07 pm', '2026-11-09T12:05:07.000Z'],
  ['9.11.2026, 02:05:07', '2026-11-09T02:05:07.000Z'],
  ['11/9/2026 2:05 PM', '2026-11-09T14:05:00.000Z'],
  ['09.11.2026 02:05', '2026-11-09T02:05:00.000Z'],
  ['Nov 9, 2026 2:05:07 PM', '2026-11-09T14:05:07.000Z'],
  ['Nov 9, 2026 @ 14:05:07.123', '2026-11-09T14:05:07.123Z'],
  ['/Date(1794362707000)/', '2026-11-11T02:05:07.000Z'],
])('the time %s of a log is %s', (text, time) => expect(iso(text)).toBe(time));

it('day and month are not mixed up: with slashes, the day is first only where the log says so', () => {
  expect(iso('09/11/2026 02:05:07')).toBeUndefined();
  expect(iso('09/11/2026 02:05:07', true)).toBe('2026-11-09T02:05:07.000Z');
});

it.each([
  '',
  'yesterday',
  '2026-13-19T02:00:07Z',
  'Nix 9, 2026 2:05:07 PM',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '/Date(-62135596800000)/',
])('%j is no time of a sign-in', (text) => expect(iso(text)).toBeUndefined());
