import type { Code } from '../detection/code';
import type { Entry } from '../lookup/entry';
import { PARTED, type WordDocument } from '../lookup/build-word-index';
import type { Guide } from '../lookup/guide';
import { textOf } from './inline';
import { sectionsOf } from './prose';
import type { SearchData } from './read-search-data';

/** Sections that describe the error. Those with steps name much that other codes are about. */
const DESCRIBING = ['User', 'Admin', 'Causes'];

/** Parts texts, so that no phrase spans two of them. */
const joined = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(PARTED);

function bodyOf(entry: Entry): string {
  const described = sectionsOf(entry)
    .filter(({ name }) => DESCRIBING.includes(name))
    .flatMap(({ sentences }) => sentences.map(textOf));
  return joined([...described, ...(entry.questions ?? []).map(({ ask }) => ask)]);
}

/**
 * The texts by which words find each code.
 * @param entries Entries of one or more languages; those of one code are found together.
 */
export function wordDocuments(
  entries: Entry[],
  { messageTerms }: Pick<SearchData, 'messageTerms'>,
): WordDocument[] {
  const byCode = new Map<Code, Entry[]>();
  for (const entry of entries) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry]);
  return [...byCode].map(([code, versions]): WordDocument => {
    const all = (pick: (entry: Entry) => string | undefined) => joined(versions.map(pick));
    return {
      id: code,
      title: all(({ title, userTitle }) => joined([title, userTitle])),
      name: versions.find(({ name }) => name)?.name ?? '',
      keywords: all(({ keywords }) => joined(keywords)),
      asks: all(({ asks }) => joined(asks ?? [])),
      summary: all(({ summary }) => summary),
      message: joined(messageTerms.get(code) ?? []),
      body: all(bodyOf),
    };
  });
}

/** The texts by which words find each guide. What a guide says besides is about much, and is left out. */
export function guideDocuments(guides: Guide[]): WordDocument[] {
  return guides.map(({ name, title, keywords, asks = [], summary }): WordDocument => ({
    id: name,
    title,
    name: '',
    keywords: joined(keywords),
    asks: joined(asks),
    summary,
    message: '',
    body: '',
  }));
}
