import type { Code } from './code';

/** What most European words for a code have in common. */
const CODE = 'c[oó]d[ei]';

/**
 * The labels that stand before a bare sign-in error code, as sources of RegExps with the flag i: what a cell may begin
 * with, the label itself, and, where it is long, a part of it that the gate looks for, of four letters at least. The
 * one table of them: the reader, the gate and the cells of tables all derive from it. From Microsoft's articles on the
 * sign-in log in these languages and from exported logs. Not `exit code`, `event code`, `Fehler` or `erreur` alone.
 */
export const ERROR_CODE_LABELS: readonly (readonly [
  before: string,
  label: string,
  part?: string,
])[] = [
  // English, and JSON keys.
  ['sign[-\\s]?in\\s', 'error[\\s_]?codes?', CODE],
  // German.
  ['anmelde', 'fehlercode', CODE],
  // French.
  ['', "code d['’]erreur(?: de connexion)?", CODE],
  // Spanish, Portuguese.
  ['', 'c[oó]digo de error?(?: de (?:entrada|in[ií]cio de ses.{2,3}))?', CODE],
  // Italian.
  ['', 'codice (?:di )?errore', CODE],
  // Japanese.
  ['サインイン\\s?の?\\s?', 'エラー\\s?コード'],
  // Chinese, simplified and traditional.
  ['登录', '错误代码'],
  ['登入', '錯誤代?碼'],
];

/** A part of each of them. */
export const LABEL_PART = [
  ...new Set(ERROR_CODE_LABELS.map(([, label, part]) => part ?? label)),
].join('|');

/** Any of them, as the source of a RegExp with the flag i. */
export const ERROR_CODE_LABEL = `(?:${ERROR_CODE_LABELS.map(([, label]) => label).join('|')})`;

/** A whole cell that is such a label, with what may stand before and after it. */
const WHOLE_LABEL = new RegExp(
  `^(?:${ERROR_CODE_LABELS.map(([before, label]) => `(?:${before})?${label}`).join('|')}|resulttype)[\\s:：–—-]*$`,
  'i',
);

/**
 * A whole value: five to eight digits, with the prefix or not. Not `0` (success), not `53` (another
 * product's), and bare not `80180014`, which is an HRESULT in decimal disguise.
 */
const WHOLE_VALUE = /^(?:AADSTS[ \u00a0:：]{0,2}|(?!0|[89]\d{7}))(\d{5,8})$/i;

/**
 * @param text The whole text of a cell, header, term or row label.
 * @returns Whether it is a label for a sign-in error code, in any language that we know it in.
 */
export function isErrorCodeLabel(text: string): boolean {
  return WHOLE_LABEL.test(text.trim());
}

/**
 * @param value The whole text of the cell that such a label describes.
 * @returns `AADSTS50126` for `50126` or `AADSTS50126`; undefined for `0` and anything else.
 */
export function codeFromLabeledValue(value: string): Code | undefined {
  const match = WHOLE_VALUE.exec(value.trim());
  return match ? `AADSTS${match[1]}` : undefined;
}
