import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import type { PasteReading } from '../diagnosis/read-paste';
import { catalogAddress, entryAddress, LOG_ADDRESS, readAddress } from '../lookup/address';
import { answerText, type Answer } from '../lookup/answer';
import { itemsOf } from '../lookup/answer-item';
import { createCatalog } from '../lookup/catalog';
import { mayStandInAddress, WHOLE_CATALOG, type CatalogList } from '../lookup/catalog-list';
import type { Chart } from '../lookup/chart';
import type { GuideLine } from '../lookup/guide';
import type { IndexLine } from '../lookup/index-line';
import { createSearch } from '../lookup/search';
import type { WordIndex } from '../lookup/word-index';
import type { LogReport } from '../log/report';
import type { LogReader } from '../messaging/ask-log';
import { explainsCodes, isAnsweredByRecord } from './answered-by-record';
import { CatalogView } from './catalog';
import { addressIn } from './catalog-rows';
import type { ExportFormat } from './catalog-tools';
import { ComparePage } from './compare-page';
import type { Copy } from './copy-button';
import { hasContent, PasteFindings, saysSomething } from './paste-findings';
import { LoadFailed } from './load-failed';
import { LogOfCode } from './log-of-code';
import { LogPage } from './log-page';
import { LogReportView } from './log-report';
import { OneCode } from './one-code';
import { OneGuide, type LoadGuide } from './one-guide';
import type { NoteStore } from './own-note';
import { LookupBar } from './lookup-bar';
import { LONGEST_SHOWN } from './search-field';
import { useAnswer } from './use-answer';
import { whenIdle } from './when-idle';
import { useDroppedFile } from './use-dropped-file';
import { useLogFiles } from './use-log-files';
import { useNearest } from './use-nearest';
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
  /** The words of the catalog; absent until they are there. */
  words: WordIndex | undefined;
  loadEntry: LoadEntry;
  loadChart: (code: Code) => Promise<Chart | undefined>;
  loadGuide: LoadGuide;
  loadRules: LoadRules;
  ticks: TickStore;
  /** Where the user's own notes are kept. Absent where they are turned off, and until that is known. */
  notes?: NoteStore | undefined;
  /** Reads the records in a pasted text. */
  readPaste: ReadPaste;
  /** Makes a reader of one log. */
  createLogReader: () => LogReader;
  places: Record<string, string>;
  copy: Copy;
  /** Saves what is known of codes as a file. Rejects where a packaged file is missing. */
  saveCodes: (lines: readonly IndexLine[], format: ExportFormat) => Promise<void>;
  /** Opens another address of this page. */
  go: (hash: string) => void;
  /** Puts another address in the place of this one, which leaves the history as it is. */
  replace: (hash: string) => void;
  /** What else stands under the bar. */
  tools?: ComponentChildren;
}

/** Whether the report of a log lists all codes of an answer. */
function holdsAll({ codes }: LogReport, rows: Answer['rows']): boolean {
  const listed = new Set(codes.map(({ code }) => code));
  return rows.every(({ code }) => listed.has(code));
}

/** How long nothing is typed before what was typed stands in the address, in milliseconds. */
const TYPED = 400;

/**
 * `#/AADSTS50126` shows the entry, `#/AADSTS50126/fix` its section, `#/compare/AADSTS50126/AADSTS50053` two entries side
 * by side, `#/guide/windows-hello` a guide, no code the catalog, `#?q=words&area=mfa` the catalog narrowed, `#/log` the log
 * that was opened. What is typed stands over all of them until it is cleared.
 */
export function LookupPage(props: LookupProps) {
  const address = useMemo(() => readAddress(props.hash), [props.hash]);
  const shown = address.view === 'catalog' ? address.list : WHOLE_CATALOG;
  const asked = shown.query;
  const [query, setQuery] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  const { index, guides, words } = props;
  const lines = index.state === 'loaded' ? index.content : undefined;
  const search = useMemo(
    () => lines && words && createSearch(lines, guides, words),
    [lines, guides, words],
  );
  useEffect(() => search && whenIdle(search.preparations()), [search]);
  const catalog = useMemo(() => lines && createCatalog(lines, search), [lines, search]);
  const answerOf = useCallback(
    (text: string) => catalog?.answer(text, shown.chosen) ?? answerText(text, undefined),
    [catalog, shown],
  );
  const paste = usePaste(query, props.readPaste);
  const lineOf = useCallback((code: Code) => search?.get(code), [search]);
  const own = useAnswer(query, paste, answerOf, lineOf);
  const { answer, askNearest } = useNearest(query, own);
  // A pasted text belongs into no address: the browser keeps those.
  const list = useMemo((): CatalogList => ({ ...shown, query }), [shown, query]);
  const isWords = answer.kind === 'words' || answer.kind === 'empty';
  const listAddress = catalogAddress(
    isWords && mayStandInAddress(query) ? list : { ...list, query: '' },
  );

  const reading = paste.state === 'read' && hasContent(paste.reading) ? paste.reading : undefined;
  const isByRecord = isAnsweredByRecord(query, paste, answer);
  const hasCodes = explainsCodes(answer);
  // What is to be said of the file that was dropped or opened last.
  const [notice, setNotice] = useState<string>();
  // The address that this page wrote for what was typed.
  const written = useRef<string>(undefined);
  // What was pasted is there again when the reader comes back from an entry that it led to. It is kept nowhere else.
  const pasted = useRef<{ hash: string; text: string; reading?: PasteReading }>({
    hash: '',
    text: '',
  });

  // What the field holds; it is ahead of the state by a frame.
  const typed = useRef<string>(undefined);
  const onText = useCallback((text: string) => {
    setNotice(undefined);
    typed.current = text;
    setQuery(text);
  }, []);
  const type = useCallback((text: string) => {
    typed.current = text;
    field.current!.value = text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
    setQuery(text);
  }, []);
  // Before the field can take a key: an effect that runs later would wipe away what was typed meanwhile.
  useLayoutEffect(() => {
    const wanted = pasted.current.hash === props.hash ? pasted.current.text || asked : asked;
    if (wanted !== typed.current && props.hash !== written.current) type(wanted);
  }, [props.hash]);
  /** Puts what is typed into the address. @returns The address of the page afterwards, as the browser gives it. */
  const keepTyped = (): string => {
    if (address.view !== 'catalog' || listAddress === catalogAddress(shown)) return props.hash;
    written.current = listAddress.replace(/^#$/, '');
    props.replace(listAddress);
    return written.current;
  };
  useEffect(() => {
    const timer = setTimeout(keepTyped, TYPED);
    return () => clearTimeout(timer);
  }, [listAddress]);
  const guide = address.view === 'guide' && answer.kind === 'empty' ? address : undefined;
  // What was pasted into a guide, kept while this page is open, so that it is there again after a look at an entry.
  const [inGuide, setInGuide] = useState({ name: '', text: '' });
  const guideName = guide?.name;
  const take = useCallback(
    (text: string) => {
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
    isPastedLong,
    openFile,
  } = useLogFiles({
    createLogReader: props.createLogReader,
    typed: query,
    paste,
    readPaste: props.readPaste,
    isInGuide: !!guideName,
    take,
    onFailure: setNotice,
    open: useCallback(() => props.go(LOG_ADDRESS), [props.go]),
  });
  // The report of a pasted log names the codes that stand in it.
  const isToldByLog =
    isPastedLog &&
    hasCodes &&
    pastedLog.log.state === 'read' &&
    holdsAll(pastedLog.log.report, answer.rows);
  const inFewRows = usePaste(fewRows, props.readPaste);
  const takeAlone = useCallback(
    (text: string) => {
      setNotice(undefined);
      take(text);
    },
    [take],
  );
  const openDropped = useCallback(
    (file: File, count: number) => {
      setNotice(count > 1 ? i18n.t('findings.onlyFirst', [file.name, String(count)]) : undefined);
      openFile(file);
    },
    [openFile],
  );
  const openChosen = useCallback((file: File) => openDropped(file, 1), [openDropped]);
  const isOver = useDroppedFile(takeAlone, openDropped);
  useLayoutEffect(() => {
    const isWritten = props.hash === written.current;
    written.current = undefined;
    if (!isWritten && address.view !== 'log') setNotice(undefined);
    if (address.view !== 'catalog' && address.view !== 'bad') return;
    document.title =
      address.view === 'bad' ? 'Signpost' : `${asked || i18n.t('lookup.catalogTitle')} · Signpost`;
    // Who narrows the list goes on narrowing it.
    if (isWritten || document.activeElement?.closest('.with-facets')) return;
    field.current!.focus({ preventScroll: true });
  }, [props.hash]);

  const openFrom = (code: Code) => {
    choose(entryAddress(code));
    props.go(entryAddress(code));
  };
  // The same address again changes nothing, so that what was typed would stay over the entry.
  const choose = (wanted: string) => {
    const hash = keepTyped();
    if (reading || isPastedLog || !mayStandInAddress(query))
      pasted.current = { hash, text: query, ...(reading && { reading }) };
    const next = readAddress(wanted);
    if (wanted === props.hash || (code && next.view === 'entry' && next.code === code)) type('');
  };
  const showList = (wanted: CatalogList) => {
    if (mayStandInAddress(query)) return props.go(catalogAddress(wanted));
    // What belongs into no address stays in the field alone.
    const hash = catalogAddress({ ...wanted, query: '' });
    written.current = hash.replace(/^#$/, '');
    props.go(hash);
  };
  const onFieldKey = (event: KeyboardEvent) => {
    // The key is that of an input method, which ends a word with it.
    if (event.isComposing) return;
    const [best] = isByRecord ? [] : itemsOf(answer);
    if (event.key === 'Escape') takeAlone('');
    else if (event.key === 'Enter' && best) {
      choose(addressIn(list, best));
      props.go(addressIn(list, best));
    } else return;
    event.preventDefault();
  };
  const code = address.view === 'entry' ? address.code : undefined;

  return (
    <>
      <LookupBar {...{ field, onText, onKey: onFieldKey, onFile: openChosen }} />
      {props.tools}
      <main class={isOver ? 'dropping' : ''}>
        {notice && (
          <p class="warn banner screen-only" role="alert">
            {notice}
          </p>
        )}
        {pasted.current.text && pasted.current.hash !== props.hash && answer.kind === 'empty' && (
          <p class="screen-only">
            <a href={pasted.current.hash || '#'}>{i18n.t('findings.back')}</a>
          </p>
        )}
        {!(isPastedLong && !reading?.secrets.length) && (
          <PasteFindings {...{ paste, answer, copy: props.copy }} isPage choose={openFrom} />
        )}
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
            onText={takeAlone}
          />
        ) : code && address.view === 'entry' && answer.kind === 'empty' ? (
          <>
            <LogOfCode log={opened.log} code={code} />
            <OneCode
              key={code}
              {...props}
              {...{ code, catalog }}
              {...address}
              reading={pasted.current.reading}
            />
          </>
        ) : address.view === 'compare' && answer.kind === 'empty' ? (
          <ComparePage key={props.hash} {...props} codes={address.codes} />
        ) : address.view === 'log' && answer.kind === 'empty' ? (
          <>
            <LogPage one={opened} lines={lines} copy={props.copy} choose={openFrom} />
            <PasteFindings paste={inFewRows} copy={props.copy} choose={openFrom} />
          </>
        ) : isByRecord || isToldByLog ? null : (
          <CatalogView
            {...{ answer, catalog, list, guides, choose }}
            state={index.state}
            askNearest={
              askNearest &&
              (() => {
                field.current!.focus();
                askNearest();
              })
            }
            isBelow={!!reading && saysSomething(reading, hasCodes)}
            show={showList}
            save={props.saveCodes}
            go={props.go}
          />
        )}
      </main>
    </>
  );
}
