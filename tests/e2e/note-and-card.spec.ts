import { expect, type Locator, type Page } from '@playwright/test';
import { OPEN, type ExtensionBrowser } from './chromium';
import { pressUntilObeyed } from './press-ours';
import { test } from './test';

const SIGN_IN = 'https://login.microsoftonline.com/common';
const LOGS = 'https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html';
const DETAILS =
  'https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=53003';

let browser: ExtensionBrowser;
let page: Page;
let card: Locator;

test.beforeAll(async ({ browsers }) => {
  browser = await browsers.chromium(OPEN);
});
test.beforeEach(async () => {
  page = await browser.context.newPage();
  card = page.locator('signpost-card .card');
});
test.afterEach(() => page.close());

/** Middle of a marked code, counted in the order of the page, whatever the marks weigh. */
function middleOfMark(nth = 0): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const ranges = [...CSS.highlights]
      .filter(([name]) => name.startsWith('signpost'))
      .flatMap(([, highlight]) => [...highlight] as Range[])
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    const { left, top, width, height } = ranges[wanted]!.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, nth);
}

/** Opens the list and waits until its cards answer. */
async function openList(): Promise<void> {
  await page.goto(LOGS);
  await expect
    .poll(
      async () => {
        await page.mouse.move(5, 5);
        const { x, y } = await middleOfMark().catch(() => ({ x: 5, y: 5 }));
        await page.mouse.click(x, y);
        return card.count();
      },
      { intervals: [300] },
    )
    .toBe(1);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
}

test('a card goes when its code leaves the frame sideways, and when something covers it', async () => {
  await openList();
  const mark = await middleOfMark(1);
  await page.mouse.click(mark.x, mark.y);
  await expect(card).toHaveCount(1);
  await page.evaluate(() => (document.body.style.marginLeft = '-1200px'));
  await expect(card).toHaveCount(0);
  await page.evaluate(() => (document.body.style.marginLeft = ''));
  await page.mouse.click(mark.x, mark.y);
  await expect(card).toHaveCount(1);
  await page.evaluate(({ x, y }) => {
    const pane = document.createElement('div');
    pane.style.cssText = `position:fixed;left:${x - 60}px;top:${y - 60}px;width:120px;height:120px;background:#fff`;
    document.body.append(pane);
  }, mark);
  await expect(card).toHaveCount(0);
});

test('a quick click pins the card; without it, it goes with the pointer', async () => {
  await openList();
  const mark = await middleOfMark(1);
  await page.mouse.move(mark.x - 1, mark.y);
  await page.mouse.click(mark.x, mark.y);
  await expect(card).toHaveCount(1);
  await page.mouse.move(20, 700);
  await page.waitForTimeout(600);
  await expect(card).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.mouse.move(mark.x - 1, mark.y);
  await page.mouse.move(mark.x, mark.y);
  await expect(card).toHaveCount(1);
  await page.mouse.move(20, 700);
  await expect(card).toHaveCount(0);
});

test('head and tabs stay while the body scrolls, and a low window is enough', async () => {
  await page.setViewportSize({ width: 1000, height: 420 });
  await openList();
  const mark = await middleOfMark(1);
  await page.mouse.click(mark.x, mark.y);
  const box = (await card.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(420);
  const tabs = card.getByRole('tablist');
  const panel = card.getByRole('tabpanel');
  const before = await tabs.boundingBox();
  expect((await panel.boundingBox())!.height).toBeGreaterThan(110);
  await panel.evaluate((element) => element.scrollTo(0, 9999));
  expect(await panel.evaluate((element) => element.scrollTop)).toBeGreaterThan(50);
  expect(await tabs.boundingBox()).toEqual(before);
});

test('at 200 % zoom of a small window, the wheel reaches the end of the card', async () => {
  await page.setViewportSize({ width: 400, height: 320 });
  await page.goto(LOGS);
  const atMark = async () => {
    await page.mouse.move(5, 5);
    // Marks that are drawn lie beside one another in one column.
    await page.evaluate(() => {
      const [range] = [...CSS.highlights].flatMap(([name, highlight]) =>
        name.startsWith('signpost') ? [...highlight] : [],
      );
      range!.startContainer.parentElement!.scrollIntoView({ inline: 'center', block: 'nearest' });
    });
    const { x, y } = await middleOfMark(1);
    await page.mouse.move(x - 1, y);
    await page.mouse.click(x, y);
    return card.count();
  };
  await expect.poll(() => atMark().catch(() => 0), { intervals: [300] }).toBe(1);
  const end = card.getByRole('button', { name: /Full entry/ });
  await end.waitFor();
  const { x, y, width, height } = (await card.boundingBox())!;
  await page.mouse.move(x + width / 2, y + 30);
  const isInside = async () => {
    await page.mouse.wheel(0, 4000);
    const box = (await end.boundingBox())!;
    return box.y >= y && box.y + box.height <= y + height;
  };
  await expect.poll(isInside).toBe(true);
});

test('the introduction is two lines that unfold', async () => {
  await openList();
  const mark = await middleOfMark(1);
  await page.mouse.click(mark.x, mark.y);
  const intro = card.locator('.intro > div');
  const folded = (await intro.boundingBox())!.height;
  expect(folded).toBeLessThan(48);
  await card.getByRole('button', { name: 'More' }).click();
  await expect(card.getByRole('button', { name: 'Less' })).toBeVisible();
  expect(await intro.evaluate((element) => element.scrollHeight)).toBeGreaterThan(folded);
});

test('on a sign-in page a mark leads to the note and covers it with no card', async () => {
  await page.goto(`${SIGN_IN}/signin-error.html`);
  const note = page.locator('signpost-note .note');
  await note.waitFor();
  // Marks come together, a moment after the note.
  await expect.poll(() => middleOfMark().then(Boolean, () => false)).toBe(true);
  const mark = await middleOfMark();
  await page.mouse.move(mark.x - 1, mark.y);
  await page.mouse.move(mark.x, mark.y);
  await page.waitForTimeout(600);
  await expect(card).toHaveCount(0);
  await page.mouse.click(mark.x, mark.y);
  await expect(note).toHaveClass(/led/);
  await expect(card).toHaveCount(0);
  await note.getByRole('button', { name: 'Hide this note' }).click();
  await expect(note).toHaveCount(0);
  await page.mouse.click(mark.x, mark.y);
  await expect(note).toHaveCount(1);
});

test('where a note stands open, no card repeats it; unfolding a note closes the card', async () => {
  await page.goto(DETAILS);
  const note = page.locator('signpost-note .note');
  await note.waitFor();
  const mark = await middleOfMark();
  await page.mouse.click(mark.x, mark.y);
  await expect(card).toHaveCount(1);
  await page.keyboard.press('Escape');
  // The card lay over the line: a press counts again as soon as the browser has seen that it is gone.
  const fold = note.locator('.fold');
  await pressUntilObeyed(
    () => fold.click(),
    async () => (await fold.getAttribute('aria-expanded')) === 'true',
  );
  await page.mouse.click(mark.x, mark.y);
  await expect(note).toHaveClass(/led/);
  await expect(card).toHaveCount(0);
});

test('a block by Conditional Access: a line points to the details in the page’s own words, and goes with them', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${SIGN_IN}/conditional-access-block.html`);
  await page.evaluate(() =>
    document.querySelector('#moreDetails')?.replaceChildren('Weitere Details'),
  );
  const note = page.locator('signpost-note');
  await expect(note).toContainText(/Open “(Weitere Details|More details)”/);
  await page.click('#moreDetails');
  const button = page.getByRole('button', { name: 'Copy details for IT' });
  await button.waitFor();
  await expect(note).toHaveCount(1);
  const { y, height } = (await button.boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(900);
});

test('the ticket holds the message of the page, what was opened and its ids', async () => {
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(
    `${SIGN_IN}/signin-error.html?client_id=11111111-2222-3333-4444-555555555555&redirect_uri=https%3A%2F%2Fapp.contoso.com%2Fcallback`,
  );
  const button = page.getByRole('button', { name: 'Copy details for IT' });
  const said = page.getByRole('button', { name: '✓ Copied' });
  await pressUntilObeyed(
    () => button.click(),
    () => said.isVisible(),
  );
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("The redirect URI 'https://app.contoso.com/callback' specified");
  expect(copied).toContain('11111111-2222-3333-4444-555555555555');
  expect(copied).toContain('Leads back to: app.contoso.com');
  expect(copied).toMatch(/Correlation ID: [\da-f-]{36}/);
  // What was said goes again.
  await expect(page.getByRole('button', { name: 'Copy details for IT' })).toBeVisible();
});

test('the administrator gets a reply for the user, and none on a sign-in page', async () => {
  await page.goto(DETAILS);
  await page.locator('signpost-note .fold').click();
  await page.getByRole('tab', { name: 'For the user' }).click();
  await expect(page.getByRole('button', { name: 'Copy reply for the user' })).toBeVisible();
  await page.goto(`${SIGN_IN}/conditional-access-block.html?open=1`);
  await page.getByRole('button', { name: 'IT details' }).click();
  await expect(page.getByRole('tab', { name: 'Causes' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'For the user' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to my steps' }).click();
  await expect(page.getByRole('button', { name: 'Copy details for IT' })).toBeVisible();
});

test('the folded line off Microsoft’s hosts says so', async () => {
  await page.goto('https://app.contoso.com/app-error-page.html');
  await expect(page.locator('signpost-note .fold').first()).toContainText('Not a Microsoft page');
});

test('notes follow the theme of the page, not that of the system', async () => {
  const paper = () =>
    page.locator('signpost-note .note').evaluate((note) => getComputedStyle(note).backgroundColor);
  await page.goto(`${SIGN_IN}/signin-error.html`);
  expect(await paper()).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).toBe('rgb(255, 255, 255)');
  await page.addStyleTag({ content: '*{background:#111!important;color:#eee!important}' });
  await page.click('#flagging');
  await expect.poll(paper).toBe('rgb(28, 33, 40)');
});

for (const width of [360, 320]) {
  test(`nothing is wider than its place at ${width} px, whatever is unfolded`, async () => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`${SIGN_IN}/conditional-access-block.html?open=1`);
    await page.locator('signpost-note .note').waitFor();
    const widths = () => page.evaluate(() => document.documentElement.scrollWidth);
    const before = await page.evaluate(() => document.documentElement.clientWidth);
    await page.getByRole('button', { name: 'IT details' }).click();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      expect(await widths()).toBeLessThanOrEqual(before);
    }
  });
}

test('pictures: forced colors, right-to-left and 320 px', async () => {
  const shoot = async (name: string) => {
    const note = page.locator('signpost-note .note').first();
    await note.waitFor();
    await note.screenshot({ path: `.output/pictures/note-${name}.png` });
    return note;
  };
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${SIGN_IN}/signin-error.html`);
  const forced = await shoot('forced-colors');
  // A background is gone there: what it said needs a border.
  expect(
    await forced
      .locator('.pill')
      .first()
      .evaluate((pill) => getComputedStyle(pill).borderTopWidth),
  ).toBe('1px');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(`${SIGN_IN}/signin-error.html`);
  await shoot('320');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const rtl = await shoot('right-to-left');
  // English sentences keep their full stops on the right.
  expect(
    await rtl
      .locator('p')
      .first()
      .evaluate((p) => getComputedStyle(p).unicodeBidi),
  ).toBe('plaintext');
});

test('from the list to the pane: the card goes with its code, and the note is pressed in a frame of another origin', async () => {
  const frames = encodeURIComponent('https://sandbox-1.reactblade.portal.azure.net/');
  await page.goto(`https://entra.microsoft.com/admin-center.html?frames=${frames}`);
  const list = page.frameLocator('iframe').first();
  const cell = list.locator('[data-automation-key=errorCode]').filter({ hasText: '50126' }).first();
  await cell.click({ position: { x: 15, y: 9 } });
  const pane = page.frameLocator('iframe').nth(1);
  const fold = pane.locator('signpost-note .fold').first();
  await expect(fold).toContainText('AADSTS50126');
  // Opening the pane takes the width of the list, and the code is not seen any more.
  await expect(list.locator('signpost-card')).toHaveCount(0);
  await pressUntilObeyed(
    () => fold.click(),
    async () => (await fold.getAttribute('aria-expanded')) === 'true',
  );
  const tab = pane.getByRole('tab', { name: 'Fix' });
  await pressUntilObeyed(
    () => tab.click(),
    async () => (await tab.getAttribute('aria-selected')) === 'true',
  );
});
