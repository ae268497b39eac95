import { familyOf } from '../../../detection/code';
import type { Entry } from '../../../lookup/entry';
import type { WrittenEntry } from '../../../compiler/checks/written-entry';

/** An entry with only what a test is about. Its file is made of the lines that are given. */
export function makeEntry(
  code: string,
  parts: Partial<Entry> = {},
  lines: string[] = [],
): WrittenEntry {
  const family = familyOf(code);
  return {
    file: `knowledge/en/${family}/${code}.md`,
    lines,
    entry: {
      code,
      family,
      depth: 'brief',
      status: 'reviewed',
      title: 'Something happened',
      summary: '',
      severity: 'low',
      fixedBy: 'admin',
      area: 'app',
      keywords: [],
      related: [],
      sources: [],
      reviewed: '2026-11-21',
      locale: 'en',
      ...parts,
    },
  };
}
