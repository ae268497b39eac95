import { ERROR_CODE_LABEL, LABEL_PART } from './labels';

/** Within a few signs, with at most one short number between (`!in ("0", "50126")`), five digits. */
const NUMBER_NEAR = '\\D{0,60}(?:\\d{1,4}\\D{1,50})?\\d{5}';

/**
 * A cheap superset of what `findCodes` takes: the prefix with digits, HRESULTs in hex or as decimals of the device
 * registration service. It need not refuse anything; it only should, on most pages.
 */
const SURE_FORMS =
  'aadsts[ \\u00a0:：\\d]{2}\\d{3}|0x[89a-f][\\da-f]{7}|801c[\\da-f]{4}|214(?:5[56]|93)\\d{5}';

/** The keys of JSON, KQL and the error address. */
const KEY = 'ttype|error[_?]?code';

/** All of them, and the labels of every language, with a number near. */
const FORMS = new RegExp(`${SURE_FORMS}|(?:${KEY}|${LABEL_PART})${NUMBER_NEAR}`, 'gi');

/**
 * A part of each form above, compiled in a fraction of their time, which is most of a first look. Each alternative has
 * four signs at least, so that the engine may skip through the text.
 */
const HINT = new RegExp(
  `aadsts|0x[89a-f][\\da-f]{3}|801c[\\da-f]|214(?:5[56]|93)\\d{5}|ttype|${LABEL_PART}`,
  'i',
);

/** A label anywhere in a text, for values that stand too far from it for the forms above. */
const LABEL = new RegExp(`${ERROR_CODE_LABEL}|ttype`, 'i');

/**
 * Where codes may stand in a text. A superset of what `findCodes` finds there.
 *
 * @param text Text of any length.
 * @returns An offset inside of each number that may be a code, ascending.
 */
export function candidateOffsets(text: string): number[] {
  const offsets: number[] = [];
  if (!HINT.test(text)) return offsets;
  FORMS.lastIndex = 0;
  while (FORMS.test(text)) offsets.push(FORMS.lastIndex - 1);
  return offsets;
}

/**
 * A first look at the text of a whole page, to leave at once where there is nothing to find.
 *
 * @param text Text of any length.
 * @param bareNumbers Whether labeled bare numbers count, as in `FindOptions`.
 * @returns False only where `findCodes` finds nothing, and no label stands for a number elsewhere in the text. Measured
 * by `npm run bench`, which prints its cost beside that of reading the text.
 */
export function mayHoldCodes(text: string, bareNumbers: boolean): boolean {
  if (!HINT.test(text)) return false;
  FORMS.lastIndex = 0;
  return FORMS.test(text) || (bareNumbers && holdsLabel(text) && /\d{5}/.test(text));
}

/** True where a label for a sign-in error code stands anywhere in the text. */
export function holdsLabel(text: string): boolean {
  return LABEL.test(text);
}
