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
  /** Rows that an earlier download in the same file has, too. */
  repeated = 0;
  readonly #earlier = new Set<string>();
  #earlierRows = 0;

  /** Takes a row, once where it stands in an earlier download of the same file. */
  add(row: LogRow): void {
    if (this.#earlier.size && this.#earlier.has(keyOf(row))) this.repeated++;
    else this.rows.push(row);
  }

  /** Another download begins in the same file; what it shares with the ones before it counts once. */
  beginAnother(): void {
    for (; this.#earlierRows < this.rows.length; this.#earlierRows++) {
      const row = this.rows[this.#earlierRows]!;
      if (row.requestId) this.#earlier.add(keyOf(row));
    }
  }

  /** Notes a row that is no sign-in. */
  skip(at: number, why: Why): void {
    this.skipped++;
    if (this.samples.length < 10) this.samples.push({ at, why });
  }
}

/** What tells a sign-in from all others: a request may end in several ways, one after another. */
const keyOf = ({ requestId, time, code, outcome }: LogRow) =>
  `${requestId} ${time} ${code} ${outcome}`;

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
