import type { Node } from 'jsonc-parser';
import type { JsonRegion } from './json-regions';
import { parseJson } from './json-text';
import { itemsOf, keysOf, textOf, valueOf } from './json-values';
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

/** The redirect URIs of all platforms in the older form: with their types they are of nothing else. */
const REPLY_URLS = /"replyUrlsWithType"[ \t]{0,9}:\s{0,9}\[[^[\]]{1,20000}\]/;
const REPLY_URL = ['url', 'type'];

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
  return memberRegion(part, start, isManifest) ?? replyUrlsIn(part, start);
}

/** The redirect URIs alone, between other text. */
function replyUrlsIn(part: string, start: number): JsonRegion | undefined {
  const found = REPLY_URLS.exec(part);
  return found
    ? memberRegion(found[0], start + found.index, (root) =>
        areAddresses(itemsOf(valueOf(root, 'replyUrlsWithType'))),
      )
    : undefined;
}

const areAddresses = (items: readonly Node[]): boolean =>
  items.length > 0 && items.every((item) => REPLY_URL.every((key) => textOf(item, key)));

/** Whether a part has two keys of a manifest at least. */
function isManifest(root: Node): boolean {
  const keys = keysOf(root);
  return OF_MANIFEST.filter((key) => keys.has(key)).length >= LEAST_KEYS;
}

/** Members as an object; undefined where they are of something else. */
function memberRegion(
  part: string,
  start: number,
  isOne: (root: Node) => boolean,
): JsonRegion | undefined {
  const root = parseJson(`{${part.trimEnd().replace(/,$/, '')}}`);
  if (root?.type !== 'object') return;
  moveBack(root, 1);
  if (!isOne(root)) return;
  return { root, records: [root], start, end: start + part.length, isCutOff: true };
}
