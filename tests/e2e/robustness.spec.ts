import { expect, type Page } from '@playwright/test';
import {
  launchWithExtension,
  markedTexts,
  notedCodes,
  pressNextCode,
  textOfOurs,
  type ExtensionBrowser,
} from './chromium';
import { test } from './test';

const SIGN_IN = 'https://login.microsoftonline.com/common';
const LOGS = 'https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html';

let browser: ExtensionBrowser;
let page: Page;

test.beforeEach(async ({ browsers }) => {
  browser = await browsers.chromium({ hasCommand: true });
  page = await browser.context.newPage();
});
test.afterEach(() => page.close());

/** Runs in a browser of its own, whose worker or extension no other test finds as it was. */
async function alone(run: (browser: ExtensionBrowser, page: Page) => Promise<void>): Promise<void> {
  const own = await launchWithExtension();
  try {
    await run(own, await own.context.newPage());
  } finally {
    await own.close();
  }
}

test('a stopped worker is woken, and the note comes', () =>
  alone(async (browser, page) => {
    const cdp = await browser.context.newCDPSession(page);
    const { targetInfos } = await cdp.send('Target.getTargets');
    for (const { targetId, type } of targetInfos) {
      if (type === 'service_worker') await cdp.send('Target.closeTarget', { targetId });
    }
    await page.goto(`${SIGN_IN}/signin-error.html`);
    await expect.poll(() => notedCodes(page)).toEqual(['AADSTS50011']);
  }));

test('an extension that was taken away leaves the page quiet', () =>
  alone(async (browser, page) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto('https://portal.azure.com/react-app.html');
    await expect.poll(() => notedCodes(page)).toContain('AADSTS53003');
    await browser.context
      .serviceWorkers()[0]!
      .evaluate(() => chrome.runtime.reload())
      .catch(() => {});
    for (let round = 0; round < 5; round++) {
      await page.evaluate(() => (window as unknown as { step: () => void }).step());
      await expect(page.locator('h1')).toHaveText(`Step ${round + 1}`);
    }
    expect(errors).toEqual([]);
  }));

test('the shortcut reaches the next code, moves the focus into the card, and Escape gives it back', async () => {
  await page.goto(LOGS);
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
  await cardIsReady();
  await page.getByRole('button', { name: 'Refresh' }).focus();
  const cardTitle = async () => (await textOfOurs(page, 'signpost-card'))[0] ?? '';
  await pressNextCode(browser, page);
  await expect.poll(cardTitle).toContain('AADSTS500121');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('signpost-card');
  await pressNextCode(browser, page);
  await expect.poll(cardTitle).toContain('AADSTS50126');
  await page.keyboard.press('Escape');
  await expect.poll(cardTitle).toBe('');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Refresh');
});

/** Waits until the card's code is in the frame. */
async function cardIsReady(): Promise<void> {
  await expect
    .poll(() =>
      browser.context.serviceWorkers()[0]!.evaluate(async (address) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((one) => one.url?.startsWith(address));
        const [injected] = await chrome.scripting.executeScript({
          target: { tabId: tab!.id! },
          func: () => typeof globalThis.signpost?.reveal,
        });
        return injected?.result;
      }, LOGS),
    )
    .toBe('function');
}

test('keys pressed in the card do not reach the page', async () => {
  await page.goto(LOGS);
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    document.addEventListener('keydown', (event) => heard.push(event.key));
  });
  await cardIsReady();
  await pressNextCode(browser, page);
  await expect.poll(async () => (await textOfOurs(page, 'signpost-card')).length).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('j');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

test('hostile text neither becomes markup nor a command', async () => {
  await page.goto('https://portal.azure.com/no-codes.html');
  await page.evaluate(() => {
    const block = document.createElement('div');
    block.id = 'hostile';
    block.textContent =
      'AADSTS53003: <img src=x onerror="window.hit=1">\nCorrelation ID: 62e76ee1-52af-46d3-ba8f-3f0be6aea289\nUser: x\'; Remove-Item / #@contoso.com\nTimestamp: 2026-09-03T13:32:53Z';
    block.style.whiteSpace = 'pre-line';
    document.body.append(block);
  });
  await expect.poll(() => notedCodes(page)).toEqual(['AADSTS53003']);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  expect((await textOfOurs(page, 'signpost-note')).join(' ')).not.toContain('Remove-Item');
});

test('a megabyte of text like codes is read in time, with at most ten notes', async () => {
  await page.goto('https://portal.azure.com/no-codes.html');
  await page.evaluate(() => {
    const fragment = document.createDocumentFragment();
    for (let at = 0; at < 3000; at++) {
      const block = document.createElement('p');
      block.textContent = `AADSTS${50_000 + at} ${'AADSTS '.repeat(30)}${'9'.repeat(60)} error code error code`;
      fragment.append(block);
    }
    document.body.append(fragment);
  });
  await expect.poll(async () => (await markedTexts(page)).length).toBe(3000);
  await expect.poll(async () => (await notedCodes(page)).length).toBe(10);
});

test('a missing card is silent on the page and said in our own', async () => {
  await page.goto(browser.pageUrl('popup.html'));
  await page.evaluate(() => {
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) =>
      typeof input === 'string' && input.includes('cards-')
        ? Promise.reject(new Error('missing'))
        : fetch(input, init);
  });
  await page.locator('input').fill('50126');
  await page.locator('[role=option]').first().click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
});

test('one finder works in a frame, however often it is asked for', async () => {
  await page.goto(`${SIGN_IN}/signin-error.html`);
  await expect.poll(() => notedCodes(page)).toEqual(['AADSTS50011']);
  await browser.context.serviceWorkers()[0]!.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: `${address}/*` });
    for (const file of ['/find.js', '/card.js', '/find.js', '/card.js'] as const) {
      await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, files: [file] });
    }
  }, SIGN_IN);
  await page.click('#flagging');
  await expect.poll(() => markedTexts(page)).toEqual(['AADSTS50011', 'AADSTS50011']);
  expect(await notedCodes(page)).toEqual(['AADSTS50011']);
  expect(await textOfOurs(page, 'signpost-note')).toHaveLength(1);
});
