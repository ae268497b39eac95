import { storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';
import { canonicalCode, type Code } from '../detection/code';
import { isNote, type Notes } from './notes-file';

// Each note is kept under a key of its own: a tab and the side panel can save at the same time and lose nothing.
const PREFIX = 'note:';
const keyOf = (code: Code) => `local:${PREFIX}${code}` as const;

/**
 * The user's own note on a code; empty where there is none. Anything else in its place counts as none.
 * @throws Error when the browser could not read it: what cannot be read must not be written over.
 */
export async function readNote(code: Code): Promise<string> {
  const raw = await storage.getItem<unknown>(keyOf(code));
  return isNote(raw) ? raw : '';
}

/**
 * Keeps a note; an empty one is removed.
 * @throws Error when it is too long, or the browser could not store it.
 */
export async function saveNote(code: Code, text: string): Promise<void> {
  if (!text.trim()) return storage.removeItem(keyOf(code));
  if (!isNote(text)) throw new Error('The note is too long.');
  await storage.setItem(keyOf(code), text);
}

/** Calls back when the note of a code was changed, here or on another page. @returns A function that ends it. */
export function watchNote(code: Code, changed: (text: string) => void): () => void {
  return storage.watch<unknown>(keyOf(code), (raw) => changed(isNote(raw) ? raw : ''));
}

/** Calls back when any note was changed, here or on another page. @returns A function that ends it. */
export function watchNotes(changed: () => void): () => void {
  const listen = (changes: object) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  };
  browser.storage.local.onChanged.addListener(listen);
  return () => browser.storage.local.onChanged.removeListener(listen);
}

/**
 * All notes.
 * @throws Error when the browser could not read them.
 */
export async function readNotes(): Promise<Notes> {
  const all = Object.entries(await storage.snapshot('local'));
  return Object.fromEntries(
    all.flatMap(([key, raw]): [Code, string][] => {
      const code = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
      return canonicalCode(code) === code && isNote(raw) ? [[code, raw]] : [];
    }),
  );
}

/**
 * Keeps several notes at once and leaves all others as they are.
 * @throws Error when the browser could not store them; then none is stored.
 */
export async function saveNotes(notes: Notes): Promise<void> {
  await storage.setItems(
    Object.entries(notes).map(([code, value]) => ({ key: keyOf(code), value })),
  );
}
