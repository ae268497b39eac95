import type { SignInIds } from './id-labels';

/** A GUID that is not all zeros; a label may be glued to its end. Not `xxxxxxxx-xxxx-…`. */
const GUID = '(?!0{8}-0{4}-0{4}-0{4}-0{12})[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}(?![\\d-])';

/** The rows that may be glued to a name or address, or follow an empty one. */
const NEXT_LABEL = '(?:app(?:lication)? ?id|ip address|device|request id|correlation|timestamp)';

/** A name in one line, up to the next row, cell, quote or label. Not the label of an empty row. */
const NAME =
  `(?!${NEXT_LABEL})[^\\s"'|<>:{[*][^\\n\\t"|<>]{0,119}?` +
  `(?=\\s{0,9}(?:$|[\\n\\t"|<>]|, ?[A-Z][\\w ]{1,20}:|${NEXT_LABEL}))`;

/**
 * Characters that nobody sees: controls, and marks that turn the direction of a text, so that it reads as another one.
 * Not the joiners, which some scripts need.
 */
const UNSEEN =
  '\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff';

/** `203.0.113.4`; its bytes are checked apart. */
const DOTTED = '\\d{1,3}(?:\\.\\d{1,3}){3}';

/** The shape of each id's value, as the source of a RegExp with the flag i. */
export const ID_VALUES: Record<keyof SignInIds, string> = {
  correlationId: GUID,
  requestId: GUID,
  traceId: GUID,
  appId: GUID,
  deviceId: GUID,
  timestamp:
    '\\d{4}-[01]\\d-[0-3]\\d[T ][0-2]\\d:[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,7})?)?(?:Z|[+-]\\d\\d:\\d\\d)?(?!\\d)',
  appName: NAME,
  devicePlatform: NAME,
  deviceState: NAME,
  ipAddress:
    `${DOTTED}(?!\\.?\\d)|[\\da-f:]{2,39}?(?:${DOTTED})?` +
    `(?=${NEXT_LABEL}|[^\\da-f:.]|\\.?(?:\\s|$))`,
  // Not what a command would take for an option.
  userPrincipalName: `(?!-)[^\\s${UNSEEN}@"'<>,;:|()=\\\\]{1,64}@[a-z\\d-][a-z\\d.-]{0,190}\\.[a-z]{2,24}`,
};

/** `Not available`, `[REDACTED]`, `xxx`, `***`, an id: what stands where no name is known. */
const PLACEHOLDER =
  /^(?:not available|n\/a|none|null|undefined|unknown|[^\p{L}\p{N}].*|x+|\d+|[\da-f]{8}-.*)?$/iu;

/**
 * The checks that a RegExp cannot make.
 *
 * @param key Which id the value was read for.
 * @param value A text of the shape in `ID_VALUES`.
 * @returns The value without what was glued to it, or undefined where it cannot be such an id.
 */
export function validId(key: keyof SignInIds, value: string): string | undefined {
  if (key === 'timestamp')
    return Number.isNaN(Date.parse(value.replace(' ', 'T'))) ? undefined : value;
  if (ID_VALUES[key] === NAME) {
    const name = value.replace(new RegExp(`[${UNSEEN}]`, 'g'), '').trim();
    return PLACEHOLDER.test(name) ? undefined : name;
  }
  if (key === 'ipAddress') return isIpAddress(value) ? value : undefined;
  // `user@contoso.comApplication` is two cells.
  if (key === 'userPrincipalName') return value.replace(/(\.[a-z]{2,})[A-Z][A-Za-z]*$/, '$1');
  return value;
}

function isIpAddress(value: string): boolean {
  const dotted = new RegExp(DOTTED + '$').exec(value)?.[0];
  if (dotted?.split('.').some((byte) => +byte > 255)) return false;
  if (dotted === value) return true;
  // The last two groups of an IPv6 address may be written as an IPv4 address.
  const address = dotted ? value.slice(0, -dotted.length) + '0:0' : value;
  const [head, tail, ...more] = address.split('::').map((part) => (part ? part.split(':') : []));
  const groups = [...head!, ...(tail ?? [])];
  return (
    !more.length &&
    groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) &&
    (tail ? groups.length < 8 : groups.length === 8)
  );
}
