import { expect } from '@playwright/test';
import { BROWSERS, type OwnPage } from './own-page';
import { test } from './test';

for (const browser of BROWSERS) {
  test.describe(browser, () => {
    test.describe.configure({ mode: 'serial' });
    let page: OwnPage;
    test.beforeAll(async ({ browsers }) => {
      page = await browsers.ownPage(browser);
    });
    test.afterAll(() => page.close());

    /** What a screen reader is told of the chosen row: its name, and what describes it. */
    const chosen = () =>
      page.evaluate(() => {
        const id = document.querySelector('input')!.getAttribute('aria-activedescendant');
        const row = id === null ? null : document.getElementById(id);
        const textOf = (attribute: string) =>
          (row?.getAttribute(attribute) ?? '')
            .split(' ')
            .map((one) => document.getElementById(one)?.textContent ?? '')
            .join(' ');
        return { name: textOf('aria-labelledby'), about: textOf('aria-describedby') };
      });
    const kept = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll('[data-kept]'), (one) => [
          (one as HTMLElement).dataset.kept,
          one.querySelector('.pin')!.getAttribute('aria-pressed'),
        ]),
      );

    const storedCodes = () =>
      page.evaluate(async () => JSON.stringify(await chrome.storage.local.get('keptCodes')));

    test('a code typed whole says what to do in its row, before anything is pressed', async () => {
      await page.open('popup.html');
      await page.type('50126');
      await expect
        .poll(async () => (await chosen()).name)
        .toBe('Wrong user name or password AADSTS50126');
      await expect.poll(async () => (await chosen()).about).toContain('Fix1. ');
      expect((await chosen()).about).toContain('user can fix it');
      // Steps take the width of the row, whatever else in the popup is laid out.
      const steps = await page.evaluate(() =>
        Array.from(
          document.querySelectorAll('.answer .step > span:last-child'),
          (step) => step.clientWidth || step.getBoundingClientRect().width,
        ),
      );
      expect(steps.length).toBeGreaterThan(0);
      expect(Math.min(...steps)).toBeGreaterThan(200);
    });

    test('words get rows with severity and who acts, and no steps', async () => {
      await page.open('popup.html');
      await page.type('wrong password');
      await expect.poll(async () => (await chosen()).name).toContain('AADSTS50126');
      expect((await chosen()).about).not.toContain('1. ');
    });

    test('words about something else find nothing, and what is nearest once somebody asks for it', async () => {
      const heading = () =>
        page.evaluate(() => document.querySelector('.section')?.textContent ?? '');
      const isNearestOffered = () =>
        page.evaluate(() => document.querySelector('.nearest') !== null);
      for (const address of ['popup.html', 'lookup.html']) {
        await page.open(address);
        await page.type('minecraft server backup onedrive refresh token expired');
        await expect.poll(isNearestOffered).toBe(true);
        expect(await page.evaluate(() => document.body.textContent)).toContain('Nothing found.');
        await page.click('.nearest');
        await expect.poll(isNearestOffered).toBe(false);
        const shown = await page.evaluate(() => document.body.textContent);
        expect(shown).toContain('No clear answer. These may fit:');
        expect(shown).toContain('AADSTS70008');
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      }
      await page.open('popup.html');
      await page.type('minecraft server backup onedrive refresh token expired');
      await expect.poll(isNearestOffered).toBe(true);
      await page.click('.nearest');
      await expect.poll(heading).toContain('No clear answer');
      // What was asked for belongs to these words alone.
      await page.type(' diamonds');
      await expect.poll(isNearestOffered).toBe(true);
      expect(await heading()).toBe('');
    });

    test('opened codes stand in the empty popup, can be pinned, and go with one press', async () => {
      for (const code of ['50126', '53003']) {
        await page.open('popup.html');
        await page.type(code);
        await expect.poll(async () => (await chosen()).name).toContain(code);
        await page.press('Enter');
        await expect.poll(storedCodes).toContain(code);
      }
      await page.open('popup.html');
      await expect.poll(kept).toEqual([
        ['AADSTS53003', 'false'],
        ['AADSTS50126', 'false'],
      ]);
      await page.click('[data-kept=AADSTS50126] .pin');
      await expect.poll(kept).toEqual([
        ['AADSTS50126', 'true'],
        ['AADSTS53003', 'false'],
      ]);
      // The row moved, and the keyboard with it.
      expect(
        await page.evaluate(
          () => document.activeElement!.closest('li')?.getAttribute('data-kept') ?? '',
        ),
      ).toBe('AADSTS50126');
      // A full disk keeps no pin, and that is said.
      await page.evaluate(() => {
        for (const { storage } of [
          chrome,
          (globalThis as { browser?: typeof chrome }).browser ?? chrome,
        ])
          storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES'));
      });
      await page.press('Enter');
      await expect
        .poll(() =>
          page.evaluate(() => document.querySelector('.kept-codes [role=alert]')?.textContent),
        )
        .toContain('Not saved');
      await page.open('popup.html');
      await expect.poll(async () => (await kept())[0]).toEqual(['AADSTS50126', 'true']);
      await page.click('.kept-codes .link');
      await expect.poll(kept).toEqual([]);
      await page.open('popup.html');
      await page.type('x');
      expect(await kept()).toEqual([]);
    });

    test('turned off, no code is kept, and those that were are removed', async () => {
      await page.open('popup.html');
      await page.type('50126');
      await expect.poll(async () => (await chosen()).name).toContain('50126');
      await page.press('Enter');
      await expect.poll(storedCodes).toContain('50126');
      await page.open('popup.html');
      await expect.poll(kept).toHaveLength(1);
      await page.open('options.html');
      await expect
        .poll(() =>
          page.evaluate(() =>
            Array.from(document.querySelectorAll('label'), (one) => one.textContent),
          ),
        )
        .toContain('Keep recent and pinned codes in the popup');
      await page.evaluate(() =>
        Array.from(document.querySelectorAll('label'))
          .find((one) => one.textContent.startsWith('Keep recent'))!
          .querySelector('input')!
          .click(),
      );
      await expect
        .poll(() => page.evaluate(() => document.querySelector('main')!.textContent))
        .toContain('Saved');
      await expect.poll(storedCodes).toBe('{}');
      await page.open('popup.html');
      await page.type('x');
      expect(await storedCodes()).toBe('{}');
      expect(await kept()).toEqual([]);
    });
  });
}
