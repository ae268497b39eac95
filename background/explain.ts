import { browser } from 'wxt/browser';
import { canonicalCode } from '../detection/code';
import { loadEntry, loadPlaces } from '../lookup/load-entries';
import type { Explanation, Protocol } from '../messaging/protocol';
import type { Sender } from '../messaging/receive';
import { isSignInHost } from '../hosts/roles';
import { portalLinks } from '../report/portal-links';
import { readSettings } from '../settings/settings';

/** Most codes that one frame is answered for at a time. */
const MOST_CODES = 60;

function hostOf({ origin, url }: Sender): string {
  const address = origin && origin !== 'null' ? origin : (url ?? '');
  return URL.canParse(address) ? new URL(address).hostname : '';
}

async function loadCard({ tab, frameId }: Sender): Promise<void> {
  if (tab?.id === undefined) return;
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [frameId ?? 0] },
    files: ['/card.js'],
  });
}

/**
 * Explains the codes of a frame and loads the card into it.
 * @param data The codes, and whether the frame still lacks the card.
 * @param sender The frame.
 */
export async function explain(
  { codes, needsCard }: Protocol['explain']['data'],
  sender: Sender,
): Promise<Explanation> {
  const host = hostOf(sender);
  const settings = await readSettings();
  const isOn = isSignInHost(host) ? settings.signInPages : settings.otherPages;
  if (!isOn) return { isOn, entries: {}, places: {}, settings };

  const card = needsCard ? loadCard(sender) : undefined;
  const known = codes
    .slice(0, MOST_CODES)
    .map((code) => canonicalCode(String(code)))
    .filter((code) => code !== undefined);
  const [places, ...entries] = await Promise.all([loadPlaces(), ...known.map(loadEntry), card]);
  const { supportName, supportUrl } = settings;
  return {
    isOn,
    entries: Object.fromEntries(entries.flatMap((entry) => (entry ? [[entry.code, entry]] : []))),
    places: portalLinks(places, host),
    settings: { supportName, supportUrl },
  };
}
