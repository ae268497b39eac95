import { useEffect, useRef, useState } from 'preact/hooks';
import { start } from '../messaging/start';
import {
  mergeOf,
  NotesFileError,
  readNotesFile,
  writeNotesFile,
  type Notes,
  type NotesMerge,
} from '../settings/notes-file';
import { FileButton } from './file-button';
import { i18n } from './i18n';
import { textOfFile } from './use-dropped-file';

export interface NotesSectionProps {
  /** All notes. Rejects where they cannot be read. */
  readNotes: () => Promise<Notes>;
  /** Keeps notes and leaves all others as they are. Rejects where they cannot be kept. */
  saveNotes: (notes: Notes) => Promise<void>;
  /** Calls back when a note was changed, here or on another page. Returns a function that ends it. */
  watchNotes: (changed: () => void) => () => void;
  /** Saves a text as a file of the user. */
  download: (name: string, type: string, text: string) => void;
}

/** Most codes that are named; of more, their number is said. */
const MOST_NAMED = 20;

const named = (codes: string[]) =>
  codes.length > MOST_NAMED ? `${codes.slice(0, MOST_NAMED).join(', ')} …` : codes.join(', ');

const whyBad = (error: unknown) =>
  error instanceof NotesFileError
    ? i18n.t(`notes.bad.${error.reason}`, [error.key])
    : i18n.t('options.notSaved');

/** What taking a file would do, before it is done. */
function Preview({ merge }: { merge: NotesMerge }) {
  const { added, replaced, same } = merge;
  return (
    <ul>
      <li>{i18n.t('notes.added', [String(added.length)])}</li>
      <li class={replaced.length ? 'warn' : ''}>
        {i18n.t('notes.replaced', [String(replaced.length)])}
        {replaced.length > 0 && ` ${named(replaced)}`}
      </li>
      <li>{i18n.t('notes.same', [String(same.length)])}</li>
    </ul>
  );
}

/** Saves the user's own notes as a file, and takes notes from one after saying what it would replace. */
export function NotesSection({ readNotes, saveNotes, watchNotes, download }: NotesSectionProps) {
  const [kept, setKept] = useState<Notes>();
  const [incoming, setIncoming] = useState<Notes>();
  const [bad, setBad] = useState('');
  const [isNotRead, setNotRead] = useState(false);
  const [done, setDone] = useState('');
  const section = useRef<HTMLDivElement>(null);
  /** Counts the files: one that is read late has no say over a newer one. */
  const latest = useRef(0);
  useEffect(() => {
    const reload = () =>
      start('reading the notes', () =>
        readNotes().then(
          (notes) => {
            setKept(notes);
            setNotRead(false);
          },
          () => setNotRead(true),
        ),
      );
    reload();
    // Notes are written on other pages while this one stays open, and belong into the file.
    return watchNotes(reload);
  }, []);

  const open = async (file: File) => {
    const mine = ++latest.current;
    setDone('');
    setBad('');
    setIncoming(undefined);
    try {
      // What is no text is no file of notes either.
      const notes = readNotesFile(await textOfFile(file).catch(() => ''));
      const mineNow = await readNotes();
      if (mine !== latest.current) return;
      setKept(mineNow);
      setIncoming(notes);
    } catch (error) {
      if (mine === latest.current) setBad(`${file.name}: ${whyBad(error)}`);
    }
  };
  // The buttons go: whoever pressed one stands where they came from.
  const close = () => {
    setIncoming(undefined);
    section.current!.querySelector<HTMLElement>('input[type=file]')!.focus();
  };
  const take = async () => {
    setBad('');
    try {
      await saveNotes(incoming!);
      setDone(i18n.t('notes.taken', [String(Object.keys(incoming!).length)]));
      close();
    } catch (error) {
      setBad(whyBad(error));
    }
  };
  const count = Object.keys(kept ?? {}).length;
  return (
    <div class="notes" ref={section}>
      {kept && <p class="soft">{i18n.t('notes.count', [String(count)])}</p>}
      <div class="actions">
        <button
          type="button"
          disabled={!count}
          onClick={() => download('signpost-notes.json', 'application/json', writeNotesFile(kept!))}
        >
          {i18n.t('notes.export')}
        </button>
        <FileButton
          label={i18n.t('notes.import')}
          accept=".json,application/json"
          onFile={(file) => start('reading notes', () => open(file))}
        />
      </div>
      {incoming && kept && (
        <div role="group" aria-label={i18n.t('notes.import')}>
          <Preview merge={mergeOf(kept, incoming)} />
          <div class="actions">
            <button type="button" class="main" onClick={() => start('taking notes', take)}>
              {i18n.t('notes.take')}
            </button>
            <button type="button" onClick={close}>
              {i18n.t('notes.cancel')}
            </button>
          </div>
        </div>
      )}
      <p role="status">{done}</p>
      {(bad || isNotRead) && (
        <p class="error" role="alert">
          {bad || i18n.t('notes.notRead')}
        </p>
      )}
    </div>
  );
}
