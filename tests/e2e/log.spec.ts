import { expect, type Page } from '@playwright/test';
import { portalCsv } from '../fixtures/log/formats';
import { APPS, OFFICES, ordinary, signIn, userOf } from '../fixtures/log/sign-ins';
import { complaints } from './axe';
import type { ExtensionBrowser } from './chromium';
import { BROWSERS, type OwnPage } from './own-page';
import { test } from './test';

/** A working day of forty people, with a spray from one address that got in once. */
const SPRAY = Array.from({ length: 30 }, (_, at) =>
  signIn({
    minute: 400 + at / 10,
    user: userOf(50 + at),
    ...APPS.portal,
    ...OFFICES.unknown,
    ...(at === 29 ? {} : { code: 50126 }),
  }),
);
const ROWS = [...ordinary(300), ...SPRAY];
const LOG = portalCsv(ROWS);
const wrong = ROWS.filter(({ code }) => code === 50126).length;

/** Lets files go over the page, as somebody who drags them there does. */
function dropAll(page: OwnPage, files: Record<string, string>): Promise<void> {
  return page.evaluate((contents: Record<string, string>) => {
    const data = new DataTransfer();
    for (const [name, content] of Object.entries(contents))
      data.items.add(new File([content], name, { type: 'text/csv' }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  }, files);
}

const drop = (page: OwnPage, name: string, text: string) => dropAll(page, { [name]: text });

const alerts = (page: OwnPage) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('[role=alert]'), (alert) => alert.textContent).join(),
  );

const report = (page: OwnPage) =>
  page.evaluate(() => document.querySelector<HTMLElement>('[data-report]')?.dataset.report);

const countOf = (page: OwnPage, code: string) =>
  page.evaluate(
    (wanted: string) =>
      document.querySelector<HTMLElement>(`[data-report] [data-code="${wanted}"]`)?.dataset.count ??
      'none',
    code,
  );

const heading = (page: OwnPage) => page.evaluate(() => document.querySelector('h1')!.innerText);

for (const browser of BROWSERS) {
  test.describe(`a log, ${browser}`, () => {
    let page: OwnPage;
    test.beforeAll(async ({ browsers }) => {
      page = await browsers.ownPage(browser);
    });
    test.afterAll(() => page.close());

    test('a dropped log is explained: by code, with its patterns, and what is expected set apart', async () => {
      await page.open('lookup.html');
      await drop(page, 'InteractiveSignIns.csv', LOG);
      await expect.poll(() => report(page)).toBe('done');
      expect(await heading(page)).toContain(`${ROWS.length}`);
      expect(await countOf(page, 'AADSTS50126')).toBe(String(wrong));
      const shown = await page.evaluate(() => ({
        patterns: [...document.querySelectorAll<HTMLElement>('[data-pattern]')].map(
          ({ dataset }) => dataset.pattern,
        ),
        first: document.querySelector<HTMLElement>('[data-report] [data-code]')!.dataset.code,
        isFolded: !!document
          .querySelector('[data-code=AADSTS50140]')!
          .closest('details:not([open])'),
        address: location.hash,
      }));
      expect(shown).toMatchObject({ first: 'AADSTS50126', isFolded: true, address: '#/log' });
      expect(shown.patterns).toContain('spray');
    });

    test('a click narrows it, and it can be widened again', async () => {
      await page.click('[data-code=AADSTS50126] button');
      await expect.poll(() => heading(page)).toContain(`${wrong}`);
      expect(await countOf(page, 'AADSTS50140')).toBe('none');
      // Who asks for these rows alone sees them.
      await expect
        .poll(() => page.evaluate(() => document.querySelectorAll('.rows tbody tr').length))
        .toBe(wrong);
      await page.click('.filters button');
      await expect.poll(() => heading(page)).toContain(`${ROWS.length}`);
      await expect.poll(() => countOf(page, 'AADSTS50140')).not.toBe('none');
    });

    test('narrowed by a pattern, it is read from its headline, and still says what its rows show', async () => {
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('[data-pattern=spray] .screen-only button')!.focus(),
      );
      await page.press('Enter');
      await expect.poll(() => heading(page)).toContain('30,');
      await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1');
      expect(
        await page.evaluate(() => ({
          patterns: [...document.querySelectorAll<HTMLElement>('[data-pattern]')].map(
            ({ dataset }) => dataset.pattern,
          ),
          toAct: !!document.querySelector('.facts .tone-act'),
        })),
      ).toEqual({ patterns: ['spray'], toAct: true });
      await page.click('.filters button');
      await expect.poll(() => heading(page)).toContain(`${ROWS.length}`);
    });

    test('a code opens its entry with what the log holds of it, and leads back', async () => {
      await page.click('[data-code=AADSTS50126] a');
      await expect
        .poll(() => page.evaluate(() => document.querySelector('article')?.dataset.code))
        .toBe('AADSTS50126');
      const note = () =>
        page.evaluate(() => document.querySelector<HTMLElement>('.log-of-code')!.innerText);
      expect(await note()).toContain(`Rows in your log: ${wrong}`);
      await page.click('.log-of-code a');
      await expect.poll(() => report(page)).toBe('done');
    });

    test('a file that is no log, and one that ends in the middle, are told so', async () => {
      await page.open('lookup.html#/log');
      await drop(page, 'recipe.csv', 'Flour;Butter\n500 g;250 g\n');
      await expect
        .poll(() => page.evaluate(() => document.querySelector('main')!.innerText))
        .toMatch(/Nothing found|neither a sign-in log/);
      await page.open('lookup.html');
      await drop(page, 'cut.csv', LOG.slice(0, -300));
      await expect.poll(() => report(page)).toBe('done');
      expect(await page.evaluate(() => document.querySelector('main')!.innerText)).toContain(
        'ends in the middle',
      );
    });

    test('of two files the one that is left out is named, and a workbook is named', async () => {
      await page.open('lookup.html');
      await drop(page, 'log.xlsx', 'PK\u0003\u0004\u0014\u0000\u0006\u0000');
      await expect.poll(() => alerts(page)).toMatch(/log\.xlsx is an archive or a workbook\./);
      await drop(page, 'empty.txt', '');
      await expect.poll(() => alerts(page)).toBe('empty.txt could not be read as text.');
      await dropAll(page, { 'one.csv': LOG, 'two.csv': LOG });
      await expect.poll(() => report(page)).toBe('done');
      expect(await alerts(page)).toContain('Of 2 files, only one.csv was read.');
      await drop(page, 'two.csv', LOG);
      await expect.poll(() => alerts(page)).toBe('');
      await expect.poll(() => report(page)).toBe('done');
    });

    test('a pasted log is explained where it was pasted', async () => {
      await page.open('lookup.html');
      await page.paste(LOG);
      await expect.poll(() => report(page)).toBe('done');
      expect(await countOf(page, 'AADSTS50126')).toBe(String(wrong));
      // The report names the codes. They do not follow it once more.
      expect(await page.evaluate(() => document.querySelectorAll('h1').length)).toBe(1);
    });
  });
}

test.describe('the report of a log', () => {
  let browser: ExtensionBrowser;
  let page: Page;
  test.beforeAll(async ({ browsers }) => {
    browser = await browsers.chromium();
    page = await browser.context.newPage();
    await page.goto(browser.pageUrl('lookup.html#/log'));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(LOG) });
    await expect(page.locator('[data-report=done]')).toBeVisible();
  });

  test('is read and used with keys alone, and shows its rows', async () => {
    await page.locator('.rows summary').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.rows tbody tr')).toHaveCount(50);
    await page.getByRole('button', { name: 'Later' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.rows [role=status]')).toContainText('51 to 100');
  });

  test('leaves as Markdown and HTML without names, or with them where they are wanted', async () => {
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ]);
      const parts: Buffer[] = [];
      for await (const part of await download.createReadStream()) parts.push(part as Buffer);
      return Buffer.concat(parts).toString();
    };
    const markdown = await saved('Save as Markdown');
    expect(markdown).toContain('AADSTS50126');
    for (const secret of ['@contoso.com', '203.0.113.66', 'Sofia'])
      expect(markdown, secret).not.toContain(secret);
    const html = await saved('Save as HTML');
    expect(html).not.toMatch(/@contoso\.com|203\.0\.113|<script/);
    await page.getByLabel('Include names and addresses').check();
    expect(await saved('Save as Markdown')).toContain('203.0.113.66');
  });

  test('gives axe nothing to complain about, wide or narrow, light and dark', async () => {
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((one) => (one.open = true)),
    );
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      // What the bar covers while the page is scrolled would be too small to press.
      await page.evaluate(() => scrollTo(0, 0));
      expect(
        await complaints(page, { schemes: width === 320 ? [] : ['light', 'dark'] }),
        `${width} px`,
      ).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      // The times of the drawing stand in one row, in their order.
      const times = await page
        .locator('.axis span')
        .evaluateAll((all) =>
          all.map((one) => one.getBoundingClientRect()).filter((box) => box.width > 0),
        );
      expect(new Set(times.map(({ top }) => top)).size, `${width} px`).toBe(1);
    }
  });
});
