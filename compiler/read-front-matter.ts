import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { FrontMatter } from './entry-schema';

const FRONT_MATTER = /^---\n([^]*?\n)---\n/;

/** The front matter of an entry, and what comes after it. */
interface ReadEntry {
  meta: FrontMatter;
  /** Markdown after the front matter. */
  body: string;
  /** Line of the file on which the body starts, from 1. */
  firstLine: number;
  /** Line of a front matter key, from 1. */
  lineOf: (key: string) => number;
}

/**
 * Reads the front matter of an entry.
 * @param source The text of the file.
 * @param complain Takes each problem with its line.
 * @returns undefined when it cannot be read; the reason was told.
 */
export function readFrontMatter(
  source: string,
  complain: (line: number, message: string) => void,
): ReadEntry | undefined {
  const match = FRONT_MATTER.exec(source);
  if (!match?.[1]) {
    complain(1, 'starts with front matter between two lines of ---; see knowledge/TEMPLATE.md');
    return undefined;
  }
  const yaml = match[1];
  const lineOf = (key: string): number => {
    const at = yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`));
    return at < 0 ? 1 : at + 2;
  };
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  for (const { pos, message } of document.errors)
    complain(lineCounter.linePos(pos[0]).line + 1, message.split('\n')[0] ?? '');
  if (document.errors.length) return undefined;

  const parsed = v.safeParse(FrontMatter, document.toJS());
  if (!parsed.success) {
    for (const issue of parsed.issues) {
      const path = v.getDotPath(issue) ?? '';
      complain(lineOf(path.split('.')[0] ?? ''), `${path}: ${issue.message}`);
    }
    return undefined;
  }
  return {
    meta: parsed.output,
    body: source.slice(match[0].length),
    firstLine: match[0].split('\n').length,
    lineOf,
  };
}
