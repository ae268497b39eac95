import { start } from '../messaging/start';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import { isAnsweredByRecord } from './answered-by-record';
import { itemsOf } from '../lookup/answer-item';
import { LoadFailed } from './load-failed';
import { panelName } from './panel-name';
import { copiedText, keyOf, type PopupItem } from './popup-item';
import { pressOnRows } from './popup-keys';
import type { PopupProps } from './popup-props';
import { PopupStatus } from './popup-status';
import { LONGEST_SHOWN, SearchField } from './search-field';
import { useAnswer } from './use-answer';
import { useBriefly } from './use-briefly';
import { noTextOf, textOfFile, useDroppedFile } from './use-dropped-file';
import { useNearest } from './use-nearest';
import { usePageList } from './use-page-list';
import { usePaste } from './use-paste';

/** The popup: a search field, results, and the card of a chosen code. */
export function Popup(props: PopupProps) {
  const { tab, answer, Below } = props;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [shown, show] = useState<Code>();
  const [copied, setCopied] = useBriefly<PopupItem>();
  const field = useRef<HTMLInputElement>(null);
  const isEmpty = !query.trim();
  const paste = usePaste(query, props.readPaste);
  const answerTyped = useCallback(
    (text: string) => (text.trim() ? answer(text) : undefined),
    [answer],
  );
  const own = useAnswer(query, paste, answerTyped, props.lineOf);
  const { answer: answered, askNearest } = useNearest(query, own);
  const isByRecord = isAnsweredByRecord(query, paste, answered);
  const page = usePageList(tab, props.lineOf, props.hidesExpected, props.reveal);
  const items = useMemo(
    (): PopupItem[] => (isEmpty ? page.shown : answered && !isByRecord ? itemsOf(answered) : []),
    [answered, isByRecord, page.shown],
  );
  const selected = items[Math.min(at, items.length - 1)];

  // The field has the focus whenever the list is seen: at first, and when a card gives way to it.
  useLayoutEffect(() => {
    if (!shown) field.current?.focus({ preventScroll: true });
  }, [shown]);

  // A new answer and a card are read from their beginning. Back from the card, its row is the place to be.
  useLayoutEffect(() => {
    if (shown || !at) scrollTo(0, 0);
  }, [query, shown]);

  // What is to be said of the file that was dropped last.
  const [notice, setNotice] = useState<string>();
  /** Counts what was typed and dropped: a file that is read late has no say over what is newer. */
  const latest = useRef(0);
  const type = useCallback((text: string) => {
    latest.current++;
    setNotice(undefined);
    setQuery(text);
    setAt(0);
    show(undefined);
  }, []);
  // The field stands before this script does: what was typed until now is asked, too.
  useLayoutEffect(() => {
    if (field.current?.value) type(field.current.value);
  }, [type]);
  const take = useCallback((text: string) => {
    field.current!.value = text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
    type(text);
  }, []);
  const isOver = useDroppedFile(
    take,
    useCallback(
      (file: File, count: number) =>
        start('reading a dropped file', async () => {
          const mine = ++latest.current;
          const text = await textOfFile(file).catch(() => undefined);
          const says = text === undefined ? await noTextOf(file) : undefined;
          if (mine !== latest.current) return;
          if (text !== undefined) take(text);
          if (says) setNotice(says);
          else if (count > 1) setNotice(i18n.t('findings.onlyFirst', [file.name, String(count)]));
        }),
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
    if (await props.copy(Promise.resolve(copiedText(item)))) setCopied(item);
  };
  const onFieldKey = (event: KeyboardEvent) => {
    // A key of an input method ends a word, and nothing else.
    if (!selected || shown || event.isComposing) return;
    const rows = { items, selected, page: isEmpty ? page : undefined };
    const acts = { select: setAt, open: chooseItem, copy: copyItem };
    if (pressOnRows(event, field.current!, { ...rows, ...acts })) event.preventDefault();
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
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
          {...{ notice, shown, show }}
          askNearest={
            askNearest &&
            (() => {
              field.current!.focus();
              askNearest();
            })
          }
          choose={choose}
          chooseItem={chooseItem}
          clearKept={() => {
            field.current!.focus();
            props.forgetKept();
          }}
        />
      )}
      <PopupStatus {...{ copied, page }} />
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
