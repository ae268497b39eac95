import type { FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import {
  cellsOf,
  DEVICE_TAB,
  edgeOf,
  factsIn,
  isAboveCode,
  isBareError,
  isTabTitle,
  jsonBelow,
  nextText,
  oneSignIn,
  REACH,
  saysCode,
  wordsOf,
  type Found,
} from './pane-lines';
import { addPolicies, policyTableAt } from './read-policy-table';
import { addJsonCell } from './read-sign-in-json';
import { factOfHeading, headingForm, plainHeading } from './sign-in-fields';
import { signInFactOfKey } from './sign-in-keys';
import { JSON_HEADINGS } from './sign-in-paths';
import { isNoCode, SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import { statusOf } from './status-words';
import type { TakenLines } from './taken-lines';
import {
  GUID,
  isAddress,
  isClientApp,
  isTrustType,
  isWordOf,
  isYesOrNo,
  NOTHING,
  USER_NAME,
} from './value-forms';

/** A line that begins with the label of the code, as the portal shows it. */
const CODE_LABEL = new RegExp(
  `^\\W{0,80}(?:${headingForm('signIn.errorCode').source}|errorcode\\b)`,
  'i',
);

/** The code in an object of PowerShell. */
const CODE_IN_OBJECT = /@\{.{0,400}\bErrorCode=/i;

/** A number behind a label, with a sign or blanks between them. */
const LABELED_NUMBER =
  /^\s{0,20}([^\s:][^\t:]{4,58}[^\s:])(?:\s{0,40}[\t:]| {2})\s{0,20}\d{4,8}\s{0,20}$/;

/** Whether a line names the code of a sign-in. */
function namesCode(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (text.length >= LONGEST_LINE) return false;
  if (isBareError(lines[at]!)) return true;
  if (CODE_LABEL.test(text) || (text.includes('@{') && CODE_IN_OBJECT.test(text))) return true;
  const label = text.length < 110 && LABELED_NUMBER.exec(text)?.[1];
  return label ? saysCode(label) : isAboveCode(lines, at);
}

/** A code behind its label with a blank alone, as a pane is copied whose rows lose what parts their cells. */
const BARE_CODE_LINE = new RegExp(
  `^\\s{0,20}(?:${headingForm('signIn.errorCode').source}) {1,4}\\d{1,8}\\s{0,20}$`,
  'i',
);

const LONGEST_LINE = 1000;

/** A label is shorter, in UTF-16 units. */
const LONGEST_LABEL = 60;

/** Facts beside the code that make a sign-in of a list. An error message has a time and an id. */
const LEAST_FACTS = 3;

/**
 * Reads sign-ins that stand as labels and values below each other: the details pane as it was selected and copied, and
 * PowerShell's lists (`Get-MgAuditLogSignIn | Format-List`).
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readSignInList(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  const codes: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.letter | SIGN.wide) || !namesCode(lines, at)) continue;
    // The code in the JSON of a row is that of the row.
    if (at === 0 || !jsonBelow(lines, at - 1, at + 1)) codes.push(at);
  }
  // A row that says no more than `Error` counts where no row says that it is the code.
  const named = codes.filter((at) => !isBareError(lines[at]!));
  const told = named.length ? named : codes;
  let free = 0;
  told.forEach((at, index) => {
    // Between two codes each line is looked at twice at most.
    const most = told[index + 1] ?? lines.length;
    const start = edgeOf(lines, taken, at, -1, Math.max(free, at - REACH));
    const end = edgeOf(lines, taken, at, 1, Math.min(most - 1, at + REACH));
    const isBare = BARE_CODE_LINE.test(lines[at]!.text);
    const rows = factsIn(lines, start, end + 1, isBare);
    const own = named.length ? rows.filter((row) => !isBareRow(row, lines)) : rows;
    const found = withoutPage(oneSignIn(own, at));
    free = at;
    const isTitled = isBare && found.some(isUser) && isTabTitle(lines[(found[0]?.at ?? 0) - 1]);
    if ((!isTitled && found.length <= LEAST_FACTS) || !found.some(isCode)) return;
    // Other products have errors, too: whose it is has to be said, and of which app.
    if (isBareError(lines[at]!) && !(found.some(isUser) && found.some(isApp))) return;
    const record = recordOf(found, lines, end);
    for (let own = found[0]!.at; own <= record.last; own++) taken.add(own);
    records.push(record.record);
    free = record.last + 1;
  });
  return [...records, ...readWithoutCode(lines, taken)];
}

/** Whether a row is the code, and no name of a type where a program lists its columns. */
const isCode = ({ name, value }: Found) =>
  name === 'signIn.errorCode' && (/\d/.test(value) || isNoCode(value));

/** A code as error pages write it. */
const PAGE_CODE = /\bAADSTS(\d{5,8})/i;

/** The rows without details above them that tell another code: they are of the error page. */
function withoutPage(found: Found[]): Found[] {
  const [first, ...rest] = found;
  const told = first?.name === 'signIn.additionalDetails' && PAGE_CODE.exec(first.value)?.[1];
  return told && rest.some((row) => isCode(row) && !row.value.match(/\d{5,8}/g)?.includes(told))
    ? rest
    : found;
}

const isBareRow = ({ name, at }: Found, lines: readonly Line[]) =>
  name === 'signIn.errorCode' && isBareError(lines[at]!);

/** Rows of the device of a sign-in as Graph's PowerShell prints them, which the pane calls otherwise. */
const DEVICE_KEYS: Readonly<Record<string, SignInFactName>> = Object.assign(Object.create(null), {
  deviceid: 'signIn.deviceId',
  displayname: 'signIn.deviceName',
  operatingsystem: 'signIn.operatingSystem',
});

/** Facts that make a sign-in where no row has its code, and how many of them have values that only sign-ins have. */
const LEAST_WITHOUT_CODE = 4;
const LEAST_TELLING = 2;

const isUser = ({ name, value }: Found) => name.startsWith('signIn.user') && USER_NAME.test(value);

const isApp = ({ name, value }: Found) =>
  name === 'signIn.app' || (name === 'signIn.appId' && GUID.test(value));

/** Reads the panes of sign-ins without an error, which have no code, and single tabs. */
function readWithoutCode(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  let free = 0;
  // Where the lines around one end.
  let edge = -1;
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.letter | SIGN.wide)) continue;
    const isBare = isBareRowOfDevice(lines[at]!);
    if (!isBare && !mayTell(lines[at]!)) continue;
    // A label without a value. One blank line may part them.
    if (factsIn(lines, at, Math.min(lines.length, at + 3), isBare)[0]?.at !== at) continue;
    const start = edgeOf(lines, taken, at, -1, Math.max(free, at - REACH));
    if (at > edge) edge = edgeOf(lines, taken, at, 1, lines.length - 1);
    const end = Math.min(edge, at + REACH);
    const all = factsIn(lines, start, end + 1, isBare, at);
    const rows = oneSignIn(isBare ? all.filter(isNoProse) : all, at);
    const last = rows.reduce((most, row) => Math.max(most, row.next - 1), at);
    free = last + 1;
    at = last;
    const telling = tellingOf(rows);
    if (new Set(rows.map(({ name }) => name)).size < LEAST_WITHOUT_CODE) continue;
    if (telling < LEAST_TELLING) continue;
    const own = rows.filter(
      ({ name, value }) => NOTHING.test(value) || (TELLING.get(name)?.(value) ?? true),
    );
    const found = [...own, ...deviceRows(lines, rows)];
    const record = recordOf(found, lines, end);
    for (let own = found[0]!.at; own <= record.last; own++) taken.add(own);
    records.push(record.record);
    free = record.last + 1;
    at = Math.max(at, record.last);
  }
  return records;
}

/** A longer line is no row of the device with a blank between label and value. */
const LONGEST_BARE = 80;

const isOneYesOrNo = (value: string) => !value.includes(' ') && isYesOrNo(value);

/** How the values of that tab look: behind a blank, any sentence may go on. */
const DEVICE_FORMS: Readonly<Partial<Record<SignInFactName, (value: string) => boolean>>> = {
  'signIn.isCompliant': isOneYesOrNo,
  'signIn.isManaged': isOneYesOrNo,
  'signIn.browser': (value) => /^\p{Lu}[\p{L} ]{1,40}(?: \d[\d.]{0,20})?$/u.test(value),
  'signIn.operatingSystem': (value) => /^\p{L}\w{1,20}(?: [\d.]{1,12})?$/u.test(value),
  'signIn.trustType': (value) => isTrustType(value) && !/[.,;!?]/.test(value),
};

const isNoProse = ({ name, value }: Found): boolean => DEVICE_FORMS[name]?.(value) ?? true;

/** Whether a line is the row `Compliant No` or `Join Type …` of the tab of the device, of which the blanks lost their width. */
function isBareRowOfDevice({ text, pair }: Line): boolean {
  if (text.length > LONGEST_BARE || pair || !DEVICE_ROW.test(text)) return false;
  const [label, value] = wordsOf(text.trim());
  const name = label && value ? factOfHeading(label) : undefined;
  return name !== undefined && OF_DEVICE.has(name) && DEVICE_FORMS[name]!(value!);
}

/** Whether a line may be, or have, one of the labels that tell a sign-in. */
function mayTell(line: Line): boolean {
  const { text } = line;
  if (text.length > LONGEST_LINE) return false;
  const [label = text.trim()] = cellsOf(line, text.trim());
  const name = label.length < LONGEST_LABEL ? signInFactOfKey(label) : undefined;
  return name !== undefined && TELLING.has(name);
}

/** Facts whose values have forms or words that other records hardly have. */
const TELLING: ReadonlyMap<SignInFactName, (value: string) => boolean> = new Map<
  SignInFactName,
  (value: string) => boolean
>([
  ['signIn.status', (value) => statusOf(value) !== undefined],
  [
    'signIn.authenticationRequirement',
    (value) => isWordOf('signIn.authenticationRequirement', value),
  ],
  ['signIn.conditionalAccess', (value) => isWordOf('signIn.conditionalAccess', value)],
  ['signIn.clientApp', isClientApp],
  [
    'signIn.crossTenantAccessType',
    (value) =>
      /^(?:none|b2b\b.*|b2bcollab|passthrough|microsoft ?support|service ?provider)/i.test(value),
  ],
  [
    'signIn.tokenIssuerType',
    (value) => /^(?:azure ?ad|microsoft entra|ad ?federation|active directory fed)/i.test(value),
  ],
  ['signIn.trustType', isTrustType],
  ['signIn.isCompliant', isYesOrNo],
  ['signIn.ipAddressOfResource', isAddress],
  ['signIn.globalSecureAccess', isYesOrNo],
]);

/** The device of the directory has these rows, too, but no browser. */
const OF_DEVICE: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.trustType',
  'signIn.isCompliant',
]);

const DEVICE_ROW = new RegExp(
  `^\\s{0,9}(?:${headingForm('signIn.isCompliant').source}|${headingForm('signIn.trustType').source})\\s`,
  'i',
);

/** Rows of the tab of the place that no other list of an address has. */
const OF_PLACE: ReadonlySet<SignInFactName> = new Set<SignInFactName>([
  'signIn.ipAddressOfResource',
  'signIn.globalSecureAccess',
]);

/** What the first tab shows of every sign-in. */
const BASIC: readonly SignInFactName[] = [
  'signIn.time',
  'signIn.user',
  'signIn.app',
  'signIn.ipAddress',
];

/** How many rows only a sign-in has. */
function tellingOf(rows: readonly Found[]): number {
  const names = new Set(rows.map(({ name }) => name));
  const hasBrowser = names.has('signIn.browser');
  const telling = rows.filter(
    ({ name, value }) => (hasBrowser || !OF_DEVICE.has(name)) && TELLING.get(name)?.(value),
  ).length;
  // No other list stands in lines of labels and lines of values.
  const areBelow = rows.every(({ at, next }) => next > at + 1);
  if (isDeviceTab(rows) || isPlaceTab(rows)) return telling + LEAST_TELLING;
  return areBelow && BASIC.every((name) => names.has(name)) ? telling + 1 : telling;
}

/** Whether the rows of the tab of the place are there: the address with its place, and one that only a sign-in has. */
const isPlaceTab = (rows: readonly Found[]): boolean =>
  rows.some(({ name, value }) => name === 'signIn.ipAddress' && isAddress(value)) &&
  rows.some(({ name }) => name === 'signIn.location') &&
  rows.some(({ name, value }) => OF_PLACE.has(name) && TELLING.get(name)!(value));

/** Whether the rows of the tab of the device are there, with a value in one of them. */
const isDeviceTab = (rows: readonly Found[]): boolean =>
  [...DEVICE_TAB].every((name) => rows.some((row) => row.name === name)) &&
  rows.some(({ name, value }) => DEVICE_TAB.has(name) && !NOTHING.test(value));

/** The rows of the same object that have other labels than in the pane. */
function deviceRows(lines: readonly Line[], rows: readonly Found[]): Found[] {
  const found: Found[] = [];
  if (!rows.some(({ name }) => name === 'signIn.browser')) return found;
  const last = rows.at(-1)!.at;
  for (let at = Math.max(0, rows[0]!.at - 2); at <= Math.min(lines.length - 1, last + 2); at++) {
    const [label = '', value = ''] = cellsOf(lines[at]!, lines[at]!.text.trim());
    const name = DEVICE_KEYS[label.toLowerCase()];
    if (name && value) found.push({ name, label, value, at, next: at + 1 });
  }
  return found;
}

/** The record of some rows with what stands below them, and the index of its last line. */
function recordOf(
  found: readonly Found[],
  lines: readonly Line[],
  end: number,
): { record: FactRecord; last: number } {
  const signIn = new SignIn();
  for (const { name, label, value, at } of found)
    signIn.add(name, label, NOTHING.test(value) ? '' : value, { line: lines[at]!.number });
  const first = found.reduce((least, { at }) => Math.min(least, at), found[0]!.at);
  let last = found.reduce((most, { next }) => Math.max(most, next - 1), first);
  // Columns of JSON, which a row of a query has when it is opened.
  for (let own = first; own <= end && own <= last + 1; own++) {
    const below = jsonBelow(lines, own, end + 1);
    if (below) {
      own = nextText(lines, own + 1, end + 1);
      addJsonCell(signIn, lines[own]!.text.trim(), below, lines[own]!.number);
      last = Math.max(last, own);
      continue;
    }
    const [label = '', value = ''] = cellsOf(lines[own]!, lines[own]!.text);
    const path = /^[[{]/.test(value) ? JSON_HEADINGS[plainHeading(label)] : undefined;
    if (!path) continue;
    addJsonCell(signIn, value, path, lines[own]!.number);
    last = Math.max(last, own);
  }
  last = Math.max(last, addPolicyTable(signIn, lines, first, end));
  const { number } = lines[first]!;
  return { record: signIn.record('Sign-in details', number, lines[last]!.number, false), last };
}

/**
 * Adds the table of the Conditional Access tab, where it was copied with the others.
 *
 * @returns Index of its last line; that of the first line to look at where there is none.
 */
function addPolicyTable(
  signIn: SignIn,
  lines: readonly Line[],
  first: number,
  end: number,
): number {
  for (let at = first; at < end; at++) {
    const table = policyTableAt(lines, at);
    if (!table) continue;
    addPolicies(signIn, table, lines, at);
    return table.last;
  }
  return first;
}
