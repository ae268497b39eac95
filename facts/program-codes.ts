/** A code alone in quotes, also in those of a text within a text; or codes alone in a regular expression. */
const LITERAL =
  /(\\{0,7}["'`])(?:AADSTS\d{5,8}|0x[\da-f]{8})\1|\/(?:AADSTS\d{5,8}\|){0,20}AADSTS\d{5,8}(?=\/[gimsuy]{0,4}[.,;)])/gi;

/** What a program does with one: compares with it, looks for it, hands it on, keeps it in a variable. */
const OPERATOR =
  /(?:[=!]==?|\bcase|[\w@]\(|\|\||&&|-(?:eq|ne|match|like|contains|in)|\b(?:const|let|var)\s[\w$]{1,60}\s?=|(?<![\w$.-])[\w$]{1,2}=)\s{0,9}$/i;

/** The items of a list before it, and the name of the list. */
const ITEMS = /(?:\\{0,7}["'`][^"'`\\]{0,80}\\{0,7}["'`]\s{0,9},\s{0,9}){0,9}$/;
const LIST = /(?:([\w-]{1,60})\\{0,7}["']?\s{0,9}[:=]\s{0,9})?(?:\[|[\w@]\()\s{0,9}$/;

/** Lists of what went wrong. */
const OF_ERRORS = /^(?:sts_?)?(?:errors?|codes?|status|error_?codes?|error_?details?|messages?)$/i;

/** A key with its value, in a table of texts. */
const VALUE_BEHIND = /^\s{0,9}:\s{0,9}\\{0,7}["'`{[(]/;

/** How far around a code is looked, in UTF-16 units. */
const NEAR = 300;

/** A line with more of them is a program's, or a list of what may be. */
const MOST_QUOTED = 40;

/**
 * Takes out codes that stand in program text: what a program compares with, a list of issues that it knows, a table of
 * texts. None of them is what happened.
 *
 * @param text A line.
 * @returns The line with blanks in place of such codes.
 */
export function withoutProgramCodes(text: string): string {
  if (!/["'`/]\s?(?:AADSTS|0x)/i.test(text)) return text;
  let count = 0;
  return text.replace(LITERAL, (literal, _, at: number) => {
    if (++count > MOST_QUOTED) return ' '.repeat(literal.length);
    const before = text.slice(Math.max(0, at - NEAR), at);
    const end = at + literal.length;
    const isProgram =
      literal.startsWith('/') ||
      OPERATOR.test(before) ||
      VALUE_BEHIND.test(text.slice(end, end + NEAR)) ||
      isItem(before);
    return isProgram ? ' '.repeat(literal.length) : literal;
  });
}

function isItem(before: string): boolean {
  const list = LIST.exec(before.replace(ITEMS, ''));
  if (!list) return false;
  return list[0].trimEnd().endsWith('(') || !OF_ERRORS.test(list[1] ?? '');
}
