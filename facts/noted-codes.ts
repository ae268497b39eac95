import type { Code } from '../detection/code';
import { isInKnownRange } from '../detection/bare-codes';

/** A number behind a word for errors, as somebody notes it: `error 50105`, `Fehler: 53003`. */
const NOTED =
  /(?<![\p{L}\d])(?:err(?:or|eur|ore|o)?|fehler|fout|エラー|错误|錯誤)(?:[ -]?(?:code|nr\.?|no\.?|#))?[ :=]{0,3}(\d{5,7})(?![\w-]|[.:]\d)/giu;

const USER = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;

/** What says that it was a sign-in to an app. */
const OF_SIGN_IN =
  /(?<!\p{L})(?:(?:app|application|anwendung|aplicaci[oó]n|aplicativo|applicazione)\s?[:="'„“«]|(?:sign-?\s?in|log-?\s?in|anmeld\p{L}{0,6}|connexion|inicio de sesi[oó]n|accesso|entrada)(?!\p{L}))|(?:アプリ|应用)\s?[:：]|サインイン|登录/iu;

/** The name of an app, which may be one of those products. */
const APP_NAME =
  /(?:app|application|anwendung|aplicaci[oó]n|aplicativo|applicazione|アプリ|应用)\s?[:：=][^,;|]{1,80}/giu;

/** What else users sign in to with codes of its own. */
const OF_OTHERS =
  /(?<!\p{L})(?:okta|auth0|cognito|ping(?:one|federate|id)|duo|vpn|anyconnect|globalprotect|forti\w{1,20}|firewall|radius|(?:my|ms|no)?sql(?: server)?|postgres\w{0,5}|oracle|mongo\w{0,3}|iis|ldap|ssh|ftps?|printer|drucker|payment|invoice|order|rechnung|bestellung|backup)(?!\p{L})/iu;

/** A longer line is no note. */
const LONGEST = 400;

/**
 * @param text A line in which no code stands that says what it is.
 * @returns The codes that somebody noted beside a user and an app, where each may be one of the sign-in service.
 */
export function notedCodes(text: string): Code[] {
  if (!text.includes('@') || text.length > LONGEST || !USER.test(text) || !OF_SIGN_IN.test(text))
    return [];
  if (isOfOthers(text)) return [];
  const numbers = [...text.matchAll(NOTED)].map(([, number = '']) => number);
  return numbers.every(isInKnownRange) ? numbers.map((number) => `AADSTS${number}`) : [];
}

/** @returns Whether a line names another product, which has codes of its own; not as the app of a sign-in. */
export const isOfOthers = (text: string): boolean => OF_OTHERS.test(text.replace(APP_NAME, ''));
