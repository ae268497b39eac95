import type { Code } from '../detection/code';
import type { RowCells } from '../facts/row-facts';

/** A code of a frame, in the order of its page. */
export interface FoundCode {
  code: Code;
  /** The time of its sign-in as the page prints it, where a column or the record around it tells. */
  time?: string;
  /** Whether its mark is that of an expected code: by the code itself, or since its sign-in did not fail. */
  isExpected?: boolean;
  /** Whether it stands in an editor, where nothing is marked. */
  isInEditor?: boolean;
  /** Whether it stands in the head of a group, for the rows below it. */
  isGroup?: boolean;
}

/** The head of a column. */
export interface Head {
  /** What stands in it, masked where no table of ours has the word (`maskedHead`). */
  text: string;
  /** The fact that it is, or `errorCode` for a column of codes; absent where no table has it. */
  is?: string;
  /** The column's key in the page's markup, where that is a plain word: `errorCode`. */
  key?: string;
}

/** A grid or table of a frame: its shape and its heads, none of its values. */
export interface GridShape {
  /** `grid`, `treegrid`, `table`, or `table element`. */
  role: string;
  /** Rows that are drawn, the row of heads not counted. */
  rows: number;
  heads: Head[];
  /** Attributes by which a cell names its column. */
  ties: string[];
}

/** A row of a list of sign-ins. */
export interface ListedRow {
  cells: RowCells;
  /** Its first mark: the code, and which of the code's places in the frame. Absent where nothing is marked in it. */
  mark?: { code: Code; at: number };
}

/** A list of sign-ins as the page has drawn it. Of a list of thousands, most are not drawn. */
export interface SignInList {
  rows: ListedRow[];
  /** Whether the head of its times names UTC. */
  isUtc: boolean;
}

/** What a frame holds: its codes, the shape of its page without any text of it, and apart from them its lists. */
export interface FrameReading {
  /** Host of the page that the frame belongs to; empty where it has none. */
  host: string;
  /** `https:`, `about:`, `blob:` … */
  scheme: string;
  /** How many frames stand above it. */
  depth: number;
  /** Frames in it, as the page's own window counts them. */
  children: number;
  /** Hosts that its frames are to be loaded from, each once; a frame may have gone on to another one. */
  childHosts: string[];
  isLoading: boolean;
  /** Language of the page as it names it: `de`, `en-US`. */
  language: string;
  /** Absent where Signpost does not run in the frame. */
  codes?: FoundCode[];
  grids: GridShape[];
  /** Known labels that stand on the page outside of grids. */
  labels: string[];
  /** How often each ARIA role of interest, and each known sort of widget, stands on the page. */
  counts: Record<string, number>;
  /**
   * Lists of sign-ins with the cells that patterns are looked for in. They stay in the popup and are never part of a
   * report.
   */
  lists?: SignInList[];
}
