import type { LogRow } from './log-row';
import type { LogFilter, LogProgress, LogReport, NoReport } from './report';

/** What is asked of a log in a worker. One log is held at a time: the next `read` forgets the last. */
export type LogRequest =
  /** Read a file, or a text that was pasted. */
  | { kind: 'read'; id: number; log: Blob | string; fileName?: string }
  /** The report of the rows of the log held that fit a filter. */
  | { kind: 'narrow'; id: number; filter: LogFilter }
  /** Rows of the log held that fit a filter, by time, from the `from`th on. */
  | { kind: 'rows'; id: number; filter: LogFilter; from: number; count: number };

/** What is answered. To cancel, the page ends the worker. */
export type LogAnswer =
  | { kind: 'progress'; id: number; progress: LogProgress }
  | { kind: 'report'; id: number; report: LogReport }
  | { kind: 'rows'; id: number; rows: LogRow[]; total: number }
  | { kind: 'none'; id: number; why: NoReport }
  /** The worker itself failed. */
  | { kind: 'failed'; id: number };
