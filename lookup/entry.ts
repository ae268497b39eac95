import type { Code, Family } from '../detection/code';
import type {
  AREAS,
  COMMAND_LANGUAGES,
  DEPTHS,
  FIXED_BY,
  SEVERITIES,
  SOURCE_KINDS,
} from './entry-values';

/** One run of text inside a sentence: plain, bold (a label of the interface), literal, or a link. */
type Inline =
  | string
  | { b: string }
  | { c: string }
  /** A link. `h` is an https address, or in a guide one of our own page (`#/…`); `p` names a place in the portals (knowledge/places.yml) instead. */
  | { a: string; h: string }
  | { a: string; p: string }
  /**
   * Ends a statement and says what it rests on: indexes into the entry's sources, or none for our own reasoning.
   * It is no text; a reader who does not ask for evidence sees nothing of it.
   */
  | { e: number[] };

export type Sentence = Inline[];

export type Block = { p: Sentence } | { ul: Sentence[] } | { ol: Sentence[] };

export type Severity = (typeof SEVERITIES)[number];
export type FixedBy = (typeof FIXED_BY)[number];
export type Area = (typeof AREAS)[number];
export type Depth = (typeof DEPTHS)[number];
export type CommandLanguage = (typeof COMMAND_LANGUAGES)[number];

export interface Command {
  lang: CommandLanguage;
  /** What it is for, from its first line. */
  purpose: string;
  /** Module, scope and role, from its second line. */
  needs: string;
  /** What it changes. Absent when it only reads. */
  changes?: string;
  /** The lines to copy, comments included. Placeholders such as {correlationId} are filled from the page. */
  code: string;
}

export interface Cause {
  /** By which steps and ends of the diagnosis name it. */
  id?: string;
  name: Sentence;
  /** How to tell that it is this one. */
  tell: Sentence;
}

/** A step of the fix. */
export interface FixStep {
  text: Sentence;
  /** Ids of the causes that it ends. Absent for a step that helps whatever the cause. */
  causes?: string[];
  /** It deletes, resets, excludes or widens rights. */
  risky?: true;
}

/** A decision tree: a question with answers, each of which leads to another question or to an end. */
export interface Question {
  ask: Sentence;
  /** An end may stand for causes, by their ids. */
  answers: { when: Sentence; next: Question | { end: Sentence; causes?: string[] } }[];
}

interface Source {
  /** Its short name in the entry. */
  id?: string;
  url: string;
  kind: (typeof SOURCE_KINDS)[number];
  /** Where on the page the passage stands: a heading, a row, a comment. */
  at?: string;
  /** The page's own date or version. */
  dated?: string;
  /** What this source says there, in our words. */
  says: string;
}

/** What every entry has, whatever its depth. Enough for a line in a list. */
interface EntryHead {
  code: Code;
  family: Family;
  depth: Depth;
  /** The symbolic name, where a vendor prints one. */
  name?: string;
  title: string;
  /** The title in the words of the person who signs in, where the other one speaks to administrators. */
  userTitle?: string;
  summary: string;
  /** Absent in listed entries where no source speaks of it; every other entry has one. */
  severity?: Severity;
  /** Absent as `severity` is. */
  fixedBy?: FixedBy;
  area: Area;
}

/** One compiled knowledge entry. */
export interface Entry extends EntryHead {
  /** What the summary rests on: indexes of sources, none for our own reasoning. Absent before evidence marks. */
  summarySources?: number[];
  status: 'reviewed' | 'retired';
  keywords: string[];
  /** How people would type it, in their own words. Only the index of words holds them, no packaged card or guide. */
  asks?: string[];
  event?: { log: string; id: number; level: string };
  user?: { text: Sentence[]; steps: Sentence[] };
  admin?: Block[];
  causes?: Cause[];
  fix?: FixStep[];
  commands?: Command[];
  examples?: { lang: string; code: string }[];
  diagnosis?: Question;
  questions?: { ask: string; answer: Block[] }[];
  related: { code: Code; differs?: string }[];
  sources: Source[];
  /** When, and with which words, reports of people were looked for. With it each statement has its evidence. */
  searched?: { on: string; for: string[] };
  /** ISO date on which the entry was last checked against its sources. */
  reviewed: string;
  locale: string;
  /** Guides that cover the code. */
  guides?: { name: string; title: string }[];
}
