import { aroundIn } from './sentence';

/** A code, in the bold of an answer or not, and what it is called. */
const CODE = 'AADSTS ?\\d{5,8}';
const NAMED = `[*_\`]{0,3}${CODE}[*_\`]{0,3}(?:\\s\\([^()\\n]{1,80}\\))?(?:\\s(?:errors?|codes?|fehler|erreur|error)){0,2}`;

const USUALLY =
  'usually|typically|generally|normally|commonly|mostly|often|in\\sgeneral|in der regel|normalerweise|meist(?:ens)?|üblicherweise|généralement|habituellement|souvent|normalmente|generalmente|habitualmente|suele|di solito|solitamente|geralmente|meestal|doorgaans';
const MEANS =
  'means?|indicates?|refers?|happens?|occurs?|appears?|points?|bedeutet|heißt|weist|tritt|signifie|indique|apparaît|significa|indicar?|significar|aparece|betekent';

/** What says in general what codes are for: `AADSTS50105 usually means that …`, `You can also see AADSTS50076 or …`. */
const EXPLAINED = new RegExp(
  `${NAMED}\\s(?:(?:${USUALLY})\\s(?:${MEANS})|(?:${MEANS})\\s(?:${USUALLY}))(?!\\p{L})` +
    `|\\b(?:you|one|users|people)\\s(?:can|may|might|could)\\s(?:also|sometimes)\\s(?:see|get|encounter|find|meet)\\s${NAMED}(?:(?:,|,?\\s(?:and|or))\\s${NAMED}){0,9}`,
  'giu',
);
const NUMBER = new RegExp(CODE, 'gi');

/** A text without both says nothing like that. */
const MAY_EXPLAIN =
  /(?:also|sometimes) (?:see|get|encounter|find|meet)|means?|indica|indique|refers?|happens?|occurs?|appears?|points?|bedeutet|heißt|weist|tritt|signifi|appara|aparece|betekent/i;

/** A sentence that tells what happened to somebody: when, whom, where it was seen. */
const REPORTED =
  /(?<!\p{L})(?:we|us|our|my|mine|i\s(?:also|got|get|see|saw|had|have)|logs?|since|today|yesterday|now|this\s(?:morning|week)|last\s(?:week|month|night)|wir|uns|unser\p{L}{0,2}|mein\p{L}{0,2}|seit|heute|gestern|protokoll\p{L}{0,3}|nous|notre|nos|mes|depuis|hier|journa(?:l|ux)|nosotros|nuestr\p{L}{1,2}|desde|hoy|ayer|registros?|nostr[oaie]|oggi|ieri|nosso|nossa|hoje|ontem|onze|sinds|vandaag|gisteren)(?!\p{L})/iu;

/** The message of an error itself: its code with a text, and an id not far behind. */
const TEXT = /AADSTS ?\d{5,8}: ?\S/gi;
const ID = /\b(?:Trace|Correlation|Request)[ -]?ID\b/i;
const NEAR = 2000;

const hasMessage = (text: string): boolean =>
  [...text.matchAll(TEXT)].some(({ index }) => ID.test(text.slice(index, index + NEAR)));

/**
 * Takes the numbers off codes that a page or a chat bot explained in general, where the message of the error itself stands
 * beside them: what occurred is that one. In doubt a code stays.
 *
 * @param text Of any length; the time grows linearly.
 * @returns The text with blanks in their place; the same where no such message is left.
 */
export function withoutExplainedCodes(text: string): string {
  if (!MAY_EXPLAIN.test(text) || !text.includes('AADSTS')) return text;
  const left = text.replace(EXPLAINED, (said: string, at: number) =>
    isReported(text, at, said) ? said : said.replace(NUMBER, (code) => ' '.repeat(code.length)),
  );
  return left !== text && hasMessage(left) ? left : text;
}

/** Whether the sentence asks about the codes, or reports that they occurred. */
function isReported(text: string, at: number, said: string): boolean {
  const { sentence, isQuestion } = aroundIn(text, at, said.length);
  return isQuestion || REPORTED.test(sentence);
}
