import type { GeneratedI18nStructure } from '#i18n';

type Key = keyof GeneratedI18nStructure;

interface MessageReader {
  i18n: { getMessage: (name: string, values?: string[]) => string };
}

/**
 * The interface words, by the typed keys of the message files. The library's own reader knows plurals and named values,
 * which the words of a card do without; it would cost half a kilobyte in every frame with a code.
 */
export const i18n = {
  t(key: Key, values?: string[]): string {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      MessageReader | undefined
    >;
    return (browser ?? chrome)!.i18n.getMessage(key.replaceAll('.', '_'), values);
  },
};
