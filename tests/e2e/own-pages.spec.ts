import { expect, test, type Page } from '@playwright/test';
import { launchWithExtension, type ExtensionBrowser } from './chromium';

let browser: ExtensionBrowser;
let page: Page;

test.beforeAll(async () => {
  browser = await launchWithExtension();
});
test.afterAll(() => browser.close());
test.beforeEach(async () => {
  page = await browser.context.newPage();
});
test.afterEach(() => page.close());

const field = () => page.locator('input[type=search]');
const codes = () =>
  page
    .locator('[role=option]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.code));

async function ask(query: string): Promise<(string | undefined)[]> {
  await field().fill('');
  await field().fill(query);
  await expect(page.locator('[role=option]').first()).toBeVisible();
  return codes();
}

async function paste(text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document
      .querySelector('input')!
      .dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
  }, text);
}

test.describe('popup', () => {
  test.beforeEach(() => page.goto(browser.pageUrl('popup.html')));

  test('opens focused and takes keys at once', async () => {
    await expect(field()).toBeFocused();
    await page.keyboard.type('50126');
    await expect(page.locator('[role=option]').first()).toHaveAttribute('data-code', 'AADSTS50126');
  });

  test('every spelling of a code leads to the same entry, first', async () => {
    for (const spelling of ['AADSTS50126', 'aadsts 50126', 'AADSTS:50126', '50126']) {
      expect((await ask(spelling))[0], spelling).toBe('AADSTS50126');
    }
    for (const spelling of ['0x801c03ed', '0X801C03ED', '801C03ED', '2149319661', '-2145647635']) {
      expect((await ask(spelling))[0], spelling).toBe('0x801C03ED');
    }
    expect((await ask('InvalidUserNameOrPassword'))[0]).toBe('AADSTS50126');
  });

  test('words with typing errors find what was meant', async () => {
    expect((await ask('conditonal acess'))[0]).toMatch(/^AADSTS53/);
    expect((await ask('wrong pasword'))[0]).toBe('AADSTS50126');
  });

  test('digits get codes that start so, and never a neighbor', async () => {
    for (const code of await ask('5012')) expect(code).toMatch(/5012/);
    expect(await ask('99999')).toEqual(['AADSTS99999']);
  });

  test('an unknown code gets the honest answer', async () => {
    expect(await ask('AADSTS999999')).toEqual(['AADSTS999999']);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing reliable is known of this code')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ask Microsoft’s lookup page' })).toHaveAttribute(
      'href',
      'https://login.microsoftonline.com/error?code=999999',
    );
  });

  test('a pasted error lists its codes and fills its ids into the command', async () => {
    await paste(
      'AADSTS53003: Access has been blocked by Conditional Access policies.\r\nTrace ID: 11111111-aaaa-4bbb-8ccc-000000000001\r\nCorrelation ID: 22222222-aaaa-4bbb-8ccc-000000000002\r\nTimestamp: 2026-09-03 13:32:53Z\r\n{"error_codes":[53003,50126]}',
    );
    await expect(page.locator('[role=option]')).toHaveCount(2);
    expect(await codes()).toEqual(['AADSTS53003', 'AADSTS50126']);
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Commands' }).click();
    await expect(page.getByText('22222222-aaaa-4bbb-8ccc-000000000002').first()).toBeVisible();
  });

  test('a paste of 10 MB is answered, and nothing is lost', async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', `AADSTS50058 ${'x1 '.repeat(3_400_000)}`);
      document
        .querySelector('input')!
        .dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
    });
    await expect(page.locator('[role=option]')).toHaveCount(1);
    expect(await codes()).toEqual(['AADSTS50058']);
    await expect(page.getByText('Only the first 2 million characters were read.')).toBeVisible();
  });

  test('the copy keys take the selected answer', async () => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await ask('50126');
    await page.keyboard.press('ControlOrMeta+c');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^AADSTS50126: .+\. .+/);
  });

  test('arrow keys, Enter and Escape are enough', async () => {
    const all = await ask('5012');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[aria-selected=true]')).toHaveAttribute('data-code', all[1]!);
    await expect(field()).toHaveAttribute('aria-activedescendant', `result-${all[1]}`);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('[aria-selected=true]')).toHaveAttribute('data-code', all.at(-1)!);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(field()).toHaveValue('');
    await expect(field()).toBeFocused();
  });
});

test('the popup lists the codes of the tab behind it, of every frame', async () => {
  const frames = encodeURIComponent('https://sandbox-1.reactblade.portal.azure.net/');
  await page.goto(`https://entra.microsoft.com/admin-center.html?frames=${frames}`);
  const [worker] = browser.context.serviceWorkers();
  await expect
    .poll(() =>
      worker!.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://entra.microsoft.com/*' });
        const all = await chrome.scripting.executeScript({
          target: { tabId: tab!.id!, allFrames: true },
          func: () => globalThis.signpost?.hits.size ?? 0,
        });
        return Math.max(...all.map(({ result }) => Number(result)));
      }),
    )
    .toBeGreaterThan(5);
  // The real popup asks for the active tab of its window; here it stands in a tab of its own and is told which to ask.
  const popup = await browser.context.newPage();
  await popup.addInitScript(() => {
    const query = chrome.tabs.query.bind(chrome.tabs);
    Object.assign(chrome.tabs, { query: () => query({ url: 'https://entra.microsoft.com/*' }) });
  });
  await popup.goto(browser.pageUrl('popup.html'));
  await expect(popup.getByText('On this page')).toBeVisible();
  const listed = await popup
    .locator('[role=option]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.code));
  expect(listed).toContain('AADSTS50126');
  expect(listed).toContain('AADSTS53003');
  expect(new Set(listed).size).toBe(listed.length);
  await popup.close();
});

test.describe('lookup page', () => {
  test('shows the full entry by its address, linkable', async () => {
    await page.goto(browser.pageUrl('lookup.html#/AADSTS53003'));
    const entry = page.locator('[data-code=AADSTS53003]');
    await expect(entry).toBeVisible();
    for (const heading of ['What it means', 'Causes', 'Fix', 'Commands', 'Questions', 'Sources']) {
      await expect(entry.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    }
    await entry.getByRole('link', { name: 'AADSTS53000' }).first().click();
    await expect(page.locator('[data-code=AADSTS53000]')).toBeVisible();
    await expect(page).toHaveTitle(/AADSTS53000/);
  });

  test('without a code it holds the whole catalog, with a filter', async () => {
    await page.goto(browser.pageUrl('lookup.html'));
    await expect(page.locator('.catalog li').first()).toBeVisible();
    const codes = await page.locator('.catalog .code').allTextContents();
    expect(codes.length).toBeGreaterThan(2000);
    const families = codes.map((code) =>
      code.startsWith('AADSTS') ? 0 : code.startsWith('0x') ? 1 : 2,
    );
    expect(families).toEqual([...families].sort((a, b) => a - b));
    const numbers = codes
      .filter((code) => code.startsWith('AADSTS'))
      .map((code) => Number(code.slice(6)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await field().fill('redirect uri');
    await expect(page.locator('.catalog li').first()).toContainText('AADSTS50011');
  });

  test('an address that is no code says so and shows the catalog', async () => {
    await page.goto(browser.pageUrl('lookup.html#/banana'));
    await expect(page.getByRole('alert')).toContainText('There is no such code');
    await expect(page.locator('.catalog li').first()).toBeVisible();
  });

  test('a diagnosis is answered step by step', async () => {
    await page.goto(browser.pageUrl('lookup.html#/AADSTS53003'));
    const first = page.locator('.diagnosis fieldset button').first();
    await first.click();
    await expect(page.locator('.diagnosis .past')).toHaveCount(1);
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect(page.locator('.diagnosis .past')).toHaveCount(0);
  });
});

test('options are kept, and a bad address is refused with a reason', async () => {
  await page.goto(browser.pageUrl('options.html'));
  await page.getByLabel('Address (https or mailto)').fill('javascript:alert(1)');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('status')).toContainText('https:// or mailto:');
  await page.getByLabel('Address (https or mailto)').fill('https://help.contoso.com/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('status')).toHaveText('Saved');
  await page.getByLabel('Explain errors on sign-in pages').uncheck();
  await expect(page.getByRole('status')).toHaveText('Saved');
  await page.reload();
  await expect(page.getByLabel('Explain errors on sign-in pages')).not.toBeChecked();
  await page.goto('https://login.microsoftonline.com/common/signin-error.html');
  await expect(page.locator('#exceptionMessageContainer')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('signpost-note')).toHaveCount(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.goto(browser.pageUrl('options.html'));
  await page.getByLabel('Explain errors on sign-in pages').check();
});
