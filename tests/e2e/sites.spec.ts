import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { copyBuiltExtension } from '../browsers/built-extension';
import { launchWithExtension, markedTexts } from './chromium';
import { HOST_GROUPS } from '../../hosts/roles';
import { openRealPopup } from './real-popup';
import { test } from './test';

const FRAMES = encodeURIComponent('https://sandbox-1.reactblade.portal.azure.us/');
const LOG = `https://entra.microsoft.us/admin-center.html?frames=${FRAMES}`;
const SITES = ['https://entra.microsoft.us/*', 'https://*.portal.azure.us/*'];

/**
 * A profile in which some sites are allowed. No test can answer the question that Chromium asks.
 */
async function profileThatAllowed(folder: string, origins: string[]): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'signpost-profile-'));
  const file = join(folder, 'manifest.json');
  const manifest = readFileSync(file, 'utf8');
  const changed = JSON.parse(manifest);
  changed.host_permissions.push(...origins);
  writeFileSync(file, JSON.stringify(changed));
  const browser = await launchWithExtension({ folder, profile });
  await browser.close();
  writeFileSync(file, manifest);
  return profile;
}

test('a portal of another cloud is explained in all its frames once allowed, and left alone when that is taken back', async () => {
  const folder = copyBuiltExtension('chrome-mv3');
  const frames = ['https://*.azureportal.usgovcloudapi.net/*'];
  const profile = await profileThatAllowed(folder, [...SITES, ...frames]);
  const browser = await launchWithExtension({ folder, profile });
  try {
    const page = await browser.context.newPage();
    await page.goto(LOG);
    await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
    const [worker] = browser.context.serviceWorkers();
    // The browser's question closes the popup, so that the worker goes on: as if the sites were just allowed.
    await worker!.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      await chrome.scripting.executeScript({
        target: { tabId: tab!.id!, allFrames: true },
        func: () => globalThis.signpost?.stop.abort(),
      });
    });
    await expect.poll(() => markedTexts(page)).toEqual([]);
    await worker!.evaluate((origins) => {
      const { onAdded } = chrome.permissions as unknown as {
        onAdded: { dispatch: (added: object) => void };
      };
      onAdded.dispatch({ origins, permissions: [] });
    }, SITES);
    await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);

    const popup = await openRealPopup(browser.context, page, browser.pageUrl('popup.html'));
    const hosts = 'entra.microsoft.us, *.portal.azure.us, *.azureportal.usgovcloudapi.net';
    const sorted = (text: string) => text.split(', ').sort().join(', ');
    await expect.poll(() => popup.text()).toContain('Stop explaining on this site');
    const given = await popup.evaluate<string>("document.querySelector('#site-given').innerText");
    expect(sorted(given.replace(/^.*: /, ''))).toBe(sorted(hosts));
    await popup.click('button', 'Stop explaining on this site');
    await expect.poll(() => markedTexts(page)).toEqual([]);
    const state = () =>
      worker!.evaluate(
        async (origins) => [
          await chrome.permissions.contains({ origins }),
          (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches),
        ],
        SITES,
      );
    await expect.poll(state).toEqual([false, []]);

    await expect.poll(() => popup.text()).toContain('Explain on this site');
    const asked = await popup.evaluate<string>("document.querySelector('#site-hosts').innerText");
    expect(sorted(asked.replace(/^.*: /, ''))).toBe(sorted(hosts));
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a site that is turned off in the options is off wherever they are open, and left alone in the tabs that are open', async () => {
  const folder = copyBuiltExtension('chrome-mv3');
  const frames = ['https://*.azureportal.usgovcloudapi.net/*'];
  const group = HOST_GROUPS.find(({ patterns }) => patterns.includes(SITES[0]!))!;
  const profile = await profileThatAllowed(folder, [...group.patterns, ...frames]);
  const browser = await launchWithExtension({ folder, profile });
  try {
    const page = await browser.context.newPage();
    await page.goto(LOG);
    await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
    const options = await browser.context.newPage();
    await options.goto(browser.pageUrl('options.html'));
    const box = options.locator(`[aria-describedby=hosts-${group.id}]`);
    await expect(box).toBeChecked();
    const others = await browser.context.newPage();
    await others.goto(browser.pageUrl('options.html'));
    await expect(others.locator(`[aria-describedby=hosts-${group.id}]`)).toBeChecked();
    await options.bringToFront();
    await box.click();
    await expect(box).not.toBeChecked();
    // Options that are open twice say the same.
    await expect(others.locator(`[aria-describedby=hosts-${group.id}]`)).not.toBeChecked();
    await page.bringToFront();
    await expect.poll(() => markedTexts(page)).toEqual([]);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a site that is taken back in the browser’s own settings is left alone in the tabs that are open', async () => {
  const folder = copyBuiltExtension('chrome-mv3');
  const profile = await profileThatAllowed(folder, SITES);
  const browser = await launchWithExtension({ folder, profile });
  try {
    const page = await browser.context.newPage();
    await page.goto(LOG);
    await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
    const other = await browser.context.newPage();
    await other.goto('https://login.microsoftonline.com/common/signin-error.html');
    await expect.poll(async () => (await markedTexts(other)).length).toBe(2);
    const [worker] = browser.context.serviceWorkers();
    const badges = () =>
      worker!.evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        const texts = await Promise.all(
          tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id! })),
        );
        return texts.filter((text) => text);
      });
    await expect.poll(async () => (await badges()).length).toBe(2);
    await worker!.evaluate((origins) => chrome.permissions.remove({ origins }), SITES);
    await expect.poll(() => markedTexts(page)).toEqual([]);
    await expect.poll(badges).toEqual(['1']);
    expect(await markedTexts(other)).toHaveLength(2);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});
