import { browser } from 'wxt/browser';
import type { SiteState } from '../../components/site-offer';
import type { TabState } from '../../components/tab-message';
import { DEFAULT_PATTERNS, isSignInHost, knownHost } from '../../hosts/roles';
import { originsToAsk, originsToGiveBack } from '../../hosts/sites';
import { groupCodes } from '../../inspection/page-codes';
import { pageReport } from '../../inspection/page-report';
import type { TabReading } from '../../inspection/tab-reading';
import { whyNothing, type Circumstances } from '../../inspection/why-nothing';
import { readTab } from '../../messaging/read-tab';
import { inForce, readLayers, type Layers } from '../../settings/settings';
import { whyClosed } from './why-closed';

/** What is known of the page behind the popup. */
export interface PageBehind {
  tabId: number | undefined;
  /** The window that the tab is in. */
  windowId: number | undefined;
  /** Empty where the browser keeps it to itself. */
  host: string;
  tab: TabState;
  site: SiteState;
  /** What its frames hold; absent where the page is closed to us. */
  reading?: TabReading;
  circumstances?: Circumstances;
}

const NO_HOST = '';

/** The switch that turns Signpost off on a host, and whose it is. */
function turnedOffBy(host: string, layers: Layers): Circumstances['turnedOffBy'] {
  const key = isSignInHost(host) ? 'signInPages' : 'otherPages';
  if (inForce(layers)[key]) return undefined;
  return layers.policy[key] === false ? 'organization' : 'options';
}

/** What can be decided about a site. */
function siteOf(
  host: string,
  {
    isRunning,
    hasAccess,
    ask,
    granted,
  }: { isRunning: boolean; hasAccess: boolean; ask: string[] | undefined; granted: string[] },
): SiteState {
  const giveBack = originsToGiveBack(host, granted);
  const isDefault = knownHost(host)?.access === 'default';
  return {
    ...(ask && { ask }),
    ...(giveBack.length && { giveBack }),
    ...(!isRunning && { once: 'possible' as const }),
    ...(isRunning && !hasAccess && !isDefault && { once: 'running' as const }),
  };
}

/** Looks at the tab that the popup stands over. */
export async function readPageBehind(): Promise<PageBehind> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ?? '';
  const named = URL.canParse(url) ? new URL(url).hostname : NO_HOST;
  const tabId = tab?.id;
  const windowId = tab?.windowId;
  const closed = (error: unknown): PageBehind => ({
    tabId,
    windowId,
    host: named,
    tab: { kind: 'closed', reason: whyClosed(url, String(error)) },
    site: {},
  });
  if (tabId === undefined) return closed('');
  let reading: TabReading;
  try {
    reading = await readTab(tabId);
  } catch (error) {
    return closed(error);
  }
  const [top] = reading.frames;
  if (!top) return closed('');
  const host = top.host || named;
  const codes = groupCodes(reading.frames);
  const contains = (origins: string[]) => browser.permissions.contains({ origins });
  const wanted = top.scheme === 'https:' ? originsToAsk(host) : undefined;
  const [off, { origins: granted = [] }, hasAccess, hasAll] = await Promise.all([
    // A page with codes is not turned off, and right after its start the browser takes seconds to tell the policy.
    codes.length ? undefined : readLayers().then((layers) => turnedOffBy(host, layers)),
    browser.permissions.getAll(),
    top.scheme === 'https:' && contains([`https://${host}/*`]),
    !!wanted && contains(wanted),
  ]);
  const isRunning = reading.frames.some((frame) => frame.codes);
  const circumstances: Circumstances = { hasAccess, ...(off && { turnedOffBy: off }) };
  return {
    tabId,
    windowId,
    host,
    tab: codes.length
      ? { kind: 'codes', codes }
      : { kind: 'nothing', why: whyNothing(reading, circumstances) },
    site: off
      ? {}
      : siteOf(host, { isRunning, hasAccess, ask: hasAll ? undefined : wanted, granted }),
    reading,
    circumstances,
  };
}

/** A report on the page as it is now, without personal data. */
export async function reportOnPage(): Promise<string> {
  const { tab, reading, circumstances } = await readPageBehind();
  if (!reading) throw new Error('The page cannot be read.');
  const [layers, hasDefaultSites] = await Promise.all([
    readLayers(),
    browser.permissions.contains({ origins: DEFAULT_PATTERNS }),
  ]);
  const { signInPages, otherPages } = inForce(layers);
  return pageReport(reading, {
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    language: navigator.language,
    why: tab.kind === 'nothing' ? tab.why : undefined,
    switches: { signInPages, otherPages },
    managed: Object.keys(layers.policy),
    hasSite: !!circumstances?.hasAccess,
    hasDefaultSites,
  });
}
