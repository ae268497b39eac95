import { isAllowedLink } from '../entry-schema';
import type { Sentence } from '../../lookup/entry';
import type { Finding } from './finding';
import { paragraphsOf } from '../prose';
import type { WrittenEntry } from './written-entry';

/** A repository, or in it an issue, pull request, discussion, commit, file or folder. */
const GITHUB_PATH =
  /^\/[\w.-]+\/[\w.-]+(?:\/(?:issues|pull|discussions)\/\d+|\/commit\/[\da-f]{7,40}|\/(?:blob|tree)\/[^?]+|\/issues|\/wiki(?:\/[\w-]+)?)?$/;

/** learn.microsoft.com pages that need a query to be found: API pages of one version. */
const LEARN_QUERY = /^\?(?:view=[\w.-]+)$/;

/** One rule for the addresses of a host. */
interface HostRule {
  host: string;
  broken: (url: URL) => string | undefined;
}

const RULES: HostRule[] = [
  {
    host: 'learn.microsoft.com',
    broken: ({ pathname, search, hash }) => {
      if (/^\/[a-z]{2}-[a-z]{2}(?:\/|$)/i.test(pathname)) return 'leave the locale part out';
      // Pages of samples are redirected to the form with a last slash; all others to the one without.
      if (pathname.endsWith('/') && !pathname.startsWith('/samples/'))
        return 'leave the last slash out';
      if (search && !LEARN_QUERY.test(search)) return `leave "${search}" out`;
      if (hash) return `leave "${hash}" out; name the page, sections are renamed often`;
      return undefined;
    },
  },
  {
    host: 'github.com',
    broken: ({ pathname, search }) => {
      if (search) return 'a search is no source; name the repository, issue or file that was read';
      if (!GITHUB_PATH.test(pathname))
        return 'name a repository, issue, pull request, commit or file';
      return undefined;
    },
  },
  {
    host: 'login.microsoftonline.com',
    broken: ({ pathname, search }) =>
      pathname === '/error' && !/^\?code=\d{5,8}$/.test(search)
        ? 'write /error?code=50126'
        : undefined,
  },
];

/**
 * What is wrong with the form of an address.
 * @returns A message with the way out, or undefined for a good address.
 */
export function linkProblem(address: string): string | undefined {
  if (!isAllowedLink(address))
    return 'is not https on an allowed host without a locale part (hosts: compiler/entry-schema.ts)';
  if (/\s/.test(address)) return 'has a blank in it';
  const url = new URL(address);
  return RULES.find(({ host }) => host === url.hostname)?.broken(url);
}

/** Every address that an entry points to: its sources, and the links in its prose that leave our own page. */
export function linksOf(entry: WrittenEntry['entry']): string[] {
  const inProse = (sentence: Sentence): string[] =>
    sentence.flatMap((run) =>
      typeof run !== 'string' && 'h' in run && !run.h.startsWith('#') ? [run.h] : [],
    );
  return [...entry.sources.map(({ url }) => url), ...paragraphsOf(entry).flatMap(inProse)];
}

/** Checks the form of every link. Whether it answers is asked by `npm run links`, with a network. */
export function checkLinks(written: WrittenEntry[]): Finding[] {
  const said = new Set<string>();
  return written.flatMap((one) =>
    linksOf(one.entry).flatMap((address): Finding[] => {
      const message = linkProblem(address);
      const { file } = one;
      // A source at the top of a file of listed codes is used by many of its lines.
      const line = Math.max(one.lines.findIndex((text) => text.includes(address)) + 1, 1);
      const key = `${file}:${line}:${address}`;
      if (!message || said.has(key)) return [];
      said.add(key);
      return [{ check: 'links', level: 'problem', file, line, message: `${address}: ${message}` }];
    }),
  );
}
