import { ERROR_CODE_LABEL, LABEL_PARTS } from './labels';

/**
 * What `findCodes` may take, as cheap as it gets: the prefix with digits, HRESULTs in hex or as decimals of the device
 * registration service, and in the group where a label may be, keys of JSON and KQL included: a part of each, such as
 * the `code` of `error_code`. Each alternative has four signs at least, so that the engine may skip through the text;
 * none begins with a 0, of which pages are full, and none looks back, which ends the skipping.
 */
const HINT = new RegExp(
  `aadsts.{0,2}\\d{3}|x[89a-f][\\da-f]{7}|801c[\\da-f]{4}|214(?:5[56]|93)\\d{5}|(${LABEL_PARTS})`,
  'gi',
);

/** Five digits within a few signs after a label, with at most one short number between (`!in ("0", "50126")`). */
const NUMBER_NEAR = /\D{0,60}(?:\d{1,4}\D{1,50})?\d{5}/y;

/** A label anywhere in a text, for values that stand too far from it for that. */
const LABEL = new RegExp(ERROR_CODE_LABEL, 'i');

const NUMBER = /\d{5}/;

/** Where codes may stand in a text, as ascending offsets. */
export interface Candidates {
  /** Inside of each number that may be a code by what stands before it. */
  formAt: number[];
  /** Whether there is a number of five digits, whatever it is glued to, for which a label may stand elsewhere. */
  hasNumbers?: boolean;
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
  // Of most pages no more is asked, and what follows need not be compiled for them.
  return isLabeled || HINT.test(text) ? offsetsIn(text, bareNumbers, isLabeled) : { formAt: [] };
}

function offsetsIn(text: string, bareNumbers: boolean, isLabeled: boolean): Candidates {
  HINT.lastIndex = 0;
  const formAt: number[] = [];
  let mayHoldLabel = false;
  let hint: RegExpExecArray | null;
  // Both are asked to the end of the text, from where they begin anew.
  while ((hint = HINT.exec(text))) {
    let end = HINT.lastIndex;
    if (hint[1]) {
      mayHoldLabel = true;
      NUMBER_NEAR.lastIndex = end;
      if (!NUMBER_NEAR.test(text)) continue;
      HINT.lastIndex = end = NUMBER_NEAR.lastIndex;
    }
    formAt.push(end - 1);
  }
  const hasNumbers =
    bareNumbers && (isLabeled || (mayHoldLabel && holdsLabel(text))) && NUMBER.test(text);
  return { formAt, hasNumbers };
}

/** True where a label for a sign-in error code stands anywhere in the text. */
export function holdsLabel(text: string): boolean {
  return LABEL.test(text);
}
