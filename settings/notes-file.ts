import { canonicalCode, type Code } from '../detection/code';

/** The user's own notes, plain text by code. */
export type Notes = Record<Code, string>;

/** Longest note, in UTF-16 units. */
export const LONGEST_NOTE = 10_000;

/** Most notes that a file can hold: more codes than are known. */
const MOST_NOTES = 10_000;

const FORMAT = 'signpost-notes';
const VERSION = 1;

/** True for a text that can be kept as a note. */
export function isNote(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.trim() !== '' && raw.length <= LONGEST_NOTE;
}

/** The file of all notes, in the order of their codes. */
export function writeNotesFile(notes: Notes): string {
  const sorted = Object.entries(notes).sort(([a], [b]) => (a < b ? -1 : 1));
  const file = { format: FORMAT, version: VERSION, notes: Object.fromEntries(sorted) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Why a file holds no notes that can be taken: which rule it breaks, and the key of the note that does. */
export class NotesFileError extends Error {
  constructor(
    readonly reason: 'notJson' | 'notNotes' | 'newer' | 'badCode' | 'badNote' | 'twice' | 'tooMany',
    readonly key = '',
  ) {
    super(`${reason} ${key}`);
  }
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new NotesFileError('notJson');
  }
}

/**
 * Reads a file that `writeNotesFile` wrote. One bad note refuses the whole file, so that nothing is taken by halves.
 * @throws NotesFileError that says what is wrong.
 */
export function readNotesFile(text: string): Notes {
  const file = parsed(text);
  if (!isRecord(file) || file.format !== FORMAT || !isRecord(file.notes))
    throw new NotesFileError('notNotes');
  if (file.version !== VERSION) throw new NotesFileError('newer');
  const notes = Object.entries(file.notes);
  if (notes.length > MOST_NOTES) throw new NotesFileError('tooMany');
  const read: Notes = {};
  for (const [key, note] of notes) {
    const code = canonicalCode(key);
    if (!code) throw new NotesFileError('badCode', key.slice(0, 60));
    if (!isNote(note)) throw new NotesFileError('badNote', code);
    // A code has several spellings, and one note.
    if (Object.hasOwn(read, code) && read[code] !== note) throw new NotesFileError('twice', code);
    read[code] = note;
  }
  return read;
}

/** What taking notes from a file would do to those that are kept. */
export interface NotesMerge {
  /** Codes that have no note yet. */
  added: Code[];
  /** Codes whose note would be another one. */
  replaced: Code[];
  /** Codes whose note is the same. */
  same: Code[];
}

/** Compares the notes of a file with those that are kept. */
export function mergeOf(kept: Notes, incoming: Notes): NotesMerge {
  const merge: NotesMerge = { added: [], replaced: [], same: [] };
  for (const [code, text] of Object.entries(incoming)) {
    if (!Object.hasOwn(kept, code)) merge.added.push(code);
    else if (kept[code] === text) merge.same.push(code);
    else merge.replaced.push(code);
  }
  return merge;
}
