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
  'successes',
  'successUsers',
  'minutes',
  'from',
  'to',
] as const;

/**
 * Fills a text of a pattern.
 *
 * @param text With names in braces: `{address} failed for {users} users`.
 * @param values The values; a name without one stays as a dash.
 * @param scope What `{scope}` stands for: "this file", "the 50 rows shown".
 * @returns Plain text. Values are texts of a log, so that it must not be taken for markup.
 */
export function patternText(text: string, values: PatternValues, scope: string): string {
  const all: Record<string, string | number | string[] | undefined> = { ...values, scope };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => shown(name, all[name]));
}

function shown(name: string, value: string | number | string[] | undefined): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return value.toLocaleString('en-US');
  // 2026-11-20 09:10 UTC
  if (value && (name === 'from' || name === 'to'))
    return `${value.slice(0, 10)} ${value.slice(11, 16)} UTC`;
  return value ?? '–';
}
