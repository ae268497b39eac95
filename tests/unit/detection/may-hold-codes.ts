import { candidatesIn } from '../../../detection/gate';

/**
 * Whether the finder reads a text on a page at all.
 * @param bareNumbers Whether labeled bare numbers count, as in `FindOptions`.
 */
export function mayHoldCodes(text: string, bareNumbers: boolean): boolean {
  const { formAt, hasNumbers } = candidatesIn(text, bareNumbers);
  return formAt.length > 0 || !!hasNumbers;
}
