/** A code in its one canonical form: `AADSTS50126`, `0x801C03ED`, `EVENT360`, `EVENT1098-AAD`. */
export type Code = string;

/** Where a code comes from: the sign-in service, a Windows HRESULT, or a Windows event log. */
export type Family = 'aadsts' | 'hresult' | 'event';

/**
 * One AADSTS code and nothing else, with a blank, no-break space or colon where people put them.
 * Not `AADSTS500` (codes have five to seven digits, a later one may have eight), not `AADB2C90037`.
 */
const AADSTS = /^AADSTS[ \u00a0:：]{0,2}(\d{5,8})$/i;

/**
 * Eight hex digits with the severity bit set, `0x` or not. Not a success code (`0x00000001`), and
 * without the bit not a plain number (`12345678`).
 */
const HEX = /^(?:0x)?([89a-f][\da-f]{7})$/i;

/** A whole decimal number of at most ten digits; its range is checked apart. */
const DECIMAL = /^-?\d{1,10}$/;

/** `EVENT360`, `event 360`, `Event ID: 360`, `EVENT1098-AAD`. Event ids are 16-bit numbers. */
const EVENT = /^event[\s-]?(?:id)?[\s:：]{0,2}(\d{1,5})(-[A-Z]{1,20})?$/i;

/**
 * @param code A canonical code.
 * @returns The family that its form tells.
 */
export function familyOf(code: Code): Family {
  return code[0] === 'A' ? 'aadsts' : code[0] === '0' ? 'hresult' : 'event';
}

/**
 * Reads one spelling of one code.
 *
 * @param spelling `aadsts 50126`, `801C03ED`, `2149319661`, `-2145647635`, `Event ID 360`, …; blanks
 *   around it do not matter. A bare `50126` says too little.
 * @returns The canonical code, or undefined where the text is anything but one code.
 */
export function canonicalCode(spelling: string): Code | undefined {
  const text = spelling.trim();
  let match = AADSTS.exec(text);
  if (match) return `AADSTS${match[1]}`;
  if ((match = HEX.exec(text))) return `0x${match[1]!.toUpperCase()}`;
  if ((match = EVENT.exec(text))) return `EVENT${+match[1]!}${(match[2] ?? '').toUpperCase()}`;
  if (!DECIMAL.test(text)) return;
  // A failing HRESULT is a 32-bit number with its first bit set: negative when read as signed.
  const value = +text;
  const failed = value < 0 ? value >= -(2 ** 31) : value >= 2 ** 31 && value < 2 ** 32;
  if (failed) return `0x${(value >>> 0).toString(16).toUpperCase()}`;
}

/**
 * @param code A canonical HRESULT, such as `0x801C03ED`.
 * @returns The same 32 bits as logs print them: signed (-2145647635) and unsigned (2149319661).
 */
export function decimalsOf(code: Code): { signed: number; unsigned: number } {
  return { signed: +code | 0, unsigned: +code >>> 0 };
}
