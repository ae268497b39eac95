import { expect, type Page } from '@playwright/test';
import { complaints } from './axe';
import { OPEN, type ExtensionBrowser } from './chromium';
import { test } from './test';

let browser: ExtensionBrowser;
let page: Page;

test.beforeEach(async ({ browsers }) => {
  browser = await browsers.chromium(OPEN);
  page = await browser.context.newPage();
});
test.afterEach(() => page.close());

test('axe finds nothing in our pages, notes and card, light and dark', async () => {
  test.slow();
  const found: string[] = [];
  const check = async (where: string, include?: string) => {
    for (const complaint of await complaints(page, { include }))
      found.push(`${where}, ${complaint}`);
  };

  await page.goto(browser.pageUrl('popup.html'));
  await check('popup, empty');
  await page.locator('input').fill('conditional access');
  await page.locator('[role=option]').first().waitFor();
  await check('popup, results');
  await page.locator('input').fill('53003');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await check('popup, card', '[role=dialog]');
  await page.getByRole('tab', { name: 'Diagnose' }).click();
  await check('popup, diagnosis', '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.locator('input').fill('zzzzqqqq');
  await check('popup, nothing found');
  for (const [address, drawn] of [
    // Not the whole catalog, whose rows are all alike and take axe a minute.
    ['lookup.html#?q=conditional%20access', '.catalog li'],
    ['lookup.html#/AADSTS53003', 'article'],
    ['lookup.html#/AADSTS99999', 'h1'],
    ['lookup.html#?area=mfa&severity=high&by=area', '.catalog li'],
    ['lookup.html#/compare/AADSTS50126/AADSTS50053', '.compare .pair'],
    ['sidepanel.html#/AADSTS50126', 'article'],
    ['options.html', 'h1'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(browser.pageUrl(address));
    await page.locator(drawn).first().waitFor();
    await check(address);
  }

  await page.getByLabel('Address (https or mailto)').fill('http://help.contoso.com');
  await page.keyboard.press('Tab');
  await page.getByRole('alert').waitFor();
  await check('options, refused');

  await page.goto('https://login.microsoftonline.com/common/conditional-access-block.html?open=1');
  // The note comes anew with the details that this page opens.
  await expect(page.locator('#debugDetailsBanner, .debug-details-banner').first()).toBeVisible();
  await page.getByRole('button', { name: 'IT details' }).waitFor();
  await check('note for the person', 'signpost-note');
  await page.getByRole('button', { name: 'IT details' }).click();
  await check('note for IT', 'signpost-note');
  await page.goto(
    'https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=53003',
  );
  await page.locator('signpost-note').waitFor();
  await check('line', 'signpost-note');
  await page.locator('signpost-note .fold').click();
  await check('line, unfolded', 'signpost-note');
  expect(found).toEqual([]);
});

test('a page that is not Microsoft’s is named so, and explained all the same', async () => {
  await page.goto('https://app.contoso.com/app-error-page.html');
  const note = page.locator('signpost-note[data-code=AADSTS50011]');
  // The codes of neighboring blocks share a line; below it stand the lines of each.
  await note.locator('.fold').click();
  await note.locator('.fold').nth(1).click();
  await expect(note).toContainText('This page is not Microsoft’s.');
  await expect(note).toContainText('Redirect');
  expect(await page.locator('#editor').innerHTML()).toBe('AADSTS50020 typed by the user');
});

const sizes = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return { scrollWidth, clientWidth };
};

test('own pages are no wider than a window of 320 or 720 px', async () => {
  const fits = async (where: string) => {
    for (const viewport of [
      { width: 720, height: 420 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(viewport);
      const { scrollWidth, clientWidth } = await page.evaluate(sizes);
      expect(scrollWidth, `${where} at ${viewport.width} px`).toBeLessThanOrEqual(clientWidth);
    }
  };
  for (const address of [
    'options.html',
    'lookup.html',
    'lookup.html#/banana',
    'lookup.html#/AADSTS53003',
    'lookup.html#/AADSTS53003/commands',
    'lookup.html#/compare/AADSTS50126/AADSTS50053',
    'sidepanel.html',
    'popup.html',
  ]) {
    await page.goto('about:blank');
    await page.goto(browser.pageUrl(address));
    await page
      .locator(address.includes('AADSTS') ? 'article' : 'input')
      .first()
      .waitFor();
    await fits(address);
  }
  await page.locator('input').fill('53003');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Commands' }).click();
  await fits('the popup’s card');
});

test('zoomed to 400 %, most of a window is there for reading', async () => {
  // A window of 1280 by 800 px, less what the browser itself takes.
  await page.setViewportSize({ width: 320, height: 180 });
  for (const address of ['lookup.html#/AADSTS53003', 'lookup.html#/guide/windows-hello']) {
    await page.goto('about:blank');
    await page.goto(browser.pageUrl(address));
    await page.locator('article h2').first().waitFor();
    const isForReading = () =>
      page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight / 2);
        return [10, 60, 110, 170].map(
          (y) => !document.elementFromPoint(160, y)!.closest('.bar, .along'),
        );
      });
    await expect.poll(isForReading).toEqual([true, true, true, true]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('the button for a file shows its focus, on every page that has one', async () => {
  for (const path of ['lookup.html#/log', 'options.html']) {
    await page.goto(browser.pageUrl(path));
    const file = page.locator('input[type=file]');
    await file.waitFor({ state: 'attached' });
    await expect(page.locator('h1')).toBeVisible();
    // What is focused after a key shows it.
    await page.keyboard.press('Tab');
    await file.focus();
    await expect(page.locator('.button.file')).toHaveCSS('outline-style', 'solid');
  }
});

test('the search field shows its focus in forced colors', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const address of ['popup.html', 'lookup.html']) {
    await page.goto(browser.pageUrl(address));
    await expect(page.locator('input[type=search]')).toBeFocused();
    expect(
      await page.locator('.search').evaluate((field) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(field);
        return `${outlineWidth} ${outlineStyle}`;
      }),
    ).toBe('2px solid');
  }
});
