import { start } from '../messaging/start';
import type { ComponentType } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import { isAnsweredByRecord } from './answered-by-record';
import type { Answer } from '../lookup/answer';
import { itemsOf } from '../lookup/answer-item';
import type { IndexLine } from '../lookup/index-line';
import type { Copy } from './copy-button';
import type { Kept } from './kept-codes';
import { LoadFailed } from './load-failed';
import { panelName } from './panel-name';
import type { PagePattern, PatternPlace } from './page-pattern';
import type { BelowProps } from './popup-below';
import { keyOf, type PopupItem } from './popup-item';
import { LONGEST_SHOWN, SearchField } from './search-field';
import type { SiteState } from './site-offer';
import type { TabState } from './tab-message';
import { useBriefly } from './use-briefly';
import { textOfFile, useDroppedFile } from './use-dropped-file';
import type { LoadEntry } from './use-entry';
import { usePageList, type PageList } from './use-page-list';
import type { LoadRules } from './use-judged';
import { usePaste, type ReadPaste } from './use-paste';

export interface PopupProps {
  /** Whether the catalog is there. Codes are recognized without it, words are not. */
  catalog: 'loading' | 'failed' | 'ready';
  /** What a typed or pasted text is answered with. */
  answer: (text: string) => Answer | undefined;
  lineOf: (code: Code) => IndexLine | undefined;
  /** Reads the records in a pasted text. */
  readPaste: ReadPaste;
  /** Absent until the tab has answered. */
  tab: TabState | undefined;
  /** What the rows of its lists show together, worst first. */
  patterns: readonly PagePattern[];
  /** What can be decided about its site, and whether the browser refused the last wish. */
  site: SiteState & { isRefused: boolean };
  /** Whether the list of the page leaves out the codes that need no action. */
  hidesExpected: boolean;
  /** Missing access to the default sites, which a click can ask for. */
  lacksAccess: boolean;
  loadEntry: LoadEntry;
  loadRules: LoadRules;
  places: Record<string, string>;
  support: { supportName: string; supportUrl: string };
  copy: Copy;
  /** Opens the full entry of a code in a tab, or a guide (`guide/NAME`). */
  openLookup: (code: Code) => void;
  openCatalog: () => void;
  openOptions: () => void;
  /** Opens the lookup beside the page. Absent until the window is known. */
  openPanel?: () => void;
  explainOnce: () => void;
  stopOnce: () => void;
  /** Ask for a site, by match patterns, or give it back. */
  allowSite: (origins: string[]) => void;
  removeSite: (origins: string[]) => void;
  hideExpected: (isHiding: boolean) => void;
  /** Makes a table of text: Markdown, or CSV for a spreadsheet. */
  tableText: (form: 'markdown' | 'csv', rows: string[][]) => Promise<string>;
  /** Reads the page anew and says what it is made of, without personal data. */
  report: () => Promise<string>;
  /**
   * Shows a code of the page in the page itself: at the place asked for, else at the next one. Answers false where the
   * page cannot.
   */
  reveal: (code: Code, place?: number) => Promise<boolean>;
  /** Shows a row of a pattern in the page. Answers false where the page no longer draws it. */
  showRow: (place: PatternPlace) => Promise<boolean>;
  askForAccess: () => void;
  close: () => void;
  /** Pinned and recent codes; none where they are turned off. */
  kept: Kept;
  /** How many codes can be pinned. */
  mostPinned: number;
  /** What stands below the field. It is most of the popup's code, and comes after the field takes keys. */
  Below: ComponentType<BelowProps> | undefined;
  remember: (code: Code) => void;
  pin: (code: Code, isPinned: boolean) => void;
  forgetKept: () => void;
}

function hasSelection(input: HTMLInputElement): boolean {
  return input.selectionStart !== input.selectionEnd || !!String(getSelection());
}

/** Which place of a code was just shown on the page, in words. */
function placeSaid({ shownLast, placeOf }: PageList): string {
  if (!shownLast) return '';
  const { code, places } = shownLast;
  return i18n.t('popup.placeShown', [code, String(placeOf(code)! + 1), String(places.length)]);
}

/** The arrow key that leads on, in the direction in which people read. */
function stepOf(key: string, field: Element): 1 | -1 | undefined {
  const on = getComputedStyle(field).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  return key === on ? 1 : /^Arrow(?:Left|Right)$/.test(key) ? -1 : undefined;
}

/** The popup: a search field, results, and the card of a chosen code. */
export function Popup(props: PopupProps) {
  const { tab, answer, Below } = props;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [shown, show] = useState<Code>();
  const [copied, setCopied] = useBriefly<PopupItem>();
  const field = useRef<HTMLInputElement>(null);
  const isEmpty = !query.trim();
  const answered = useMemo(() => (isEmpty ? undefined : answer(query)), [answer, query]);
  const paste = usePaste(query, props.readPaste);
  const isByRecord = isAnsweredByRecord(query, paste, answered);
  const page = usePageList(tab, props.lineOf, props.hidesExpected, props.reveal);
  const items = useMemo(
    (): PopupItem[] => (isEmpty ? page.shown : answered && !isByRecord ? itemsOf(answered) : []),
    [answered, isByRecord, page.shown],
  );
  const selected = items[Math.min(at, items.length - 1)];

  // The field has the focus whenever the list is seen: at first, and when a card gives way to it.
  useLayoutEffect(() => {
    if (!shown) field.current?.focus();
  }, [shown]);

  const type = useCallback((text: string) => {
    setQuery(text);
    setAt(0);
    show(undefined);
  }, []);
  // The field stands before this script does: what was typed until now is asked, too.
  useLayoutEffect(() => {
    if (field.current?.value) type(field.current.value);
  }, [type]);
  const [unread, setUnread] = useState<string>();
  const take = useCallback((text: string) => {
    setUnread(undefined);
    field.current!.value = text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
    type(text);
  }, []);
  const isOver = useDroppedFile(
    take,
    useCallback(
      (file: File) =>
        start('reading a dropped file', () =>
          textOfFile(file).then(take, () => setUnread(file.name)),
        ),
      [],
    ),
  );
  const choose = async (code: Code) => {
    props.remember(code);
    setAt(items.findIndex((item) => keyOf(item) === code));
    if (isEmpty && (await props.reveal(code))) props.close();
    else show(code);
  };
  const chooseItem = (item: PopupItem) =>
    'guide' in item
      ? props.openLookup(keyOf(item))
      : start('opening an answer', () => choose(item.code));
  const copyItem = async (item: PopupItem) => {
    const line = 'guide' in item ? item.guide : item.line;
    const parts = ['guide' in item ? '' : item.code, line ? `${line.title}. ${line.summary}` : ''];
    if (await props.copy(Promise.resolve(parts.filter(Boolean).join(': ')))) setCopied(item);
  };
  const onFieldKey = (event: KeyboardEvent) => {
    if (!selected || shown) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const onPage = isEmpty ? page.shown.find((one) => one === selected) : undefined;
    const place = onPage && stepOf(event.key, field.current!);
    if (step) setAt((items.indexOf(selected) + step + items.length) % items.length);
    else if (onPage && place) start('the next place of a code', () => page.step(onPage, place));
    else if (event.key === 'Enter') chooseItem(selected);
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey)) {
      if (hasSelection(field.current!)) return;
      start('copying a row', () => copyItem(selected));
    } else return;
    event.preventDefault();
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (shown) show(undefined);
    else if (!query) props.close();
    else {
      field.current!.value = '';
      type('');
    }
  };

  return (
    <main onKeyDown={onEscape} class={isOver ? 'dropping' : ''}>
      <h1 class="hidden">Signpost</h1>
      <SearchField
        field={field}
        label={i18n.t('popup.label')}
        hasGlyph
        list={{
          id: 'results',
          isSeen: !shown && items.length > 0,
          selected: selected && !shown ? `result-${keyOf(selected)}` : undefined,
        }}
        onText={type}
        onKey={onFieldKey}
      />
      {!Below && props.catalog === 'failed' && <LoadFailed text={i18n.t('lookup.catalogFailed')} />}
      {Below && (
        <Below
          {...props}
          {...{ answered, items, selected, copied, isEmpty, isByRecord, page, paste }}
          {...{ unread, shown, show }}
          choose={choose}
          chooseItem={chooseItem}
          clearKept={() => {
            field.current!.focus();
            props.forgetKept();
          }}
        />
      )}
      <p class="hidden" role="status">
        {copied
          ? i18n.t('popup.copied', ['guide' in copied ? copied.guide.title : copied.code])
          : placeSaid(page)}
      </p>
      <div class="tools">
        <button type="button" class="link" onClick={props.openCatalog}>
          {i18n.t('popup.catalog')}
        </button>
        {props.openPanel && (
          <button type="button" class="link" onClick={props.openPanel}>
            {panelName()}
          </button>
        )}
        <button type="button" class="link" onClick={props.openOptions}>
          {i18n.t('popup.options')}
        </button>
      </div>
    </main>
  );
}
