import { expect, type Page } from '@playwright/test';
import { markedTexts, textOfOurs, type ExtensionBrowser } from './chromium';
import { openRealPopup, type RealPopup } from './real-popup';
import { test } from './test';

let browser: ExtensionBrowser;
let page: Page;

test.beforeAll(async ({ browsers }) => {
  browser = await browsers.chromium();
});
test.beforeEach(async () => {
  page = await browser.context.newPage();
});
test.afterEach(() => page.close());

const openPopup = () => openRealPopup(browser.context, page, browser.pageUrl('popup.html'));

const FRAMES = encodeURIComponent('https://sandbox-1.reactblade.portal.azure.net/');
const LOG = `https://entra.microsoft.com/admin-center.html?frames=${FRAMES}`;

const listed = (popup: RealPopup) =>
  popup.evaluate<string[]>(
    "[...document.querySelectorAll('[role=option]')].map((row) => row.dataset.code)",
  );
const why = (popup: RealPopup) =>
  popup.evaluate<string | undefined>("document.querySelector('[data-why]')?.dataset.why");

/** What a button of the popup copies. */
async function copied(popup: RealPopup, button: string): Promise<string> {
  await popup.evaluate(
    `Object.assign(navigator.clipboard, { writeText: async (text) => { globalThis.copied = text; } }), delete globalThis.copied`,
  );
  await popup.click('button', button);
  await expect.poll(() => popup.evaluate('globalThis.copied')).toBeTruthy();
  return popup.evaluate<string>('globalThis.copied');
}

async function close(popup: RealPopup): Promise<void> {
  await popup.evaluate('setTimeout(() => close())');
  await expect.poll(() => popup.isOpen()).toBe(false);
}

test('another site is explained once, when asked, and left alone when asked', async () => {
  await page.goto('https://app.contoso.com/app-error-page.html');
  const popup = await openPopup();
  await expect.poll(() => why(popup)).toBe('otherSite');
  expect(await popup.text()).not.toContain('Explain on this site');
  expect(await markedTexts(page)).toEqual([]);
  await popup.click('button', 'Explain this page once');
  await expect.poll(() => markedTexts(page)).toContain('AADSTS50011');
  await expect.poll(() => listed(popup)).toContain('AADSTS50011');
  await popup.click('button', 'Stop explaining this page');
  await expect.poll(() => markedTexts(page)).toEqual([]);
  await expect.poll(() => why(popup)).toBe('otherSite');
  await close(popup);
});

test('the list of a page: worst first, with times, places in their frame, and what is expected hidden for good', async () => {
  await page.goto(LOG);
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
  let popup = await openPopup();
  // The finder works in slices, and the popup looks again until the page is read.
  await expect
    .poll(async () => (await listed(popup)).slice(-3).sort())
    .toEqual(['AADSTS50058', 'AADSTS50074', 'AADSTS50140']);
  await expect.poll(async () => (await listed(popup)).length).toBeGreaterThan(4);
  const all = await listed(popup);
  expect(await popup.text()).toMatch(
    /AADSTS50126 ×3[^]*9\/4\/2026, 4:03:39 AM to 9\/24\/2026, 12:23:59 AM/,
  );

  const place = () =>
    popup.evaluate<string>("document.querySelector('[aria-selected=true] .steps').innerText");
  const shown = async () =>
    (await Promise.all(page.frames().map((frame) => textOfOurs(page, 'signpost-card', frame))))
      .flat()
      .join();
  const first = all[0]!;
  await popup.press('ArrowRight');
  await expect.poll(place).toContain('1 of 3');
  await expect.poll(shown).toContain(first);
  await popup.press('ArrowRight');
  await expect.poll(place).toContain('2 of 3');
  await popup.press('ArrowLeft');
  await popup.press('ArrowLeft');
  await expect.poll(place).toContain('3 of 3');
  expect(await popup.isOpen()).toBe(true);

  await popup.click('label', 'Hide expected: 3');
  await expect.poll(() => listed(popup)).toEqual(all.slice(0, -3));
  await close(popup);
  popup = await openPopup();
  // The list scrolled to its third place of a code, and has other rows now.
  const needed = all.slice(0, -3).sort();
  await expect.poll(async () => (await listed(popup)).sort()).toEqual(needed);
  const csv = await copied(popup, 'Copy as CSV');
  expect(csv).toMatch(/^Code,Title,Severity,Count,First,Last\r\n/);
  expect(csv).toMatch(/\r\nAADSTS50126,[^\r]+,\d,"9\/[\d/:, ]+ AM","9\/24\/2026, 12:23:59 AM"/);
  expect(csv).not.toContain('AADSTS50058');
  await popup.click('label', 'Hide expected: 3');
  await expect.poll(async () => (await listed(popup)).sort()).toEqual([...all].sort());
  expect(await copied(popup, 'Copy as Markdown')).toContain('| AADSTS50058 |');
  await close(popup);
});

test('a list that nobody knows is said to be one, and the report names its columns and no person', async () => {
  await page.goto('https://entra.microsoft.com/unknown-list.html');
  const popup = await openPopup();
  await expect.poll(() => why(popup)).toBe('unknownLayout');
  await expect.poll(() => popup.text()).toContain('Frames read: 2.');
  const report = await copied(popup, 'Copy a report');
  expect(report).toContain('Said: unknownLayout');
  expect(report).toContain('1. entra.microsoft.com (page; portal, global; https:)');
  expect(report).toContain('2. *.portal.azure.net (frame, depth 1');
  expect(report).toContain('Outcome: not known, key outcome');
  expect(report).toContain('[masked]: not known');
  expect(report).toContain('Result of ####-##-##');
  expect(report).not.toMatch(/anna|contoso|Alex|Megan|Bowen|203\.|2222|Refused|sandbox/i);
  await close(popup);
});

test('a page without codes, and one that a switch turned off, say so', async () => {
  await page.goto('https://portal.azure.com/no-codes.html');
  let popup = await openPopup();
  await expect.poll(() => why(popup)).toBe('noCodes');
  await close(popup);
  const [worker] = browser.context.serviceWorkers();
  await worker!.evaluate(() => chrome.storage.local.set({ settings: { otherPages: false } }));
  await page.goto(LOG);
  popup = await openPopup();
  await expect.poll(() => why(popup)).toBe('off');
  expect(await popup.text()).toContain('in the options');
  await close(popup);
  await worker!.evaluate(() => chrome.storage.local.remove('settings'));
});

test('a tab in which Signpost does not run yet is said to need a reload', async () => {
  await page.goto(LOG);
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
  const [worker] = browser.context.serviceWorkers();
  await worker!.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.scripting.executeScript({
      target: { tabId: tab!.id!, allFrames: true },
      func: () => globalThis.signpost?.stop.abort(),
    });
  });
  const popup = await openPopup();
  await expect.poll(() => why(popup)).toBe('notRunning');
  await close(popup);
});
