import { allWords } from '../../lookup/text-words';
import type { Finding } from './finding';
import { lineOf, type WrittenEntry } from './written-entry';

/** A text as the search reads it: what differs in signs and accents alone is found by the same words. */
const spelled = (text: string) => allWords(text).join(' ');

/** An ask says what the catalog has nowhere yet: two codes that share it could not be told apart by it. */
export function checkAsks(written: WrittenEntry[]): Finding[] {
  const known = new Map<string, string>();
  for (const { entry } of written) {
    for (const title of [entry.title, entry.userTitle ?? ''])
      known.set(spelled(title), `the title of ${entry.code}`);
    for (const keyword of entry.keywords) known.set(spelled(keyword), `a keyword of ${entry.code}`);
  }
  return written.flatMap((one): Finding[] =>
    (one.entry.asks ?? []).flatMap((ask): Finding[] => {
      const words = spelled(ask);
      const owner = known.get(words);
      known.set(words, `an ask of ${one.entry.code}`);
      if (!owner) return [];
      const message = `asks: "${ask}" is ${owner} already; ask in other words, or take it out`;
      return [{ check: 'asks', level: 'problem', file: one.file, line: lineOf(one, ask), message }];
    }),
  );
}
