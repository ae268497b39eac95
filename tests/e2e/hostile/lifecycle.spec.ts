import { expect, type Page } from '@playwright/test';
import {
  launchWithExtension,
  markedTexts,
  notedCodes,
  textOfOurs,
  type ExtensionBrowser,
} from '../chromium';
import { pressOurs } from '../press-ours';
import { test } from '../test';

const SIGN_IN = 'https://login.microsoftonline.com/common/signin-error.html';

let browser: ExtensionBrowser;
let page: Page;
let errors: string[];

test.beforeEach(async () => {
  browser = await launchWithExtension();
  page = await browser.context.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const session = await browser.context.newCDPSession(page);
  await session.send('Runtime.enable');
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
  );
});
test.afterEach(() => browser.close());

async function noteStands(): Promise<void> {
  await page.goto(SIGN_IN);
  await expect
    .poll(async () => (await textOfOurs(page, 'signpost-note'))[0])
    .toContain('IT details');
}

/**
 * Puts a new copy of the extension in the place of the running one, as an update does. Without developer mode the browser
 * would only turn it off.
 * @returns A page of the new copy, in which a test can do what its worker does.
 */
async function update(): Promise<Page> {
  const extensions = await browser.context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(
    'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
  );
  await extensions.close();
  await browser.context
    .serviceWorkers()[0]!
    .evaluate(() => chrome.runtime.reload())
    .catch(() => {});
  const own = await browser.context.newPage();
  await expect(() => own.goto(browser.pageUrl('options.html'))).toPass();
  await page.bringToFront();
  return own;
}

test('after an update a button says so, and nothing is thrown', async () => {
  await noteStands();
  await update();
  await pressOurs(page, 'IT details');
  await expect
    .poll(async () => (await textOfOurs(page, 'signpost-note'))[0])
    .toContain('Reload this page');
  await pressOurs(page, 'Copy details for IT');
  await page.click('#flagging');
  await page.mouse.move(200, 200);
  await expect.poll(() => notedCodes(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('after the extension was turned off a button says so, and nothing is thrown', async () => {
  await noteStands();
  const extensions = await browser.context.newPage();
  await extensions.goto('chrome://extensions');
  const { host: id } = new URL(browser.pageUrl(''));
  await extensions.evaluate(`chrome.management.setEnabled('${id}', false)`);
  await extensions.close();
  await page.bringToFront();
  await pressOurs(page, 'IT details');
  await expect
    .poll(async () => (await textOfOurs(page, 'signpost-note'))[0])
    .toContain('Reload this page');
  expect(errors).toEqual([]);
});

test('after an update, Explain this page gives one note for each code', async () => {
  await noteStands();
  const own = await update();
  await own.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://login.microsoftonline.com/*' });
    await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, files: ['/find.js'] });
  });
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(0);
  await expect
    .poll(async () => (await textOfOurs(page, 'signpost-note')).filter((text) => text).length)
    .toBe(1);
  await pressOurs(page, 'IT details');
  await expect
    .poll(async () => (await textOfOurs(page, 'signpost-note'))[0])
    .toContain('Back to my steps');
  expect(await notedCodes(page)).toEqual(['AADSTS50011']);
  expect(errors).toEqual([]);
});

test('a page that is open when it is turned off falls silent, and calls no known code unknown', async () => {
  await noteStands();
  await page.goto('https://login.microsoftonline.com/common/strict.html');
  await expect.poll(() => notedCodes(page)).toEqual(['AADSTS50105']);
  await browser.context
    .serviceWorkers()[0]!
    .evaluate(() => chrome.storage.local.set({ settings: { signInPages: false } }));
  await page.evaluate(() => {
    const message = document.createElement('p');
    message.textContent = 'AADSTS50126: wrong password';
    document.body.append(message);
  });
  await expect.poll(() => notedCodes(page)).toEqual([]);
  expect(await markedTexts(page)).toEqual([]);
  expect((await textOfOurs(page, 'signpost-note')).join()).not.toContain('Nothing reliable');
});

test('a page that was left when it was turned off falls silent when one comes back to it', async () => {
  await browser.close();
  browser = await launchWithExtension({ keepsPages: true });
  page = await browser.context.newPage();
  await noteStands();
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.title = persisted ? 'kept' : 'loaded anew';
    });
    location.href = 'https://app.contoso.com/strict.html';
  });
  await page.waitForURL('https://app.contoso.com/**');
  await browser.context
    .serviceWorkers()[0]!
    .evaluate(() => chrome.storage.local.set({ settings: { signInPages: false } }));
  await page.evaluate(() => history.back());
  await expect.poll(() => page.title()).toBe('kept');
  await expect.poll(() => notedCodes(page)).toEqual([]);
  expect(await markedTexts(page)).toEqual([]);
});
