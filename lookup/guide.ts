import type { Code } from '../detection/code';
import type { Command, Entry, Sentence } from './entry';

/** One item of a list in a guide. */
export interface GuideItem {
  text: Sentence;
  /** It deletes, resets, excludes or widens rights. */
  risky?: true;
  /** A list below it, one level deep. */
  below?: GuideList;
}

export interface GuideList {
  /** Number of the first item. Absent in a list of bullets. */
  start?: number;
  items: GuideItem[];
}

/** One item of the checklist. */
export interface Check {
  /** Under which its tick is kept; unique in the guide. */
  id: string;
  name: Sentence;
  /** How to verify it. */
  how: Sentence;
  good: Sentence;
  bad: Sentence;
  /** Ids of the rules (knowledge/rules) that tell it from a pasted record. None where no rule can. */
  rules: string[];
}

export type GuideBlock =
  | { p: Sentence }
  /** A heading inside a section. */
  | { h: string }
  | { list: GuideList }
  /** A warning, as paragraphs. */
  | { warn: Sentence[] }
  /** The last cell of each row ends with what the row rests on. */
  | { head: Sentence[]; rows: Sentence[][] }
  | { command: Command }
  /** A record or message as it is printed. */
  | { example: string }
  | { checks: Check[] };

export interface GuideSection {
  /** Part of the address: `#/guide/windows-hello/checklist`. */
  id: string;
  title: string;
  blocks: GuideBlock[];
}

/** One compiled guide: a way through many codes that belong together. */
export interface Guide {
  /** Its name in the address, and that of its file. */
  name: string;
  title: string;
  summary: string;
  /** Codes whose entries lead here. */
  covers: Code[];
  keywords: string[];
  /** As in entries. */
  asks?: string[];
  sections: GuideSection[];
  sources: Entry['sources'];
  searched: NonNullable<Entry['searched']>;
  /** ISO date on which it was last checked against its sources. */
  reviewed: string;
  locale: string;
}

/** A guide as lists and search know it. */
export interface GuideLine {
  name: string;
  title: string;
  summary: string;
  /** What people type that title and summary lack, in one string. */
  keywords: string;
}

export function guideLine({ name, title, summary, keywords }: Guide): GuideLine {
  return { name, title, summary, keywords: keywords.join(' · ') };
}

/** The items of the checklist, wherever they stand in the guide. */
export function checksOf({ sections }: Guide): Check[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => ('checks' in block ? block.checks : [])),
  );
}
