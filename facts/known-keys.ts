import type { Node } from 'jsonc-parser';
import { LOOSE_KEYS } from './dsregcmd-keys';
import { SHORTEST_JSON } from './json-text';
import { keyOfProperty } from './property-tables';
import { isSubject } from './read-federated';
import { isCodeColumn } from './read-summary';
import { remembering } from './remembering';
import { signInFactOfKey } from './sign-in-keys';

/** Keys of events, claims, requests and policies, and of tables and lists whose names stand as values; in lower case. */
const OTHERS: ReadonlySet<string> = new Set(
  'id eventid event_id event aud client_id samlrequest columns name key title type typ keyid issuer subject redirecturis grantcontrols sessioncontrols enforcedgrantcontrols enforcedsessioncontrols'.split(
    ' ',
  ),
);

const isKnown = remembering(
  (key: string) =>
    OTHERS.has(key.toLowerCase()) ||
    LOOSE_KEYS.has(key.toLowerCase()) ||
    signInFactOfKey(key) !== undefined ||
    keyOfProperty(key) !== undefined ||
    isCodeColumn(key),
);

/**
 * Whether an object may be or hold a record, by its keys: a text may hold thousands of objects that are none, and each
 * reader that looks at one takes its time.
 *
 * @param root An object or array; the time grows linearly with what stands in it.
 */
export function hasKnownKey({ type, value, children = [] }: Node): boolean {
  if (type === 'string') return String(value).length >= SHORTEST_JSON || isSubject(String(value));
  return children.some((child) => {
    if (child.type !== 'property') return hasKnownKey(child);
    const [key, held] = child.children ?? [];
    return isKnown(String(key?.value)) || (held !== undefined && hasKnownKey(held));
  });
}
