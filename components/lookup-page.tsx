import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import type { PasteReading } from '../diagnosis/read-paste';
import { entryAddress, readAddress } from '../lookup/address';
import { answerText, itemAddress, itemsOf } from '../lookup/answer';
import type { Chart } from '../lookup/chart';
import type { GuideLine } from '../lookup/guide';
import type { IndexLine } from '../lookup/index-line';
import { createSearch } from '../lookup/search';
import { Catalog } from './catalog';
import type { Copy } from './copy-button';
import { CollectorLink } from './collector-link';
import { FileButton } from './file-button';
import { hasContent, PasteFindings } from './paste-findings';
import { Glyph } from './glyph';
import { LoadFailed } from './load-failed';
import { OneCode } from './one-code';
import { OneGuide, type LoadGuide } from './one-guide';
import { LONGEST_SHOWN, SearchField } from './search-field';
import { useDroppedFile } from './use-dropped-file';
import type { LoadEntry, Loading } from './use-entry';
import type { LoadRules } from './use-judged';
import { usePaste, type ReadPaste } from './use-paste';
import type { TickStore } from './use-ticks';

export interface LookupProps {
  /** The part of the address after #. */
  hash: string;
  index: Loading<IndexLine[]>;
  /** Every guide; none until the index is there. */
  guides: GuideLine[];
  loadEntry: LoadEntry;
  loadChart: (code: Code) => Promise<Chart | undefined>;
  loadGuide: LoadGuide;
  loadRules: LoadRules;
  ticks: TickStore;
  /** Reads the records in a pasted text. */
  readPaste: ReadPaste;
  places: Record<string, string>;
  copy: Copy;
  /** Opens another address of this page. */
  go: (hash: string) => void;
}

/**
 * `#/AADSTS50126` shows the entry, `#/AADSTS50126/fix` its section, `#/guide/windows-hello` a guide, no code the catalog,
 * `#?q=words` the catalog filtered. What is typed stands over all of them until it is cleared.
 */
export function LookupPage(props: LookupProps) {
  const address = useMemo(() => readAddress(props.hash), [props.hash]);
  const asked = address.view === 'catalog' ? address.query : '';
  const [query, setQuery] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  const { index, guides } = props;
  const lines = index.state === 'loaded' ? index.content : undefined;
  const search = useMemo(() => lines && createSearch(lines, guides), [lines, guides]);
  const answer = useMemo(() => answerText(query, search), [query, search]);

  const paste = usePaste(query, props.readPaste);
  const reading = paste.state === 'read' && hasContent(paste.reading) ? paste.reading : undefined;
  const [unread, setUnread] = useState<string>();
  // What was pasted is there again when the reader comes back from an entry that it led to. It is kept nowhere else.
  const pasted = useRef<{ hash: string; text: string; reading?: PasteReading }>({
    hash: '',
    text: '',
  });

  const type = useCallback((text: string) => {
    setUnread(undefined);
    field.current!.value = text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
    setQuery(text);
  }, []);
  // Before the field can take a key: an effect that runs later would wipe away what was typed meanwhile.
  useLayoutEffect(
    () => type(pasted.current.hash === props.hash ? pasted.current.text || asked : asked),
    [props.hash],
  );
  const guide = address.view === 'guide' && answer.kind === 'empty' ? address : undefined;
  // What was pasted into a guide, kept while this page is open, so that it is there again after a look at an entry.
  const [inGuide, setInGuide] = useState({ name: '', text: '' });
  const guideName = guide?.name;
  const take = useCallback(
    (text: string) => {
      setUnread(undefined);
      if (guideName) setInGuide({ name: guideName, text });
      else type(text);
    },
    [guideName],
  );
  const isOver = useDroppedFile(take, setUnread);
  useLayoutEffect(() => {
    if (address.view === 'entry' || address.view === 'guide') return;
    field.current!.focus({ preventScroll: true });
    document.title =
      address.view === 'bad' ? 'Signpost' : `${asked || i18n.t('lookup.catalogTitle')} · Signpost`;
  }, [props.hash]);

  const openFrom = (code: Code) => {
    choose(entryAddress(code));
    props.go(entryAddress(code));
  };
  // The same address again changes nothing, so that what was typed would stay over the entry.
  const choose = (wanted: string) => {
    if (reading) pasted.current = { hash: props.hash, text: query, reading };
    if (wanted === props.hash || (code && wanted === entryAddress(code))) type('');
  };
  const onFieldKey = (event: KeyboardEvent) => {
    const [best] = itemsOf(answer);
    if (event.key === 'Escape') type('');
    else if (event.key === 'Enter' && best) {
      choose(itemAddress(best));
      props.go(itemAddress(best));
    } else return;
    event.preventDefault();
  };
  const code = address.view === 'entry' ? address.code : undefined;

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
        <FileButton onText={take} onFailure={setUnread} />
        <CollectorLink />
        <a class="all" href="#">
          {i18n.t('lookup.back')}
        </a>
      </header>
      <main class={isOver ? 'dropping' : ''}>
        {unread && (
          <p class="warn banner" role="alert">
            {i18n.t('findings.notRead', [unread])}
          </p>
        )}
        {pasted.current.text && pasted.current.hash !== props.hash && answer.kind === 'empty' && (
          <p class="screen-only">
            <a href={pasted.current.hash || '#'}>{i18n.t('findings.back')}</a>
          </p>
        )}
        <PasteFindings {...{ paste, copy: props.copy }} isPage choose={openFrom} />
        {address.view === 'bad' && answer.kind === 'empty' && (
          <p class="warn banner" role="alert">
            {i18n.t('lookup.notFound', [address.asked])}
          </p>
        )}
        {index.state === 'failed' && (
          <LoadFailed text={i18n.t('lookup.catalogFailed')} retry={index.retry} />
        )}
        {guide ? (
          <OneGuide
            key={guide.name}
            {...props}
            {...guide}
            search={search}
            text={inGuide.name === guide.name ? inGuide.text : ''}
            onText={take}
          />
        ) : code && address.view === 'entry' && answer.kind === 'empty' ? (
          <OneCode
            key={code}
            {...props}
            {...{ code, lines, search }}
            section={address.section}
            reading={pasted.current.reading}
          />
        ) : (
          <Catalog {...{ answer, lines, guides, choose }} state={index.state} isBelow={!!reading} />
        )}
      </main>
    </>
  );
}
