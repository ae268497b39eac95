import { expect } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { launchFirefox } from '../browsers/firefox';
import { respond } from './fixture-pages';
import { markedIn, notedIn, weighedIn } from './frames';
import { treesInFirefox, type OurNode } from './hostile/our-tree';
import { drawnCodes, markedAll, markedIn as markedCells, showColumn } from './query-results';
import { test } from './test';

const SIGN_IN = 'https://login.microsoftonline.com/common';

let browser: Browser;
let page: Page;

test.describe('Firefox', () => {
  test.beforeAll(async ({ browsers }) => {
    browser = await browsers.firefox();
  });
  test.beforeEach(async () => {
    page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void request.respond(respond(request.url())));
  });
  test.afterEach(() => page.close());

  const notedCodes = () => notedIn(page.frames());
  const markedTexts = () => markedIn(page.frames());
  const noteHeight = () =>
    page.evaluate(
      () => document.querySelector('signpost-note')?.getBoundingClientRect().height ?? 0,
    );

  test('sign-in error page: note and marks', async () => {
    await page.goto(`${SIGN_IN}/signin-error.html`);
    await expect.poll(notedCodes).toEqual(['AADSTS50011']);
    await expect.poll(markedTexts).toEqual(['AADSTS50011', 'AADSTS50011']);
    expect(await noteHeight()).toBeGreaterThan(150);
    expect(await page.evaluate(() => document.querySelector('signpost-note')?.shadowRoot)).toBe(
      null,
    );
  });

  test('Conditional Access block: the bare code', async () => {
    await page.goto(`${SIGN_IN}/conditional-access-block.html?open=1`);
    await expect.poll(notedCodes).toEqual(['AADSTS53003']);
    await expect.poll(markedTexts).toEqual(['53003']);
  });

  test('sign-in logs in a frame of another origin', async () => {
    const frames = encodeURIComponent('https://sandbox-1.reactblade.portal.azure.net/');
    await page.goto(`https://entra.microsoft.com/admin-center.html?frames=${frames}`);
    await expect.poll(async () => (await markedTexts()).length).toBeGreaterThan(10);
  });

  test('marks by severity and by the status of their rows, which they follow', async () => {
    await page.goto('https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html?act=1');
    const weighed = async () => [...new Set(await weighedIn(page.frames()))].sort();
    const marks = [
      'act 53004',
      'expected 50058',
      'expected 50074',
      'expected 50140',
      'look 500121',
      'look 50126',
      'look 53003',
      'look 700016',
    ];
    await expect.poll(weighed).toEqual(marks);
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('[data-automationid=DetailsRow]'))
        if (row.querySelector('[data-automation-key=errorCode]')!.textContent === '53004')
          row.querySelector('[data-automation-key=status] span')!.firstChild!.nodeValue = 'Success';
    });
    await expect.poll(weighed).toEqual([...marks.slice(1), 'expected 53004'].sort());
  });

  test('with forced colors, what needs a look is underlined as well as what does not', async () => {
    const forced = await launchFirefox({
      preferences: { 'browser.display.document_color_use': 2 },
    });
    try {
      const grid = await forced.newPage();
      await grid.setRequestInterception(true);
      grid.on('request', (request) => void request.respond(respond(request.url())));
      await grid.goto('https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html?act=1');
      await expect.poll(async () => (await markedIn(grid.frames())).length).toBeGreaterThan(5);
      const lines = await grid.evaluate(() =>
        ['expected', 'look', 'act'].map(
          (weight) =>
            getComputedStyle(
              document.querySelector('[data-automation-key=errorCode]')!,
              `::highlight(signpost-${weight})`,
            ).textDecorationLine,
        ),
      );
      expect(await grid.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(lines).toEqual(['underline', 'underline', 'underline']);
    } finally {
      await forced.close();
    }
  });

  test('the card over a row says what the rows show together', async () => {
    await page.goto('https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html?spray=1');
    await expect.poll(async () => (await markedTexts()).length).toBeGreaterThan(10);
    const { x, y } = await page.evaluate(() => {
      const code = document.querySelector('[data-automation-key=errorCode]')!;
      code.scrollIntoView({ inline: 'center' });
      const range = document.createRange();
      range.selectNodeContents(code);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const words = ({ text, children }: OurNode): string => text + children.map(words).join(' ');
    const shown = async () => (await treesInFirefox(page, 'signpost-card')).map(words).join();
    await page.mouse.click(x, y);
    await expect.poll(shown).toMatch(/AADSTS50126.*In the \d+ rows shown, passwords from 203\./s);
  });

  test('sign-in details, device codes and an app’s error page', async () => {
    await page.goto(
      'https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=53003',
    );
    await expect.poll(notedCodes).toEqual(['AADSTS53003']);
    await page.goto('https://intune.microsoft.com/enrollment-failures.html');
    await expect.poll(markedTexts).toContain('0x801c03ed');
    await page.goto('https://portal.azure.com/app-error-page.html');
    await expect.poll(markedTexts).toContain('AADSTS50011');
  });

  test('query results in ag-Grid: marks follow the columns', async () => {
    await page.goto('https://sandbox-1.reactblade.portal.azure.net/log-analytics.html');
    const agree = async () => {
      const drawn = await page.evaluate(drawnCodes);
      return drawn.length > 0 && String(drawn) === String(await page.evaluate(markedCells));
    };
    await page.waitForSelector('.ag-row');
    await page.evaluate(showColumn, 'ResultType');
    await expect.poll(agree).toBe(true);
    await page.evaluate(showColumn, 'UserType');
    await expect
      .poll(async () => String(await page.evaluate(markedCells)))
      .not.toContain('ResultType');
    await expect.poll(agree).toBe(true);
    await page.evaluate(showColumn, 'ResultType');
    await expect.poll(async () => String(await page.evaluate(markedCells))).toContain('ResultType');
    await expect.poll(agree).toBe(true);
  });

  test('views of administrators: what is labeled is marked, and nothing else', async () => {
    await page.goto('https://sandbox-1.reactblade.portal.azure.net/sign-in-diagnostic.html');
    await expect.poll(() => page.evaluate(markedAll)).toEqual(['50126', '50126']);
    await page.goto('https://sandbox-1.reactblade.portal.azure.net/risky-sign-ins.html');
    await page.waitForSelector('[data-item-index="0"]');
    await page.click('[data-item-index="0"]');
    await expect.poll(notedCodes).toEqual(['AADSTS50053']);
  });

  test('frames without an address', async () => {
    await page.goto('https://portal.azure.com/blank-frames.html');
    await expect.poll(markedTexts).toContain('50126');
    await expect.poll(markedTexts).toContain('AADSTS53003');
  });

  test('the strictest CSP with Trusted Types: the note is drawn with its style', async () => {
    await page.goto(`${SIGN_IN}/strict.html?csp=strict`);
    await expect.poll(notedCodes).toEqual(['AADSTS50105']);
    expect(await noteHeight()).toBeGreaterThan(150);
  });

  test('a React page re-renders with notes in it and does not throw', async () => {
    await page.goto('https://portal.azure.com/react-app.html');
    await expect.poll(notedCodes).toContain('AADSTS53003');
    for (let round = 0; round < 5; round++)
      await page.evaluate(() => (window as unknown as { step: () => void }).step());
    await expect.poll(notedCodes).toContain('AADSTS53003');
    expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual(
      [],
    );
  });

  test('a page without codes stays as it is', async () => {
    await page.goto('https://portal.azure.com/no-codes.html');
    const before = await page.content();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(await page.content()).toBe(before);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});
