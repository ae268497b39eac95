import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from '../../lookup/entry';

/** A compiled entry with the file that it was written in, so that a check can say where. */
export interface WrittenEntry {
  entry: Entry;
  /** Path from the root of the project. */
  file: string;
  /** The lines of that file. */
  lines: readonly string[];
}

/** Evidence marks and ids of causes, with the blank before them. */
const EVIDENCE_MARKS = /\s\[(?:~|[a-z\d, -]+)\](?!\()|\s\{[a-z\d, -]+\}/g;
const MARKS = /\*\*|`|\[|\]\([^)]*\)/g;

/** A line of Markdown as its readers see it. */
function unmarked(text: string): string {
  // Cells of a table are padded.
  return text.replace(EVIDENCE_MARKS, '').replace(MARKS, '').replace(/ {2,}/g, ' ');
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

async function listedFiles(root: string, locale: string): Promise<Map<string, string[]>> {
  const folder = join('knowledge', locale, 'listed');
  const names = await readdir(join(root, folder)).catch((): string[] => []);
  const files = new Map<string, string[]>();
  for (const name of names.filter((one) => one.endsWith('.yml')).sort()) {
    const file = join(folder, name);
    files.set(file, linesOf(await readFile(join(root, file), 'utf8')));
  }
  return files;
}

/** Line of a listed code, from 0, or -1. The code is the key of the line. */
function listedAt(lines: readonly string[], code: string): number {
  const key = new RegExp(`^\\s+["']?${code}["']?:`);
  return lines.findIndex((line) => key.test(line));
}

/**
 * Finds the file of each entry. Entries with a file of their own are named for their code; the
 * others stand in a file of listed codes.
 * @param root The root of the project.
 * @param entries What compileKnowledge gave.
 */
export async function readWritten(root: string, entries: Entry[]): Promise<WrittenEntry[]> {
  const listed = new Map<string, Map<string, string[]>>();
  const written: WrittenEntry[] = [];
  for (const entry of entries) {
    if (entry.depth !== 'listed') {
      const file = join('knowledge', entry.locale, entry.family, `${entry.code}.md`);
      // A file that is not named for its code is a problem of its own; here it has no lines.
      const text = await readFile(join(root, file), 'utf8').catch(() => '');
      written.push({ entry, file, lines: linesOf(text) });
      continue;
    }
    const files = listed.get(entry.locale) ?? (await listedFiles(root, entry.locale));
    listed.set(entry.locale, files);
    const [file, lines] = [...files].find(([, text]) => listedAt(text, entry.code) >= 0) ?? [
      '',
      [],
    ];
    written.push({ entry, file, lines });
  }
  return written;
}

/**
 * The line on which a piece of an entry stands.
 * @param written The entry.
 * @param piece Words of one line, with or without their Markdown marks.
 * @returns The line from 1; the line of the code, or the first one, where the words are not found.
 */
export function lineOf({ entry, lines }: WrittenEntry, piece: string): number {
  // Text behind a label is compiled with a capital letter.
  const plain = unmarked(piece).trim().toLowerCase();
  const at = lines.findIndex(
    (line) => line.includes(piece) || unmarked(line).toLowerCase().includes(plain),
  );
  if (at >= 0 && plain) return at + 1;
  return Math.max(listedAt(lines, entry.code), 0) + 1;
}

/**
 * The line on which a fenced block starts to speak.
 * @param written The entry.
 * @param code All lines of the block.
 * @returns The line of its first line, from 1.
 */
export function lineOfBlock({ lines }: WrittenEntry, code: string): number {
  const wanted = code.split('\n');
  const at = lines.findIndex((_, from) => wanted.every((line, by) => lines[from + by] === line));
  return at < 0 ? 1 : at + 1;
}
