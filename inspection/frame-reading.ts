import type { Code } from '../detection/code';

/** A code of a frame, in the order of its page. */
export interface FoundCode {
  code: Code;
  /** The time of its sign-in as the page prints it, where a column or the record around it tells. */
  time?: string;
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

/** What a frame holds: its codes, and the shape of its page without any text of it. */
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
}
