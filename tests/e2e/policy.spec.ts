import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchWithExtension, markedTexts, notedCodes, type ExtensionBrowser } from './chromium';
import { pressableNames } from './press-ours';
import { openRealPopup } from './real-popup';
import { copyBuiltExtension } from '../browsers/built-extension';
import { test } from './test';

/** Where Debian's Chromium reads the policies of the machine. Only root may write there. */
const FOLDER = '/etc/chromium/policies/managed';
const FILE = join(FOLDER, 'signpost-test.json');

test.skip(
  process.platform !== 'linux' || process.getuid?.() !== 0,
  'writes a machine policy: Linux, as root',
);

/** The id of an unpacked extension: the first half of the SHA-256 of its path, in the letters from a to p. */
function extensionId(folder: string): string {
  return createHash('sha256')
    .update(realpathSync(folder))
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}

/** Runs under a policy for a copy of the extension, whose id no other test has: tests beside this one keep their own. */
async function withPolicy(
  policy: object,
  run: (folder: string) => Promise<void>,
  closedTo: string[] = [],
): Promise<void> {
  const folder = copyBuiltExtension('chrome-mv3');
  const id = extensionId(folder);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    FILE,
    JSON.stringify({
      '3rdparty': { extensions: { [id]: policy } },
      ExtensionSettings: { [id]: { runtime_blocked_hosts: closedTo } },
    }),
  );
  try {
    await run(folder);
  } finally {
    rmSync(FILE, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens the popup over a page until it says something. */
async function popupSays({ context, pageUrl }: ExtensionBrowser, page: Page, words: string) {
  const popup = await openRealPopup(context, page, pageUrl('popup.html'));
  await expect.poll(() => popup.text()).toContain(words);
  await popup.evaluate('setTimeout(() => close())');
  await expect.poll(() => popup.isOpen()).toBe(false);
}

test('an organization’s policy turns sign-in pages off, and the admin centers stay explained; the popup says so', () =>
  withPolicy(
    { signInPages: false },
    async (folder) => {
      const browser = await launchWithExtension({ folder });
      const page = await browser.context.newPage();
      await page.goto(
        'https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=53003',
      );
      await expect.poll(() => notedCodes(page)).toEqual(['AADSTS53003']);
      await page.goto('https://login.microsoftonline.com/common/strict.html');
      await expect(page.locator('#exceptionMessageContainer')).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(await notedCodes(page)).toEqual([]);
      expect(await markedTexts(page)).toEqual([]);
      await popupSays(browser, page, 'Your organization turned Signpost off on this kind of page.');
      await page.goto('https://closed.contoso.com/app-error-page.html');
      await popupSays(browser, page, 'Your organization does not allow extensions here.');
      await page.goto(browser.pageUrl('options.html'));
      await expect(page.getByLabel('Explain errors on sign-in pages')).toBeDisabled();
      await expect(page.getByText('set by your organization')).toHaveCount(1);
      // Every other row is the user's own.
      const rows = await page.locator('.setting:not(:has(.hosts))').count();
      await expect(page.getByText('your choice')).toHaveCount(rows - 1);
      await browser.close();
    },
    ['*://closed.contoso.com'],
  ));

test('a policy that goes leaves nothing of itself behind, whatever was chosen under it', () =>
  withPolicy({ signInPages: false, supportName: 'Contoso Service Desk' }, async (folder) => {
    const browser = await launchWithExtension({ folder });
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('options.html'));
    await expect(page.getByLabel('Name on the button')).toHaveValue('Contoso Service Desk');
    await page.getByLabel('Explain codes in the admin centers').uncheck();
    await expect(page.getByText('✓ Saved')).toBeVisible();
    rmSync(FILE);
    // The browser notices by itself that the file is gone, which takes it some seconds.
    await expect
      .poll(
        () => page.evaluate(async () => Object.keys(await chrome.storage.managed.get()).length),
        { timeout: 45_000 },
      )
      .toBe(0);
    await page.reload();
    const signInPages = page.getByLabel('Explain errors on sign-in pages');
    await expect(signInPages).toBeEnabled();
    await expect(signInPages).toBeChecked();
    await expect(page.getByLabel('Name on the button')).toHaveValue('');
    await expect(page.getByLabel('Explain codes in the admin centers')).not.toBeChecked();
    await page.goto('https://login.microsoftonline.com/common/strict.html');
    await expect.poll(() => notedCodes(page)).toEqual(['AADSTS50105']);
    await browser.close();
  }));

test('the help desk of the policy stands under the explanation', () =>
  withPolicy(
    { supportName: 'Contoso Service Desk', supportUrl: 'https://help.contoso.com/' },
    async (folder) => {
      const browser = await launchWithExtension({ folder });
      const page = await browser.context.newPage();
      await page.goto('https://login.microsoftonline.com/common/strict.html');
      await expect.poll(() => notedCodes(page)).toEqual(['AADSTS50105']);
      await expect.poll(() => pressableNames(page)).toContain('Contoso Service Desk');
      await browser.close();
    },
  ));

test('a policy that turns sign-in pages, kept codes and notes off reaches the pages that are open', () =>
  withPolicy({ supportName: 'Contoso Service Desk' }, async (folder) => {
    const browser = await launchWithExtension({ folder });
    const signIn = await browser.context.newPage();
    await signIn.goto('https://login.microsoftonline.com/common/strict.html');
    await expect.poll(() => notedCodes(signIn)).toEqual(['AADSTS50105']);
    const admin = await browser.context.newPage();
    await admin.goto(
      'https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=53003',
    );
    await expect.poll(() => notedCodes(admin)).toEqual(['AADSTS53003']);
    const options = await browser.context.newPage();
    await options.goto(browser.pageUrl('options.html'));
    const signInPages = options.getByLabel('Explain errors on sign-in pages');
    await expect(signInPages).toBeEnabled();
    await options.evaluate(() =>
      chrome.storage.local.set({ keptCodes: { recent: ['AADSTS50126'], pinned: [] } }),
    );
    const lookup = await browser.context.newPage();
    await lookup.goto(browser.pageUrl('lookup.html#/AADSTS53003'));
    await expect(lookup.locator('.own-note')).toHaveCount(1);
    const popup = await browser.context.newPage();
    await popup.goto(browser.pageUrl('popup.html'));
    await expect(popup.locator('[data-kept]')).toHaveCount(1);

    const policy = JSON.parse(readFileSync(FILE, 'utf8'));
    for (const own of Object.values<Record<string, unknown>>(policy['3rdparty'].extensions))
      Object.assign(own, { signInPages: false, keepCodes: false, notes: false });
    writeFileSync(FILE, JSON.stringify(policy));
    // The browser notices by itself that the file is another one, which takes it some seconds.
    await expect.poll(() => notedCodes(signIn), { timeout: 45_000 }).toEqual([]);
    expect(await markedTexts(signIn)).toEqual([]);
    await expect(signInPages).toBeDisabled();
    expect(await notedCodes(admin)).toEqual(['AADSTS53003']);
    await expect(lookup.locator('.own-note')).toHaveCount(0);
    await expect(popup.locator('[data-kept]')).toHaveCount(0);
    const kept = await options.evaluate(() => chrome.storage.local.get('keptCodes'));
    expect(kept).toEqual({});
    await browser.close();
  }));
