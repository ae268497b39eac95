import { signInFactOfKey } from './sign-in-keys';

/** A calculated property of PowerShell that hands a member on by another name: `@{n='err';e={$_.Status.ErrorCode}}`. */
const CALCULATED =
  /@\{\s?(?:n|name|l|label)\s?=\s?["']?([\w ]{1,40}?)["']?\s?;\s?(?:e|expression)\s?=\s?\{\s?\$_\.(\w{1,40}(?:\.\w{1,40}){0,3})\s?\}\s?\}/gi;
const MAY_CALCULATE = /@\{\s?(?:n|l)\w{0,4}\s?=/i;

/** Where another command begins, which may print something else by that name. */
const PROMPT = /^PS(?: [^\n>]{0,200})?>/m;

/** More names are none of a command at a prompt. */
const MOST_NAMES = 20;

/**
 * Puts the names of the log in place of those that a command gave its columns, in what it printed as JSON or as a list.
 *
 * @param text Of any length.
 * @returns The text with as many lines.
 */
export function withOwnKeys(text: string): string {
  if (!MAY_CALCULATE.test(text)) return text;
  const names = new Map<string, string>();
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: path = '', index } of text.matchAll(CALCULATED)) {
    if (names.size === MOST_NAMES) break;
    if (signInFactOfKey(name) || !signInFactOfKey(path)) continue;
    // Two commands may mean two things by one name.
    if (names.has(name) && names.get(name) !== path) return text;
    names.set(name, path);
    end = Math.max(end, index + whole.length);
  }
  const start = names.size ? text.indexOf('\n', end) : -1;
  if (start < 0) return text;
  const next = text.slice(start).search(PROMPT);
  const to = next < 0 ? text.length : start + next;
  const key = new RegExp(
    `(")(${[...names.keys()].join('|')})(?="\\s{0,4}:)|^(\\s{0,20})(${[...names.keys()].join('|')})(?=\\s{0,40}: )`,
    'gm',
  );
  const printed = text
    .slice(start, to)
    .replace(
      key,
      (_, quote: string = '', quoted: string = '', indent: string = '', plain: string = '') =>
        quote + indent + names.get(quoted || plain)!,
    );
  return text.slice(0, start) + printed + text.slice(to);
}
