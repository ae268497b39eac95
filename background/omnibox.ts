import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { loadGuides, loadIndex, loadWords } from '../lookup/load-entries';
import { createSearch, type Search } from '../lookup/search';
import { openAddress, type Disposition } from './open-lookup';
import { addressFor, asXml, suggestionsFor } from './suggestions';

/** Firefox shows a description as it is; Chrome and Edge read it as XML. */
const described = (text: string) => (import.meta.env.FIREFOX ? text : asXml(text));

/** Firefox leaves out a suggestion that is word for word what was typed, and with it what a whole code means. */
const suggested = (content: string, typed: string) =>
  import.meta.env.FIREFOX && content === typed ? `${content} ` : content;

let loading: Promise<Search | undefined> | undefined;

/** The search over the catalog, made when somebody first types. Without it codes are still recognized. */
function search(): Promise<Search | undefined> {
  loading ??= Promise.all([loadIndex(), loadGuides(), loadWords()]).then(
    (parts) => createSearch(...parts),
    () => {
      loading = undefined;
      return undefined;
    },
  );
  return loading;
}

/** Suggests entries while somebody types after the keyword in the address bar. */
export async function suggest(
  text: string,
  show: (suggestions: { content: string; description: string }[]) => void,
): Promise<void> {
  const found = suggestionsFor(text, await search(), i18n.t('unknown.title'));
  show(
    found.map(({ content, description }) => ({
      content: suggested(content, text),
      description: described(description),
    })),
  );
}

/** Says what the address bar is good for, before anything is typed. */
export async function explainKeyword(): Promise<void> {
  // Firefox answers nothing here, Chrome a promise.
  await browser.omnibox.setDefaultSuggestion({ description: described(i18n.t('omnibox.hint')) });
}

/** Opens what was chosen or typed, where the browser says. */
export async function openChosen(text: string, disposition: Disposition): Promise<void> {
  await openAddress(addressFor(text, await search()), disposition);
}
