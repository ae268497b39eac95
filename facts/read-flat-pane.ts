import { codeFromLabeledValue } from '../detection/labels';
import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { DEVICE_TAB } from './pane-lines';
import { factOfHeading, headingForm } from './sign-in-fields';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import type { TakenLines } from './taken-lines';
import {
  GUID,
  isAddress,
  isClientApp,
  isMoment,
  isStatus,
  isTrustType,
  isWordOf,
  isYesOrNo,
  NOTHING,
  USER_NAME,
} from './value-forms';

/** What one of the lines of such a pane has. */
const HINT = new RegExp(
  (
    [
      'signIn.errorCode',
      'signIn.authenticationRequirement',
      'signIn.conditionalAccess',
      'signIn.trustType',
    ] as const
  )
    .map((name) => headingForm(name).source)
    .join('|'),
  'i',
);

/** A shorter line holds no more than one row; a longer paragraph is no pane, in UTF-16 units and lines. */
const SHORTEST = 60;
const LONGEST = 6000;
const MOST_LINES = 40;

/** Longest label, in words, and how many rows make a pane. */
const MOST_WORDS = 7;
const LEAST_ROWS = 5;
const LEAST_OF_USER = 4;

/** Rows that tell nothing and end the value before them. */
const OTHER_ROWS =
  /^(?:continuous access evaluation|troubleshoot event|home tenant name|fortlaufende zugriffsevaluierung|évaluation continue de l'accès|evaluación continua de acceso)$/i;

/** How the values of a row look. A row whose value looks otherwise is passed over. */
const FORMS: Readonly<Partial<Record<SignInFactName, (text: string) => boolean>>> = {
  'signIn.time': isMoment,
  'signIn.requestId': (text) => GUID.test(text),
  'signIn.correlationId': (text) => GUID.test(text),
  'signIn.userId': (text) => GUID.test(text),
  'signIn.appId': (text) => GUID.test(text),
  'signIn.resourceId': (text) => GUID.test(text),
  'signIn.resourceTenantId': (text) => GUID.test(text),
  'signIn.homeTenantId': (text) => GUID.test(text),
  'signIn.deviceId': (text) => GUID.test(text),
  'signIn.authenticationRequirement': (text) => isWordOf('signIn.authenticationRequirement', text),
  'signIn.conditionalAccess': (text) => isWordOf('signIn.conditionalAccess', text),
  'signIn.userType': (text) => isWordOf('signIn.userType', text),
  'signIn.status': isStatus,
  'signIn.errorCode': (text) => codeFromLabeledValue(text) !== undefined,
  'signIn.user': (text) => USER_NAME.test(text),
  'signIn.identifier': (text) => USER_NAME.test(text),
  'signIn.clientApp': isClientApp,
  'signIn.ipAddress': isAddress,
  'signIn.failureReason': (text) => text.length < 1000,
  'signIn.additionalDetails': (text) => text.length < 1000,
  'signIn.browser': (text) => /^\p{Lu}[\p{L} ]{1,40}(?: \d[\d.]{0,20})?$/u.test(text),
  'signIn.operatingSystem': (text) => /^\p{L}[\w ]{1,30}$/u.test(text),
  'signIn.isCompliant': isYesOrNo,
  'signIn.isManaged': isYesOrNo,
  'signIn.trustType': (text) => text.length <= LONGEST_TYPE && isTrustType(text),
  'signIn.userDisplayName': isName,
  'signIn.app': isName,
  'signIn.resource': isName,
};

/** `Microsoft Entra hybrid joined` is none of a sentence. */
const LONGEST_TYPE = 50;

/** Whether a text may be the name of a user or an app, and no sentence. */
function isName(text: string): boolean {
  return text.length > 1 && text.length <= 60 && !/[.!?]\s|[:;]/.test(text);
}

/** What shows that more than the value stands there, of the values whose form does not say where they end. */
const OPEN: Readonly<Partial<Record<SignInFactName, RegExp>>> = {
  'signIn.failureReason': /[.!?]\s/,
  'signIn.userDisplayName': /\s\p{Ll}/u,
  'signIn.app': /\s\p{Ll}/u,
  'signIn.resource': /\s\p{Ll}/u,
};

interface Row {
  name?: SignInFactName;
  label: string;
  /** Where the label begins, and where its value does. */
  from: number;
  start: number;
}

/**
 * Reads the details pane whose rows lost all that parts them: labels and values that follow each other in a line or a
 * paragraph. A value ends where the next label begins, and has to have its form.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readFlatPanes(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  const take = (record: FactRecord | undefined, from: number, to: number) => {
    if (!record) return;
    records.push(record);
    for (let own = from; own <= to; own++) taken.add(own);
  };
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.digit)) continue;
    const { text } = lines[at]!;
    if (text.length < SHORTEST || text.length > LONGEST || !HINT.test(text)) continue;
    const [first, last] = paragraphAt(lines, at, taken);
    const whole = paneOf(lines.slice(first, last + 1));
    if (whole) take(whole, first, last);
    // Several sign-ins, each in a line of its own.
    for (let own = first; !whole && own <= last; own++) take(paneOf([lines[own]!]), own, own);
    at = last;
  }
  return records;
}

/** Indexes of the first and last line around one, without a blank line between them. */
function paragraphAt(lines: readonly Line[], at: number, taken: TakenLines): [number, number] {
  const belongs = (own: number) => !taken.has(own) && lines[own]?.text.trim();
  let first = at;
  while (first > 0 && at - first < MOST_LINES && belongs(first - 1)) first--;
  let last = at;
  while (last + 1 < lines.length && last - at < MOST_LINES && belongs(last + 1)) last++;
  return [first, last];
}

function paneOf(lines: readonly Line[]): FactRecord | undefined {
  const text = lines.map((line) => line.text).join('\n');
  if (text.length > LONGEST) return;
  const rows = withWholeNames(rowsIn(text), text);
  const signIn = new SignIn();
  const seen = new Map<SignInFactName, string>();
  const found = rows.flatMap(({ name, label, start }, row) => {
    const value = text
      .slice(start, rows[row + 1]?.from ?? endOfValue(text, start))
      .replace(/\s{1,40}/g, ' ')
      .trim()
      .replace(PARTING, '');
    // Behind the last row a sentence may stand.
    const isWhole = row + 1 < rows.length || !(name && OPEN[name]?.test(value));
    const isNothing = value !== '' && NOTHING.test(value);
    const isOne = name && value && isWhole && (isNothing || FORMS[name]?.(value));
    return isOne ? [{ name, label, value: isNothing ? '' : value, start }] : [];
  });
  for (const { name, label, value, start } of found) {
    // A label that comes again with another value belongs to another sign-in, or to a sentence.
    if (seen.has(name)) {
      if (seen.get(name) !== value) return;
      continue;
    }
    seen.set(name, value);
    const line = text.slice(0, start).split('\n').length - 1;
    signIn.add(name, label, value, { line: lines[line]!.number });
  }
  const isTold = seen.has('signIn.errorCode') || seen.has('signIn.status');
  // The code of a user is a sign-in of theirs.
  const least =
    seen.has('signIn.errorCode') && seen.has('signIn.user') ? LEAST_OF_USER : LEAST_ROWS;
  if (seen.size < least || !(isTold || [...DEVICE_TAB].every((name) => seen.has(name)))) return;
  return signIn.record('Sign-in details', lines[0]!.number, lines.at(-1)!.number, false);
}

/** What somebody set between the rows. */
const PARTING = /(?<=[^\s|,;•·/]) ?(?:[|,;•·]| [/–—-])$/;

/** The row that the pane has behind a name. */
const BEHIND_NAME: Readonly<Partial<Record<SignInFactName, SignInFactName>>> = {
  'signIn.userDisplayName': 'signIn.user',
  'signIn.app': 'signIn.appId',
  'signIn.resource': 'signIn.resourceId',
};

/** How many labels a name may hold, as that of the app `Intune Managed Browser` does. */
const MOST_IN_NAME = 3;

/** The rows without those whose labels are parts of a name: no value of theirs stands before the row behind the name. */
function withWholeNames(rows: readonly Row[], text: string): Row[] {
  const left: Row[] = [];
  for (let at = 0; at < rows.length; at++) {
    const { name } = rows[at]!;
    left.push(rows[at]!);
    const behind = name && BEHIND_NAME[name];
    if (!behind) continue;
    const next = rows.slice(at + 1, at + 2 + MOST_IN_NAME).findIndex((row) => row.name === behind);
    const between = rows.slice(at + 1, at + 1 + Math.max(next, 0));
    const isInName = between.every((row, own) => {
      const value = text.slice(row.start, rows[at + 2 + own]!.from).trim();
      return !row.name || !FORMS[row.name]?.(value);
    });
    if (isInName) at += between.length;
  }
  return left;
}

/** The last value ends with its line. */
function endOfValue(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** The labels of a text, each the longest that begins with a capital letter, or one of a script without them. */
function rowsIn(text: string): Row[] {
  const words = [...text.matchAll(/\S{1,400}/g)];
  const rows: Row[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!/^[\p{Lu}\p{Lo}]/u.test(words[at]![0])) continue;
    for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count--) {
      const last = words[at + count - 1]!;
      const from = words[at]!.index;
      const end = last.index + last[0].length;
      const label = text
        .slice(from, end)
        .replace(/\s{1,40}/g, ' ')
        .replace(/[:：]$/, '');
      const name = factOfHeading(label);
      if (!name && !OTHER_ROWS.test(label)) continue;
      const above = rows.at(-1);
      // `Browser` is a client app as well, and `Application Proxy` an app.
      const isValue =
        above?.start === from &&
        (above.name === name || (isClientApp(label) && above.name === 'signIn.clientApp'));
      if (isValue) break;
      rows.push({ name, label, from, start: words[at + count]?.index ?? text.length });
      at += count - 1;
      break;
    }
  }
  return rows;
}
