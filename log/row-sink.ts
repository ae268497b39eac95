import type { LogRow } from './log-row';
import type { Unread } from './report';

/** Why a row is no sign-in. */
export type Why = Unread['samples'][number]['why'];

/** What a reader of one form has of a log. */
export class RowSink {
  readonly rows: LogRow[] = [];
  /** Rows that are no sign-in, and the first of them. */
  skipped = 0;
  readonly samples: Unread['samples'] = [];

  /** Notes a row that is no sign-in. */
  skip(at: number, why: Why): void {
    this.skipped++;
    if (this.samples.length < 10) this.samples.push({ at, why });
  }
}

/** A reader of one form of log, which takes the text in pieces of any length. */
export interface RowReader {
  /** Which log it is; known after the first piece. */
  readonly title: string;
  readonly unit: 'row' | 'item' | 'line';
  /** Headings or keys that no field is known for. */
  readonly unknownColumns: readonly string[];
  /** False where times are in a zone that the log does not name. */
  readonly isUtc: boolean;
  push: (text: string) => void;
  /**
   * Takes what is left.
   *
   * @returns Whether the log ends in the middle of a row.
   */
  end: () => boolean;
}
