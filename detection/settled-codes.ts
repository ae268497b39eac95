import { withRightNumbers } from './corrected-numbers';
import { withoutExplainedCodes } from './explained-codes';
import { findCodes, type FindOptions } from './find-codes';
import { aroundIn } from './sentence';

/** A code, or a number that may be one. */
const CODE = '(?:AADSTS ?\\d{5,8}|0x[89a-f][\\da-f]{7}|(?<![\\w.@+-])\\d{5,7}(?![\\w@]|[.:-]\\d))';

/** What a code is called, and whose it is: `the AADSTS50053 error of ola.berg@contoso.com`. Nothing else is its subject. */
const OWNER =
  '\\)?(?:\\s(?:error|issue|problem|one|fehler|erreur|problème|problema|fout))?' +
  "(?:\\s(?:of|for|from|von|vom|für|bei|beim|de|du|d['’]|pour|chez|para|del|di|per|van|voor|bij)\\s[^\\s,;:!?()]{1,80}(?:\\s[^\\s,;:!?()]{1,40}){0,2}?)?";

const IS =
  'is|are|was|were|(?:has|have|had)\\sbeen|got|ist|sind|wurden?|war|est|sont|était|a\\sété|fue|está|es|ha\\ssido|è|è\\sstat[oa]|foi|is\\sal|werd';

/** What may stand before the word; all else makes it less: `almost`, `supposedly`, `being`. */
const ALREADY =
  'already|now|since|yesterday|finally|all|completely|fully|today|schon|bereits|gestern|heute|jetzt|inzwischen|mittlerweile|längst|endlich|vollständig|déjà|maintenant|hier|enfin|ya|ahora|ayer|por|fin|già|ora|ieri|stat[oa]|já|agora|ontem|al|inmiddels|gisteren|eindelijk';

const SOLVED =
  'solved|resolved|fixed|gone|gelöst|behoben|erledigt|weg|résolue?|réglée?|corrigée?|resuelt[oa]|solucionad[oa]|corregid[oa]|risolt[oa]|resolvid[oa]|corrigid[oa]|opgelost|verholpen';

/** What may stand behind it: when, by what, or the end of the clause. For whom and where makes it less. */
const END =
  '(?=\\s{0,3}(?:$|[,;.!)\\n])|\\s(?:now|already|yesterday|today|since|last|by|with|through|via|thanks|and|but|jetzt|gestern|heute|seit|durch|mit|und|aber|maintenant|hier|depuis|par|avec|et|mais|ayer|desde|con|y|pero|ieri|dal?|e|ma|mas|com|sinds|door|met|en|maar)(?!\\p{L}))';

/** A list that ticks off its codes: `50053: solved`, `50053 → erledigt`. */
const TICKED =
  '\\s?(?:[-–:(=]|→|->)\\s?\\(?(?:already\\s)?(?:solved|resolved|fixed|gelöst|behoben|erledigt|résolu|réglé|resuelto|solucionado|risolto|resolvido|opgelost|解決済み?|已解决)\\)?(?=\\s{0,3}(?:$|[,;.\\n]))';

const SETTLED = new RegExp(
  `${CODE}(?=${OWNER}\\s(?:(?:${ALREADY})\\s)?(?:${IS})\\s(?:(?:${ALREADY})\\s){0,2}(?:${SOLVED})(?!\\p{L})${END})`,
  'gimu',
);
const TICKED_OFF = new RegExp(`${CODE}(?=${TICKED})`, 'gimu');

/** A sentence that denies, asks, hopes, limits or reports it. */
const OPEN =
  /(?<!\p{L})(?:according|apparently|seems?|supposedly|perhaps|maybe|probably|read|heard|docs|documentation|forum|blog|article|thread|reddit|elsewhere|laut|gelesen|gehört|anscheinend|wohl|vielleicht|selon|lu|semble|según|leído|parece|secondo|letto|sembra|segundo|volgens|gelezen|not|never|no|if|whether|how|why|who|when|until|once|after|before|hope|hopefully|though|although|only|except|told|says?|said|claims?|want|needs?|should|think|thought|(?:is|was|are|were)nt|nicht|kein\w{0,2}|wenn|falls|ob|wie|warum|wer|bis|sobald|obwohl|nur|außer|sagt|angeblich|soll|pas|jamais|si|quand|comment|pourquoi|seulement|sauf|dit|nunca|cómo|cuando|hasta|sin|solo|dice|non|mai|se|come|quando|perché|não|como|só|niet|als|hoe|waarom|until|alleen|zegt)(?!\p{L})|n['’]t(?!\p{L})/iu;

/** What helps in general, as a page says it, or no more than a way around: `is solved by …`, `is gone with a private window`. */
const HELPS =
  /^[^.;!?\n]{0,160}?\s(?:is|are|ist|sind|est|sont|es|está|è|é)\s(?:\p{L}{1,20}\s){1,3}(?:(?:by|through|via|durch|par|por|da|door)(?!\p{L})|(?<=\s(?:gone|weg)\s)(?:with|mit|met)(?!\p{L}))/iu;

/** It came back, or it never went. */
const BACK =
  /(?<!\p{L})(?:back|again|return\w{0,3}|re-?appear\w{0,3}|happen\w{0,3}|occur\w{0,4}|once\smore|re-?open\w{0,3}|recur\w{0,5}|still|same|remains?|persists?|wieder\p{L}{0,8}|zurück|immer\snoch|weiterhin|erneut|dennoch|trotzdem|revien\p{L}{0,3}|revenue?|retour|encore|nouveau|toujours|volvi\p{L}{0,4}|vuelve\p{L}{0,2}|vuelto|otra\svez|de\snuevo|sigue\p{L}{0,2}|todavía|aún|torna\p{L}{0,3}|ancora|di\snuovo|volt\p{L}{1,3}|novamente|ainda|terug|weer|opnieuw|nog)(?!\p{L})/iu;

/** Between two codes of which something is told. */
const AFTER_CODE = /\d{5}\)?(?:,|\s?[/&+]|\s(?:and|und|et|y|e|en|or|oder))\s?$/i;

/** The beginning of an item in a list. */
const ITEM = /^\s{0,20}(?:[-–*•+]|\d{1,2}[.)])\s/;

/** A text without such a word says nothing like that. */
const MAY_SETTLE =
  /solved|fixed|gone|gelöst|behoben|erledigt|\bweg\b|résol|régl|corrig|resuelt|solucion|correg|risolt|resolvid|opgelost|verholpen|解決済|已解决/i;

/** Another code has to be one beyond doubt: what is a code to the detection alone may be none to the reader. */
const CERTAIN: FindOptions = {
  bareNumbers: true,
  isKnownHresult: (code) => /^0x(?:801[8C]|8009|8029|CAA)/.test(code),
};

/** A longer text is no note of a person, but a log, in UTF-16 units. */
const LONGEST_NOTE = 100_000;

/**
 * Takes the numbers off codes of which the text plainly says that they are over, `AADSTS50053 for … is solved`, and puts
 * the right number in place of one that somebody took back. In doubt a code stays: one too many is seen, a missing one not.
 *
 * @param text Of any length; one that is too long for a note stays as it is.
 * @returns The text with as many lines; with the codes that are over where no other one stands in it, since they are what
 *   was asked about then.
 */
export function withoutSettledCodes(text: string): string {
  if (text.length > LONGEST_NOTE) return text;
  const right = withoutExplainedCodes(withRightNumbers(text));
  if (!MAY_SETTLE.test(right)) return right;
  const blank = (code: string) => ' '.repeat(code.length);
  const told = right.replace(SETTLED, (code: string, at: number) =>
    isOpen(right, at, code.length) ? code : blank(code),
  );
  const heading = /\S[^\n]*/.exec(told);
  const end = heading ? heading.index + heading[0].length : 0;
  const left = told.replace(TICKED_OFF, (code: string, at: number) =>
    isOpen(told, at, code.length) || isTitle(told, at, code.length, at < end) ? code : blank(code),
  );
  return left !== right && findCodes(left, CERTAIN).length ? left : right;
}

/** Whether the sentence of a code denies or asks that it is over, or the next one says that it is back. */
function isOpen(text: string, at: number, length: number): boolean {
  const { before, behind, sentence, isQuestion } = aroundIn(text, at, length);
  // Of two codes both or none are meant.
  if (AFTER_CODE.test(before)) return true;
  return isQuestion || OPEN.test(sentence) || HELPS.test(behind) || BACK.test(sentence + behind);
}

/** Whether a line is the title of a thread, `AADSTS700016 (solved)`: the code is what the page is about. */
function isTitle(text: string, at: number, length: number, isFirst: boolean): boolean {
  const { before, behind } = aroundIn(text, at, length);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const goesOn = /^[^\n]{0,40}[,;.]/.test(behind);
  const isNoted = /^\s?(?:[:=]|→|->)/.test(behind);
  return !goesOn && !ITEM.test(line) && (isFirst || !isNoted);
}
