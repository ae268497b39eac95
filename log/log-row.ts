import type { Code } from '../detection/code';
import type { Outcome } from '../facts/sign-in-record';

/**
 * One sign-in as a line of a log or of a page tells it: plain values, each of which may be missing. Times are numbers so
 * that rows can be put in order; everything else is text as printed, but for what is said here.
 */
export interface LogRow {
  /**
   * Where it stands: the row of a spreadsheet whose header is row 1, the item of a JSON array from 1, the line of a text,
   * or the row of a page's grid.
   */
  at: number;
  /** By its status where the log prints one, else by its code. */
  outcome: Outcome;
  /** Canonical; absent for a success. */
  code?: Code | undefined;
  /** How many sign-ins the row stands for, where the log gathers those that are alike; absent where it is one. */
  signIns?: number | undefined;
  /** Milliseconds since 1970, UTC; of several sign-ins, that of the first. */
  time?: number | undefined;
  /** The sign-in name, else the display name, in lower case. Absent for an app's own sign-in. */
  user?: string | undefined;
  /** The application's name; for an app's own sign-in, the name of the service principal. */
  app?: string | undefined;
  appId?: string | undefined;
  address?: string | undefined;
  /** City, state and country as far as the log has them: `Madrid, ES`. */
  place?: string | undefined;
  /** In the words of Microsoft Graph: `IMAP4`, `Other clients`, `Browser`. */
  clientApp?: string | undefined;
  /** `deviceCode` and `ropc` among others. */
  protocol?: string | undefined;
  /** How the session began, where a token is only renewed: `deviceCodeFlow`. */
  transferMethod?: string | undefined;
  correlationId?: string | undefined;
  requestId?: string | undefined;
}
