import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from './i18n';
import type { Code } from '../detection/code';
import type { IndexLine } from '../lookup/index-line';
import { RowFacts } from './row-facts';

/** Codes that are kept in this browser: pinned ones, and those opened last, the latest first. */
export interface Kept {
  recent: readonly Code[];
  pinned: readonly Code[];
}

interface Props {
  kept: Kept;
  /** How many codes can be pinned. */
  mostPinned: number;
  lineOf: (code: Code) => IndexLine | undefined;
  open: (code: Code) => void;
  pin: (code: Code, isPinned: boolean) => void;
  clear: () => void;
  /** The last change could not be stored. */
  isNotKept: boolean;
}

function KeptCode({
  code,
  isPinned,
  lineOf,
  open,
  pin,
}: Pick<Props, 'lineOf' | 'open' | 'pin'> & { code: Code; isPinned: boolean }) {
  const line = lineOf(code);
  return (
    <li data-kept={code}>
      <button type="button" class="kept" onClick={() => open(code)}>
        <span class="name">{line?.title ?? i18n.t('unknown.title')}</span>
        <span class="chip">{code}</span>
        {line && <RowFacts line={line} />}
      </button>
      <button
        type="button"
        class="pin"
        aria-pressed={isPinned}
        aria-label={i18n.t('popup.pin', [code])}
        title={i18n.t(isPinned ? 'popup.unpinHint' : 'popup.pinHint')}
        onClick={() => pin(code, !isPinned)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5 1.5h6l-1 1v4l2.5 2.5v1.5h-4v4L8 15.5l-.5-1v-4h-4V9L6 6.5v-4z" />
        </svg>
      </button>
    </li>
  );
}

/** The pinned and recent codes, with the way to forget them. A code too many is not pinned, and that is said. */
export function KeptCodes({
  kept: { recent, pinned },
  mostPinned,
  clear,
  pin,
  isNotKept,
  ...others
}: Props) {
  const [isRefused, setRefused] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef<Code>(undefined);
  // A row that moves loses the keyboard, which stays with whoever pressed its pin.
  useLayoutEffect(() => {
    if (moved.current && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>(`[data-kept="${moved.current}"] .pin`)?.focus();
    moved.current = undefined;
  }, [pinned]);
  const row = {
    ...others,
    pin: (code: Code, isPinned: boolean) => {
      const isFull = isPinned && pinned.length >= mostPinned;
      setRefused(isFull);
      if (isFull) return;
      moved.current = code;
      pin(code, isPinned);
    },
  };
  const unpinned = recent.filter((code) => !pinned.includes(code));
  if (!pinned.length && !unpinned.length) return null;
  return (
    <section class="kept-codes" aria-labelledby="kept-title">
      <div class="section">
        <h2 id="kept-title">{i18n.t(pinned.length ? 'popup.kept' : 'popup.recent')}</h2>
        <button type="button" class="link" onClick={clear}>
          {i18n.t(pinned.length ? 'popup.forgetAll' : 'popup.forget')}
        </button>
      </div>
      <p role="status" class="refused">
        {isRefused && i18n.t('popup.pinsFull', [String(mostPinned)])}
      </p>
      {isNotKept && (
        <p role="alert" class="refused">
          {i18n.t('options.notSaved')}
        </p>
      )}
      <ul ref={list}>
        {pinned.map((code) => (
          <KeptCode key={code} {...row} {...{ code }} isPinned />
        ))}
        {unpinned.map((code) => (
          <KeptCode key={code} {...row} {...{ code }} isPinned={false} />
        ))}
      </ul>
    </section>
  );
}
