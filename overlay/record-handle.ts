import type { DrawPanel } from '../components/explained';
import type { Ticket } from '../report/ticket';
import type { Hit } from '../finder/hits';
import type { PageHandle } from '../finder/page-handle';
import type { Protocol } from '../messaging/protocol';
import type { RecordReader } from './record-reader';
import type { SHARED_PREACT } from './shared-preact';

/** What the record's script brings: all that only somebody who looks at a code needs. */
export interface RecordScript {
  reader: RecordReader;
  drawPanel: DrawPanel;
  /** The text that a person sends to IT. */
  ticketText: (ticket: Ticket) => string;
}

/** What the rows of a list show together, for the card of a code in one of them. */
interface RowPattern {
  weight: 'act' | 'look' | 'unknown' | 'expected';
  /** What they show, carefully, with the number of rows that were looked at. */
  says: string;
  /** The harmless reading. */
  unless: string;
  /** What shows the whole log. */
  command: string;
}

/** What the script of patterns brings. */
interface PatternScript {
  /**
   * The worst pattern that the row of a hit is part of, as the list is drawn now.
   * @param rules From the background.
   */
  patternOf(hit: Hit, rules: Protocol['readPatterns']['answer']): RowPattern | undefined;
}

/** The finder's handle with what the card's script and the record's script leave in it for each other. */
export interface PageWithRecord extends PageHandle {
  /** Set by the card's script. */
  preact?: typeof SHARED_PREACT;
  /** Set by the record's script. */
  record?: RecordScript;
  /** Set by the script of patterns. */
  patterns?: PatternScript;
}
