import { PLACEHOLDERS } from '../../lookup/entry-values';
import { textOf } from '../inline';
import { paragraphsOf } from '../prose';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

const BRACES = /\{([a-zA-Z]\w*)\}/g;

/** Braces in prose look like a gap that the page fills, and are shown as they stand. */
export function checkPlaceholders(written: WrittenEntry[]): Finding[] {
  const known: readonly string[] = PLACEHOLDERS;
  return written.flatMap((one) =>
    paragraphsOf(one.entry)
      .map(textOf)
      .flatMap((text) =>
        [...text.matchAll(BRACES)]
          .filter(([, name = '']) => !known.includes(name))
          .map(([braces, name]): Finding => ({
            check: 'placeholders',
            level: 'problem',
            file: one.file,
            line: lineOf(one, text),
            message: `${braces} is shown as it stands; say what it means ("the audience in the message"), or write <${name}> for what the reader fills in`,
          })),
      ),
  );
}
