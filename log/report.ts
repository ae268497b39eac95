import type { Code } from '../detection/code';
import type { Severity } from '../lookup/entry';
import type { LogRow } from './log-row';
import type { FoundPattern } from './patterns/found-pattern';
import type { Weight } from './weight';

/** What a report is called whose sign-ins are of the unified audit log, which tells less of each than the sign-in logs. */
export const AUDIT_LOG = 'Microsoft 365 audit log';

/** Where the rows of a report stand, so that `row 12` says the right thing. */
export type RowUnit = 'row' | 'item' | 'line';

/** A value and how many rows have it. */
export interface Counted {
  value: string;
  count: number;
}

/** The different values of one field in some rows. */
export interface Tally {
  /** How many different values there are. */
  distinct: number;
  /** The most frequent, at most ten, by count and then by value. */
  top: Counted[];
  /** Rows in which the field is empty or missing. */
  missing: number;
}

/** First and last moment, as ISO times in UTC: `2026-11-14T00:03:12.000Z`. */
export interface Span {
  from: string;
  to: string;
}

/** The fields of which a report says which values occur: the name of the tally, and the field of a row and a filter. */
export const FIELD_OF_TALLY = {
  users: 'user',
  apps: 'app',
  addresses: 'address',
  places: 'place',
  clientApps: 'clientApp',
} as const satisfies Record<string, keyof LogRow & keyof LogFilter>;

type TallyName = keyof typeof FIELD_OF_TALLY;

/** The names of the tallies, in the order in which a report lists them. */
export const TALLIED = Object.keys(FIELD_OF_TALLY) as TallyName[];

/** What happened with one code. */
export interface CodeReport {
  code: Code;
  /** Absent where no source speaks of it, and for a code that nothing is known of. */
  severity?: Severity;
  /** False where the knowledge has no entry: the code is shown as it is. */
  isKnown: boolean;
  /**
   * By severity; `expected` too where each of the rows ended as a success or an interrupt, since those are steps of
   * sign-ins and no failures.
   */
  weight: Weight;
  /** Rows with this code; the sum of the three below. */
  count: number;
  failures: number;
  interrupted: number;
  /** Rows that the log calls a success in spite of the code. */
  successes: number;
  /** Absent where none of the rows has a time. */
  span?: Span;
  tallies: Record<TallyName, Tally>;
  /** Where its first rows stand, at most ten. */
  rows: number[];
}

/** One stretch of the timeline. The counts are rows, and their sum is all rows of the stretch. */
export interface Bucket {
  /** Its beginning as an ISO time in UTC; it lasts `step`. */
  from: string;
  success: number;
  expected: number;
  unknown: number;
  look: number;
  act: number;
}

/** How the rows lie in time. */
export interface Timeline {
  /** Length of a bucket in milliseconds: a minute, five minutes, an hour, a day and so on. */
  step: number;
  /** All of them from the first to the last without gaps, at most 120. */
  buckets: Bucket[];
}

/** What could not be read, so that the report claims no more than it has. */
export interface Unread {
  /** Rows that are no sign-in: too few cells, broken JSON, no code and no outcome. */
  rows: number;
  /** Where the first of them stand, at most ten, and why. */
  samples: { at: number; why: 'too few cells' | 'no sign-in' | 'not JSON' | 'not readable' }[];
  /** Headings that nothing is known of, at most fifty. Their cells are not looked at. */
  columns: string[];
  /** Fields that no row of the log has; not said of error texts. */
  missing: ('time' | 'user' | 'app' | 'address' | 'place' | 'clientApp')[];
  /** Rows whose code a spreadsheet has rounded, and what the first of them have in its place: `5.01E+04`. */
  codes: { rows: number; samples: string[] };
  /** Rows without a time that can be read. */
  withoutTime: number;
  /** Rows that an earlier download in the same file has, too; they are counted once. */
  repeated: number;
  /** The file ends in the middle of a row; what came before it is in the report. */
  isCutOff: boolean;
}

/** A log, explained. Everything in it may be sent to the page as it is (structured clone). */
export interface LogReport {
  /** What it was read from: `InteractiveSignIns`, `SigninLogs (Log Analytics)`, `Graph list`, `error texts`. */
  title: string;
  /** Name of the file, where there is one. */
  fileName?: string;
  unit: RowUnit;
  /** Sign-ins that were read; with a filter, those that fit it. */
  total: number;
  /**
   * In so many rows the log gathers them, where a row may stand for several that are alike. All counts of the report are
   * sign-ins then; those of patterns, of rows left out, and lists of rows, are rows. Absent where each row is one.
   */
  gatheredIn?: number;
  outcomes: { success: number; failure: number; interrupted: number };
  /** Absent where no row has a time. */
  span?: Span;
  /** False where the log is in local time of a zone that it does not name; its times are shown as if they were UTC. */
  isUtc: boolean;
  /**
   * Rows by weight. `expected` holds interrupts and failures that are part of ordinary sign-ins; successes are apart. The
   * sum of all is `total`.
   */
  weights: Record<Weight | 'success', number>;
  /** What needs a look first comes first: by weight, then by count. */
  codes: CodeReport[];
  /** Those of the whole log, with a filter too. Worst first. */
  patterns: FoundPattern[];
  /** Absent where no row has a time. */
  timeline?: Timeline;
  tallies: Record<TallyName, Tally>;
  unread: Unread;
  /** What the report was narrowed to; absent for the whole log. */
  filter?: LogFilter;
}

/** Rows that are wanted: all that is given has to hold. */
export interface LogFilter {
  code?: Code;
  user?: string;
  app?: string;
  address?: string;
  place?: string;
  clientApp?: string;
  weight?: Weight | 'success';
  /** Begin of a stretch, included, and its end, excluded, as ISO times in UTC. */
  from?: string;
  to?: string;
}

/** How far the reading is. */
export interface LogProgress {
  /** Bytes of the file that were read, and all that it has. */
  bytes: number;
  ofBytes: number;
  /** Sign-ins so far. */
  rows: number;
}

/** Why a file gives no report. */
export type NoReport =
  /** Nothing in it, or blanks alone. */
  | 'empty'
  /** Neither a sign-in log nor a text with error codes. */
  | 'no log'
  /** A sign-in log without a single row. */
  | 'no rows'
  /** A table of sign-ins without a column for their codes. */
  | 'no codes'
  /** A ZIP or another archive, or a workbook. */
  | 'archive'
  /** More than `MOST_BYTES`. */
  | 'too big'
  /** The browser could not read the file: it was moved, or changed while it was read. */
  | 'not readable';

/** The largest file that is read, in bytes. */
export const MOST_BYTES = 100 * 1024 * 1024;
