import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Code } from '../detection/code';
import { start } from '../messaging/start';
import { LONGEST_NOTE } from '../settings/notes-file';
import { i18n } from './i18n';
import { useBriefly } from './use-briefly';

/** Where the user's own notes are kept. */
export interface NoteStore {
  /** The note on a code; empty where there is none. Rejects where it cannot be read. */
  read: (code: Code) => Promise<string>;
  /** Rejects where it cannot be kept. */
  save: (code: Code, text: string) => Promise<void>;
  /** Calls back when the note was changed on another page. Returns a function that ends it. */
  watch: (code: Code, changed: (text: string) => void) => () => void;
}

interface Props {
  code: Code;
  notes: NoteStore;
}

/** How long nothing is typed before a note is saved, in milliseconds. */
const TYPED = 600;

const FEWEST_ROWS = 3;
const MOST_ROWS = 16;

/** The user's own note on a code: plain text, saved while it is typed. A button stands where there is none. */
export function OwnNote({ code, notes }: Props) {
  const id = useId();
  const [text, setText] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState<'read' | 'save'>();
  const [isSaved, setSaved] = useBriefly<true>();
  // What was typed and is not saved yet.
  const draft = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const know = (kept: string) => {
      // What is being typed here stands until it is saved.
      if (draft.current === undefined) setText(kept);
    };
    notes.read(code).then(know, () => setFailed('read'));
    return notes.watch(code, know);
  }, [code, notes]);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const wanted = draft.current;
    if (wanted === undefined) return;
    try {
      await notes.save(code, wanted);
      if (draft.current === wanted) draft.current = undefined;
      setFailed(undefined);
      setSaved(true);
    } catch {
      setSaved(undefined);
      setFailed('save');
    }
  }, [code, notes]);
  // Who goes on to another code, or closes the page, leaves what was typed behind saved.
  useEffect(() => {
    const leave = () => start('saving a note', save);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  const onInput = (typed: string) => {
    draft.current = typed;
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => start('saving a note', save), TYPED);
  };

  if (failed === 'read')
    return (
      <p class="warn" role="alert">
        {i18n.t('notes.notRead')}
      </p>
    );
  if (text === undefined) return null;
  if (!text && !isOpen)
    return (
      <p class="own-note screen-only">
        <button
          type="button"
          class="link"
          onClick={() => {
            setOpen(true);
            requestAnimationFrame(() => area.current?.focus());
          }}
        >
          {i18n.t('notes.add')}
        </button>
      </p>
    );
  const rows = Math.min(Math.max(text.split('\n').length + 1, FEWEST_ROWS), MOST_ROWS);
  return (
    <div class="own-note">
      <label for={id}>{i18n.t('notes.label')}</label>{' '}
      <span class="soft screen-only" id={`${id}-hint`}>
        {i18n.t('notes.hint')}
      </span>
      <span class="saved" role="status">
        {isSaved && `✓ ${i18n.t('options.saved')}`}
      </span>
      <textarea
        id={id}
        ref={area}
        class="screen-only"
        rows={rows}
        maxLength={LONGEST_NOTE}
        value={text}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        // Emptied to be written anew, or left for another window, it stays while it has the focus.
        onFocus={() => setOpen(true)}
        onBlur={({ currentTarget }) => {
          if (document.activeElement !== currentTarget) setOpen(false);
          start('saving a note', save);
        }}
      />
      {/* Of a box only what is in view would be printed. */}
      <p class="printed">{text}</p>
      {failed && (
        <p class="error" role="alert">
          {i18n.t('options.notSaved')}
        </p>
      )}
    </div>
  );
}
