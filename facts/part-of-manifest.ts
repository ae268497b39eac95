import type { JsonRegion } from './json-regions';
import { parseJson } from './json-text';
import { keysOf } from './json-values';
import { moveBack } from './rest-of-json';

/** A member of an app's manifest at the start of a line, as both of its forms call it. */
const MEMBER =
  /^[ \t]{0,40}"(?:replyUrlsWithType|signInAudience|oauth2AllowI\w{1,40}|passwordCredentials|keyCredentials|identifierUris|requiredResourceAccess|publicClient|spa|web|isFallbackPublicClient|allowPublicClient|accessTokenAcceptedVersion)"[ \t]{0,9}:/m;

/** Keys of which a part of a manifest has two: one alone may be of something else. */
const OF_MANIFEST: readonly string[] = [
  'replyurlswithtype',
  'signinaudience',
  'oauth2allowimplicitflow',
  'oauth2allowidtokenimplicitflow',
  'requiredresourceaccess',
  'isfallbackpublicclient',
  'allowpublicclient',
  'accesstokenacceptedversion',
];
const LEAST_KEYS = 2;

/** Where another text begins. */
const END = /\n[ \t]{0,40}\r?\n/;

/** A longer part is none. */
const LONGEST = 100_000;

/**
 * Finds members of an app's manifest that somebody copied without the brackets around them.
 *
 * @param text Any text; the time grows linearly.
 * @returns The part up to the next blank line, as an object; undefined where it stands within one, or is something else.
 */
export function partOfManifest(text: string): JsonRegion | undefined {
  const start = MEMBER.exec(text)?.index;
  if (start === undefined || /[{[,]\s{0,80}$/.test(text.slice(Math.max(0, start - 100), start)))
    return;
  const [part = ''] = text.slice(start, start + LONGEST).split(END, 1);
  const root = parseJson(`{${part.trimEnd().replace(/,$/, '')}}`);
  if (root?.type !== 'object') return;
  moveBack(root, 1);
  const keys = keysOf(root);
  if (OF_MANIFEST.filter((key) => keys.has(key)).length < LEAST_KEYS) return;
  return { root, records: [root], start, end: start + part.length, isCutOff: true };
}
