import { canonicalCode, type Code } from '../detection/code';

/** Longest text in which a bare number is taken for a code, in UTF-16 units. In a longer one numbers are of all kinds. */
const LONGEST_TYPED = 120;

/**
 * Digits of a code behind a word that says so, in the languages that people ask in, or behind `AADSTS` with its
 * letters mixed up: `error 50126`, `AADTSS700016`. `SQLSTATE 28000` is another's.
 */
const SAID_DIGITS =
  /(?:\b(?:error|errorcode|code|number|no|nr|id|resulttype|fehler|fehlercode|fehlernummer|erreur|entra|azure|aad)|\b[adst]{4,8})[\s:#=_-]*(\d{5,10})(?!\d)/gi;

/** Digits of a sign-in code among words, with the word before them and what follows. */
const BARE_DIGITS =
  /(?:([\p{L}#№]+)[\s:#=_-]*)?(?<![\d.,:/@+*$€£\\-])(\d{5,7})(?!\d|\s?[%€$£]|[.,:/@-]\d)(?:\s*(\p{L}+))?/gu;

/** Words before a number that is another's. */
const NUMBERED =
  /^(?:#|№|build|case|euid|incident|issue|kb|line|order|ora|pid|port|pr|room|row|sql|sqlstate|ticket|uid|version|zip)$/i;

/** Words behind a number that counts something. */
const COUNTED =
  /^(?:accounts?|bytes?|computers?|devices?|documents?|files?|kb|lines?|mails?|mb|members?|messages?|minutes?|ms|objects?|pages?|people|records?|rows?|s|seconds?|sec|times|users?)$/i;

/**
 * Sign-in codes whose bare digits stand among words: `user gets 50126 in teams`. Round numbers, counts and the numbers of
 * other things are none.
 */
function bareCodes(text: string): Code[] {
  return [...text.matchAll(BARE_DIGITS)].flatMap(([, before = '', digits, after = '']) =>
    digits!.endsWith('000') || NUMBERED.test(before) || COUNTED.test(after)
      ? []
      : [`AADSTS${digits}`],
  );
}

/** @returns The code that a text is, where it is nothing else: any spelling, or the bare digits of a sign-in code. */
export function onlyCode(text: string): Code | undefined {
  return canonicalCode(text) ?? (/^\d{5,8}$/.test(text) ? `AADSTS${text}` : undefined);
}

/**
 * Codes that somebody means who typed their digits carelessly: `AADSTS_7000222`, `caa 82ee2`, `error 50126`, the letter O
 * in the place of a zero, or bare digits among words. A number says too little by itself, so that only known codes are
 * meant, and by bare digits only those that have an entry.
 * @param text What was typed.
 * @param isKnown Whether the catalog has a code.
 * @param isWritten Whether it has an entry, not its message alone.
 * @returns Codes in order, each once; those that a word names before bare ones.
 */
export function meantCodes(
  text: string,
  isKnown: (code: Code) => boolean,
  isWritten: (code: Code) => boolean,
): Code[] {
  if (text.length > LONGEST_TYPED) return [];
  const joined = text.replace(/[\s_#-]+/g, '');
  for (const spelling of [joined, joined.replace(/(?<=^aadsts.*|^0x.*)o/gi, '0')]) {
    const code = canonicalCode(spelling);
    if (code && isKnown(code)) return [code];
  }
  const codes = [...text.matchAll(SAID_DIGITS)].flatMap(([, digits]) =>
    // More digits than a sign-in code has are an HRESULT as a number, its sign taken for a dash.
    digits!.length < 9
      ? `AADSTS${digits}`
      : [canonicalCode(digits!), canonicalCode(`-${digits}`)].filter((code) => code !== undefined),
  );
  return [...new Set([...codes.filter(isKnown), ...bareCodes(text).filter(isWritten)])];
}
