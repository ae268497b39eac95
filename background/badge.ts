import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { canonicalCode, type Code } from '../detection/code';
import { start } from '../messaging/start';
import { readSettings } from '../settings/settings';
import { weightsOf } from './weights';
import { inject } from '../messaging/inject';

/** The time from a change to the badge, and the least time from one badge of a tab to the next. In milliseconds. */
const SETTLE = 150;
const PAUSE = 1000;

/** A badge has room for four characters, of which two digits can be read at a glance. */
const MOST = 99;

/** The colors of a mark for a code to look at, and for one to act on, dark enough for white digits. */
const COLORS = { look: '#8a5a00', act: '#b3202c' };
const DIGITS = '#ffffff';

/** When the badge of a tab was last counted, and which tabs wait for it. A worker that stops had nothing to wait for. */
const counted = new Map<number, number>();
const waiting = new Set<number>();

/** The different codes of a tab, but for those of which every place is in a row of a sign-in that did not fail. */
async function codesIn(tabId: number): Promise<Code[]> {
  const frames = await inject({
    target: { tabId, allFrames: true },
    // Own properties only: where no finder runs, an element of the page with this name answers.
    func: () => {
      const page = Object.hasOwn(globalThis, 'signpost') ? globalThis.signpost : undefined;
      const codes = new Set<string>();
      for (const { code, weight } of page?.hits ?? []) if (weight !== 'expected') codes.add(code);
      return [...codes];
    },
  });
  const codes = new Set(frames.flatMap(({ result }) => result ?? []));
  return [...codes].filter((code) => canonicalCode(code) === code);
}

/** Shows how many codes of a tab need a look. A tab that shows another page meanwhile has lost its badge by itself. */
async function draw(tabId: number): Promise<void> {
  const { badge } = await readSettings();
  // A tab that shows what extensions cannot read, or can no longer, has no badge; nor has one that was closed meanwhile.
  const codes = badge ? await codesIn(tabId).catch(() => []) : [];
  if (!(await browser.tabs.get(tabId).catch(() => undefined))) return;
  const weights = await weightsOf(codes);
  const toLookAt = codes.map((code) => weights[code]).filter((weight) => weight !== 'expected');
  const { length } = toLookAt;
  const { action } = browser;
  const title = length ? i18n.t('badge.title', length) : await action.getTitle({});
  await Promise.all([
    action.setBadgeText({ tabId, text: length > MOST ? `${MOST}+` : `${length || ''}` }),
    action.setBadgeBackgroundColor({
      tabId,
      color: COLORS[toLookAt.includes('act') ? 'act' : 'look'],
    }),
    action.setBadgeTextColor({ tabId, color: DIGITS }),
    action.setTitle({ tabId, title }),
  ]);
}

/** Counts the badge of a tab soon, at most once in a second however often it is asked for. */
export function badgeSoon(tabId: number): void {
  if (waiting.has(tabId)) return;
  waiting.add(tabId);
  const now = Date.now();
  const wait = Math.max(SETTLE, (counted.get(tabId) ?? 0) + PAUSE - now);
  setTimeout(() => {
    waiting.delete(tabId);
    counted.set(tabId, Date.now());
    start('the badge', () => draw(tabId));
  }, wait);
}

/** Counts the badges of all tabs again, after the option was changed. */
export async function updateBadges(): Promise<void> {
  counted.clear();
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) badgeSoon(id);
}
