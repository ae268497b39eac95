/** Within a few signs, with at most one short number between (`!in ("0", "50126")`), five digits. */
const NUMBER_NEAR = '\\D{0,60}(?:\\d{1,4}\\D{1,50})?\\d{5}';

/**
 * A cheap superset of what `findCodes` takes on any host: the prefix with digits, HRESULTs in hex or
 * as decimals of the device registration service, and the keys of JSON, KQL and the error address
 * with a number near. It need not refuse anything; it only should, on most pages.
 */
const SURE_FORMS =
  'aadsts[ \\u00a0:：\\d]{2}\\d{3}|0x[89a-f][\\da-f]{7}|801c[\\da-f]{4}|214(?:5[56]|93)\\d{5}' +
  `|ttype${NUMBER_NEAR}|`;

const ANY_HOST = new RegExp(`${SURE_FORMS}codes?${NUMBER_NEAR}`, 'i');

/** The same with the labels of every language, cut down to the word for code. */
const MICROSOFT_HOST = new RegExp(
  `${SURE_FORMS}(?:c[oó]d(?:e|igo|ice)|エラー\\s?コード|错误代码|錯誤代?碼)${NUMBER_NEAR}`,
  'i',
);

/**
 * A first look at the text of a whole page, to leave at once where there is nothing to find.
 *
 * One pass over 1 MB without codes takes 1.0 ms on English prose and 1.6 ms on the text of a sign-in
 * log (Chromium: 1.0 and 1.9), three to four times as long as `/AADSTS\d{5}|0x8[0-9a-f]{7}/i` (0.3 and
 * 0.5): best of 25 runs, each in a fresh process, since V8 tunes a RegExp to the first text that it
 * meets. Several RegExps in a row, `includes` for parts of it, case classes instead of the flag, and
 * digits first with a lookbehind were slower on one of the texts at least.
 *
 * @param text Text of any length.
 * @param bareNumbers Whether labeled bare numbers count, as in `FindOptions`.
 * @returns False only where `findCodes` finds nothing.
 */
export function mayHoldCodes(text: string, bareNumbers: boolean): boolean {
  return (bareNumbers ? MICROSOFT_HOST : ANY_HOST).test(text);
}
