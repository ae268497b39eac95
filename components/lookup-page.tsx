import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import { entryAddress, readAddress } from '../lookup/address';
import { answerText } from '../lookup/answer';
import type { Chart } from '../lookup/chart';
import type { IndexLine } from '../lookup/index-line';
import { createSearch } from '../lookup/search';
import { Catalog } from './catalog';
import type { Copy } from './copy-button';
import { Glyph } from './glyph';
import { LoadFailed } from './load-failed';
import { OneCode } from './one-code';
import { SearchField } from './search-field';
import type { LoadEntry, Loading } from './use-entry';

export interface LookupProps {
  /** The part of the address after #. */
  hash: string;
  index: Loading<IndexLine[]>;
  loadEntry: LoadEntry;
  loadChart: (code: Code) => Promise<Chart | undefined>;
  places: Record<string, string>;
  copy: Copy;
  /** Opens another address of this page. */
  go: (hash: string) => void;
}

/**
 * `#/AADSTS50126` shows the entry, `#/AADSTS50126/fix` its section, no code the catalog, `#?q=words` the catalog
 * filtered. What is typed stands over all of them until it is cleared.
 */
export function LookupPage(props: LookupProps) {
  const address = useMemo(() => readAddress(props.hash), [props.hash]);
  const asked = address.view === 'catalog' ? address.query : '';
  const [query, setQuery] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  const { index } = props;
  const lines = index.state === 'loaded' ? index.content : undefined;
  const search = useMemo(() => lines && createSearch(lines), [lines]);
  const answer = useMemo(() => answerText(query, search), [query, search]);

  const type = (text: string) => {
    field.current!.value = text;
    setQuery(text);
  };
  useEffect(() => type(asked), [props.hash]);
  useEffect(() => {
    if (address.view === 'entry') return;
    field.current!.focus({ preventScroll: true });
    document.title =
      address.view === 'bad' ? 'Signpost' : `${asked || i18n.t('lookup.catalogTitle')} · Signpost`;
  }, [props.hash]);

  // The same address again changes nothing, so that what was typed would stay over the entry.
  const choose = (code: Code) => {
    if (address.view === 'entry' && address.code === code) type('');
  };
  const onFieldKey = (event: KeyboardEvent) => {
    const [best] = answer.rows;
    if (event.key === 'Escape') type('');
    else if (event.key === 'Enter' && best) {
      choose(best.code);
      props.go(entryAddress(best.code));
    } else return;
    event.preventDefault();
  };
  const code = address.view === 'entry' && answer.kind === 'empty' ? address.code : undefined;

  return (
    <>
      <header class="bar screen-only">
        <a class="home" href="#" aria-label={`Signpost: ${i18n.t('lookup.back')}`}>
          <Glyph /> <span>Signpost</span>
        </a>
        <SearchField
          field={field}
          label={i18n.t('popup.label')}
          onText={setQuery}
          onKey={onFieldKey}
        />
        <a class="all" href="#">
          {i18n.t('lookup.back')}
        </a>
      </header>
      <main>
        {address.view === 'bad' && answer.kind === 'empty' && (
          <p class="warn banner" role="alert">
            {i18n.t('lookup.notFound', [address.asked])}
          </p>
        )}
        {index.state === 'failed' && (
          <LoadFailed text={i18n.t('lookup.catalogFailed')} retry={index.retry} />
        )}
        {code && address.view === 'entry' ? (
          <OneCode key={code} {...props} {...{ code, lines, search }} section={address.section} />
        ) : (
          <Catalog {...{ answer, lines, choose }} state={index.state} />
        )}
      </main>
    </>
  );
}
