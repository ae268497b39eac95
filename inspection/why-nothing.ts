import { knownHost } from '../hosts/roles';
import type { GridShape } from './frame-reading';
import type { TabReading } from './tab-reading';

/** What is known beside the page itself. */
export interface Circumstances {
  /** Whether the settings let Signpost explain this kind of page, and who decided otherwise. */
  turnedOffBy?: 'organization' | 'options';
  /** Whether the browser gives Signpost the site of the page. */
  hasAccess: boolean;
}

/**
 * Why no code of a page is marked.
 * - `off`: the settings turn Signpost off there; `by` says whose.
 * - `noAccess`: a site on which it runs by default, but the browser does not give it.
 * - `otherSite`: it does not run there by itself.
 * - `notRunning`: it should run and does not: the tab is older than the installation.
 * - `loading`: the page is not ready yet.
 * - `noColumn`: a list of sign-ins without its column of codes.
 * - `unknownLayout`: a portal's page with lists of which no column is known.
 * - `noCodes`: all was read, and there is none.
 */
export type WhyNothing =
  | { reason: 'off'; by: 'organization' | 'options' }
  | { reason: 'noAccess' | 'otherSite' | 'notRunning' | 'loading' }
  | { reason: 'noColumn' | 'unknownLayout' | 'noCodes'; read: number; unread: number };

/** A list with so many known columns is one of sign-ins. */
const LEAST_KNOWN = 3;

const isList = ({ rows, heads }: GridShape) => rows > 0 && heads.length > 1;
const known = ({ heads }: GridShape) => heads.filter(({ is }) => is).length;
const hasCodes = ({ heads }: GridShape) =>
  heads.some(({ is }) => is === 'errorCode' || is === 'signIn.errorCode');

/**
 * Tells why nothing is marked on a page on which no code was found.
 * @param tab What its frames hold.
 * @param circumstances What settings and browser allow.
 */
export function whyNothing(
  { frames, unread }: TabReading,
  { turnedOffBy, hasAccess }: Circumstances,
): WhyNothing {
  if (turnedOffBy) return { reason: 'off', by: turnedOffBy };
  const host = knownHost(frames[0]?.host ?? '');
  const isRunning = frames.some(({ codes }) => codes);
  const isLoading = frames.some((frame) => frame.isLoading);
  const isDefault = host?.access === 'default';
  if (!isRunning) {
    if (isDefault && !hasAccess) return { reason: 'noAccess' };
    if (!hasAccess) return { reason: 'otherSite' };
    return { reason: isLoading ? 'loading' : 'notRunning' };
  }
  if (isLoading) return { reason: 'loading' };
  const counts = { read: frames.length, unread };
  const lists = frames
    .filter((frame) => knownHost(frame.host)?.role === 'portal')
    .flatMap(({ grids }) => grids.filter(isList));
  if (lists.some(hasCodes)) return { reason: 'noCodes', ...counts };
  if (lists.some((list) => known(list) >= LEAST_KNOWN)) return { reason: 'noColumn', ...counts };
  if (lists.some((list) => !known(list))) return { reason: 'unknownLayout', ...counts };
  return { reason: 'noCodes', ...counts };
}
