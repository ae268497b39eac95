import { isInKnownRange } from './bare-codes';
import { ERROR_CODE_LABEL } from './labels';

/**
 * A code of which text recognition read an S as 5: `AADST550126`, `AAD5TS50126`. Where the S was left out in typing, the 5
 * is the code's own: the codes of six digits that begin with it go on with 0, 3 or 4.
 */
const MISREAD = /\bAAD(?:[S5]T5(?=[-:_ ]?[1256789]\d{4,6}(?!\d))|5TS(?=[-:_ ]?\d{5,8}(?!\d)))/gi;

/** An HRESULT of which text recognition read a zero as an O, behind its `0x` or a word that says that it is a code. */
const MISREAD_ZEROS =
  /(?<=\b0x|code[:\s]{1,3})(?=[\da-f]{1,7}o|o)(?=(?:[a-fo]{0,8}\d){4})[8o][\da-fo]{7}\b/gi;

/** A code of the sign-in service in which an O stands for a zero or an l or I for a one: `AADSTS5OO2O`. */
const MISREAD_DIGITS =
  /\b(?:AADSTS|aadsts|Aadsts)(?=[OolI]{0,6}\d)(?=\d{0,6}[OolI])[\dOolI]{5,7}(?!\w)/g;

/** The same number alone, and a label behind which it is a code: `Sign-in error code 53OOO`. */
const MISREAD_NUMBER = /(?<![\w.-])(?=[OlI]{0,6}\d)(?=\d{0,6}[OlI])[\dOlI]{5,7}(?![\w-]|[.:]\d)/g;
const LABEL_BEFORE = new RegExp(`${ERROR_CODE_LABEL}[ \\t:：*|"'=(#–—-]{1,12}$`, 'i');
const LONGEST_LABEL = 60;

/** A digit beside such a letter. Asked first, as below. */
const MAY_HOLD_LETTERS = /\d[OolI]|[OolI]\d/;

/** The O of an HRESULT's `0x`: `Oxc000006d`. Errors begin with 8 or C: what does not is the number of something else. */
const MISREAD_START = /\bOx(?=[8co])(?=(?:[a-fo]{0,8}\d){4})(?=[\da-fo]{8}\b)/gi;

/** Where such a code may stand. Asked first, since looking back at each sign of a text takes far longer. */
const MAY_HOLD_ZEROS = /\b0x[\da-f]{0,7}o|code[:\s]{1,3}[\da-f]{0,7}o/i;

/**
 * Puts right what text recognition makes of the letters before a code, and of the zeros in it.
 * @param text Of any length.
 * @returns A text of the same length.
 */
export function withReadLetters(text: string): string {
  const letters = text.replace(MISREAD, 'AADSTS').replace(MISREAD_START, '0x');
  const read = MAY_HOLD_LETTERS.test(letters)
    ? letters
        .replace(MISREAD_DIGITS, withDigits)
        .replace(MISREAD_NUMBER, (number, at: number) =>
          LABEL_BEFORE.test(letters.slice(Math.max(0, at - LONGEST_LABEL), at))
            ? withDigits(number)
            : number,
        )
    : letters;
  if (!MAY_HOLD_ZEROS.test(read)) return read;
  return read.replace(MISREAD_ZEROS, (code) => code.replace(/o/gi, '0'));
}

/** The code with its digits; what it was where this gives none that the service may have. */
function withDigits(code: string): string {
  const read = code.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  return isInKnownRange(read.replace(/^aadsts/i, '')) ? read : code;
}
