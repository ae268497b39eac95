import type { Entry } from './entry';

/** Languages to look in, best first: `pt-BR`, `pt`, `en`. */
export function localesToTry(language: string, available: readonly string[]): string[] {
  const [base = ''] = language.split('-');
  return [...new Set([language, base, 'en'])].filter((locale) => available.includes(locale));
}

/**
 * Lays a translation over the English entry. A section that is not translated stays English, and how much is known of
 * the code is told by the English entry.
 */
export function overlayEntry(
  english: Entry | undefined,
  translated: Entry | undefined,
): Entry | undefined {
  if (!english || !translated) return translated ?? english;
  const given = Object.entries(translated).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return { ...english, ...Object.fromEntries(given), depth: english.depth };
}
