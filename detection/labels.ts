import type { Code } from './code';

/**
 * The labels that stand before a bare sign-in error code, as sources of RegExps with the flag i. The one table of them:
 * the reader, the gate and the cells of tables all derive from it. From Microsoft's articles on the sign-in log in these
 * languages, exported logs, and Microsoft's own queries and workbooks. Not `exit code`, `event code`, `Fehler` or
 * `erreur` alone.
 */
export const ERROR_CODE_LABELS = [
  // English, and JSON keys.
  'error[\\s_]?codes?',
  // Columns of SigninLogs and the tables like it, also as the workbooks write them: `Result type`.
  'result[\\s_]?(?:type|signature)',
  // German.
  'fehlercode',
  // French.
  "code d['’]erreur(?: de connexion)?",
  // Spanish, Portuguese.
  'c[oó]digo de error?(?: de (?:entrada|in[ií]cio de ses.{2,3}))?',
  // Italian.
  'codice (?:di )?errore',
  // Japanese.
  'エラー\\s?コード',
  // Chinese, simplified and traditional.
  '错误代码',
  '錯誤代?碼',
];

/** Parts of them that the gate looks for, of four letters at least. A test holds that each label has one. */
export const LABEL_PARTS =
  'c[oó]d[ei]|t[\\s_]?(?:type|signature)|エラー\\s?コード|错误代码|錯誤代?碼';

/**
 * What a cell or head may begin with before its label: the sign-in's, or in the results of a query the column that holds
 * the value, as in `Status.errorCode` and `Status_errorCode`; in the id that ag-Grid gives to the row of a group, its sign
 * and the groups above.
 */
const BEFORE =
  'sign[-\\s]?in\\s|status[._]|anmelde|サインイン\\s?の?\\s?|登录|登入|row-group-(?:.+-)?';

/** Any of them, as the source of a RegExp with the flag i. */
export const ERROR_CODE_LABEL = `(?:${ERROR_CODE_LABELS.join('|')})`;

/**
 * A whole cell or head that is such a label, with what may stand before and after it. A digit comes from a join of two
 * tables, which names the second column `ErrorCode1`, or from a sort by several columns.
 */
const WHOLE_LABEL = new RegExp(`^\\s*(?:${BEFORE})?${ERROR_CODE_LABEL}\\d?[\\s:：–—-]*$`, 'i');

/**
 * A whole value: five to eight digits, with the prefix or not. Not `0` (success), not `53` (another
 * product's), and bare not `80180014`, which is an HRESULT in decimal disguise. The head of a group of rows counts them
 * behind it: `50126 (37)`.
 */
const WHOLE_VALUE = /^(?:AADSTS[ \u00a0:：]{0,2}|(?!0|[89]\d{7}))(\d{5,8})(?:\s*\(\d+\))?$/i;

/**
 * @param text The whole text of a cell, header, term or row label.
 * @returns Whether it is a label for a sign-in error code, in any language that we know it in. So is the id of a group's
 * row in ag-Grid without its value: `row-group-ResultType-`.
 */
export function isErrorCodeLabel(text: string): boolean {
  return WHOLE_LABEL.test(text);
}

/**
 * @param value The whole text of the cell that such a label describes.
 * @returns `AADSTS50126` for `50126` or `AADSTS50126`; undefined for `0` and anything else.
 */
export function codeFromLabeledValue(value: string): Code | undefined {
  const match = WHOLE_VALUE.exec(value.trim());
  return match ? `AADSTS${match[1]}` : undefined;
}
