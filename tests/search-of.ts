import { buildWordIndex, type WordDocument } from '../lookup/build-word-index';
import type { GuideLine } from '../lookup/guide';
import type { IndexLine } from '../lookup/index-line';
import { createSearch, type Search } from '../lookup/search';
import { MATTERS } from '../lookup/subject';
import { unpackWordIndex } from '../lookup/word-index';

/** What words find of a line or guide: what the line itself says. */
export function documentOf(
  id: string,
  line: Omit<GuideLine, 'name'> & { name?: string },
): WordDocument {
  const { title, name = '', keywords, summary } = line;
  return { id, title, name, keywords, asks: '', summary, message: '', body: '' };
}

/** A search over made-up lines and guides, and phrases that name matters. */
export function searchOf(
  lines: IndexLine[],
  guides: GuideLine[] = [],
  subject?: Record<(typeof MATTERS)[number], string[]>,
): Search {
  const packed = buildWordIndex(
    lines.map((line) => documentOf(line.code, line)),
    guides.map(({ name, ...guide }) => documentOf(name, guide)),
    [],
    subject && MATTERS.map((matter) => subject[matter]),
  );
  return createSearch(lines, guides, unpackWordIndex(packed));
}
