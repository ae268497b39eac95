import { canonicalCode, type Code } from '../detection/code';
import { isWithinId } from '../detection/code-in-id';
import { findCodes } from '../detection/find-codes';
import { Question } from './lines';

/** Something in a line that may be a code; most lines have none. */
const HINT = /0x[\da-f]|AADSTS|801c|err(?:o|eur)|fehler|hresult|-\d{9}|\d{10}|エラー|错误|錯誤/i;

/** What each form of a code has: hex digits, or five decimal ones. */
const DIGITS = /0x[\da-f]|(?:801c|caa)[\da-f]|\d{5}/i;

/**
 * An HRESULT or NTSTATUS in hex: eight digits with the severity bit, those of the sign-in library that lack it
 * (`0x4AA90010`), or a short Windows error (`0x2ee6`). Not `0x0`, not `0x840000`, no part of a longer number, nor one that
 * a table cut (`0x801c0...`).
 */
const HEX = /(?<!\w)0x([48-9a-f][\da-f]{7}|[1-9a-f][\da-f]{1,4}(?!\.{2}|…))(?!\w)/gi;

/**
 * An HRESULT of enrollment, Windows or the token broker that lacks `0x`, as the pages of devices and of Microsoft 365 print
 * it, right behind a word for errors.
 */
const BARE_HEX = /(?<![\w.-])(80(?:07|09|18|28|29)[\da-f]{4}|caa[\da-f]{5})(?![\w-]|\.\d)/i;
const BARE_HINT = /80|caa/i;
const ERROR_RIGHT_BEFORE = /(?:err(?:or|eur|ore|o)|fehler|hresult)(?:[ -]?codes?)?\W{1,4}$/i;

/** A failure as a signed decimal (`-2146893776`), or as an unsigned one (`3399942154`). Not a part of a SID, no handle. */
const DECIMAL = /(?<![\w.-]|\bhandle\W{1,4})(-?\d{9,10})(?![\w-]|\.\d)/g;

/** A short hex number and an unsigned decimal are codes beside such a word only. */
const ERROR_WORD = /error|status|result|fail|code|fehler|hr\b/i;

/** Rows whose hex numbers are bits, not errors. */
const BITS = /^[\s>*#|-]{0,20}(?:Additional Information|Keywords?|Opcode|Flags)\b/i;

/**
 * @param line One line of a command's output or of an event.
 * @returns The failure codes in it, in canonical form: `0x80072EE7`, `AADSTS50126`.
 */
export function codesOfLine(line: string): Code[] {
  if (!DIGITS.test(line) || !HINT.test(line) || BITS.test(line)) return [];
  const text = MISREAD.test(line) ? line.replace(MISREAD_ALL, ' ') : line;
  const codes = findCodes(text, EVERY_CODE)
    .filter((one) => !isWithinId(text, one))
    .map(({ code }) => code);
  const bare = BARE_HINT.test(line) ? BARE_HEX.exec(line) : null;
  if (bare && ERROR_RIGHT_BEFORE.test(line.slice(Math.max(0, bare.index - NEAR), bare.index)))
    codes.push(`0x${bare[1]!.toUpperCase()}`);
  const mayHoldHex = line.includes('0x') || line.includes('0X');
  const mayHoldDecimal = NINE_DIGITS.test(line);
  if (!mayHoldHex && !mayHoldDecimal) return codes;
  const saysError = ERROR_WORD.test(line);
  if (mayHoldHex)
    for (const { text, at } of groupsOf(HEX, line))
      if (text.length === 8 || (saysError && followsErrorWord(line, at)))
        codes.push(`0x${text.toUpperCase()}`);
  if (mayHoldDecimal)
    for (const { text: number } of groupsOf(DECIMAL, line)) {
      if (number.startsWith('-') ? number.length < 10 : !saysError) continue;
      const code = canonicalCode(number);
      if (code?.startsWith('0x')) codes.push(code);
    }
  return codes.filter((code) => !OF_DOTNET.test(code));
}

/** What `codesOfLine` finds in a line that may come again. */
export const CODES = new Question(({ text }): readonly Code[] => codesOfLine(text));

/**
 * What .NET gives an exception that has no code of its own (`0x80131500`), and others of its facility: they say what
 * program failed, not why. Source: FACILITY_URT in winerror.h.
 */
const OF_DOTNET = /^0x8013/;

/** A code of a picture whose last digits were read as letters: `AADSTS50012l` is no AADSTS50012, but `AADSTS50012OK` is. */
const MISREAD = /AADSTS[:\s]?\d{5,7}[lIO]{1,3}(?![A-Za-z])/;
const MISREAD_ALL = new RegExp(MISREAD, 'g');

const EVERY_CODE = { bareNumbers: true, isKnownHresult: () => true };
const NINE_DIGITS = /\d{9}/;

/** An error word with a few words behind it: `failed with exit code 0x2ee6`. A log has ids of threads as hex, too. */
const ERROR_BEFORE = new RegExp(
  `(?:${ERROR_WORD.source})\\w{0,9}(?:\\W{1,9}[a-z]\\w{0,20}){0,3}\\W{0,9}$`,
  'i',
);

/** How far before a short number its word stands. */
const NEAR = 80;

function followsErrorWord(line: string, at: number): boolean {
  return ERROR_BEFORE.test(line.slice(Math.max(0, at - NEAR), at));
}

/** What the first group of a form holds, wherever it stands, and where the whole begins. */
function groupsOf(form: RegExp, line: string): { text: string; at: number }[] {
  const groups: { text: string; at: number }[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(line); match; match = form.exec(line))
    groups.push({ text: match[1]!, at: match.index });
  return groups;
}
