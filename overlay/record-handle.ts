import type { DrawPanel } from '../components/explained';
import type { Ticket } from '../report/ticket';
import type { PageHandle } from '../finder/page-handle';
import type { RecordReader } from './record-reader';
import type { SHARED_PREACT } from './shared-preact';

/** What the record's script brings: all that only somebody who looks at a code needs. */
export interface RecordScript {
  reader: RecordReader;
  drawPanel: DrawPanel;
  /** The text that a person sends to IT. */
  ticketText: (ticket: Ticket) => string;
}

/** The finder's handle with what the card's script and the record's script leave in it for each other. */
export interface PageWithRecord extends PageHandle {
  /** Set by the card's script. */
  preact?: typeof SHARED_PREACT;
  /** Set by the record's script. */
  record?: RecordScript;
}
