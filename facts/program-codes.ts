import type { Line } from './lines';

/**
 * A code alone in quotes, also in those of a text within a text; codes alone in a regular expression; the key of a table
 * without quotes.
 */
const LITERAL =
  /(\\{0,7}["'`])(?:AADSTS\d{5,8}|0x[\da-f]{8})(?:: ?)?\1|\/(?:AADSTS\d{5,8}\|){0,20}AADSTS\d{5,8}(?=\/)|(?<![\w"'`\\/])AADSTS\d{5,8}(?=\s?:\s?["'`])/gi;

/** What stands before a code that a program compares with. */
const COMPARED = new RegExp(
  [
    String.raw`[\w$)\]'"]\s?[=!]==?`,
    String.raw`(?:\$[\w$.]{1,80}|[)'"])\s-[ci]?(?:not)?(?:eq|ne|match|like|contains|in)`,
    String.raw`\.(?:includes|(?:last)?indexOf|match(?:es)?|test|search|(?:starts|ends)_?with|equals(?:IgnoreCase)?|contains|has|to(?:Be|Equal|Contain|Match))\(`,
  ].join(String.raw`\s{0,9}$|`) + String.raw`\s{0,9}$`,
  'i',
);
const CASE = /(?:^|[;{}:])\s{0,40}case\s{1,9}$/;
const COLON_BEHIND = /^\s{0,9}:/;

/** A regular expression that is asked: `/AADSTS50011/.test(text)`. */
const ASKED = /^\/[gimsuy]{0,6}\.(?:test|exec)\(/;

/** `if "AADSTS50011" in str(e):`, and not `I get "AADSTS50011" in Chrome`. */
const IF = /\b(?:if|elif|assert|and|or|not)\s{1,9}$/;
const IN_VALUE = /^\s(?:not\s)?in\s[\w.]{1,80}(?:[([]|:\s{0,9}$)/;

/** Names are declared with such a word, or are variables of PowerShell. */
const DECLARED = String.raw`(?:\b(?:const|let|var|val|final|readonly|static)\s(?:[\w<>[\]]{1,40}\s){0,3}[\w$]{1,60}(?:\s?:\s?[\w<>[\], ]{1,60})?|\$\w{1,60})\s?=\s{0,9}`;
const CONSTANT = new RegExp(`${DECLARED}$`);

/** `MFA = "AADSTS50076"` in a line of its own. */
const CAPITALS = /(?:^|\n)\s{0,40}([A-Z][A-Z\d_]{2,60})\s=\s$/;

/** The items of a list, or the entries of a table, from its open bracket to the code. */
const ITEMS = /^\s{0,40}(?:\\{0,7}["'`][^"'`\\]{0,80}\\{0,7}["'`]\s{0,9},\s{0,40}){0,20}$/;
const ENTRIES =
  /^\s{0,40}(?:["'`]?\w{1,60}["'`]?\s?:\s?(?:"[^"\n]{0,120}"|'[^'\n]{0,120}'|`[^`\n]{0,120}`),\s{0,40}){0,20}$/;

/** What such a list is given to, and its open bracket. */
const OPEN = String.raw`(?:new\s)?(?:\w{0,20}Set(?:\.of)?\(|frozenset\()?\s?(?:@?[[({])?\s{0,40}$`;
const LIST = new RegExp(
  String.raw`(?:^|[^\w-])([\w-]{1,60})(\\{0,7}["']?\s{0,9}[:=]\s{0,9})${OPEN}`,
);
const DECLARED_LIST = new RegExp(`${DECLARED}(?:\\w{1,20}(?:\\[\\])?\\s?)?${OPEN}`);
const SET = /\b(?:Set(?:\.of)?|frozenset)\(\s?[[({]?\s{0,40}$/;
const CONDITION = /\bwhere\s\w{1,60}\s(?:not\s)?(?:!?in~?|has_any)\s?\(\s{0,40}$/i;

/** What such a table is given to. */
const OPEN_TABLE = new RegExp(`${DECLARED}\\{\\s{0,40}$`);

/** Names of lists of what may be, and words in names of what went wrong. */
const OF_WHAT_MAY_BE = /(?<!un)(?:known|expected|handled)|allowed|ignore(?!d)|retryable/i;
const OF_ERRORS =
  /err|code|status|message|exception|reason|fail|detail|result|cause|problem|issue|^hr/i;

/** How far before and behind a code is looked, in UTF-16 units. */
const NEAR = 600;

/** A list over several lines is looked at so far up, in lines. */
const MOST_ITEMS = 20;

/** A line with more of them is a program's, or a list of what may be. */
const MOST_QUOTED = 40;

/** A line that may be an item or an entry of what began above. */
const ITEM_LINE = /^\s{0,40}["'`]?(?:AADSTS|0x)[\da-f]{5,8}["'`]?\s?(?:[,:\])}]|$)/i;

/**
 * Takes out codes that surely stand in program text: what a program compares with, constants, lists and tables that it
 * keeps. None of them is what happened. Whatever is unsure stays: to miss what happened is worse.
 *
 * @param lines Cleaned lines of the text.
 * @param at Which of them, from 0.
 * @returns Its text with blanks in place of such codes.
 */
export function withoutProgramCodes(lines: readonly Line[], at: number): string {
  const text = withoutComparedNumbers(lines[at]!.text);
  if (!/["'`/]\s?(?:AADSTS|0x)|AADSTS\d{5,8}\s?:\s?["'`]/i.test(text)) return text;
  const above = ITEM_LINE.test(text) ? textAbove(lines, at) : '';
  let count = 0;
  return text.replace(LITERAL, (literal, _, start: number) => {
    if (++count > MOST_QUOTED) return ' '.repeat(literal.length);
    const before = (above + text.slice(Math.max(0, start - NEAR), start)).slice(-NEAR);
    const end = start + literal.length;
    return isProgram(before, literal, text.slice(end, end + NEAR))
      ? ' '.repeat(literal.length)
      : literal;
  });
}

/** A number without quotes that a program compares with: `error_codes == [65001]`, `-eq 50126`. */
const COMPARED_NUMBER =
  /((?:[=!]==?|[\w)\]]\s-[ci]?(?:eq|ne|contains|in))\s?@?[[(]?\s?)(\d{5,8}(?:,\s?\d{5,8}){0,40})(?!\w)/g;

function withoutComparedNumbers(text: string): string {
  if (!text.includes('==') && !text.includes('!=') && !text.includes(' -')) return text;
  return text.replace(COMPARED_NUMBER, (_, before: string, numbers: string) =>
    before.padEnd(before.length + numbers.length),
  );
}

function textAbove(lines: readonly Line[], at: number): string {
  const above = lines.slice(Math.max(0, at - MOST_ITEMS), at);
  return above.map(({ text }) => `${text.slice(-NEAR)}\n`).join('');
}

function isProgram(before: string, literal: string, behind: string): boolean {
  if (COMPARED.test(before)) return true;
  if (literal.startsWith('/')) return ASKED.test(behind);
  if (/^A/i.test(literal)) return isKey(before);
  return (
    (CASE.test(before) && COLON_BEHIND.test(behind)) ||
    (IF.test(before) && IN_VALUE.test(behind)) ||
    isConstant(before) ||
    (COLON_BEHIND.test(behind) ? isKey(before) : isItem(before))
  );
}

function isConstant(before: string): boolean {
  if (CONSTANT.test(before)) return true;
  const name = CAPITALS.exec(before)?.[1];
  return name !== undefined && !OF_ERRORS.test(name);
}

/** What stands up to the last open bracket, where nothing but such parts stands behind it. */
function headOf(before: string, parts: RegExp): string | undefined {
  const end = Math.max(...['[', '(', '{'].map((bracket) => before.lastIndexOf(bracket))) + 1;
  return end && parts.test(before.slice(end)) ? before.slice(0, end) : undefined;
}

function isKey(before: string): boolean {
  const head = headOf(before, ENTRIES);
  return head !== undefined && OPEN_TABLE.test(head);
}

function isItem(before: string): boolean {
  const head = headOf(before, ITEMS);
  if (head === undefined) return false;
  if (SET.test(head) || CONDITION.test(head) || DECLARED_LIST.test(head)) return true;
  const [, name = '', sign = ''] = LIST.exec(head) ?? [];
  return OF_WHAT_MAY_BE.test(name) || (sign.includes('=') && !OF_ERRORS.test(name));
}
