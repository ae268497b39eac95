import { expect, test, type Locator, type Page } from '@playwright/test';
import { launchWithExtension, type ExtensionBrowser } from './chromium';

const PANE = 'https://sandbox-2.reactblade.portal.azure.net/signin-details-tabs.html';

let browser: ExtensionBrowser;
let page: Page;
let note: Locator;

test.beforeAll(async () => {
  browser = await launchWithExtension({ variant: { hasOpenShadow: true } });
});
test.afterAll(() => browser.close());
test.beforeEach(async () => {
  page = await browser.context.newPage();
  note = page.locator('signpost-note .note');
});
test.afterEach(() => page.close());

/** Opens the pane and unfolds the note of its code. */
async function unfold(query = ''): Promise<void> {
  await page.goto(`${PANE}${query}`);
  const fold = note.locator('.fold');
  await expect(async () => {
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
  }).toPass();
}

const openTab = (name: string) => page.locator('#pane').getByRole('tab', { name }).click();
const fits = () => note.locator('li.fits > b').allTextContents();
const ruledOut = () => note.locator('details li > b').allTextContents();

test('debug', async () => {
  page.on('console', (m) => console.log(m.text()));
  await unfold();
  await page.waitForTimeout(1000);

  for (const t of ['Location','Additional Details','Conditional Access','Basic info']) {
    await openTab(t);
    await page.waitForTimeout(500);
    console.log('-----', t, await note.count(), (await fits()), await ruledOut(), await note.first().locator('.fold').getAttribute('aria-expanded'));
  }
});
