import { isInKnownRange } from '../detection/bare-codes';
import type { FactRecord } from './fact';
import { makeFact } from './make-fact';
import type { Line } from './lines';
import { USER_NAMES } from './value-forms';

/** What the line above a copied tab says it is of. */
const OF_SIGN_IN =
  /sign[- ]?in|log[- ]?(?:in|on)\b|anmeld|connexion|inicio de sesi|acceso|accesso|entrada|aanmeld|サインイン|登录/i;

/** A sentence, a quarrel of two sign-ins, the head of a mail: what stands there may be of another sign-in. */
const OTHER =
  /[.!?…]\s|[?!]$|\b(?:not|n't|never|no|without|other|another|unlike|instead|than|vs|versus|compare[ds]?|same|like|was|were|works?|worked|expected|example|e\.g|nicht|kein\w{0,2}|ohne|andere\w?|funktioniert|pas|sans|autre|otro|otra|non|altro)\b|^\W{0,20}(?:from|to|cc|bcc|von|an|de|para|da|subject|betreff)\s?:/i;

/** An address that is not that of who signed in, a code of another thing, or of another moment. */
const OTHER_PERSON =
  /\b(?:reported|exported|checked|sent|shared|opened|owner|owned|assigned|contact|manager|ticket|case|help ?desk|hi|hello|dear|behalf|about|after|before|since|gone|fixed|solved|resolved|nach|vor|seit|behoben|gelöst|gemeldet|après|avant|después|antes|dopo|prima)\b(?![\w.+-]*@)|(?<!\b(?:sign|log)[- ]?[io]n |attempt )\b(?:by|from|cc|via)\s[^@]{0,20}@|^\W{0,9}@/i;

/** The address of a user, and a code by a word that says so. */
const CODE =
  /(?:\b(?:code|error|fehler(?:code)?|erreur|c[oó]digo|codice|errore|fout(?:code)?)[ :#-]{1,3}|\bAADSTS[ :]?)(\d{5,8})(?![\w-]|\.\d)/gi;

/** A longer line is no heading, and how many blank lines stand below one at most. */
const LONGEST = 200;
const MOST_BLANK = 2;

/**
 * Adds to a tab of a sign-in, copied without the others, whose it is and how it ended, where the line above it says both or
 * one of them: `Conditional Access (tab of the sign-in, user@contoso.com, code 53000)`.
 *
 * @param records Records of a text, in its order; facts are added to them.
 * @param raw Lines of the text as they are.
 */
export function addTabHeadings(records: readonly FactRecord[], raw: readonly Line[]): void {
  // Of two tabs the heading may tell of both, or of the other.
  const tabs = records.filter(({ kind }) => kind === 'signIn');
  const [tab] = tabs;
  if (!tab || tabs.length > 1 || has(tab, 'signIn.user') || has(tab, 'signIn.errorCode')) return;
  const heading = headingAbove(raw, tab.from - 1);
  if (!heading) return;
  const { text, number: line } = heading;
  const users = new Set(text.match(USER_NAMES));
  const codes = new Set([...text.matchAll(CODE)].map(([, digits = '']) => digits));
  if (users.size > 1 || codes.size > 1) return;
  for (const user of users) tab.facts.push(makeFact('signIn.user', 'sign-in of', user, { line }));
  for (const digits of codes) {
    if (!isInKnownRange(digits)) continue;
    const fact = makeFact('signIn.errorCode', 'code', digits, { line });
    fact.value = `AADSTS${digits}`;
    tab.facts.push(fact);
    tab.codes.push(fact.value);
  }
}

const has = ({ facts }: FactRecord, wanted: string) => facts.some(({ name }) => name === wanted);

/** The line above a record that says that it is of a sign-in. */
function headingAbove(raw: readonly Line[], start: number): Line | undefined {
  for (let at = start - 1; at >= Math.max(0, start - 1 - MOST_BLANK); at--) {
    const { text } = raw[at]!;
    if (!text.trim()) continue;
    const isHeading =
      text.length <= LONGEST &&
      OF_SIGN_IN.test(text) &&
      !OTHER.test(text) &&
      !OTHER_PERSON.test(text);
    return isHeading ? raw[at] : undefined;
  }
  return undefined;
}
