/**
 * The hundreds in which codes of the sign-in service are known that people meet in tables. A count, a port or another
 * product's error of five digits mostly stands outside of them.
 */
const KNOWN_HUNDREDS =
  /^(?:16[05]\d\d|280\d\d|50[0-2]\d\d|5[1-4]0\d\d|6[57]0\d\d|70[01]\d\d|7[56]0\d\d|8[0-2]0\d\d|90[0-2]\d\d|1000\d\d|1(?:20|30|35|40)0\d\d|1305\d\d|3992\d\d|10001\d\d|100[1-3]0\d\d|50(?:0|1)[0-7]\d\d|5300\d\d|6500\d\d|700[0-3]\d\d|7500\d\d|90[01]\d{3}|(?:500|700|750|90[01])\d{4})$/;

/** What other products count, too: errors that a database raises, and those of a backup. */
const SHARED = /^(?:5000|65\d)\d\d?$/;

/**
 * @param text A number behind a word that says no more than that it is an error.
 * @returns Whether it may be a code of the sign-in service, and hardly one of another product.
 */
export function isOfSignIns(text: string): boolean {
  return KNOWN_HUNDREDS.test(text) && !SHARED.test(text);
}

/**
 * @param text A number without a label that says what it is.
 * @returns Whether it may be a code of the sign-in service, by the range in which it stands.
 */
export function isInKnownRange(text: string): boolean {
  return KNOWN_HUNDREDS.test(text);
}
