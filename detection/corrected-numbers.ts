import { isInKnownRange } from './bare-codes';

/** What takes a number back. */
const NO =
  'sorry|no(?:pe)?|wrong|i mean|correct(?:ed|ion)|falsch|nein|korrigiert|korrektur|quatsch|non|faux|corrigé|perdón|corregido|sbagliato|errato|corretto|errado|corrigido|fout|verkeerd';

/** What was wrong; nothing else stands between, since `wrong password` takes no number back. */
const WHAT = 'line|number|code|one|zeile|nummer';

/** What the right one stands behind. */
const YES =
  "it['’]?s|it is|it (?:shows|says|reads)|actually|should (?:be|read)|i meant?|es ist|richtig(?: (?:ist|wäre))?|c['’]est|es el|é o|è il|het is";

const SIGNS = '[\\s?!,;(–-]{1,6}';
const NUMBER = '(?<own>AADSTS ?)?(?<right>\\d{5,7})(?![\\d.-]\\d|\\w)';

/** What goes on says something of the second number: `50140, sorry, 50131 is another user's`. */
const CLAUSE_END = '\\s{0,3}(?:$|[.,;:!?)\\n])';

/** `50140?? no - it's 50131`, `typo: 50131`, `not 50140 but 50131`. */
const TAKEN_BACK = new RegExp(
  '(?<!\\d)(?<label>AADSTS ?)?(?<wrong>\\d{5,7})(?![\\d.-]\\d)(?:' +
    `(?:${SIGNS}(?:${NO})(?!\\p{L})(?: (?:${WHAT}))?){1,3}${SIGNS}(?:${YES})\\s{1,2}|` +
    `${SIGNS}(?:typo|correction|corrected|sorry|tippfehler|korrektur|corrección|correzione|correção|correctie)\\s?[:,]?\\s(?:to\\s)?(?=(?:AADSTS ?)?\\d{5,7}${CLAUSE_END})|` +
    '(?<but>,?\\s(?:but|sondern|mais|sino|ma|mas|maar)\\s))' +
    NUMBER,
  'giu',
);

/** `It is not 50140 but …`: only of what the error is. `Not only` and `I do not understand` say another thing. */
const DENIED =
  /(?:(?:^|[.;:,!?(\n]\s{0,3})|(?<!\p{L})(?:is|was|ist|war|est|es|era|è|é)\s|n['’]est\s)(?:not|nicht|pas|no|non|não|niet)\s(?:(?:an?|the|error|code|ein|der|die|das|fehler|une?|la|le|l['’]erreur|el|il|o)\s){0,2}$/iu;

/** Behind the second of two numbers, both of which are meant. */
const TOO = /^\s(?:too|also|as well|auch|aussi|también|anche|também|ook)(?!\p{L})/iu;

const MAY_CORRECT =
  /sorry|\bno(?:pe)?\b|wrong|typo|correct|i mean|falsch|\bnein\b|korrig|korrektur|tippfehler|quatsch|\bnon\b|\bfaux\b|corrig|perdón|correg|correz|corre[çt]|sbagliat|errat|corrett|errado|fout|verkeerd|\b(?:but|sondern|mais|sino|mas?|maar)\b/i;

/**
 * Puts the right number in place of one that somebody took back, behind its label: `Error code: 50140? No, it's 50131`.
 *
 * @param text Of any length; the time grows linearly.
 * @returns The text with as many lines.
 */
export function withRightNumbers(text: string): string {
  if (!MAY_CORRECT.test(text)) return text;
  return text.replace(TAKEN_BACK, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<'wrong' | 'right', string> &
      Partial<Record<'label' | 'but' | 'own', string>>;
    const at = rest.at(-3) as number;
    const { label = '', wrong, but, own, right } = groups;
    const isMeant =
      // Any other number may be a port or a count.
      !(own || isInKnownRange(right)) ||
      TOO.test(text.slice(at + whole.length, at + whole.length + 20)) ||
      (but && !DENIED.test(text.slice(Math.max(0, at - 40), at)));
    if (isMeant) return whole;
    const between = whole.slice(label.length + wrong.length, whole.length - right.length);
    return label + right + between + ' '.repeat(right.length);
  });
}
