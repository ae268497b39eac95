import { canonicalCode, type Code } from '../detection/code';
import { findCodes } from '../detection/find-codes';

/** Something in a line that may be a code; most lines have none. */
const HINT = /0x[\da-f]|AADSTS|801c|err(?:o|eur)|fehler|-\d{9}|\d{10}|エラー|错误|錯誤/i;

/** What each form of a code has: hex digits, or five decimal ones. */
const DIGITS = /0x[\da-f]|801c[\da-f]|\d{5}/i;

/**
 * An HRESULT or NTSTATUS in hex: eight digits with the severity bit, those of the sign-in library that lack it
 * (`0x4AA90010`), or a short Windows error (`0x2ee6`). Not `0x0`, not `0x840000`, no part of a longer number.
 */
const HEX = /(?<!\w)0x([48-9a-f][\da-f]{7}|[1-9a-f][\da-f]{1,4})(?!\w)/gi;

/** A failure as a signed decimal (`-2146893776`), or as an unsigned one (`3399942154`). Not a part of a SID. */
const DECIMAL = /(?<![\w.-])(-?\d{9,10})(?![\w-]|\.\d)/g;

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
  const codes = findCodes(line, EVERY_CODE).map(({ code }) => code);
  const mayHoldHex = line.includes('0x') || line.includes('0X');
  const mayHoldDecimal = NINE_DIGITS.test(line);
  if (!mayHoldHex && !mayHoldDecimal) return codes;
  const saysError = ERROR_WORD.test(line);
  if (mayHoldHex)
    for (const digits of groupsOf(HEX, line))
      if (digits.length === 8 || saysError) codes.push(`0x${digits.toUpperCase()}`);
  if (mayHoldDecimal)
    for (const number of groupsOf(DECIMAL, line)) {
      if (number.startsWith('-') ? number.length < 10 : !saysError) continue;
      const code = canonicalCode(number);
      if (code?.startsWith('0x')) codes.push(code);
    }
  return codes;
}

const EVERY_CODE = { bareNumbers: true, isKnownHresult: () => true };
const NINE_DIGITS = /\d{9}/;

/** What the first group of a form holds, wherever it stands. */
function groupsOf(form: RegExp, line: string): string[] {
  const groups: string[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(line); match; match = form.exec(line)) groups.push(match[1]!);
  return groups;
}
