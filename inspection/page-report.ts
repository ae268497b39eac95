import { HOSTS } from '../hosts/hosts';
import { knownHost } from '../hosts/roles';
import type { FrameReading, GridShape } from './frame-reading';
import type { TabReading } from './tab-reading';
import type { WhyNothing } from './why-nothing';

/** What a report says beside the page. */
export interface ReportContext {
  /** Version of Signpost. */
  version: string;
  userAgent: string;
  /** Language of the browser. */
  language: string;
  /** What the popup said; absent where codes were found. */
  why: WhyNothing | undefined;
  /** Switches of the options as they are in force, by name. */
  switches: Record<string, boolean>;
  /** Names of the settings that the organization decided. */
  managed: readonly string[];
  /** Whether the browser gives Signpost the site of the page, and all sites of the manifest. */
  hasSite: boolean;
  hasDefaultSites: boolean;
}

/** Domains below which Microsoft names its own hosts: `azure.net`. */
const OWN_DOMAINS = new Set(
  HOSTS.filter(({ role }) => role !== 'foreign').map(({ pattern }) =>
    pattern.slice('https://'.length, -'/*'.length).split('.').slice(-2).join('.'),
  ),
);

/**
 * A host as it may stand in a report. A name of a customer's is never in it.
 * @returns A host of the table; `*.portal.azure.net` for one that a wide row covers; `*.azure.net` for an unknown one of
 * Microsoft's domains; else only that it is another site.
 */
export function reportedHost(host: string): string {
  if (!host) return 'no host';
  const row = knownHost(host);
  if (row?.access === 'byClick' || !row) {
    const domain = host.split('.').slice(-2).join('.');
    return OWN_DOMAINS.has(domain) ? `*.${domain}` : 'another site';
  }
  return row.pattern.slice('https://'.length, -'/*'.length);
}

/** `Firefox 153`, from the names that browsers give themselves. */
export function browserName(userAgent: string): string {
  const [, name = '', version = ''] =
    /(Firefox|Edg|OPR|Chrome)\/(\d+)/.exec(
      userAgent.replace(/Chrome\/\S+ (?=.*(?:Edg|OPR)\/)/, ''),
    ) ?? [];
  return name
    ? `${name === 'Edg' ? 'Edge' : name === 'OPR' ? 'Opera' : name} ${version}`
    : 'unknown';
}

const languageTag = (text: string) =>
  /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(text) ? text : 'none';

function reasonIn(why: WhyNothing | undefined): string {
  if (!why) return 'codes found';
  return why.reason === 'off' ? `off, by ${why.by}` : why.reason;
}

function gridLines({ role, rows, heads, ties }: GridShape): string[] {
  const columns = heads.map(
    ({ text, is, key }) =>
      `    - ${text || '(empty)'}: ${is ?? 'not known'}${key ? `, key ${key}` : ''}`,
  );
  return [
    `  - ${role}, rows drawn: ${rows}, columns: ${heads.length}, ties: ${ties.join(' ') || 'none'}`,
    ...columns,
  ];
}

function frameLines(frame: FrameReading, index: number): string[] {
  const { host, scheme, depth, children, childHosts, language, codes, grids, labels } = frame;
  const row = knownHost(host);
  const counts = Object.entries(frame.counts).map(([name, count]) => `${name} ${count}`);
  const hosts = [...new Set(childHosts.map(reportedHost))];
  const state = codes ? `finder runs, codes: ${codes.length}` : 'finder does not run';
  return [
    `${index + 1}. ${reportedHost(host)} (${depth ? `frame, depth ${depth}` : 'page'}; ${row ? `${row.role}, ${row.cloud}` : 'not known'}; ${/^[a-z-]+:$/.test(scheme) ? scheme : 'other'})`,
    `  - ${state}; ${frame.isLoading ? 'loading' : 'loaded'}; language: ${languageTag(language)}`,
    ...(children || hosts.length
      ? [`  - frames in it: ${children}${hosts.length ? `, from ${hosts.join(', ')}` : ''}`]
      : []),
    ...(counts.length ? [`  - drawn with: ${counts.join(', ')}`] : []),
    ...(labels.length ? [`  - known labels: ${labels.join(' | ')}`] : []),
    ...grids.flatMap(gridLines),
  ];
}

/**
 * A report on a page for a person who can teach Signpost its layout. It names hosts of the table, roles, known words and
 * heads of columns (masked); no address beyond the host, no value, and no other text of the page.
 * @param tab What the frames hold.
 * @returns Lines of Markdown.
 */
export function pageReport({ frames, unread }: TabReading, context: ReportContext): string {
  const { version, userAgent, language, why, switches, managed } = context;
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  return [
    'Signpost, report on a page',
    '',
    `- Signpost ${version}, ${browserName(userAgent)}, language: ${languageTag(language)}`,
    `- Said: ${reasonIn(why)}`,
    `- Site allowed: ${yes(context.hasSite)}; sign-in and admin pages allowed: ${yes(context.hasDefaultSites)}`,
    `- Options: ${Object.entries(switches)
      .map(([name, isOn]) => `${name} ${isOn ? 'on' : 'off'}`)
      .join(', ')}; decided by the organization: ${managed.join(', ') || 'none'}`,
    `- Frames read: ${frames.length}; not read: ${unread}`,
    '',
    ...frames.flatMap(frameLines),
    '',
  ].join('\n');
}
