import { HOSTS, type Cloud, type Host, type HostGroupId } from './hosts';
import { hostsSource } from './match-pattern';

/** Patterns of the rows that fit. */
function patterns(fits: (host: Host) => boolean): string[] {
  return HOSTS.filter(fits).map(({ pattern }) => pattern);
}

/**
 * Whether people sign in to Microsoft Entra ID there, on pages of Microsoft or, with External ID and Azure AD B2C, of its
 * customer: who reads an error there is the person who cannot sign in.
 */
const isSignIn = ({ role, access }: Host) => role === 'signIn' || access === 'externalId';

/** A group of sites that the user can turn on in the options. */
export interface HostGroup {
  id: HostGroupId;
  patterns: string[];
}

/** Where Signpost works from the start. Chrome asks again when a later version adds a host. */
export const DEFAULT_PATTERNS = patterns(({ access }) => access === 'default');

/** Sites that the user may turn on, by group, in the order of the table. Nothing runs there before. */
export const HOST_GROUPS: HostGroup[] = [];
for (const { access, pattern } of HOSTS) {
  if (access === 'default' || access === 'byClick') continue;
  const group = HOST_GROUPS.find(({ id }) => id === access);
  if (group) group.patterns.push(pattern);
  else HOST_GROUPS.push({ id: access, patterns: [pattern] });
}

/** Patterns of every optional site. */
export const OPTIONAL_PATTERNS = HOST_GROUPS.flatMap((group) => group.patterns);

/**
 * Expressions for the finder, which has no room for the table: the build writes them out as `#hosts`.
 * Pages that a customer designs lie below none of Microsoft's own domains, so that no pattern of one kind covers a
 * host of another.
 */
export const EXPRESSIONS = {
  signIn: hostsSource(patterns(isSignIn)),
  microsoft: hostsSource(patterns(({ role }) => role !== 'foreign')),
};

const byHost = HOSTS.map((host) => ({
  ...host,
  expression: new RegExp(hostsSource([host.pattern])),
}));

/**
 * What is known of a host.
 * @param host A host name in lower case.
 * @returns The first row whose pattern fits, or undefined on any other host.
 */
export function knownHost(host: string): Host | undefined {
  return byHost.find(({ expression }) => expression.test(host));
}

/** True on the pages where a person types a password for Microsoft Entra ID. */
export function isSignInHost(host: string): boolean {
  const known = knownHost(host);
  return !!known && isSignIn(known);
}

/** The cloud that a host belongs to; the global one for hosts that are not known. */
export function cloudOf(host: string): Cloud {
  return knownHost(host)?.cloud ?? 'global';
}
