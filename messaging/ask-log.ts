import type { LogRow } from '../log/log-row';
import type { LogFilter, LogProgress, LogReport, NoReport } from '../log/report';

/** A log that was read, or why there is none. */
export type LogReading = { report: LogReport } | { why: NoReport };

/** A log in a worker of its own. */
export interface LogReader {
  /**
   * Reads a log and forgets the one before.
   *
   * @param log A file, or a text that was pasted.
   * @param onProgress Called at most ten times a second.
   * @returns The report. Rejects with an `AbortError` after `cancel`, with an `Error` where the worker cannot be started
   * or fails.
   */
  read: (log: File | string, onProgress: (progress: LogProgress) => void) => Promise<LogReading>;
  /**
   * The report of the rows that fit a filter; an empty one gives the whole report again. Rejects where no log is held.
   */
  narrow: (filter: LogFilter) => Promise<LogReport>;
  /**
   * Rows that fit a filter, by time.
   *
   * @param from How many are left out at the start.
   * @param count How many are wanted at most.
   * @returns These rows, and how many fit in all.
   */
  rows: (
    filter: LogFilter,
    from: number,
    count: number,
  ) => Promise<{ rows: LogRow[]; total: number }>;
  /** Ends the worker, and with it the reading and the log held. The next `read` starts another. */
  cancel: () => void;
}
