import { codeFromLabeledValue } from '../detection/labels';
import { isInKnownRange } from '../detection/bare-codes';
import type { FactRecord } from './fact';
import {
  factsOfForwarded,
  IS_SIGN_IN,
  namesAction,
  namesSource,
  OF_ENTRA,
  OF_OTHERS,
} from './forwarded-names';
import { keyInRecord } from './nested-keys';
import { hasTellingKey } from './read-sign-in-json';
import { factOfHeading } from './sign-in-fields';
import { signInFactOfKey } from './sign-in-keys';
import { SignIn } from './sign-in-record';
import type { SignInFactName } from './sign-in-vocabulary';
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

/** The facts that a field may be. */
function factsOf({ key, value }: Field): readonly SignInFactName[] {
  const own = signInFactOfKey(key);
  const name = valueAs('signIn.user', value) === value ? 'signIn.user' : own;
  const isNamed = own === 'signIn.userId' || own === 'signIn.userDisplayName';
  return own ? [isNamed ? name! : own, ...factsOfForwarded(key)] : factsOfForwarded(key);
}

/**
 * Makes a sign-in of a record that a product gathered, whatever it calls its fields.
 *
 * @param fields Its fields, in their order.
 * @param before What stands before them: the head of CEF or LEEF, the name of the program that wrote them.
 * @returns The sign-in; none where nothing says that the record is one of Entra, where it has no code, or where it names two
 * users.
 */
export function forwardedSignIn(
  fields: readonly Field[],
  before: string,
  from: number,
  to: number,
): FactRecord | undefined {
  const said = [before];
  for (const { key, value } of fields) {
    said.push(key);
    if (namesSource(key) || namesAction(key)) said.push(value.slice(0, LONGEST_NAME));
    if (namesAction(key) && !IS_SIGN_IN.test(value)) return undefined;
  }
  const source = said.join('\n');
  if (OF_OTHERS.test(source)) return undefined;
  const isOfEntra = OF_ENTRA.test(source) || fields.some(isCodeOfLog);
  const signIn = new SignIn();
  const telling = new Set<SignInFactName>();
  // The log's own keys come first: another product's name may hold another user, such as the one who forwards it.
  const known = fields.map((field) => ({ field, own: signInFactOfKey(field.key) !== undefined }));
  for (const { field } of [
    ...known.filter(({ own }) => own),
    ...(isOfEntra ? known.filter(({ own }) => !own) : []),
  ]) {
    const { key, line } = field;
    const names = isOfEntra ? factsOf(field) : factsOf(field).slice(0, 1);
    const name = names.find((one) => valueAs(one, field.value) !== undefined);
    if (!name) continue;
    const value = valueAs(name, field.value)!;
    const before = signIn.valueOf(name);
    if (before !== undefined) {
      const isOther = name === 'signIn.user' && before.toLowerCase() !== value.toLowerCase();
      if (isOther && signInFactOfKey(key)) return undefined;
      continue;
    }
    signIn.add(name, key, value, { line });
    if (hasTellingKey(name, key, value)) telling.add(name);
  }
  const code = signIn.code;
  if (code === undefined) return undefined;
  const isTold = isOfEntra
    ? signIn.facts.length > LEAST_FACTS &&
      OF_WHOM.some((name) => signIn.valueOf(name) !== undefined)
    : telling.size >= LEAST_TELLING && isInKnownRange(code.replace('AADSTS', ''));
  if (!isTold) return undefined;
  signIn.facts.sort((a, b) => a.source.line - b.source.line);
  return signIn.record('sign-in of a gathered log', from, to, false);
}
