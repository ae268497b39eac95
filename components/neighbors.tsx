import { useLayoutEffect } from 'preact/hooks';
import type { Code } from '../detection/code';
import { catalogAddress, entryAddress } from '../lookup/address';
import type { Catalog } from '../lookup/catalog';
import { WHOLE_CATALOG, type CatalogList } from '../lookup/catalog-list';
import { i18n } from './i18n';

interface Props {
  code: Code;
  catalog: Catalog;
  /** The list that led to the entry. */
  list: CatalogList;
  go: (address: string) => void;
}

/** The letter of a key with Alt and Shift, which on some keyboards type another character together with it. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}

/**
 * The codes before and after one in the list that led to it, by links and by Alt+Shift+P and Alt+Shift+N: the keys of
 * the extension's shortcuts, which the browsers leave free. A code that is not in its list has its neighbors in the whole catalog.
 */
export function Neighbors({ code, catalog, list: asked, go }: Props) {
  const isListed = catalog.codesOf(asked).includes(code);
  const list = isListed ? asked : WHOLE_CATALOG;
  const codes = catalog.codesOf(list);
  const at = codes.indexOf(code);
  const [previous, next] = at < 0 ? [] : [codes[at - 1], codes[at + 1]];
  const addressOf = (one: Code | undefined) => one && entryAddress(one, '', list);

  // Before the next key: an effect after the paint would lead on from the entry before.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // On a Mac these keys type a character.
      if ((event.target as Element).matches('input, textarea')) return;
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      const wanted = { n: addressOf(next), p: addressOf(previous) }[letterOf(event)];
      if (!wanted) return;
      event.preventDefault();
      go(wanted);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  if (at < 0) return null;
  return (
    <nav class="neighbors screen-only" aria-label={i18n.t('lookup.neighbors')}>
      {previous && (
        <a rel="prev" href={addressOf(previous)} aria-keyshortcuts="Alt+Shift+P">
          <span class="soft">← {i18n.t('lookup.previous')}</span>
          <span class="code">{previous}</span> {catalog.get(previous)?.title}
        </a>
      )}
      {next && (
        <a rel="next" href={addressOf(next)} aria-keyshortcuts="Alt+Shift+N">
          <span class="soft">{i18n.t('lookup.next')} →</span>
          <span class="code">{next}</span> {catalog.get(next)?.title}
        </a>
      )}
      <p class="soft">
        <a href={catalogAddress(list)}>
          {i18n.t(list === WHOLE_CATALOG ? 'lookup.placeInAll' : 'lookup.placeInList', [
            String(at + 1),
            String(codes.length),
          ])}
        </a>{' '}
        {i18n.t('lookup.neighborKeys')}
      </p>
    </nav>
  );
}
