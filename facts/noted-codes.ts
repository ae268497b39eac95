import type { Code } from '../detection/code';
import { isInKnownRange } from '../detection/bare-codes';

/** A number behind a word for errors, as somebody notes it: `error 50105`, `Fehler: 53003`. */
const NOTED =
  /(?<![\p{L}\d])(?:err(?:or|eur|ore|o)?|fehler|fout|エラー|错误|錯誤)(?:[ -]?(?:code|nr\.?|no\.?|#))?[ :=]{0,3}(\d{5,7})(?![\w-]|[.:]\d)/giu;

const USER = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;

/** What says that it was a sign-in to an app. */
const OF_SIGN_IN =
  /(?<!\p{L})(?:(?:app|application|anwendung|aplicaci[oó]n|aplicativo|applicazione)\s?[:="'„“«]|(?:sign-?\s?in|log-?\s?in|anmeld\p{L}{0,6}|connexion|inicio de sesi[oó]n|accesso|entrada)(?!\p{L}))|(?:アプリ|应用)\s?[:：]|サインイン|登录/iu;

/** A longer line is no note. */
const LONGEST = 400;

/**
 * @param text A line in which no code stands that says what it is.
 * @returns The codes that somebody noted beside a user and an app, where each may be one of the sign-in service.
 */
export function notedCodes(text: string): Code[] {
  if (!text.includes('@') || text.length > LONGEST || !USER.test(text) || !OF_SIGN_IN.test(text))
    return [];
  const numbers = [...text.matchAll(NOTED)].map(([, number = '']) => number);
  return numbers.every(isInKnownRange) ? numbers.map((number) => `AADSTS${number}`) : [];
}
