import { factOfType } from './fact';
import { readings } from './printed-time';
import { valueInAnyLanguage } from './sign-in-labels';
import { SIGN_IN_FACTS, YES_NO, type SignInFactName } from './sign-in-vocabulary';
import { statusOf } from './status-words';

/** Values of a sign-in that tell by their form alone what they are, whatever stands beside them. */

/** The client apps of the log. Source: learn.microsoft.com/entra/identity/monitoring-health/concept-sign-in-log-activity-details. */
const CLIENT_APP =
  /^(?:browser(?: ?[(;,].*)?|mobile apps and desktop clients|other clients(?: ?[(;,].*)?|exchange (?:activesync|online powershell|web services)|(?:authenticated )?smtp|imap\d?|pop\d?|mapi over http|autodiscover|offline address book|outlook (?:anywhere\b.*|service)|reporting web services|universal outlook)$/i;

/** What PowerShell prints in place of an object or a list: the name of its type. */
export const TYPE_NAME =
  /^\{?(?:Microsoft\.Graph\.(?:Beta\.)?PowerShell\.|System\.(?:Object|Collections|String)\b)/;

/** The same in place of the code of a sign-in, its reason and details. */
export const STATUS_TYPE =
  /^Microsoft\.Graph\.(?:Beta\.)?PowerShell\.Models\.I?MicrosoftGraphSignInStatus$/;

/** A GUID, also one whose digits are masked. */
export const GUID = /^[\da-z*#]{8}(?:-[\da-z*#]{4}){3}-[\da-z*#]{12}$/i;

/** The name with which a user signs in. */
export const USER_NAME = /^[^\s@]{1,120}@[^\s@]{1,200}$/;

/** Such names within a text. */
export const USER_NAMES = /(?<![\w.+-])[\w.+#-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

const IP_4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const IP_6 = /^(?=.{0,40}::|(?:[^:]{0,4}:){7}[^:]{0,16}$)[\da-f:.]{3,45}$/i;

/** What the value of a fact is where its words are known in seven languages. */
const wordOf = (name: SignInFactName, text: string): string =>
  valueInAnyLanguage(name, text) ?? text;

/** @returns Whether a text is a client app of the log, in the portal's words of any language. */
export const isClientApp = (text: string): boolean =>
  CLIENT_APP.test(wordOf('signIn.clientApp', text));

/** @returns Whether a text is an IP address and nothing else. */
export const isAddress = (text: string): boolean => IP_4.test(text) || IP_6.test(text);

/** @returns Whether a text is a date with a clock and nothing else. */
export const isMoment = (text: string): boolean =>
  /^\d/.test(text) && /\d[:.]\d\d/.test(text) && readings(text).some((one) => !Number.isNaN(one));

/** @returns Whether a text is one of the words that a fact has, in the portal's words of any language. */
export function isWordOf(
  name: 'signIn.conditionalAccess' | 'signIn.authenticationRequirement' | 'signIn.userType',
  text: string,
): boolean {
  const words: readonly string[] = SIGN_IN_FACTS[name][0];
  const found = wordOf(name, text.trim()).toLowerCase();
  return words.some((word) => word.toLowerCase() === found.replace(/\s/g, ''));
}

/** @returns Whether a text is the status of a sign-in and nothing else. */
export const isStatus = (text: string): boolean => statusOf(text) !== undefined;

/** What stands in a row without a value. */
export const NOTHING = /^[-–—]?$/;

/** @returns Whether a text is yes or no in the portal's words of any language. */
export const isYesOrNo = (text: string): boolean =>
  ['YES', 'NO'].includes(factOfType(YES_NO, 'signIn.isCompliant', '', text, { line: 1 }).value);

/** @returns Whether a text says how a device is joined, in the portal's words of any language. */
export const isTrustType = (text: string): boolean =>
  /joined|registered|eingebunden|registriert|verknüpft|joint|inscrit|unid[oa]|registrad|参加|登録|联接|注册/i.test(
    text,
  );
