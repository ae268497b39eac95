import { codeFromLabeledValue } from '../detection/labels';
import { isInKnownRange } from '../detection/bare-codes';
import type { Fact, FactRecord } from './fact';
import {
  factsOfForwarded,
  IS_SIGN_IN,
  LOG_OF_ENTRA,
  NAME_OF_ENTRA,
  namesAction,
  namesLog,
  namesProduct,
  namesSource,
  OF_MICROSOFT,
  OF_OTHERS,
} from './forwarded-names';
import { keyInRecord } from './nested-keys';
import { addJsonCell, hasTellingKey } from './read-sign-in-json';
import { remembering } from './remembering';
import { factOfHeading } from './sign-in-fields';
import { signInFactOfKey } from './sign-in-keys';
import { pathOfObject } from './sign-in-paths';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
import { statusOf } from './status-words';
import { GUID, isAddress, isClientApp, USER_NAME } from './value-forms';

/** A field of a record that a product gathered, as it stands there. */
export interface Field {
  key: string;
  value: string;
  /** Number of its line, from 1. */
  line: number;
}

/** Facts whose values are one word, and its form. */
const WORDS: Readonly<Partial<Record<SignInFactName, (text: string) => boolean>>> = {
  'signIn.user': (text) => USER_NAME.test(text),
  'signIn.ipAddress': isAddress,
  // Logs have a status of their own, such as how grave a line is.
  'signIn.status': (text) => statusOf(text) !== undefined,
  'signIn.errorCode': (text) => text === '0' || codeFromLabeledValue(text) !== undefined,
};

/** Facts whose values are ids. */
const IDS: ReadonlySet<string> = new Set<SignInFactName>([
  'signIn.appId',
  'signIn.correlationId',
  'signIn.deviceId',
  'signIn.homeTenantId',
  'signIn.requestId',
  'signIn.resourceId',
  'signIn.resourceTenantId',
  'signIn.servicePrincipalId',
  'signIn.userId',
]);

/** A longer value is no name, and a longer text is the record once more. */
const LONGEST_NAME = 200;
const LONGEST_TEXT = 1000;

/** The value as a fact has it; undefined where its form is another. */
function valueAs(name: SignInFactName, value: string): string | undefined {
  const isWord = WORDS[name] ?? (IDS.has(name) ? (text: string) => GUID.test(text) : undefined);
  if (isWord) {
    // What a table shows has its thousands parted, and behind the last value of a line a text may stand.
    const whole = name === 'signIn.errorCode' ? value.replace(/(?<=\d),(?=\d{3}\b)/g, '') : value;
    const [first = ''] = whole.split(/[\s,;)]/, 1);
    return [whole, first].find(isWord);
  }
  if (!value || /^[[{]|^(?:null|none|n\/a|-)$/i.test(value)) return undefined;
  if (name === 'signIn.clientApp') return isClientApp(value) ? value : undefined;
  if (name === 'signIn.time') return /\d:\d\d|^\d{10,13}$/.test(value) ? value : undefined;
  if (name === 'signIn.failureReason')
    return value.length < LONGEST_TEXT && /\p{L} \p{L}/u.test(value) ? value : undefined;
  return value.length < (name === 'signIn.userAgent' ? LONGEST_TEXT : LONGEST_NAME)
    ? value
    : undefined;
}

/** Whom or what a sign-in is of. */
const OF_WHOM: readonly SignInFactName[] = [
  'signIn.user',
  'signIn.app',
  'signIn.appId',
  'signIn.servicePrincipalName',
  'signIn.servicePrincipalId',
];

/** How many facts beside the code make a sign-in of a record: of one that says that it is, and of one that has its keys alone. */
const LEAST_FACTS = 2;
const LEAST_TELLING = 2;

/** Whether a field is called as only the log calls its code: `ResultType`, `Sign-in error code`. */
const isCodeOfLog = ({ key, value }: Field): boolean =>
  factOfHeading(keyInRecord(key) ?? key) === 'signIn.errorCode' && isInKnownRange(value);

/**
 * Whether a field may hold a code, or an object in which one stands, by its key. Most objects in a text have no such field,
 * and without a code no record is a sign-in.
 */
export const mayTellCode = remembering(
  (key) =>
    signInFactOfKey(key) === 'signIn.errorCode' ||
    factsOfForwarded(key).includes('signIn.errorCode') ||
    pathOfField(key) !== undefined,
);

/** The facts that a field may be. */
function factsOf({ key, value }: Field): readonly SignInFactName[] {
  const own = signInFactOfKey(key);
  const name = valueAs('signIn.user', value) === value ? 'signIn.user' : own;
  const isNamed = own === 'signIn.userId' || own === 'signIn.userDisplayName';
  return own ? [isNamed ? name! : own, ...factsOfForwarded(key)] : factsOfForwarded(key);
}

/** What a record says of whose it is: Entra's log, perhaps Entra's, nothing, or another product's. */
type Origin = 'log' | 'name' | 'unsaid' | 'other';

function originOf(fields: readonly Field[], before: string): Origin {
  const said = [before];
  const named = [before];
  let isOfOther = false;
  for (const { key, value } of fields) {
    const text = value.slice(0, LONGEST_NAME);
    said.push(key);
    named.push(key);
    if (namesSource(key) || namesAction(key)) said.push(text);
    if (namesLog(key)) named.push(text);
    if (namesAction(key) && !IS_SIGN_IN.test(value)) return 'other';
    if (namesProduct(key) && value && !OF_MICROSOFT.test(value)) isOfOther = true;
  }
  const all = said.join('\n');
  if (OF_OTHERS.test(all)) return 'other';
  if (LOG_OF_ENTRA.test(all)) return 'log';
  if (isOfOther && !fields.some(isCodeOfLog)) return 'other';
  return NAME_OF_ENTRA.test(named.join('\n')) ? 'name' : 'unsaid';
}

/** Facts of which a sign-in has one under the same key. */
const ONE_OF_A_KEY: ReadonlySet<string> = new Set<SignInFactName>([
  'signIn.app',
  'signIn.appId',
  'signIn.correlationId',
  'signIn.requestId',
]);

/** Whether a value that comes behind another one of the same fact is another sign-in's. */
function isOfAnother(before: Fact, key: string, value: string): boolean {
  const isOwn = signInFactOfKey(key) !== undefined;
  const isSame = before.printed.toLowerCase() === value.toLowerCase();
  if (before.name === 'signIn.errorCode')
    return isOwn && (key === before.label || before.value !== (codeFromLabeledValue(value) ?? '0'));
  if (isSame) return false;
  // Beside the log's own key, another product's name may hold who forwards it; an address of mail is no second user.
  if (before.name === 'signIn.user')
    return isOwn || (!signInFactOfKey(before.label) && !/mail/i.test(key + before.label));
  return ONE_OF_A_KEY.has(before.name) && key === before.label;
}

/** What the fields of a record say; undefined where they are those of two sign-ins. */
function gathered(
  fields: readonly Field[],
  isOfEntra: boolean,
): { signIn: SignIn; telling: number } | undefined {
  const signIn = new SignIn();
  const telling = new Set<SignInFactName>();
  const [own, others] = [true, false].map((isOwn) =>
    fields.filter(({ key }) => (signInFactOfKey(key) !== undefined) === isOwn),
  );
  // The log's own keys come first.
  for (const field of isOfEntra ? [...own!, ...others!] : own!) {
    const { key, line } = field;
    const names = isOfEntra ? factsOf(field) : factsOf(field).slice(0, 1);
    const name = names.find((one) => valueAs(one, field.value) !== undefined);
    if (!name) continue;
    const value = valueAs(name, field.value)!;
    const before = signIn.facts.find((fact) => fact.name === name);
    if (before && isOfAnother(before, key, value)) return undefined;
    if (before) continue;
    signIn.add(name, key, value, { line });
    if (hasTellingKey(name, key, value)) telling.add(name);
  }
  addObjects(signIn, fields);
  return { signIn, telling: telling.size };
}

/** The path that a field has in the record of a sign-in, where it is an object. */
const pathOfField = (key: string) => pathOfObject(keyInRecord(key) ?? key);

/** Adds what stands in fields that are objects, `DeviceDetail {"browser":…}`, and nowhere else. */
function addObjects(signIn: SignIn, fields: readonly Field[]): void {
  const within = new SignIn();
  for (const { key, value, line } of fields) {
    const path = pathOfField(key);
    if (path && /^[[{]/.test(value)) addJsonCell(within, value, path, line);
  }
  const known = new Set(signIn.facts.map(({ name }) => name));
  signIn.facts.push(...within.facts.filter(({ name }) => !known.has(name)));
}

/**
 * Makes a sign-in of a record that a product gathered, whatever it calls its fields.
 *
 * @param fields Its fields, in their order.
 * @param before What stands before them: the name of the program that wrote them.
 * @returns The sign-in; none where nothing says that the record is one of Entra, where it has no code, or where it is two.
 */
export function forwardedSignIn(
  fields: readonly Field[],
  before: string,
  from: number,
  to: number,
): FactRecord | undefined {
  if (!fields.some(({ key }) => mayTellCode(key))) return undefined;
  const origin = originOf(fields, before);
  if (origin === 'other') return undefined;
  const isOfLog = origin === 'log' || fields.some(isCodeOfLog);
  const isOfEntra = isOfLog || origin === 'name';
  const { signIn, telling } = gathered(fields, isOfEntra) ?? {};
  if (signIn?.code === undefined) return undefined;
  const isKnown = isInKnownRange(signIn.code.replace('AADSTS', ''));
  const isTold = isOfEntra
    ? (isOfLog || isKnown || signIn.code === '0') &&
      signIn.facts.length > LEAST_FACTS &&
      OF_WHOM.some((name) => signIn.valueOf(name) !== undefined)
    : telling! >= LEAST_TELLING && isKnown;
  if (!isTold) return undefined;
  signIn.facts.sort((a, b) => a.source.line - b.source.line);
  return signIn.record('sign-in of a gathered log', from, to, false);
}
