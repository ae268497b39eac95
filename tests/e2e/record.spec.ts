import { expect, type Locator, type Page } from '@playwright/test';
import { complaints } from './axe';
import { OPEN, type ExtensionBrowser } from './chromium';
import { pressUntilObeyed } from './press-ours';
import { test } from './test';

const PANE = 'https://sandbox-2.reactblade.portal.azure.net/signin-details-tabs.html';

let browser: ExtensionBrowser;
let page: Page;
let note: Locator;

test.beforeAll(async ({ browsers }) => {
  browser = await browsers.chromium(OPEN);
});
test.beforeEach(async () => {
  page = await browser.context.newPage();
  note = page.locator('signpost-note .note');
});
test.afterEach(() => page.close());

/** Opens the pane and unfolds the note of its code. */
async function unfold(query = ''): Promise<void> {
  await page.goto(`${PANE}${query}`);
  const fold = note.locator('.fold');
  await pressUntilObeyed(
    () => fold.click(),
    async () => (await fold.getAttribute('aria-expanded')) === 'true',
  );
}

const openTab = (name: string) => page.locator('#pane').getByRole('tab', { name }).click();
const fits = () => note.locator('li.fits > b').allTextContents();
const ruledOut = () => note.locator('details li > b').allTextContents();

for (const query of ['', '?keep=1', '?pairs=dl']) {
  test(`causes follow as tabs are opened${query && `, with ${query}`}`, async () => {
    await unfold(query);
    await expect.poll(fits).toEqual(['Legacy authentication']);
    await expect(note.locator('li.fits .ev')).toHaveText('Client app: IMAP4');
    await expect(note.locator('li.fits .step')).toContainText('modern authentication');
    const flow = note.locator('li', { hasText: 'Authentication flow' });
    await expect(flow.locator('.look')).toContainText('Additional Details');
    expect(await ruledOut()).toContain('Policy for workload identities');
    expect(await ruledOut()).not.toContain('Authentication flow');

    await openTab('Location');
    await expect.poll(fits).toEqual(['Legacy authentication']);
    await openTab('Additional Details');
    await expect.poll(ruledOut).toContain('Authentication flow');
    await openTab('Conditional Access');
    await expect.poll(fits).toEqual(['Legacy authentication']);

    // Back at the code, the note stands beside it again, as it was.
    await openTab('Basic info');
    await expect(note).toHaveCount(1);
    await expect(note.locator('.fold')).toHaveAttribute('aria-expanded', 'true');
    await expect.poll(ruledOut).toContain('Authentication flow');
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            document.querySelector('signpost-note')?.previousElementSibling?.getAttribute('role') ??
            'none',
        ),
      )
      .not.toBe('tablist');
  });
}

test('another sign-in in the same pane takes nothing of the one before', async () => {
  await unfold();
  await expect.poll(fits).toEqual(['Legacy authentication']);
  await openTab('Additional Details');
  await expect.poll(ruledOut).toContain('Authentication flow');
  await page.evaluate(() => (window as unknown as { pick(name: string): void }).pick('flow'));
  await expect(async () => {
    const fold = note.locator('.fold');
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    expect(await ruledOut()).toContain('Legacy authentication');
  }).toPass();
  expect(await fits()).toEqual([]);
  expect(await ruledOut()).not.toContain('Authentication flow');
  await openTab('Additional Details');
  await expect.poll(fits).toEqual(['Authentication flow']);
});

test('a note goes with its pane when another sign-in is shown in another tab', async () => {
  await unfold();
  await expect.poll(fits).toEqual(['Legacy authentication']);
  await openTab('Location');
  await expect(page.getByText('203.0.113.66')).toBeVisible();
  // What is drawn is read with the next frame.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await expect(note).toHaveCount(1);
  await page.evaluate(() =>
    (window as unknown as { pick(name: string, tab: string): void }).pick('flow', 'Location'),
  );
  await expect(note).toHaveCount(0);
});

test('a folded note stays with its code', async () => {
  await page.goto(PANE);
  await note.waitFor();
  await openTab('Location');
  await expect(note).toHaveCount(0);
  await openTab('Basic info');
  await expect(note).toHaveCount(1);
});

test('the ticket names the cause that fits, with its evidence', async () => {
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // The message of a broker's redirect URI decides the cause of AADSTS50011.
  await page.goto('https://login.microsoftonline.com/common/signin-error.html');
  const button = page.getByRole('button', { name: 'Copy details for IT' });
  await button.waitFor();
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (text.data.includes('https://app.contoso.com/callback'))
        text.data = text.data.replace(
          'https://app.contoso.com/callback',
          'msauth.com.contoso://auth',
        );
    }
  });
  await page.evaluate(() => navigator.clipboard.writeText(''));
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await pressUntilObeyed(
    () => button.click(),
    async () => (await copied()) !== '',
  );
  expect(await copied()).toMatch(/Correlation ID: [\da-f-]{36}/);
  expect(await copied()).toMatch(/Cause that fits: Mobile or broker URI \(Message: AADSTS50011/);
});

test('what the record answers is answered in the diagnosis, shows why, and can be changed', async () => {
  await page.goto(`${PANE}?row=flow`);
  const fold = note.locator('.fold');
  await pressUntilObeyed(
    () => fold.click(),
    async () => (await fold.getAttribute('aria-expanded')) === 'true',
  );
  await openTab('Additional Details');
  await expect.poll(fits).toEqual(['Authentication flow']);
  const tab = note.getByRole('tab', { name: 'Diagnose' });
  await pressUntilObeyed(
    () => tab.click(),
    async () => (await tab.getAttribute('aria-selected')) === 'true',
  );
  const answer = async (name: string) => {
    const button = note.getByRole('button', { name, exact: true });
    await pressUntilObeyed(
      () => button.click(),
      async () => (await note.locator('fieldset').getByRole('button', { name }).count()) === 0,
    );
  };
  await answer('User sign-ins (interactive)');
  await answer('Yes');
  // The last question was answered by the record.
  const past = note.locator('.past', { hasText: 'Which detail' });
  await expect(past).toContainText('Authentication flow');
  await expect(past.locator('.ev')).toHaveText('Authentication Protocol: Device code');
  await expect(note.locator('.end')).toBeVisible();
  const change = past.getByRole('button');
  await pressUntilObeyed(
    () => change.click(),
    async () => (await note.locator('fieldset').count()) > 0,
  );
  await answer('Risk');
  await expect(note.locator('.end')).toContainText(/account/i);
});

test('by keyboard alone: unfold, read what fits, answer the diagnosis otherwise', async () => {
  await page.goto(PANE);
  await note.waitFor();
  const press = async (name: string | RegExp, role: 'button' | 'tab' = 'button') => {
    const target = note.getByRole(role, { name }).first();
    for (let at = 0; at < 40; at++) {
      if (await target.evaluate((element) => element.matches(':focus'))) break;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
    await expect(async () => {
      await page.keyboard.press('Enter');
      await expect(note.getByRole('tablist')).toBeVisible({ timeout: 300 });
    }).toPass();
  };
  await press(/AADSTS53003/);
  await expect.poll(fits).toEqual(['Legacy authentication']);
  const summary = note.locator('details summary');
  for (let at = 0; at < 40; at++) {
    if (await summary.evaluate((element) => element.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(note.locator('details')).toHaveAttribute('open', '');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 360]) {
    test(`picture, ${colorScheme}, ${width} px; nothing for axe to complain about`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 1400 });
      await page.goto(PANE);
      if (colorScheme === 'dark')
        await page.addStyleTag({ content: 'body{background:#1b1a19;color:#f3f2f1}' });
      const fold = note.locator('.fold');
      await expect(async () => {
        if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
        expect(await fits()).toEqual(['Legacy authentication']);
      }).toPass();
      await note.locator('details summary').click();
      expect(await complaints(page, { include: 'signpost-note', schemes: [colorScheme] })).toEqual(
        [],
      );
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `.output/pictures/record-${colorScheme}-${width}.png` });
    });
  }
}

test.describe('without its script', () => {
  /** How the worker answers a frame that asks for the script, until the worker stops. */
  const answer = (how: 'never' | 'with an error' | 'as always') =>
    browser.context.serviceWorkers()[0]!.evaluate((way) => {
      const { scripting } = chrome as unknown as {
        scripting: { executeScript: (what: { files?: string[] }) => Promise<unknown> };
      };
      const state = globalThis as { shipped?: typeof scripting.executeScript };
      const shipped = (state.shipped ??= scripting.executeScript.bind(scripting));
      scripting.executeScript = (what) => {
        if (way === 'as always' || !what.files?.includes('/record.js')) return shipped(what);
        return way === 'never' ? new Promise(() => {}) : Promise.reject(new Error('No such file'));
      };
    }, how);
  test.afterEach(() => answer('as always'));

  async function openCommands(): Promise<void> {
    const tab = note.getByRole('tab', { name: 'Commands' });
    await pressUntilObeyed(
      () => tab.click(),
      async () => (await tab.getAttribute('aria-selected')) === 'true',
    );
  }

  for (const [how, said] of [
    ['never', 'Loading…'],
    ['with an error', 'This part could not be loaded.'],
  ] as const)
    test(`a note keeps its answer where the script comes ${how}`, async () => {
      await answer(how);
      await unfold();
      await expect(note.locator('.intro')).not.toBeEmpty();
      await expect(note.locator('.causes li')).not.toHaveCount(0);
      expect(await fits()).toEqual([]);
      await openCommands();
      await expect(note.locator('.panel')).toContainText(said);
      await expect(note.getByRole('button', { name: /Full entry/ })).toBeVisible();
    });

  test('a ticket says the code, its title and the page', async () => {
    await answer('with an error');
    await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('https://login.microsoftonline.com/common/signin-error.html');
    const button = page.getByRole('button', { name: 'Copy details for IT' });
    await button.waitFor();
    await page.evaluate(() => navigator.clipboard.writeText(''));
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await pressUntilObeyed(
      () => button.click(),
      async () => (await copied()) !== '',
    );
    expect(await copied()).toMatch(/^AADSTS50011\n.+\nlogin\.microsoftonline\.com$/);
  });
});
