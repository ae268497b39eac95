import { browser } from 'wxt/browser';
import { loadEntry, loadPlaces } from '../lookup/load-entries';
import { inject } from '../messaging/inject';
import { MOST_WEIGHED, type Explanation, type Protocol } from '../messaging/protocol';
import type { Sender } from '../messaging/receive';
import { isSignInHost } from '../hosts/roles';
import { portalLinks } from '../report/portal-links';
import { readSettings } from '../settings/settings';
import { badgeSoon } from './badge';
import { removeDeadMarks } from './dead-marks';
import { codesOfMessage } from './message-codes';
import { weightsOf } from './weights';

/** Most codes of which one frame gets the entries at a time: more than it has notes, fewer than take long to load. */
const MOST_ENTRIES = 40;

function hostOf({ origin, url }: Sender): string {
  const address = origin && origin !== 'null' ? origin : (url ?? '');
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** Loads what shows: the look and the weights of the marks, which a page without codes never sees, and the card's code. */
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
    // The new marks are made after this is answered.
    import.meta.env.FIREFOX && removeDeadMarks(target),
    inject({ target, files: ['/card.js', '/weigh.js'] }),
  ]);
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
  if (!isOn) return { isOn, entries: {}, weights: {}, places: {}, settings };

  const card = needsCard ? loadCard(sender) : undefined;
  const wanted = codesOfMessage(codes, MOST_WEIGHED);
  const [places, weights, ...entries] = await Promise.all([
    loadPlaces(),
    weightsOf(wanted),
    ...wanted.slice(0, MOST_ENTRIES).map(loadEntry),
    card,
  ]);
  if (sender.tab?.id !== undefined) badgeSoon(sender.tab.id);
  const { supportName, supportUrl } = settings;
  return {
    isOn,
    entries: Object.fromEntries(entries.flatMap((entry) => (entry ? [[entry.code, entry]] : []))),
    weights,
    places: portalLinks(places, host),
    settings: { supportName, supportUrl },
  };
}
