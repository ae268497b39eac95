import { ERROR_CODE_LABEL, LABEL_PART } from './labels';

/** Within a few signs, with at most one short number between (`!in ("0", "50126")`), five digits. */
const NUMBER_NEAR = '\\D{0,60}(?:\\d{1,4}\\D{1,50})?\\d{5}';

/**
 * Where a code may begin: the prefix, HRESULTs in hex or as decimals of the device registration service, keys of JSON
 * and KQL, and a part of the label of every language, `error_code` included. Each alternative has four signs at least,
 * so that the engine may skip through the text, and none begins with a 0, of which pages are full. The group is a part of a label.
 */
const HINT = new RegExp(
  `aadsts|(?<=0)x[89a-f][\\da-f]{3}|801c[\\da-f]|214[59]\\d{6}|(ttype|${LABEL_PART})`,
  'gi',
);

/**
 * What a code looks like from where it may begin. A cheap superset of what `findCodes` takes: it need not refuse
 * anything; it only should, on most pages.
 */
const FORM = new RegExp(
  `aadsts[ \\u00a0:：\\d]{2}\\d{3}|x[89a-f][\\da-f]{7}|801c[\\da-f]{4}|214[59]\\d{6}|(?:ttype|${LABEL_PART})${NUMBER_NEAR}`,
  'iy',
);

/** A label anywhere in a text, for values that stand too far from it for the forms above. */
const LABEL = new RegExp(`${ERROR_CODE_LABEL}|ttype`, 'i');

const NUMBER = /\d{5}/g;

/** Where codes may stand in a text, as ascending offsets. */
export interface Candidates {
  /** Inside of each number that may be a code by what stands before it. */
  forms: number[];
  /** Inside of each number of five digits, whatever it is glued to, where a label may stand for it elsewhere. */
  numbers: number[];
}

/**
 * A first look at a text, to leave at once where there is nothing to find. A superset of what `findCodes` finds there.
 * Measured by `npm run bench`, which prints its cost beside that of reading the text.
 *
 * @param text Text of any length; the time grows linearly.
 * @param bareNumbers Whether labeled bare numbers count, as in `FindOptions`.
 * @param isLabeled Whether a label may stand outside of the text.
 */
export function candidatesIn(text: string, bareNumbers: boolean, isLabeled = false): Candidates {
  const forms: number[] = [];
  const numbers: number[] = [];
  let mayHoldLabel = false;
  HINT.lastIndex = NUMBER.lastIndex = 0;
  for (let hint = HINT.exec(text); hint; hint = HINT.exec(text)) {
    if (hint[1]) mayHoldLabel = true;
    FORM.lastIndex = hint.index;
    if (FORM.test(text)) forms.push((HINT.lastIndex = FORM.lastIndex) - 1);
  }
  if (bareNumbers && (isLabeled || (mayHoldLabel && holdsLabel(text))))
    while (NUMBER.test(text)) numbers.push(NUMBER.lastIndex - 1);
  return { forms, numbers };
}

/** True where a label for a sign-in error code stands anywhere in the text. */
export function holdsLabel(text: string): boolean {
  return LABEL.test(text);
}
