import type { RowCells } from '../facts/row-facts';
import type { Code } from '../detection/code';
import type { FoundPattern } from '../log/patterns/found-pattern';

/** A row of a pattern that the page can show. */
export interface PatternPlace {
  frameId: number;
  code: Code;
  /** What it says: where the list was scrolled meanwhile, another row stands at its place. */
  cells: RowCells;
}

/** What the rows of a list on the page behind the popup show together. */
export interface PagePattern {
  found: FoundPattern;
  /** How many sign-ins the list shows. */
  count: number;
  /** Its rows with a mark. */
  places: PatternPlace[];
}
