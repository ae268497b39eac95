import type { LogRow } from '../log-row';
import type { PatternValues } from './found-pattern';
import type { PatternTexts } from './pattern-rule';

/** Rows that fit a rule. */
export interface Match {
  values: PatternValues;
  /** All of them, in any order. */
  rows: LogRow[];
  /** Whether the other of the two sentences of a rule holds, where it has two. */
  isOther?: boolean;
  /** Said in place of either. */
  own?: Partial<PatternTexts>;
  /** When an app had its last success before the rows, in milliseconds since 1970. */
  workedUntil?: number;
  /** How many sign-ins succeeded since it began, where that rules nothing out. */
  meanwhile?: number;
}

/** Most users that a finding names. */
const MOST_NAMED = 5;

/** Groups rows by a value; rows without it are left out. */
export function groupBy<Row extends LogRow>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | undefined,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** How many different values a field has in some rows. */
export function distinct(rows: readonly LogRow[], field: keyof LogRow): number {
  return new Set(rows.map((row) => row[field]).filter((value) => value !== undefined)).size;
}

/** The different values of a field, the first few. */
export function named(rows: readonly LogRow[], field: 'user' | 'clientApp' | 'app'): string[] {
  return [...new Set(rows.flatMap((row) => row[field] ?? []))].slice(0, MOST_NAMED);
}

/** A row with a time. */
export type TimedRow = LogRow & { time: number };

/** The rows that have a time, by it; rows of one moment stay in their order. */
export function byTime(rows: readonly LogRow[]): TimedRow[] {
  return rows
    .filter((row): row is TimedRow => row.time !== undefined)
    .sort((a, b) => a.time - b.time);
}

/** First and last time of some rows and the minutes between them, where they have times. */
export function spanOf(rows: readonly LogRow[]): Pick<PatternValues, 'from' | 'to' | 'minutes'> {
  let from = Infinity;
  let to = -Infinity;
  for (const { time } of rows) {
    if (time === undefined) continue;
    if (time < from) from = time;
    if (time > to) to = time;
  }
  if (from > to) return {};
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    minutes: Math.max(1, Math.round((to - from) / 60_000)),
  };
}

export const isFailure = ({ outcome }: LogRow) => outcome === 'failure';

export const isSuccess = ({ outcome }: LogRow) => outcome === 'success';

/** What tells an app from others; some logs have its name alone. */
export const appOf = ({ appId, app }: LogRow) => appId ?? app;

/** Name and id of the app of a row. */
export const namesOf = ({ app, appId }: LogRow): Pick<PatternValues, 'app' | 'appId'> => ({
  ...(app && { app }),
  ...(appId && { appId }),
});
