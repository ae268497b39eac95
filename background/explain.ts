import { browser } from 'wxt/browser';
import { canonicalCode, type Code } from '../detection/code';
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

/** Loads what shows: the look of the marks, which a page without codes never sees, and the card's code. */
async function loadCard({ tab, frameId }: Sender): Promise<void> {
  if (tab?.id === undefined) return;
  const target = { tabId: tab.id, frameIds: [frameId ?? 0] };
  await Promise.all([
    browser.scripting.insertCSS({
      target,
      files: ['/marks.css'],
      // Style sheets of a document reach its shadow roots in Firefox only as the user's own; in Chromium highlights
      // are inherited, and the user's would lose their background.
      origin: import.meta.env.FIREFOX ? 'USER' : 'AUTHOR',
    }),
    browser.scripting.executeScript({ target, files: ['/card.js'] }),
  ]);
}

/** The codes of a message that are codes. A page that took over its renderer could send anything. */
function codesIn(data: unknown): Code[] {
  if (!Array.isArray(data)) return [];
  return data
    .slice(0, MOST_CODES)
    .map((one) => canonicalCode(String(one)))
    .filter((code) => code !== undefined);
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
  const [places, ...entries] = await Promise.all([
    loadPlaces(),
    ...codesIn(codes).map(loadEntry),
    card,
  ]);
  const { supportName, supportUrl } = settings;
  return {
    isOn,
    entries: Object.fromEntries(entries.flatMap((entry) => (entry ? [[entry.code, entry]] : []))),
    places: portalLinks(places, host),
    settings: { supportName, supportUrl },
  };
}
