import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { markedTexts, textOfOurs, type ExtensionBrowser } from './chromium';
import { markedIn } from './frames';
import { openRealPopup, type RealPopup } from './real-popup';
import { test } from './test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** What axe finds in the popup. */
async function violations(popup: RealPopup): Promise<string[]> {
  await popup.evaluate(AXE);
  return popup.evaluate<string[]>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  );
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

for (const [what, frame] of Object.entries({
  'never loads': '/never',
  'is never done': '/half',
}))
  test(`a frame that ${what} keeps no other from being listed, explained and left alone`, async () => {
    const message = '<p>AADSTS50011: The redirect URI does not match.</p>';
    await page.route(/\/never$/, () => {});
    for (const [path, body] of [
      [/\/half$/, '<p>Half</p><script src="/never"></script>'],
      [/\/holds-a-frame$/, `<!doctype html>${message}<iframe src="${frame}"></iframe>`],
    ] as const)
      await page.route(path, (route) => route.fulfill({ contentType: 'text/html', body }));
    const marked = () => markedIn([page.mainFrame()]);
    const badge = () =>
      browser.context.serviceWorkers()[0]!.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        return chrome.action.getBadgeText({ tabId: tab!.id });
      });
    await page.goto('https://entra.microsoft.com/holds-a-frame', { waitUntil: 'commit' });
    await expect.poll(marked).toEqual(['AADSTS50011']);
    await expect.poll(badge).toBe('1');
    let popup = await openPopup();
    await expect.poll(() => listed(popup)).toEqual(['AADSTS50011']);
    await close(popup);

    await page.goto('https://app.contoso.com/holds-a-frame', { waitUntil: 'commit' });
    popup = await openPopup();
    await popup.click('button', 'Explain this page once');
    await expect.poll(marked).toEqual(['AADSTS50011']);
    await expect.poll(() => listed(popup)).toEqual(['AADSTS50011']);
    await popup.click('button', 'Stop explaining this page');
    await expect.poll(marked).toEqual([]);
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

test('each page on which nothing is marked says why', async () => {
  const says = async (reason: string, words: string) => {
    const popup = await openPopup();
    await expect.poll(() => why(popup)).toBe(reason);
    expect(await popup.text()).toContain(words);
    await close(popup);
  };
  await page.goto('https://portal.azure.com/no-codes.html');
  await says('noCodes', 'No error code that Signpost knows');
  await page.evaluate(() => document.body.setAttribute('aria-busy', 'true'));
  const waiting = await openPopup();
  await expect.poll(() => why(waiting)).toBe('loading');
  // The popup looks again by itself.
  await page.evaluate(() => document.body.removeAttribute('aria-busy'));
  await expect.poll(() => why(waiting)).toBe('noCodes');
  await close(waiting);
  await page.goto(`${LOG}&nocode=1`);
  await expect(page.frameLocator('iframe').getByText('User 50001')).toBeVisible();
  await says('noColumn', 'add that column');

  const [worker] = browser.context.serviceWorkers();
  await worker!.evaluate(() => chrome.storage.local.set({ settings: { otherPages: false } }));
  await page.goto(LOG);
  await says('off', 'in the options');
  await worker!.evaluate(() => chrome.storage.local.remove('settings'));

  await page.route('https://gone.contoso.com/*', (route) => route.abort('connectionrefused'));
  await page.goto('https://gone.contoso.com/').catch(() => {});
  await expect.poll(() => page.url()).toContain('chrome-error:');
  const failed = await openPopup();
  await expect.poll(() => failed.text()).toContain('The page could not be loaded');
  await close(failed);

  await page.goto('chrome://version');
  const closed = await openPopup();
  await expect.poll(() => closed.text()).toContain('It belongs to the browser');
  await close(closed);
});

test('what the rows show together stands in the popup, and leads to them; after Signpost was stopped, a reload is asked for', async () => {
  await page.goto(`${LOG}&spray=1`);
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
  let popup = await openPopup();
  const pattern = () =>
    popup.evaluate<string>("document.querySelector('[data-pattern=spray]')?.innerText ?? ''");
  await expect
    .poll(pattern)
    .toMatch(/In the \d+ rows shown, passwords from 203\.0\.113\.66 failed for 12 users/);
  expect(await copied(popup, 'Copy the query')).toContain('IPAddress == "203.0.113.66"');
  expect(await violations(popup)).toEqual([]);
  // The browser gave the popup its height; only the whole of it scrolls.
  expect(
    await popup.evaluate(
      `[...document.querySelectorAll('main, main *')].filter((one) =>
        /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight).length`,
    ),
  ).toBe(0);
  // The card of a row of it says the same, under its code.
  await popup.click('button', 'Show the rows: 12');
  await expect.poll(pattern).toContain('Row 1 of 12 is shown');
  const frame = page.frames().find((one) => one.url().includes('signin-logs-blade'));
  await expect
    .poll(async () => (await textOfOurs(page, 'signpost-card', frame)).join())
    .toMatch(/AADSTS50126.*In the \d+ rows shown, passwords from 203\.0\.113\.66/);
  await close(popup);
  const [worker] = browser.context.serviceWorkers();
  await worker!.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    await chrome.scripting.executeScript({
      target: { tabId: tab!.id!, allFrames: true },
      func: () => globalThis.signpost?.stop.abort(),
    });
  });
  popup = await openPopup();
  await expect.poll(() => why(popup)).toBe('notRunning');
  await close(popup);
});
