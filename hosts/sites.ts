import type { Host } from './hosts';
import { HOSTS } from './hosts';
import { hostsSource } from './match-pattern';
import { knownHost } from './roles';

const isWide = ({ pattern }: Host) => pattern.startsWith('https://*.');

/** A pattern that a browser names, as our table would write it; undefined for one of any other form, such as all sites. */
function asOurs(pattern: string): string | undefined {
  const https = pattern.replace(/^\*:/, 'https:');
  return /^https:\/\/(?:\*\.)?[a-z\d.-]+\/\*$/.test(https) ? https : undefined;
}

const allAsOurs = (patterns: readonly string[]) =>
  patterns.map(asOurs).filter((pattern) => pattern !== undefined);

function covers(pattern: string, host: string): boolean {
  const ours = asOurs(pattern);
  return ours !== undefined && new RegExp(hostsSource([ours])).test(host);
}

/** The host of one of our patterns, without what stands for any name before it. */
const hostOf = (pattern: string) =>
  pattern.replace(/^https:\/\/(?:\*\.)?/, '').slice(0, -'/*'.length);

/** Rows in which the portals of a group draw their frames. */
const framesOf = (group: Host['access']) =>
  HOSTS.filter((row) => row.access === group && row.role === 'portal' && isWide(row));

/**
 * What to ask the browser for so that Signpost runs on a host that can be turned on: the least that works. A portal
 * draws its pages in frames of other hosts, which belong to it; of the many sites that a wide row covers, it is this one.
 * @returns Match patterns; undefined for a host on which it runs by default, or only once, by a click.
 */
export function originsToAsk(host: string): string[] | undefined {
  const row = knownHost(host);
  if (!row || row.access === 'default' || row.access === 'byClick') return undefined;
  if (row.role !== 'portal') return [`https://${host}/*`];
  return [...new Set([row, ...framesOf(row.access)].map(({ pattern }) => pattern))];
}

/**
 * What to give back so that Signpost no longer runs on a host: every permission that covers it, and the frames of its
 * portal, unless another portal that is still allowed draws in them.
 * @param granted Match patterns that the browser allows now.
 * @returns Match patterns; empty where the host is not allowed, or by default.
 */
export function originsToGiveBack(host: string, granted: readonly string[]): string[] {
  const row = knownHost(host);
  if (!row || row.access === 'default') return [];
  const own = granted.filter((pattern) => covers(pattern, host));
  if (!own.length) return [];
  const frames = framesOf(row.access).map(({ pattern }) => pattern);
  // A browser names a portal as allowed, too, where it lies within the pattern of the frames.
  const others = HOSTS.filter(
    (other) =>
      other.access === row.access &&
      other.role === 'portal' &&
      !isWide(other) &&
      !frames.some((pattern) => covers(pattern, hostOf(other.pattern))),
  ).some(({ pattern }) => granted.includes(pattern) && !own.includes(pattern));
  return [...new Set([...own, ...(others ? [] : frames.filter((one) => granted.includes(one)))])];
}

/**
 * Where the finder runs beyond the default sites: what of the optional patterns is allowed, whole or in part.
 * @param optional Patterns of the optional sites.
 * @param granted Match patterns that the browser allows, whoever gave them.
 */
export function allowedSites(optional: readonly string[], granted: readonly string[]): string[] {
  const allowed = allAsOurs(granted);
  const isWithin = (inner: string, outer: string) =>
    covers(outer, hostOf(inner)) && (!inner.includes('*.') || outer.includes('*.'));
  return [
    ...new Set([
      ...optional.filter((pattern) => allowed.some((outer) => isWithin(pattern, outer))),
      ...allowed.filter((pattern) => optional.some((outer) => isWithin(pattern, outer))),
    ]),
  ];
}

/**
 * The hosts on which Signpost may no longer run after sites were taken back.
 * @param removed Match patterns that the browser took away.
 * @param granted Match patterns that it allows still.
 * @returns Source of a RegExp that takes a whole host name; undefined where there is none.
 */
export function hostsTakenBack(
  removed: readonly string[],
  granted: readonly string[],
): string | undefined {
  const gone = allAsOurs(removed);
  const left = allAsOurs(granted);
  if (!gone.length) return undefined;
  return (left.length ? `(?!${hostsSource(left)})` : '') + hostsSource(gone);
}
