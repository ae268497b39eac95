import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import { canonicalCode, type Code } from '../detection/code';
import type { IndexLine } from '../lookup/index-line';
import type { ReadText } from '../lookup/read-text';
import type { Search } from '../lookup/search';
import type { Copy } from './copy-button';
import { FullEntry } from './full-entry';
import { Glyph } from './glyph';
import { SeverityPill } from './pills';
import { UnknownView } from './unknown-view';
import { useLoaded, type LoadEntry } from './use-entry';

interface Props {
  /** The part of the address after #. */
  hash: string;
  lines: IndexLine[];
  search: Search;
  readText: (text: string) => ReadText;
  loadEntry: LoadEntry;
  places: Record<string, string>;
  copy: Copy;
}

function Catalog({
  lines,
  search,
  readText,
  start,
}: Pick<Props, 'lines' | 'search' | 'readText'> & { start: string }) {
  const [query, setQuery] = useState(start);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const shown = useMemo((): IndexLine[] => {
    if (!query.trim()) return lines;
    const inText = readText(query)
      .codes.map((code) => search.get(code))
      .filter((line) => line !== undefined);
    return inText.length ? inText : search.find(query);
  }, [query, lines]);
  return (
    <>
      <h1>{i18n.t('lookup.catalogTitle')}</h1>
      <div class="search">
        <input
          ref={input}
          type="search"
          list={undefined}
          value={query}
          aria-label={i18n.t('lookup.filter')}
          placeholder={i18n.t('popup.label')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <span class="soft" role="status">
          {i18n.t('lookup.count', [String(shown.length)])}
        </span>
      </div>
      {shown.length ? (
        <ul class="catalog">
          {shown.map(([code, title, , , , severity]) => (
            <li key={code}>
              <a href={`#/${code}`}>
                <span class="code">{code}</span> <span>{title}</span>
              </a>
              <SeverityPill severity={severity} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="message">{i18n.t('popup.none')}</p>
      )}
    </>
  );
}

function OneCode({ code, ...props }: Props & { code: Code }) {
  const loading = useLoaded(() => props.loadEntry(code), code);
  useEffect(() => {
    if (loading.state !== 'loaded') return;
    document.title = `${code} · ${loading.content?.title ?? 'Signpost'}`;
    document.querySelector<HTMLElement>('h1')?.focus();
  }, [loading.state, code]);
  if (loading.state === 'loading') return <p>{i18n.t('card.loading')}</p>;
  if (loading.state === 'failed') return <p role="alert">{i18n.t('card.failed')}</p>;
  if (loading.content) {
    return (
      <FullEntry
        entry={loading.content}
        search={props.search}
        places={props.places}
        copy={props.copy}
      />
    );
  }
  return (
    <article data-code={code}>
      <p class="code">{code}</p>
      <h1 tabIndex={-1}>{i18n.t('unknown.title')}</h1>
      <UnknownView code={code} />
    </article>
  );
}

/** `#/AADSTS50126` shows the entry; no code shows the catalog, `#?q=words` the catalog filtered. */
export function LookupPage(props: Props) {
  const path = props.hash.replace(/^#/, '');
  const asked = path.startsWith('/') ? decodeURIComponent(path.slice(1)) : '';
  const code = canonicalCode(asked) ?? canonicalCode(`AADSTS${asked}`);
  const query = path.startsWith('?') ? (new URLSearchParams(path).get('q') ?? '') : '';
  return (
    <main>
      <header class="screen-only">
        <a href="#">
          <Glyph /> Signpost
        </a>
        {code && (
          <span class="tools">
            <a href="#">{i18n.t('lookup.back')}</a>
            <button type="button" class="link" onClick={() => print()}>
              {i18n.t('lookup.print')}
            </button>
          </span>
        )}
      </header>
      {asked && !code && (
        <p class="warn banner" role="alert">
          {i18n.t('lookup.notFound')}
        </p>
      )}
      {code ? (
        <OneCode key={code} {...props} code={code} />
      ) : (
        <Catalog key={query} {...props} start={query} />
      )}
    </main>
  );
}
