import { isInKnownRange } from './bare-codes';
import { withoutDigitLinks } from './digit-links';

/** What people and programs set between the prefix and the number: signs of Markdown, brackets, a word, a line end. */
const BETWEEN =
  '[ \\u00a0]{0,2}(?:[-*_#`[(.]{1,4}|(?:error|code|nr\\.?|no\\.?)[ :]{1,2}|=?\\r?\\n[> \\t]{0,9})?[ *`]{0,3}';

/** Within a number: a blank, a hyphen, the line end of a mail program, quoted or not. */
const BREAK = '[ \\u00a0]{1,2}|-|[ \\t]{0,2}=?\\r?\\n[> \\t]{0,9}';

/** A code whose prefix or number was broken. */
const BROKEN = new RegExp(
  `\\bAAD[ -]?STS(${BETWEEN})(\\d{1,8})(?:(${BREAK})(\\d{1,6})(?!\\d|\\w|[.:]\\d))?(?!\\d)`,
  'gi',
);

/** What stands in a code that every reader knows, and what says little of the number behind it. */
const PLAIN = /^[ \u00a0]{0,2}$/;
const VAGUE = /[a-z\n-]/i;

/** What is counted: the number before it is no part of a code. An error is not, since its code stands before that word. */
const COUNTED =
  /^[ \u00a0]{1,2}(?:(?:of |different |other |more )?(?:users|people|accounts|devices|computers|machines|tickets|cases|calls|times|reports|sign-?ins|logins|attempts|failures|events|rows|hits|orders|minutes|hours|days|weeks)|benutzern?|nutzern?|konten|geräten?|mal|tagen?|stunden|minuten|utilisateurs|fois|jours|usuarios|veces|días|utenti|volte|giorni|usuários|vezes|dias|gebruikers|keer)(?!\p{L})/iu;

/** What stands behind the number of a point of a list. */
const OF_POINT = /^[.)][ \t]{1,9}\S/;

/** How far behind a number is looked, in UTF-16 units. */
const NEAR = 30;

const SHORTEST = 5;

/**
 * Puts together the codes that somebody or a program broke: `AADSTS500 11`, `AADSTS700[213](…)`, `**AADSTS** 50011`. A
 * number is joined only where the whole one is in the range of the codes, and its first part is too short to be one.
 *
 * @param text Of any length.
 * @returns A text with as many lines.
 */
export function withWholeCodes(text: string): string {
  const linked = withoutDigitLinks(text);
  const parts: string[] = [];
  let end = 0;
  BROKEN.lastIndex = 0;
  for (let match = BROKEN.exec(linked); match; match = BROKEN.exec(linked)) {
    const whole = wholeCode(match, linked);
    // A text whose codes are whole is not copied.
    if (whole === match[0]) continue;
    parts.push(linked.slice(end, match.index), whole);
    end = BROKEN.lastIndex;
  }
  return end ? [...parts, linked.slice(end)].join('') : linked;
}

/** A code in one piece, with what stood in it behind it; as it stands where it is not broken. */
function wholeCode(match: RegExpExecArray, text: string): string {
  const [found, between = '', first = '', gap, rest] = match;
  const end = match.index + found.length;
  const behind = text.slice(end, end + NEAR);
  const isCount = COUNTED.test(behind) || (gap?.includes('\n') && OF_POINT.test(behind));
  const isJoined =
    !isCount && rest !== undefined && first.length < SHORTEST && isInKnownRange(first + rest);
  if (!isJoined && first.length < SHORTEST) return found;
  const isPlain = PLAIN.test(between) && /^AADSTS/i.test(found);
  if (!isJoined && (isPlain || (VAGUE.test(between) && (isCount || !isInKnownRange(first)))))
    return found;
  // What stood between moves behind the code, so that each line keeps its number.
  const left = isJoined ? '' : `${gap ?? ''}${rest ?? ''}`;
  const ends = (isJoined ? between + gap! : between).replace(/[^\n]/g, '');
  return `AADSTS${isJoined ? first + rest : first}${ends}${left}`;
}
