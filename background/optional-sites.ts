import { browser } from 'wxt/browser';
import { DEFAULT_PATTERNS, OPTIONAL_PATTERNS } from '../hosts/roles';
import { allowedSites, hostsTakenBack } from '../hosts/sites';
import type { SitesLeft } from '../messaging/protocol';
import { explainTab, stopInTab } from '../messaging/tab-codes';

const ID = 'optional-sites';

async function update(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = allowedSites(OPTIONAL_PATTERNS, origins);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered.length) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (!matches.length) return;
  await browser.scripting.registerContentScripts([
    {
      id: ID,
      matches,
      js: ['find.js'],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}

/** The update that runs now, or ran last. */
let last: Promise<void> = Promise.resolve();

/**
 * Makes the finder run on the optional sites that are allowed now, and on no others. The browser tells of several
 * permissions at once: one update after the other, each of which reads what is allowed then.
 */
export function updateOptionalSites(): Promise<void> {
  last = last.catch(() => {}).then(update);
  return last;
}

/**
 * Explains the tabs that are open on sites just allowed, so that nobody has to reload them. The popup that asked may be
 * gone by then: the browser's question took its focus. The sites that need no turning on can be taken back and given
 * again, too, in the browser's own settings.
 * @param origins Match patterns.
 */
export async function explainOpenTabs(origins: readonly string[] = []): Promise<void> {
  const sites = allowedSites([...DEFAULT_PATTERNS, ...OPTIONAL_PATTERNS], origins);
  if (!sites.length) return;
  const tabs = await browser.tabs.query({ url: sites });
  // A tab that is not loaded, or goes away meanwhile, needs nothing.
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : explainTab(id))));
}

/**
 * Ends Signpost in the tabs that are open on sites, before they are given back: without the right to a site, no script
 * reaches what goes on there.
 * @param origins Match patterns.
 */
export async function leaveOpenTabs(origins: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: origins, discarded: false });
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : stopInTab(id))));
}

/**
 * Ends Signpost in the tabs that are open on sites that the browser took back, as people do in its own settings.
 * @param origins Match patterns.
 */
export async function leaveTakenBack(origins: readonly string[] = []): Promise<void> {
  const { origins: granted = [] } = await browser.permissions.getAll();
  const hosts = hostsTakenBack(origins, granted);
  if (!hosts) return;
  const message: SitesLeft = { signpostLeft: hosts };
  // The addresses of these tabs are no longer told. Where Signpost has put nothing, nobody hears.
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : browser.tabs.sendMessage(id, message))),
  );
}
