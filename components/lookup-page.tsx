import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import { entryAddress, LOG_ADDRESS, readAddress } from '../lookup/address';
import { answerText, itemAddress, itemsOf } from '../lookup/answer';
import type { Chart } from '../lookup/chart';
import type { GuideLine } from '../lookup/guide';
import type { IndexLine } from '../lookup/index-line';
import { createSearch } from '../lookup/search';
import type { LogReader } from '../messaging/ask-log';
import { Catalog } from './catalog';
import type { Copy } from './copy-button';
import { CollectorLink } from './collector-link';
import { FileButton } from './file-button';
import { hasContent, PasteFindings } from './paste-findings';
import { Glyph } from './glyph';
import { LoadFailed } from './load-failed';
import { LogOfCode } from './log-of-code';
import { LogPage } from './log-page';
import { LogReportView } from './log-report';
import { OneCode } from './one-code';
import { OneGuide, type LoadGuide } from './one-guide';
import { LONGEST_SHOWN, SearchField } from './search-field';
import { useDroppedFile } from './use-dropped-file';
import { useLogFiles } from './use-log-files';
import type { LoadEntry, Loading } from './use-entry';
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
  ticks: TickStore;
  /** Reads the records in a pasted text. */
  readPaste: ReadPaste;
  /** Makes a reader of one log. */
  createLogReader: () => LogReader;
  places: Record<string, string>;
  copy: Copy;
  /** Opens another address of this page. */
  go: (hash: string) => void;
}

/**
 * `#/AADSTS50126` shows the entry, `#/AADSTS50126/fix` its section, `#/guide/windows-hello` a guide, no code the catalog,
 * `#?q=words` the catalog filtered, `#/log` the log that was opened. What is typed stands over all of them until it is cleared.
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
  const [unread, setUnread] = useState<string>();
  // What was pasted is there again when the reader comes back from an entry that it led to. It is kept nowhere else.
  const pasted = useRef({ hash: '', text: '' });

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
  const {
    opened,
    pasted: pastedLog,
    fewRows,
    isPastedLog,
    openFile,
  } = useLogFiles({
    createLogReader: props.createLogReader,
    typed: query,
    paste,
    readPaste: props.readPaste,
    isInGuide: !!guideName,
    take,
    onFailure: setUnread,
    open: useCallback(() => props.go(LOG_ADDRESS), [props.go]),
  });
  const inFewRows = usePaste(fewRows, props.readPaste);
  const isOver = useDroppedFile(take, openFile);
  useLayoutEffect(() => {
    if (address.view === 'entry' || address.view === 'guide' || address.view === 'log') return;
    field.current!.focus({ preventScroll: true });
    document.title =
      address.view === 'bad' ? 'Signpost' : `${asked || i18n.t('lookup.catalogTitle')} · Signpost`;
  }, [props.hash]);

  const openFrom = (code: Code) => {
    pasted.current = { hash: props.hash, text: query };
    choose(entryAddress(code));
    props.go(entryAddress(code));
  };
  // The same address again changes nothing, so that what was typed would stay over the entry.
  const choose = (wanted: string) => {
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
        <FileButton onFile={openFile} />
        <a class="collector" href={LOG_ADDRESS}>
          {i18n.t('log.open')}
        </a>
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
        {isPastedLog && pastedLog.log.state === 'read' && (
          <LogReportView
            {...props}
            {...pastedLog}
            {...pastedLog.log}
            lines={lines}
            choose={openFrom}
          />
        )}
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
          <>
            <LogOfCode log={opened.log} code={code} />
            <OneCode key={code} {...props} {...{ code, lines, search }} section={address.section} />
          </>
        ) : address.view === 'log' && answer.kind === 'empty' ? (
          <>
            <LogPage one={opened} lines={lines} copy={props.copy} choose={openFrom} />
            <PasteFindings paste={inFewRows} copy={props.copy} choose={openFrom} />
          </>
        ) : (
          <Catalog
            {...{ answer, lines, guides, choose }}
            state={index.state}
            isBelow={paste.state === 'read' && hasContent(paste.reading)}
          />
        )}
      </main>
    </>
  );
}
