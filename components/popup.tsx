import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import { canonicalCode, type Code } from '../detection/code';
import type { SignInIds } from '../detection/find-ids';
import type { IndexLine } from '../lookup/index-line';
import type { ReadText } from '../lookup/read-text';
import type { Search } from '../lookup/search';
import { Card } from './card';
import type { Copy } from './copy-button';
import { Glyph } from './glyph';
import { ResultRow } from './result-row';
import { useLoaded, type LoadEntry } from './use-entry';

/** What the popup knows of the tab behind it. */
type TabState =
  | { kind: 'codes'; codes: { code: Code; count: number }[] }
  | { kind: 'inactive' }
  | { kind: 'closed' };

export interface PopupProps {
  /** Absent until the index is read. */
  search: Search | undefined;
  /** Absent until the tab has answered. */
  tab: TabState | undefined;
  /** Missing access to the default sites, which a click can ask for. */
  lacksAccess: boolean;
  readText: (text: string) => ReadText;
  loadEntry: LoadEntry;
  places: Record<string, string>;
  support: { supportName: string; supportUrl: string };
  copy: Copy;
  openLookup: (code: Code) => void;
  openCatalog: () => void;
  openOptions: () => void;
  explainTab: () => void;
  reveal: (code: Code) => void;
  askForAccess: () => void;
  close: () => void;
}

interface Result {
  code: Code;
  line: IndexLine | undefined;
  count?: number;
}

/** A query that holds more than one line or a whole sentence is a paste; its codes are read, not searched. */
function isPaste(query: string): boolean {
  return query.length > 60 || /[\n{}]/.test(query);
}

function useResults({ search, tab, readText }: PopupProps, query: string) {
  return useMemo(() => {
    const none: { section: string; results: Result[]; ids: SignInIds; isCut: boolean } = {
      section: '',
      results: [],
      ids: {},
      isCut: false,
    };
    if (!query.trim()) {
      if (tab?.kind !== 'codes' || !tab.codes.length) return none;
      const results = tab.codes.map(({ code, count }) => ({
        code,
        count,
        line: search?.get(code),
      }));
      return { ...none, section: i18n.t('popup.onThisPage'), results };
    }
    if (!search) return none;
    const read = readText(query);
    if (isPaste(query) || read.codes.length > 1) {
      const results = read.codes.map((code): Result => ({ code, line: search.get(code) }));
      return {
        ...none,
        ids: read.ids,
        isCut: read.isCut,
        section: i18n.t('popup.inYourText'),
        results,
      };
    }
    const found = search.find(query).map((line): Result => ({ code: line[0], line }));
    const typed =
      canonicalCode(query) ??
      read.codes[0] ??
      (/^\d{5,8}$/.test(query.trim()) ? `AADSTS${query.trim()}` : undefined);
    if (typed && !found.some(({ code }) => code === typed)) {
      // An unknown code gets the honest answer alone: a neighbor is never offered in its place.
      return {
        ...none,
        section: i18n.t('popup.results'),
        results: [{ code: typed, line: search.get(typed) }],
      };
    }
    return { ...none, ids: read.ids, section: i18n.t('popup.results'), results: found };
  }, [search, tab, query]);
}

function hasSelection(input: HTMLInputElement | null): boolean {
  return !!input && input.selectionStart !== input.selectionEnd;
}

/** The popup: a search field, results, and the card of a chosen code. */
export function Popup(props: PopupProps) {
  const { tab, loadEntry } = props;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [shown, show] = useState<Code>();
  const [copied, setCopied] = useState<Code>();
  const input = useRef<HTMLInputElement>(null);
  const { section, results, ids, isCut } = useResults(props, query);
  const selected = results[Math.min(at, results.length - 1)];
  const entry = useLoaded(() => (shown ? loadEntry(shown) : Promise.resolve(undefined)), shown);

  useLayoutEffect(() => input.current?.focus(), [shown]);

  const type = (text: string) => {
    setQuery(text);
    setAt(0);
    show(undefined);
  };
  const choose = (code: Code) => {
    if (!query.trim() && tab?.kind === 'codes') props.reveal(code);
    show(code);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length) {
      setAt((Math.min(at, results.length - 1) + step + results.length) % results.length);
      event.preventDefault();
    } else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && selected && !shown) {
      if (String(getSelection()) || hasSelection(input.current)) return;
      const { code, line } = selected;
      const text = line ? `${code}: ${line[1]}. ${line[2]}` : code;
      void props.copy(text).then((isCopied) => isCopied && setCopied(code));
      event.preventDefault();
    } else if (event.key === 'Enter' && selected && !shown) {
      choose(selected.code);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (shown) show(undefined);
      else if (!query) props.close();
      else {
        if (input.current) input.current.value = '';
        type('');
      }
    }
  };

  return (
    <main onKeyDown={onKey}>
      <h1 class="hidden">Signpost</h1>
      <div class="search">
        <Glyph />
        <input
          ref={input}
          type="search"
          list={undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={i18n.t('popup.label')}
          aria-label={i18n.t('popup.label')}
          role="combobox"
          aria-expanded={!shown && results.length > 0}
          aria-controls="results"
          aria-activedescendant={selected && !shown ? `result-${selected.code}` : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onPaste={(event) => {
            // A search field drops line breaks; the text itself is kept, so that its rows are read apart.
            const text = event.clipboardData?.getData('text/plain') ?? '';
            if (!isPaste(text)) return;
            event.preventDefault();
            event.currentTarget.value = text.slice(0, 200).replace(/\s+/g, ' ');
            type(text);
          }}
        />
      </div>
      {props.lacksAccess && (
        <div class="message stack">
          {i18n.t('popup.granted')}
          <button type="button" class="main" onClick={props.askForAccess}>
            {i18n.t('popup.grant')}
          </button>
        </div>
      )}
      {shown ? (
        entry.state === 'loading' ? (
          <p class="message">{i18n.t('card.loading')}</p>
        ) : entry.state === 'failed' ? (
          <p class="message" role="alert">
            {i18n.t('card.failed')}
          </p>
        ) : (
          <Card
            code={shown}
            entry={entry.content}
            ids={ids}
            host=""
            isMicrosoft
            places={props.places}
            {...props.support}
            copy={props.copy}
            openLookup={props.openLookup}
            close={() => show(undefined)}
          />
        )
      ) : (
        <>
          {results.length > 0 && <div class="section">{section}</div>}
          <div role="listbox" id="results" aria-label={i18n.t('popup.listLabel')}>
            {results.map(({ code, line, count }) => (
              <ResultRow
                id={`result-${code}`}
                code={code}
                line={line}
                count={count}
                isSelected={code === selected?.code}
                choose={() => choose(code)}
              />
            ))}
          </div>
          {isCut && <p class="message">{i18n.t('popup.tooLong', ['2'])}</p>}
          {!results.length && (
            <p class="message" role="status">
              {query.trim() ? i18n.t('popup.none') : i18n.t('popup.hint')}
            </p>
          )}
        </>
      )}
      {!query && !shown && tab?.kind === 'closed' && (
        <p class="message">{i18n.t('popup.noAccess')}</p>
      )}
      {!query && !shown && tab?.kind === 'inactive' && (
        <div class="message stack">
          <span>
            {i18n.t('popup.notActive')} {i18n.t('popup.reload')}
          </span>
          <button type="button" onClick={props.explainTab}>
            {i18n.t('popup.explainPage')}
          </button>
        </div>
      )}
      <p class="hidden" role="status">
        {copied && i18n.t('popup.copied', [copied])}
      </p>
      <div class="tools">
        <button type="button" class="link" onClick={props.openCatalog}>
          {i18n.t('popup.catalog')}
        </button>
        <button type="button" class="link" onClick={props.openOptions}>
          {i18n.t('popup.options')}
        </button>
      </div>
    </main>
  );
}
