import { findCodes, type FindOptions } from './find-codes';

/** A code, or a number that may be one. */
const CODE = '(?:AADSTS ?\\d{5,8}|0x[89a-f][\\da-f]{7}|(?<![\\w.@+-])\\d{5,7}(?![\\w@]|[.:-]\\d))';

/** The rest of a clause: no other number, end of a sentence, or word that begins another thought. */
const WITHIN =
  '(?:(?!\\d{5}|[.;!?]\\s|[;!?\\n]|\\s(?:but|and|now|aber|und|jetzt|mais|et|pero|y|ma|mas|maar|en)\\s|,\\s).){0,80}?';

/** That something is over, in the languages of the portal. */
const OVER =
  '(?:is|are|was|were|been|got|ist|sind|wurden?|war|est|sont|été|fue|está|è|stata?o?|foi|is al|werd)\\s(?:\\p{L}{1,12}\\s){0,2}' +
  '(?:solved|resolved|fixed|gone|gelöst|behoben|erledigt|weg|résolue?|réglée?|corrigée?|resuelt[oa]|solucionad[oa]|corregid[oa]|risolt[oa]|resolvid[oa]|corrigid[oa]|opgelost|verholpen)(?![\\p{L}?])';

/** The same without a verb, where nothing else follows: `AADSTS50053 (solved)`, `50053: erledigt`, `✔`. */
const NOTED =
  '\\s?(?:[-–:(=]|→|->)\\s?(?:\\(?(?:already\\s)?(?:solved|resolved|fixed|gelöst|behoben|erledigt|résolu|réglé|resuelto|solucionado|risolto|resolvido|opgelost|解決済み?|已解决)\\)?)(?=\\s{0,3}(?:$|[,;.)\\n]))';

const SETTLED = new RegExp(`(${CODE})(?=(?:${WITHIN}\\s${OVER}|${NOTED}))`, 'gimu');

/** A sentence that denies, asks or hopes it. */
const OPEN =
  /(?<!\p{L})(?:not|never|no|if|whether|how|when|until|once|after|before|hope|hopefully|nicht|kein\w{0,2}|wenn|falls|ob|wie|bis|sobald|pas|jamais|si|quand|comment|nunca|cómo|cuando|hasta|non|mai|se|come|quando|não|como|niet|als|hoe|until|n't)(?!\p{L})|n['’]t\b/iu;

/** What ends a sentence before a code. */
const SENTENCE = /[.;!?]\s|[;!?\n]/g;

/** Between two codes of which something is told. */
const AFTER_CODE = /\d{5}\)?(?:,|\s?[/&+]|\s(?:and|und|et|y|e|en|or|oder))\s?$/i;

/** A sentence is shorter, in UTF-16 units. */
const NEAR = 160;

/** A text without such a word says nothing like that. */
const MAY_SETTLE =
  /solved|fixed|gone|gelöst|behoben|erledigt|\bweg\b|résol|régl|corrig|resuelt|solucion|correg|risolt|resolvid|opgelost|verholpen|解決済|已解决/i;

/** What takes a number back. */
const NO =
  'sorry|no(?:pe)?|wrong(?: (?:line|number|code|one))?|i mean|correct(?:ed|ion)|falsch(?:e (?:zeile|nummer))?|nein|korrigiert|korrektur|quatsch|non|faux|corrigé|perdón|corregido|sbagliato|errato|corretto|errado|corrigido|fout|verkeerd';

/** What the right one stands behind. */
const YES =
  "it['’]?s|it is|actually|should (?:be|read)|i meant?|es ist|richtig(?: (?:ist|wäre))?|c['’]est|es el|é o|è il|het is";

/** A number that somebody takes back, and the right one: `50140?? no - it's 50131`, `not 50140 but 50131`, `typo: 50131`. */
const TAKEN_BACK = new RegExp(
  `(?<!\\d)(?:AADSTS ?)?(\\d{5,7})(?![\\d.-]\\d)([\\s?!,;(–-]{1,6}(?:${NO})(?!\\p{L})(?:(?!\\d{5}|[.:]\\s)[^\\n]){0,80}?[\\s,;-](?:${YES})\\s{1,2}|[\\s?!,;(–-]{1,6}(?:typo|correction|corrected|sorry|tippfehler|korrektur|correction ?|corrección|correzione|correção|correctie)[:,]?\\s(?:to\\s)?|,?\\s(?:but|sondern|mais|sino|ma|mas|maar)\\s)(?:AADSTS ?)?(\\d{5,7})(?![\\d.-]\\d|\\w)`,
  'giu',
);

/** Behind the first of two numbers, `but` needs a denial before it. */
const BARE_BUT = /^,?\s(?:but|sondern|mais|sino|ma|mas|maar)\s$/i;
const DENIED = /(?<!\p{L})(?:not|nicht|pas|no|non|não|niet)\s(?:\p{L}{1,12}\s){0,2}$/iu;

/** All that the detection knows counts. */
const ANY: FindOptions = { bareNumbers: true, isKnownHresult: () => true };

/**
 * Takes the numbers off codes of which the text says that they are over, `AADSTS50053 for … is solved`, and puts the right
 * number in place of one that somebody took back.
 *
 * @param text Of any length; the time grows linearly.
 * @returns The text with as many lines; with the codes that are over where no other one stands in it, since they are what
 *   was asked about then.
 */
export function withoutSettledCodes(text: string): string {
  const right = withRightNumbers(text);
  if (!MAY_SETTLE.test(right)) return right;
  const left = right.replace(SETTLED, (code: string, _: string, at: number) =>
    isOpen(right, at, code.length) ? code : ' '.repeat(code.length),
  );
  return left !== right && findCodes(left, ANY).length ? left : right;
}

/** Whether the sentence of a code denies or asks that it is over. */
function isOpen(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const start = [...before.matchAll(SENTENCE)].at(-1)?.index ?? -1;
  const behind = text.slice(at + length, at + length + NEAR);
  // Of two codes both or none are meant.
  if (AFTER_CODE.test(before)) return true;
  const end = /[.;!?]\s|[;!?\n]|$/.exec(behind)!;
  return end[0].startsWith('?') || OPEN.test(before.slice(start + 1) + behind.slice(0, end.index));
}

/** The right number stands where the wrong one did, behind its label. */
function withRightNumbers(text: string): string {
  if (!MAY_CORRECT.test(text)) return text;
  return text.replace(
    TAKEN_BACK,
    (whole, wrong: string, between: string, right: string, at: number) => {
      if (BARE_BUT.test(between) && !DENIED.test(text.slice(Math.max(0, at - 40), at)))
        return whole;
      return whole.replace(right, ' '.repeat(right.length)).replace(wrong, right);
    },
  );
}

const MAY_CORRECT =
  /sorry|\bnope?\b|wrong|typo|correct|i mean|falsch|\bnein\b|korrig|korrektur|tippfehler|quatsch|\bnon\b|erreur|\bfaux\b|corrig|perdón|error|correg|sbagliat|errat|corrett|errado|fout|verkeerd|\b(?:but|sondern|mais|sino|mas?|maar)\b/i;
