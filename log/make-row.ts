import { codeFromLabeledValue } from '../detection/labels';
import type { RowFact } from '../facts/row-facts';
import { rowValueInAnyLanguage } from '../facts/sign-in-labels';
import { isNoCode, outcomeOf } from '../facts/sign-in-record';
import { copied, Interner } from './interner';
import type { LogRow } from './log-row';

/** Longer values are cut: no name, address or place is longer. In UTF-16 units. */
const LONGEST = 200;

/** A number as a spreadsheet shows it in a narrow column: `5.01E+04`. */
const ROUNDED = /^\d(?:[.,]\d{1,4})?E\+?0?\d$/i;

const MOST_SAMPLES = 3;

/** Makes rows of the cells of a log, and keeps each value once. */
export class RowMaker {
  /** Whether `05/01/2024` is in January. */
  isDayFirst = false;
  readonly #codes = new Map<string, { code: string | undefined } | undefined>();
  readonly #statuses = new Interner();
  readonly #users = new Interner();
  readonly #texts = new Interner();
  readonly #clients = new Interner();
  readonly #protocols = new Interner();

  /** @param momentOf Reads a time as printed: milliseconds since 1970. */
  constructor(readonly momentOf: (text: string, isDayFirst: boolean) => number | undefined) {}

  /**
   * @param at Where the row stands.
   * @param cell The cell of a field as printed; undefined or empty where the row has none.
   * @returns The row; undefined where neither code nor status say how the sign-in ended.
   */
  make(at: number, cell: (fact: RowFact) => string | undefined): LogRow | undefined {
    const read = this.#codeOf(cell('signIn.errorCode') ?? '');
    const status = this.#statuses.of(cell('signIn.status'), statusOf);
    if (!read && status !== 'Success') this.#noteCode(cell('signIn.errorCode') ?? '');
    if (!read && !status) return;
    const code = read?.code;
    const app = cell('signIn.app')?.trim()
      ? cell('signIn.app')
      : cell('signIn.servicePrincipalName');
    const user = cell('signIn.user')?.trim() ? cell('signIn.user') : cell('signIn.userDisplayName');
    const time = cell('signIn.time');
    const correlationId = cell('signIn.correlationId');
    const requestId = cell('signIn.requestId');
    // All fields, in the one order: an engine stores objects of one shape in the least memory.
    return {
      at,
      outcome: outcomeOf(status, code),
      code,
      signIns: countOf(cell('signIn.count')),
      time: time ? this.momentOf(time.trim(), this.isDayFirst) : undefined,
      user: this.#users.of(user, userOf),
      app: this.#texts.of(app, shortened),
      appId: this.#texts.of(cell('signIn.appId'), shortened),
      address: this.#texts.of(cell('signIn.ipAddress'), shortened),
      place: this.#placeOf(cell('signIn.location'), cell('signIn.country')),
      clientApp: this.#clients.of(cell('signIn.clientApp'), clientOf),
      protocol: this.#protocols.of(cell('signIn.protocol'), namedOnly),
      transferMethod: this.#protocols.of(cell('signIn.transferMethod'), namedOnly),
      correlationId: correlationId ? copied(shortened(correlationId)) : undefined,
      requestId: requestId ? copied(shortened(requestId)) : undefined,
    };
  }

  /** Rows whose code a spreadsheet has rounded, and what the first of them have in its place. */
  readonly roundedCodes = { rows: 0, samples: [] as string[] };

  #noteCode(cell: string): void {
    const text = cell.trim();
    if (!ROUNDED.test(text)) return;
    const { roundedCodes } = this;
    roundedCodes.rows++;
    if (roundedCodes.samples.length < MOST_SAMPLES && !roundedCodes.samples.includes(text))
      roundedCodes.samples.push(copied(text));
  }

  /** @returns undefined where the cell is neither a code nor says that there is none. */
  #codeOf(cell: string): { code: string | undefined } | undefined {
    if (this.#codes.has(cell)) return this.#codes.get(cell);
    const text = cell.trim();
    const code = codeFromLabeledValue(text) ?? codeFromLabeledValue(text.replace(GROUPS, ''));
    // An empty cell tells nothing by itself: the status has to.
    const read = code ? { code: copied(code) } : text && isNoCode(text) ? { code } : undefined;
    if (cell.length < LONGEST) this.#codes.set(copied(cell), read);
    return read;
  }

  /** `Madrid, ES`; the portal prints city, state and country in one cell, other logs apart. */
  #placeOf(location: string | undefined, country: string | undefined): string | undefined {
    const place = this.#texts.of(location, shortened);
    const land = this.#texts.of(country, shortened);
    if (!place || !land || place === land) return place ?? land;
    return this.#texts.of(`${place}, ${land}`);
  }
}

/** What parts the thousands of a number in a spreadsheet: `1,234` and `1.234`. */
const GROUPS = /(?<=^\d{1,3}(?:.\d{3})?)[,.'’\s](?=\d{3}(?:\D\d{3})?(?:\.0)?$)/g;

/** Larger numbers are no count. Scripts write `12.0`. */
const COUNT = /^\d{1,7}(?:\.0)?$/;

/** @returns How many sign-ins a row stands for; undefined where it is one, or does not say. */
function countOf(cell: string | undefined): number | undefined {
  const text = (cell?.trim() ?? '').replace(GROUPS, '');
  const count = COUNT.test(text) ? parseInt(text, 10) : 0;
  return count > 1 ? count : undefined;
}

function shortened(cell: string): string {
  return cell.trim().slice(0, LONGEST);
}

/** Most rows have `None`. */
function namedOnly(cell: string): string {
  const text = shortened(cell);
  return /^(?:none|ninguno)$/i.test(text) ? '' : text;
}

/** Sign-in names are the same in any case of letters. */
function userOf(cell: string): string {
  return shortened(cell).toLowerCase();
}

function statusOf(cell: string): string {
  const text = cell.trim();
  return ['Success', 'Failure', 'Interrupted'].includes(text)
    ? text
    : (rowValueInAnyLanguage('signIn.status', text) ?? '');
}

function clientOf(cell: string): string {
  const text = shortened(cell);
  return rowValueInAnyLanguage('signIn.clientApp', text) ?? text;
}
