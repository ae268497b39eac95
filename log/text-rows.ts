import type { Code } from '../detection/code';
import { findCodes } from '../detection/find-codes';
import { findIds, type SignInIds } from '../detection/find-ids';
import { copied } from './interner';
import type { LogRow } from './log-row';
import { momentOf } from './moment';
import type { RowReader, RowSink } from './row-sink';
import { outcomeOf } from '../facts/sign-in-record';

/** A longer line is read in pieces of this length, in UTF-16 units. */
const LONGEST_LINE = 100_000;

/** A line far from its code belongs to another error. */
const MOST_LINES_AFTER = 8;

const WANTED_IDS = [
  'timestamp',
  'correlationId',
  'requestId',
  'traceId',
  'userPrincipalName',
  'appId',
  'appName',
  'ipAddress',
] as const satisfies (keyof SignInIds)[];

/** Words without which a line holds no id of those; a RegExp for each is asked of the others. */
const MAY_HOLD_ID = /id\b|time|stamp|date|datum|user|app|ip|horodatage|fecha|data/i;

/** Reads many error texts: each code of a line is a row, and ids in the lines behind it are its own. */
export class TextRows implements RowReader {
  readonly title = 'error texts';
  readonly unit = 'line';
  readonly unknownColumns: readonly string[] = [];
  readonly isUtc = true;
  #rest = '';
  #at = 0;
  #last: LogRow | undefined;

  /** @param isKnownHresult Whether a number in hex is an error that has an entry. */
  constructor(
    readonly sink: RowSink,
    readonly isKnownHresult: (code: Code) => boolean,
  ) {}

  push(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines) this.#take(line);
    while (this.#rest.length > LONGEST_LINE) {
      this.#read(this.#rest.slice(0, LONGEST_LINE));
      this.#rest = this.#rest.slice(LONGEST_LINE);
    }
  }

  end(): boolean {
    if (this.#rest) this.#take(this.#rest);
    this.#rest = '';
    return false;
  }

  #take(line: string): void {
    this.#at++;
    this.#read(line);
  }

  #read(line: string): void {
    const found = findCodes(line, { bareNumbers: true, isKnownHresult: this.isKnownHresult });
    const codes = [...new Set(found.map(({ code }) => code))];
    const ids = MAY_HOLD_ID.test(line) ? findIds(line, WANTED_IDS) : {};
    // A time at the front of a line of a log has no label.
    const front = /^\W{0,3}(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?)/.exec(line)?.[1];
    if (!codes.length) {
      const isNear = this.#last && this.#at - this.#last.at <= MOST_LINES_AFTER;
      if (isNear && !front) fill(this.#last!, ids, undefined);
      return;
    }
    for (const code of codes) {
      const row: LogRow = { at: this.#at, outcome: outcomeOf(undefined, code), code: copied(code) };
      if (!code.startsWith('AADSTS')) row.outcome = 'failure';
      fill(row, ids, front);
      this.sink.rows.push(row);
      this.#last = row;
    }
  }
}

/** Adds what a row lacks. */
function fill(row: LogRow, ids: SignInIds, front: string | undefined): void {
  const time = ids.timestamp ?? front;
  row.time ??= time ? momentOf(time) : undefined;
  row.user ??= ids.userPrincipalName && copied(ids.userPrincipalName.toLowerCase());
  row.app ??= ids.appName && copied(ids.appName);
  row.appId ??= ids.appId && copied(ids.appId);
  row.address ??= ids.ipAddress && copied(ids.ipAddress);
  row.correlationId ??= ids.correlationId && copied(ids.correlationId);
  // The messages of tokens call the id of the request so.
  const requestId = ids.requestId ?? ids.traceId;
  row.requestId ??= requestId && copied(requestId);
}
