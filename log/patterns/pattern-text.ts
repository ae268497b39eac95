import type { PatternValues } from './found-pattern';

/** Names that a text of a pattern may hold in braces. */
export const TEXT_NAMES = [
  'scope',
  'address',
  'user',
  'app',
  'place',
  'clientApps',
  'code',
  'count',
  'users',
  'apps',
  'appNames',
  'successes',
  'successUsers',
  'minutes',
  'from',
  'to',
] as const;

/** Year to minute of an ISO time. */
const ISO_MINUTE = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/;

/** What the texts count: `1 users`, but not `21 users`. */
const ONE_OF_MANY = /(?<![\d.,])1 (attempt|failure|minute|row|sign-in|user)s\b/g;

/**
 * Fills a text of a pattern.
 *
 * @param text With names in braces: `{address} failed for {users} users`. What stands in brackets is left out where one
 *   of its names has no value: `{count} attempts[ in {minutes} minutes]`.
 * @param values The values; a name without one stays as a dash.
 * @param scope What `{scope}` stands for: "this file", "the 50 rows shown".
 * @returns Plain text. Values are texts of a log, so that it must not be taken for markup.
 */
export function patternText(text: string, values: PatternValues, scope: string): string {
  // Some logs have the id of an app alone.
  const all: Record<string, unknown> = { app: values.appId, ...values, scope };
  return text
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => all[name!] !== undefined) ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => shown(all[name], values.isLocal))
    .replace(ONE_OF_MANY, '1 $1');
}

function shown(value: unknown, isLocal = false): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value !== 'string') return '–';
  // 2026-11-20 09:10 UTC
  const [, day, clock] = ISO_MINUTE.exec(value) ?? [];
  return day ? `${day} ${clock}${isLocal ? '' : ' UTC'}` : value;
}
