import type { Span } from './report';

/** The words of the report are English, and so are its numbers and dates. */
const LANGUAGE = 'en-US';

const COUNT = new Intl.NumberFormat(LANGUAGE);
const SHARE = new Intl.NumberFormat(LANGUAGE, { style: 'percent', maximumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat(LANGUAGE, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

/** Two days and less are told by the hour. */
const SHORT = 2 * 86_400_000;

/** @returns A number with its thousands apart: `48,210`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/**
 * @param part How many.
 * @param whole Of how many; nothing of nothing is 0 %.
 * @returns A share in percent. One that is not whole is never rounded to 0 % or 100 %.
 */
export function formatShare(part: number, whole: number): string {
  const share = whole ? part / whole : 0;
  if (share > 0 && share < 0.001) return '<0.1%';
  if (share < 1 && share > 0.999) return '>99.9%';
  return SHARE.format(share);
}

/** @returns An ISO time as day and time of day in UTC: `Nov 19, 02:00`. */
export function formatMoment(iso: string): string {
  return MOMENT.format(new Date(iso));
}

/** @returns First and last moment: by day, or by the minute where they are close together. */
export function formatSpan({ from, to }: Span): string {
  const [first, last] = [new Date(from), new Date(to)];
  const format = last.getTime() - first.getTime() < SHORT ? MOMENT : DAY;
  return format.formatRange(first, last);
}

const STEPS: readonly (readonly [number, Intl.NumberFormatOptions['unit']])[] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
];

/** @returns How long a stretch of the timeline is, in milliseconds, in words: `6 hours`, or `hour` for one. */
export function formatStep(step: number): string {
  const [length, unit] = STEPS.find(([one]) => step % one === 0) ?? STEPS.at(-1)!;
  if (step === length) return unit!;
  return new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit, unitDisplay: 'long' }).format(
    step / length,
  );
}
