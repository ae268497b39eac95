import { expect, it } from 'vitest';
import { formatCount, formatShare, formatSpan, formatStep } from '../../../log/format';

it.each([
  [0, 0, '0%'],
  [0, 48_210, '0%'],
  [1, 48_210, '<0.1%'],
  [1, 8, '12.5%'],
  [48_209, 48_210, '>99.9%'],
  [999, 1000, '99.9%'],
  [48_210, 48_210, '100%'],
])('%i of %i are %s: a few are never none, and nearly all never all', (part, whole, share) =>
  expect(formatShare(part, whole)).toBe(share),
);

it('a count has its thousands apart', () => expect(formatCount(48_210)).toBe('48,210'));

const MINUTE = 60_000;

it.each([
  [MINUTE, 'minute'],
  [15 * MINUTE, '15 minutes'],
  [60 * MINUTE, 'hour'],
  [6 * 60 * MINUTE, '6 hours'],
  [24 * 60 * MINUTE, 'day'],
  [28 * 24 * 60 * MINUTE, '28 days'],
])('a step of the timeline, %i ms, is told in words: %s', (step, words) =>
  expect(formatStep(step)).toBe(words),
);

it('a short span is told by the minute, a long one by the day', () => {
  const from = '2026-11-19T02:00:07.000Z';
  // Blanks and dashes of the browser's language data differ in width alone.
  const told = (to: string) => formatSpan({ from, to }).replaceAll(/\s/g, ' ');
  expect(told('2026-11-20T14:05:00.000Z')).toMatch(/^Nov 19, 02:00 . Nov 20, 14:05$/);
  expect(told('2026-11-26T14:05:00.000Z')).toMatch(/^Nov 19 . 26, 2026$/);
});
