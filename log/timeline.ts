import type { Bucket, Timeline } from './report';
import type { Weight } from './weight';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths that people think in. */
const STEPS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
  28 * DAY,
  364 * DAY,
];

/** More bars cannot be told apart in the width of a page. */
const MOST_BUCKETS = 120;

/** What there is at a time in milliseconds since 1970, and how many of it. */
export type TimedWeight = readonly [time: number, weight: Weight | 'success', count: number];

/**
 * @param timed The rows that have a time, in any order.
 * @param from The first time.
 * @param to The last time.
 * @returns Buckets of the shortest length that fits, from the beginning of a minute, hour or day.
 */
export function timelineOf(timed: readonly TimedWeight[], from: number, to: number): Timeline {
  const countFor = (length: number) => Math.floor(to / length) - Math.floor(from / length) + 1;
  const step = STEPS.find((length) => countFor(length) <= MOST_BUCKETS) ?? STEPS.at(-1)!;
  const first = Math.floor(from / step);
  // A clock that was wrong by decades must not make a thousand bars.
  const count = Math.min(countFor(step), MOST_BUCKETS);
  const buckets = Array.from({ length: count }, (_, at): Bucket => ({
    from: new Date((first + at) * step).toISOString(),
    success: 0,
    expected: 0,
    unknown: 0,
    look: 0,
    act: 0,
  }));
  for (const [time, weight, count] of timed) {
    const bucket = buckets[Math.floor(time / step) - first];
    if (bucket) bucket[weight] += count;
  }
  return { step, buckets };
}
