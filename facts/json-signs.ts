/** Signs of JSON as UTF-16 units, for those who pass over a text without parsing it. */
export const QUOTE = 34;
export const BACKSLASH = 92;
export const LINE_FEED = 10;

/** @returns Whether a sign opens an object or an array. */
export const opens = (sign: number): boolean => sign === 123 || sign === 91;

/** @returns Whether a sign closes an object or an array. */
export const closes = (sign: number): boolean => sign === 125 || sign === 93;
