/**
 * A code of which text recognition read an S as 5: `AADST550126`, `AAD5TS50126`. Where the S was left out in typing, the 5
 * is the code's own: the codes of six digits that begin with it go on with 0, 3 or 4.
 */
const MISREAD = /\bAAD(?:[S5]T5(?=[-:_ ]?[1256789]\d{4,6}(?!\d))|5TS(?=[-:_ ]?\d{5,8}(?!\d)))/gi;

/**
 * Puts right what text recognition makes of the letters before a code.
 * @param text Of any length.
 * @returns A text of the same length.
 */
export function withReadLetters(text: string): string {
  return text.replace(MISREAD, 'AADSTS');
}
