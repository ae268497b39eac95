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

/** A number in brackets right behind one sign-in that failed: not behind several, which it may count. */
const OF_ONE_SIGN_IN =
  /(?<!\p{L})(?:(?:failed|failing|blocked|interrupted)[ -](?:sign-?in|log-?in)|(?:fehlgeschlagenen?|blockierten?|gescheiterten?) anmeldung|connexion échouée|inicio de sesión fallido)\s\((\d{5,7})\)/giu;

/** A number right behind a message in quotes that ends its clause, or right before one, at the start of what a log says. */
const BEHIND_QUOTE =
  /["“”„]([^"“”„\n]{12,300})["“”]\s?[:,–-]?\s?\(?(?:(?:error|code|fehler)\s)?(\d{5,7})(?=\)|[.,;!?](?:\s|$)|\s{0,3}$)/giu;
const BEFORE_QUOTE =
  /(?:^|[\s(])(?:(?:sign-?in |entra )?logs?|protokoll|anmeldeprotokoll|sign-?in)\s?[:=]\s?(\d{5,7})\s?[:,–-]?\s["“„]([^"“”„\n]{12,300})["“”]/giu;

/** What a message of the service speaks about, and what it says of it. */
const SAID_BY_SERVICE =
  /(?<!\p{L})(?:MFA (?:denied|required|successfully)|(?:your|the|this) (?:user )?(?:account|password|device|sign-?in|credentials|session|organization|administrator|application|app)\s(?:\p{L}{1,20}\s){0,4}?(?:is|are|was|has|have|does|did|must|requires?|needs?|expired|cannot|can['’]t)|(?:user|account) (?:account )?(?:is|was|has|did|does|must)|strong authentication|multi-?factor authentication|conditional access|admin(?:istrator)? (?:approval|consent)|sign-?in (?:was|is) (?:blocked|successful)|invalid username or password)(?!\p{L})/iu;

/** What a line has in which a code may be noted; most lines lack it. */
const MAY_NOTE = /^(?=.*[@"“”„(]).*\d{5}/;

/** A longer line is no note. */
const LONGEST = 400;

/**
 * @param text A line in which no code stands that says what it is.
 * @returns The codes that somebody noted beside a user and an app, where each may be one of the sign-in service.
 */
export function notedCodes(text: string): Code[] {
  if (text.length > LONGEST || !MAY_NOTE.test(text) || isOfOthers(text)) return [];
  const isNoted = text.includes('@') && USER.test(text) && OF_SIGN_IN.test(text);
  const numbers = isNoted ? [...text.matchAll(NOTED)].map(([, number = '']) => number) : [];
  if (numbers.length) return numbers.every(isInKnownRange) ? numbers.map(codeOf) : [];
  const quoted = [...text.matchAll(BEHIND_QUOTE)].map(([, said = '', number = '']) => ({
    said,
    number,
  }));
  for (const [, number = '', said = ''] of text.matchAll(BEFORE_QUOTE))
    quoted.push({ said, number });
  const own = quoted.filter(({ said }) => SAID_BY_SERVICE.test(said));
  const behind = [...text.matchAll(OF_ONE_SIGN_IN)].map(([, number = '']) => number);
  const meant = [...own.map(({ number }) => number), ...behind].filter(isInKnownRange);
  return [...new Set(meant)].map(codeOf);
}

const codeOf = (number: string): Code => `AADSTS${number}`;

/** @returns Whether a line names another product, which has codes of its own; not as the app of a sign-in. */
export const isOfOthers = (text: string): boolean => OF_OTHERS.test(text.replace(APP_NAME, ''));
