import type { Code } from './code';
import { codeFromLabeledValue, ERROR_CODE_LABEL } from './labels';

/** A code and what a reader would underline, as UTF-16 offsets in the text given. */
export interface FoundCode {
  code: Code;
  start: number;
  end: number;
}

/** What is known about the place that a text comes from. */
export interface FindOptions {
  /** The text stands on one of Microsoft's hosts, so that labeled bare numbers count. */
  bareNumbers: boolean;
  /** Memory addresses look like HRESULTs, so that only known ones count. */
  isKnownHresult: (code: Code) => boolean;
}

/**
 * All that may be a code: an HRESULT in hex (without `0x` only the device registration service's
 * own `801C…`, apart from words, colors and GUIDs), the same service's HRESULTs as signed or unsigned
 * decimals, which are met nowhere else, or five to eight digits (the second group): after `AADSTS` with a blank, no-break
 * space or colon (the first group; a word may be glued to its front), else only the text before tells what they are. Not
 * `0x801C03ED0`, nor a part of a longer number.
 */
const CANDIDATE =
  /0x[89a-f][\da-f]{7}(?![\da-f])|(?<![\w#-])801c[\da-f]{4}(?![\w-])|(?<![\w.])(?:-2145[56]|(?<!-)21493)\d{5}(?![\w-]|\.\d)|(?:(AADSTS[ \u00a0:：]{0,2})|(?<!\d))(\d{5,8})(?!\d)/gi;

// The next three are sticky: each is asked at one end of a number, and looks back or ahead from there.

/**
 * Forms that are Entra's on every host: `"error_codes": [`, `ResultType == "`, `ResultType in ("0", `,
 * `status/errorCode eq `, `login.microsoftonline.com/error?code=`. Not another vendor's `errorCode`.
 */
const AFTER_KEY =
  /(?<=(?:error_codes|ResultType|status\W{1,40}errorCode)[\s"'\\)]{0,6}(?:[:=!][=~]?|!?in~?|eq|ne|has(?:_any)?)(?:[\s"'\\([]{0,40}\d{1,4}["'\\]{0,3},)?[\s"'\\([]{0,40}|microsoftonline\.\w{2,3}\\{0,2}\/error\?code=)/iy;

/** A label, then blanks and punctuation: `Error Code: `, `SIGN-IN ERROR CODE - `, Markdown's signs. */
const AFTER_LABEL = new RegExp(`(?<=${ERROR_CODE_LABEL}[\\s:：*|"'\`=(#–—-]{0,12})`, 'iy');

/** A bare number that goes on: a version, time, fraction, GUID or word (`53128Ganancias`). */
const GOES_ON = /(?=\w|[-.:/]\d|-\w{4}-)/y;

/** What parts two numbers of one list in JSON or KQL. */
const LIST_COMMA = /^["'\\]{0,3}\s{0,20},[\s"'\\]{0,40}$/;

/**
 * Finds every code in a text, by the reading rules in the design.
 *
 * @param text Text of a page, or what somebody pasted. Any length; the time grows linearly.
 * @param options What is known about the place that the text comes from.
 * @returns Every occurrence, in the order of the text, none overlapping.
 */
export function findCodes(text: string, options: FindOptions): FoundCode[] {
  const found: FoundCode[] = [];
  let listEnd = -Infinity;
  let match: RegExpExecArray | null;
  // It is asked to the end of the text, from where it begins anew.
  while ((match = CANDIDATE.exec(text))) {
    const spelling = match[0];
    const digits = match[2];
    const start = match.index;
    const end = start + spelling.length;
    let code: Code | undefined;
    if (!digits) {
      code = hresultOf(spelling);
      if (!options.isKnownHresult(code)) continue;
    } else if (match[1]) {
      code = `AADSTS${digits}`;
    } else if (!lookAt(text, end, GOES_ON)) {
      const isListed =
        lookAt(text, start, AFTER_KEY) ||
        (start - listEnd < 70 && LIST_COMMA.test(text.slice(listEnd, start)));
      if (isListed) listEnd = end;
      if (isListed || (options.bareNumbers && lookAt(text, start, AFTER_LABEL)))
        code = codeFromLabeledValue(digits);
    }
    if (code) found.push({ code, start, end });
  }
  return found;
}

/** The canonical code of a candidate that is an HRESULT in hex, with `0x` or not, or in decimal. */
function hresultOf(spelling: string): Code {
  const isDecimal = '-2'.includes(spelling[0]!);
  const hex = isDecimal ? (+spelling >>> 0).toString(16) : spelling.slice(-8);
  return `0x${hex.toUpperCase()}`;
}

function lookAt(text: string, index: number, what: RegExp): RegExpExecArray | null {
  what.lastIndex = index;
  return what.exec(text);
}
