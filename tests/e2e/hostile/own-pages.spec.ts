import { expect } from '@playwright/test';
import { BROWSERS, type OwnPage } from '../own-page';
import { test } from '../test';

/**
 * Addresses that a page or a message may make somebody open, each with what has to be seen: one or two of a kind, since
 * the page draws the whole catalog for most. How each is read, and more of them: tests/unit/lookup/address.test.ts.
 */
const HASHES: [hash: string, seen: RegExp][] = [
  ['#/100%', /“100%” is not a code/],
  ['#/%ff%fe', /is not a code/],
  ['#/__proto__', /“__proto__” is not a code/],
  ['#/javascript:alert(1)', /is not a code/],
  ['#/<img src=x onerror=alert(1)>', /is not a code/],
  ['#/%3Cscript%3Ealert(1)%3C%2Fscript%3E', /is not a code/],
  ['#/AADSTS50126/<img src=x>', /AADSTS50126/],
  ['#/AADSTS50126/constructor', /AADSTS50126/],
  ['#/AADSTS50126/%ff', /AADSTS50126/],
  ['#/AADSTS00000', /Nothing reliable is known/],
  ['#?q=%', /Nothing found|Best answers|No clear answer/],
  ['#?q=<b>50126</b>', /Nothing found|Best answers|No clear answer/],
  ['#?q=__proto__', /Nothing found|Best answers|No clear answer/],
  ['#?', /All codes/],
  ['#//', /All codes|is not a code/],
];

/** Those with which a page is loaded, too: one of each kind, those that no decoder takes first. */
const LOADED = new Set([
  '#/100%',
  '#/__proto__',
  '#/<img src=x onerror=alert(1)>',
  '#/AADSTS50126/%ff',
  '#/AADSTS00000',
  '#?q=%',
]);

/** Title of a page that shows a code of which nothing is known. */
const BETWEEN = 'AADSTS11111 · Signpost';

/** What may stand in the storage after a crash, another version, or another program. */
const STORED: [name: string, stored: object][] = [
  ['a text', { settings: 'x', seenPolicy: 'x' }],
  ['numbers', { settings: 7, seenPolicy: -1 }],
  ['null', { settings: null, seenPolicy: null }],
  ['arrays', { settings: [true, { a: 1 }], seenPolicy: [[]] }],
  ['wrong types', { settings: { signInPages: 'no', supportName: { a: 1 } } }],
  ['unknown keys', { settings: { colour: 'red', constructor: 1 }, seenPolicy: { colour: 'red' } }],
  ['a script address', { settings: { supportUrl: 'javascript:alert(1)' } }],
  ['markup', { settings: { supportName: '<img src=x onerror=alert(1)>' } }],
  ['a megabyte', { settings: { supportName: 'x'.repeat(1_000_000) } }],
];

for (const browser of BROWSERS) {
  test.describe(`own pages under attack, ${browser}`, () => {
    let page: OwnPage;
    test.beforeAll(async ({ browsers }) => {
      page = await browsers.ownPage(browser);
    });
    test.afterAll(() => page.close());

    // Not innerText, which lays out every row of the catalog.
    const text = () => page.evaluate(() => document.body.textContent);
    /**
     * Opens an address in the page, over that of a short page, and waits inside the page, since it draws the whole catalog
     * for most of them. @returns What it says when it is answered, or after 15 seconds.
     */
    const answerTo = (hash: string, seen: RegExp) =>
      page.evaluate(
        async (wanted: string, between: string, pattern: string) => {
          const end = performance.now() + 15_000;
          const until = async (holds: () => boolean) => {
            while (!holds() && performance.now() < end)
              await new Promise((resolve) => setTimeout(resolve, 10));
          };
          const said = () => document.querySelector('main')!.textContent;
          location.hash = '#/AADSTS11111';
          await until(() => document.title === between);
          location.hash = wanted;
          await until(() => document.title !== between && new RegExp(pattern).test(said()));
          return document.title === between ? `still ${between}` : said();
        },
        hash,
        BETWEEN,
        seen.source,
      );
    const foreignNodes = () =>
      page.evaluate(() => document.querySelectorAll('main img, main script, main iframe').length);

    test('no address leaves the lookup page blank, becomes markup or breaks the page for the next one', async () => {
      await page.open('lookup.html');
      for (const [hash, seen] of HASHES) {
        expect(await answerTo(hash, seen)).toMatch(seen);
        expect(await foreignNodes(), hash).toBe(0);
      }
    });

    test('an address that a page is loaded with leaves it neither blank nor broken', async () => {
      for (const [hash, seen] of HASHES.filter(([hash]) => LOADED.has(hash))) {
        await page.open(`lookup.html${hash}`);
        await expect.poll(text, hash).toMatch(seen);
        expect(await foreignNodes(), hash).toBe(0);
      }
    });

    test('150,000 pasted rows give a list that can be drawn, and the page stays usable', async () => {
      for (const path of ['popup.html', 'lookup.html']) {
        await page.open(path);
        await expect
          .poll(() => page.evaluate(() => document.activeElement!.localName))
          .toBe('input');
        await page.evaluate(() => {
          const field = document.querySelector('input')!;
          const rows = Array.from({ length: 150_000 }, (_, at) => `AADSTS${10_000 + at}`);
          const data = new DataTransfer();
          data.setData('text/plain', rows.join('\n'));
          const paste = new ClipboardEvent('paste', {
            clipboardData: data,
            bubbles: true,
            cancelable: true,
          });
          // Firefox makes no paste event with data for a script; there the rows come in one line, as if typed.
          if (paste.clipboardData?.getData('text/plain')) {
            field.dispatchEvent(paste);
          } else {
            field.value = rows.join(' ');
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }
        });
        await expect.poll(text, { timeout: 30_000 }).toContain('The first 200 of');
        // Rows are drawn in portions.
        await expect
          .poll(() =>
            page.evaluate(() => document.querySelectorAll('[role=option], .catalog li').length),
          )
          .toBe(200);
        await page.press('Escape');
        await page.type('53003');
        await expect.poll(text).toContain('Conditional Access');
      }
    });

    test('50 kB of words in the filter are answered', async () => {
      await page.open('lookup.html');
      await expect.poll(text).toContain('AADSTS');
      await page.evaluate(() => {
        const field = document.querySelector('input')!;
        field.value = Array.from({ length: 8000 }, (_, at) => `word${at}`).join(' ');
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await expect.poll(text).toContain('Nothing found');
    });

    test('whatever the storage holds, the options stay usable', async () => {
      await page.open('options.html');
      for (const [name, stored] of STORED) {
        await page.evaluate(async (wanted) => {
          await chrome.storage.local.clear();
          await chrome.storage.local.set(wanted);
        }, stored);
        await page.open('options.html');
        await expect.poll(text, name).toContain('Explain errors on sign-in pages');
        expect(await foreignNodes(), name).toBe(0);
        expect(
          await page.evaluate(() =>
            [...document.querySelectorAll('input')].map((input) => input.disabled),
          ),
          name,
        ).not.toContain(true);
        await page.click('input[type=checkbox]');
        await expect.poll(text, name).toContain('✓ Saved');
        expect(
          await page.evaluate(async () => (await chrome.storage.local.get('settings')).settings),
          name,
        ).toMatchObject({ signInPages: false });
      }
      await page.evaluate(() => chrome.storage.local.clear());
    });
  });
}
