import { expect, type Page } from '@playwright/test';
import { textOfOurs, type ExtensionBrowser } from './chromium';
import { pasteInto } from './own-page';
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

const paste = (text: string) => pasteInto(page, text);

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
    const [, first] = await ask('conditonal acess');
    expect(first).toMatch(/^AADSTS53/);
    await expect(page.locator('[role=option]').first()).toHaveAttribute(
      'data-guide',
      'conditional-access-blocks',
    );
    expect((await ask('wrong pasword'))[0]).toBe('AADSTS50126');
  });

  test('digits get codes that start so, and never a neighbor', async () => {
    for (const code of await ask('5012')) expect(code).toMatch(/5012/);
    expect(await ask('99999')).toEqual(['AADSTS99999']);
  });

  test('an unknown code gets the honest answer', async () => {
    expect(await ask('AADSTS999999')).toEqual(['AADSTS999999']);
    await expect(page.locator('.section')).toHaveText('This code');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing reliable is known about this code')).toBeVisible();
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
    const row = page.locator('[role=option]').first();
    await expect(row).toContainText('✓ Copied');
    await expect(row).not.toContainText('Copied');
  });

  test('a button that copied says so for a moment, and no other button does', async () => {
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await ask('53003');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Commands' }).click();
    const buttons = page.getByRole('dialog').locator('.actions button');
    const labels = await buttons.allTextContents();
    expect(labels.length).toBeGreaterThan(1);
    await buttons.first().click();
    await expect(buttons.first()).toHaveText('✓ Copied');
    expect((await buttons.allTextContents()).slice(1)).toEqual(labels.slice(1));
    await expect(buttons.first()).toHaveText(labels[0]!);
  });

  test('a row says how urgent a code is and who acts, in words that stand alone', async () => {
    await ask('53003');
    await expect(page.locator('[role=option]').first()).toContainText(
      'Look into itadministrator has to act',
    );
    await ask('50058');
    await expect(page.locator('[role=option]').first()).toContainText('Expected, no action');
    await expect(page.locator('[role=option]').first()).not.toContainText('has to act');
  });

  test('the card scrolls by the arrow keys under its title, and the list behind it stays', async () => {
    await page.setViewportSize({ width: 420, height: 420 });
    await ask('conditional access');
    for (let row = 0; row < 4; row++) await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[aria-selected=true]');
    const code = await chosen.getAttribute('data-code');
    await expect(chosen).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog');
    await expect(card).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    // The card has its focus before its entry is read, and nothing to scroll until then.
    await page.waitForFunction(() => document.documentElement.scrollHeight > innerHeight + 200);
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(40);
    await expect(card.getByRole('heading', { level: 2 }).first()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(chosen).toHaveAttribute('data-code', code!);
    await expect(chosen).toBeInViewport({ ratio: 1 });
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
  const popup = await popupOver('https://entra.microsoft.com/*');
  await expect(popup.getByText('On this page')).toBeVisible();
  const listed = await popup
    .locator('[role=option]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.code));
  expect(listed).toContain('AADSTS50126');
  expect(listed).toContain('AADSTS53003');
  expect(new Set(listed).size).toBe(listed.length);
  await popup.close();
});

/** The popup over a page, as the browser opens it; here it stands in a tab of its own and is told which to ask. */
async function popupOver(pattern: string): Promise<Page> {
  const popup = await browser.context.newPage();
  await popup.addInitScript((url) => {
    const query = chrome.tabs.query.bind(chrome.tabs);
    Object.assign(chrome.tabs, { query: () => query({ url }) });
  }, pattern);
  await popup.goto(browser.pageUrl('popup.html'));
  return popup;
}

test('the popup says that a tab has no codes', async () => {
  await page.goto('https://portal.azure.com/no-codes.html');
  const popup = await popupOver('https://portal.azure.com/*');
  await expect(popup.getByText('No error code that Signpost knows is on this page.')).toBeVisible();
  await popup.close();
});

test('the popup says why a page cannot be read', async () => {
  // In a tab of its own, the popup stands over itself: a page of the browser's, which no extension may read.
  await page.goto(browser.pageUrl('popup.html'));
  await expect(page.getByText('It belongs to the browser')).toBeVisible();
});

test('a code of the page is explained in the page, not twice', async () => {
  await page.goto('https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html');
  const [worker] = browser.context.serviceWorkers();
  await expect
    .poll(() =>
      worker!.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://*.portal.azure.net/*' });
        const [frame] = await chrome.scripting.executeScript({
          target: { tabId: tab!.id! },
          func: () => typeof globalThis.signpost?.reveal,
        });
        return frame?.result;
      }),
    )
    .toBe('function');
  const popup = await popupOver('https://*.portal.azure.net/*');
  await popup.locator('[role=option][data-code=AADSTS50126]').waitFor();
  const closed = popup.waitForEvent('close');
  await popup.locator('[role=option][data-code=AADSTS50126]').click();
  await closed;
  await expect.poll(() => textOfOurs(page, 'signpost-card')).not.toEqual([]);
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
    // An `expect` that misses once takes a snapshot of the whole page for its message: 20 s for as many rows.
    await page.locator('.catalog').waitFor();
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

  test('in a narrow window a log can still be explained, and there is room to type', async () => {
    // The narrowest is the sidebar of Firefox as it first opens.
    for (const width of [240, 320, 640, 760]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto('about:blank');
      await page.goto(browser.pageUrl('lookup.html'));
      const toLog = page.getByRole('link', { name: 'Explain a log' });
      await expect(toLog, `${width} px`).toBeInViewport({ ratio: 1 });
      for (const one of [toLog, page.locator('.bar .file')])
        expect(
          await one.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
          `cut at ${width} px`,
        ).toBeLessThanOrEqual(0);
      await expect(page.getByRole('link', { name: 'All codes', exact: true })).toBeInViewport({
        ratio: 1,
      });
      expect((await field().boundingBox())!.width, `${width} px`).toBeGreaterThan(
        width < 320 ? 160 : 240,
      );
      await toLog.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Explain a log');
    }
  });

  test('an address that is no code says so and shows the catalog', async () => {
    await page.goto(browser.pageUrl('lookup.html#/banana'));
    await expect(page.getByRole('alert')).toContainText('“banana” is not a code');
    await expect(page.locator('.catalog li').first()).toBeVisible();
  });

  test('contents follow the reading, and code and title stay in view', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 720, height: 420 },
      { width: 360, height: 700 },
    ]) {
      await page.setViewportSize(viewport);
      await page.goto('about:blank');
      await page.goto(browser.pageUrl('lookup.html#/AADSTS53003'));
      const contents = page.getByRole('navigation', { name: 'Contents' });
      const running = page.locator('.running');
      await expect(running).toBeHidden();
      await contents.getByRole('link', { name: 'Commands' }).click();
      await expect(page.getByRole('heading', { name: 'Commands' })).toBeInViewport();
      await expect(contents.locator('[aria-current=location]')).toHaveText('Commands');
      await expect(contents.locator('[aria-current=location]')).toBeInViewport();
      await expect(running).toBeInViewport();
      await expect(running).toHaveText(/AADSTS53003 Conditional Access/);
      await page.evaluate(() => document.querySelector('#section-causes')!.scrollIntoView());
      await expect(contents.locator('[aria-current=location]')).toHaveText('Causes');
      await expect(field()).toBeInViewport();
      // Nothing that stays covers the heading that was asked for.
      expect(
        await page.evaluate(() => {
          const heading = document.querySelector('#section-causes')!;
          const { x, y, height } = heading.getBoundingClientRect();
          return heading.contains(document.elementFromPoint(x + 4, y + height / 2));
        }),
      ).toBe(true);
    }
  });

  test('the entry leads to the codes before and after it', async () => {
    await page.goto(browser.pageUrl('lookup.html'));
    await page.locator('.catalog').waitFor();
    const all = await page.locator('.catalog .code').allTextContents();
    const at = all.indexOf('AADSTS53003');
    await page.goto(browser.pageUrl('lookup.html#/AADSTS53003'));
    await page.locator('.neighbors [rel=next]').click();
    await expect(page.locator(`[data-code=${all[at + 1]}]`)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.locator('.neighbors [rel=prev]').click();
    await expect(page.locator('[data-code=AADSTS53003]')).toBeVisible();
  });

  test('the field over an entry searches, and Escape gives the entry back', async () => {
    await page.goto(browser.pageUrl('lookup.html#/AADSTS53003'));
    await expect(page.locator('[data-code=AADSTS53003]')).toBeVisible();
    await field().fill('wrong pasword');
    await expect(page.locator('.catalog li').first()).toContainText('AADSTS50126');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-code=AADSTS53003]')).toBeVisible();
    await field().fill('53003');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-code=AADSTS53003]')).toBeVisible();
    await expect(field()).toHaveValue('');
    await field().fill('wrong pasword');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-code=AADSTS50126]')).toBeVisible();
    await page.goBack();
    await expect(page.locator('[data-code=AADSTS53003]')).toBeVisible();
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

test('options are kept, and a bad address is refused at its field', async () => {
  await page.goto(browser.pageUrl('options.html'));
  const address = page.getByLabel('Address (https or mailto)');
  await address.fill('javascript:alert(1)');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toContainText('https:// or mailto:');
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await expect(address).toHaveValue('javascript:alert(1)');
  await address.fill('https://help.contoso.com/');
  await page.keyboard.press('Tab');
  await expect(page.getByText('✓ Saved')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('✓ Saved')).toBeHidden();
  await page.getByLabel('Explain errors on sign-in pages').uncheck();
  await expect(page.getByText('✓ Saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Explain errors on sign-in pages')).not.toBeChecked();
  await expect(address).toHaveValue('https://help.contoso.com/');
  await page.goto('https://login.microsoftonline.com/common/signin-error.html');
  await expect(page.locator('#exceptionMessageContainer')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('signpost-note')).toHaveCount(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.goto(browser.pageUrl('options.html'));
  await page.getByLabel('Explain errors on sign-in pages').check();
  await expect(page.getByText('✓ Saved')).toBeVisible();
});

test('more sites are named by their hosts', async () => {
  await page.goto(browser.pageUrl('options.html'));
  await expect(page.getByLabel('US Government portals')).toHaveAccessibleDescription(
    /entra\.microsoft\.us, portal\.azure\.us/,
  );
  await expect(page.getByText('github.com, dev.azure.com')).toBeVisible();
});
