import type { GeneratedI18nStructure } from '#i18n';

type Key = keyof GeneratedI18nStructure;

interface MessageReader {
  i18n: { getMessage: (name: string, values?: string[]) => string };
}

function read(name: string, values?: string[]): string {
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    MessageReader | undefined
  >;
  try {
    return (browser ?? chrome)!.i18n.getMessage(name, values);
  } catch {
    // After an update, what is drawn once more on an open page has lost its words; no button leads here.
    return '';
  }
}

/**
 * The interface words, by the typed keys of the message files. The library's own reader knows plurals and named values,
 * which the words of a card do without; it would cost half a kilobyte in every frame with a code.
 */
export const i18n = {
  t: (key: Key, values?: string[]): string => read(key.replaceAll('.', '_'), values),
  /** In which direction the interface is laid out. */
  direction: (): 'ltr' | 'rtl' => (read('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr'),
};
