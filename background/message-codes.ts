import { canonicalCode, type Code } from '../detection/code';

/**
 * The codes of a message that are codes. A page that took over its renderer could send anything.
 * @param most How many are looked at.
 */
export function codesOfMessage(data: unknown, most: number): Code[] {
  if (!Array.isArray(data)) return [];
  return data
    .slice(0, most)
    .map((one) => canonicalCode(String(one)))
    .filter((code) => code !== undefined);
}
