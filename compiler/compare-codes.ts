import { familyOf } from '../detection/code';

const FAMILY_ORDER = { aadsts: 0, hresult: 1, event: 2 };

/** The number in a code: 50126, 0x801C03ED as an unsigned number, 360 of EVENT360-AAD. */
export function numberOf(code: string): number {
  return code.startsWith('0x') ? Number(code) : parseInt(code.replace(/^\D+/, ''), 10);
}

/** Order of codes in lists: sign-in codes, device codes, events; in each by number. */
export function compareCodes(a: string, b: string): number {
  const families = FAMILY_ORDER[familyOf(a)] - FAMILY_ORDER[familyOf(b)];
  return families || numberOf(a) - numberOf(b) || a.localeCompare(b, 'en');
}
