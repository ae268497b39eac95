/**
 * A code of which text recognition read an S as 5: `AADST550126`, `AAD5TS50126`. Where the S was left out in typing, the 5
 * is the code's own: the codes of six digits that begin with it go on with 0, 3 or 4.
 */
const MISREAD = /\bAAD(?:[S5]T5(?=[-:_ ]?[1256789]\d{4,6}(?!\d))|5TS(?=[-:_ ]?\d{5,8}(?!\d)))/gi;

/** An HRESULT of which text recognition read a zero as an O, behind its `0x` or a word that says that it is a code. */
const MISREAD_ZEROS =
  /(?<=\b0x|code[:\s]{1,3})(?=[\da-f]{1,7}o|o)(?=(?:[a-fo]{0,8}\d){4})[8o][\da-fo]{7}\b/gi;

/** Where such a code may stand. Asked first, since looking back at each sign of a text takes far longer. */
const MAY_HOLD_ZEROS = /\b0x[\da-f]{0,7}o|code[:\s]{1,3}[\da-f]{0,7}o/i;

/**
 * Puts right what text recognition makes of the letters before a code, and of the zeros in it.
 * @param text Of any length.
 * @returns A text of the same length.
 */
export function withReadLetters(text: string): string {
  const read = text.replace(MISREAD, 'AADSTS');
  if (!MAY_HOLD_ZEROS.test(read)) return read;
  return read.replace(MISREAD_ZEROS, (code) => code.replace(/o/gi, '0'));
}
