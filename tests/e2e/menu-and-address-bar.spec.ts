import { expect, type Page, type Worker } from '@playwright/test';
import type { ExtensionBrowser } from './chromium';
import { test } from './test';

/** Events of the browser's own surfaces, which no test can press: they are sent to their listeners. */
type Sent = Record<string, Record<string, { dispatch: (...args: unknown[]) => void }>>;

let browser: ExtensionBrowser;
let worker: Worker;

test.beforeAll(async ({ browsers }) => {
  browser = await browsers.chromium();
  worker = browser.context.serviceWorkers()[0]!;
});

/** The page that opens when something is done. */
async function opened(act: () => Promise<unknown>): Promise<Page> {
  const page = browser.context.waitForEvent('page');
  await act();
  return page;
}

const choose = (selectionText: string) =>
  worker.evaluate((text) => {
    const event = { menuItemId: 'selection', selectionText: text };
    (chrome as unknown as Sent).contextMenus!.onClicked!.dispatch(event, { id: 1 });
  }, selectionText);

for (const [selected, address, shown] of [
  ['Error Code: 53003', '#/AADSTS53003', '[data-code=AADSTS53003]'],
  ['AADSTS50126 for anna@contoso.com, AADSTS53003', '#?q=AADSTS50126%20AADSTS53003', '.catalog li'],
  [
    `wrong pasword 🔑 ${'and so on '.repeat(60)}`,
    '#?q=wrong%20pasword%20%F0%9F%94%91',
    'input[type=search]',
  ],
] as const)
  test(`a selection is explained: ${selected.slice(0, 30)}`, async () => {
    const page = await opened(() => choose(selected));
    await expect.poll(() => page.url()).toContain(browser.pageUrl(`lookup.html${address}`));
    await expect(page.locator(shown).first()).toBeVisible();
    await page.close();
  });

test('the address bar suggests what Chrome accepts as XML, and opens it where it was asked to', async () => {
  const suggest = (typed: string) =>
    worker.evaluate(
      (text) =>
        new Promise<{ content: string; description: string }[]>((resolve) =>
          (chrome as unknown as Sent).omnibox!.onInputChanged!.dispatch(text, resolve),
        ),
      typed,
    );
  const [first] = await suggest('wrong pasword');
  expect(first!.content).toBe('AADSTS50126');
  expect(first!.description).toMatch(/^AADSTS50126: ./);
  for (const typed of ['50011', 'admin consent', 'device', `guest's & <b>`])
    for (const { description } of await suggest(typed))
      await worker.evaluate(
        (text) => chrome.omnibox.setDefaultSuggestion({ description: text }),
        description,
      );

  const enter = (text: string, disposition: string) =>
    worker.evaluate(
      ([typed, where]) =>
        (chrome as unknown as Sent).omnibox!.onInputEntered!.dispatch(typed, where),
      [text, disposition],
    );
  const entry = await opened(() => enter('AADSTS50126', 'newForegroundTab'));
  await expect.poll(() => entry.url()).toBe(browser.pageUrl('lookup.html#/AADSTS50126'));
  await entry.bringToFront();
  await enter('wrong password', 'currentTab');
  await expect.poll(() => entry.url()).toBe(browser.pageUrl('lookup.html#?q=wrong%20password'));
  await expect(entry.locator('.catalog li').first()).toContainText('AADSTS50126');
  const behind = await opened(() => enter('53003', 'newBackgroundTab'));
  await expect.poll(() => behind.url()).toBe(browser.pageUrl('lookup.html#/AADSTS53003'));
  expect(
    await worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]!.url),
  ).toBe(entry.url());
});
