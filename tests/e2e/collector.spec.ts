import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { BROWSERS, type OwnPage } from './own-page';
import { test } from './test';

const ROOT = join(import.meta.dirname, '../..');
const collected = (part: string) =>
  readFileSync(join(ROOT, `tests/fixtures/texts/collected/${part}.txt`), 'utf8');

for (const browser of BROWSERS) {
  test.describe(`the collector, ${browser}`, () => {
    let page: OwnPage;
    test.beforeAll(async ({ browsers }) => {
      page = await browsers.ownPage(browser);
    });
    test.afterAll(() => page.close());

    test('hands out its script as a file, whole', async () => {
      await page.open('lookup.html');
      const given = await page.evaluate(async () => {
        const link = document.querySelector<HTMLAnchorElement>('a.collector')!;
        return { name: link.download, text: await (await fetch(link.href)).text() };
      });
      expect(given.name).toBe('collect-signpost.ps1');
      expect(given.text).toBe(readFileSync(join(ROOT, 'public/collect-signpost.ps1'), 'utf8'));
    });

    for (const [part, shown] of [
      ['user', 'The policy that decides turns Windows Hello for Business off.'],
      ['admin', 'The TPM is ready and not locked.'],
    ] as const)
      test(`has the file of the part ${part} read`, async () => {
        await page.open('lookup.html');
        await page.paste(collected(part));
        await expect
          .poll(() =>
            page.evaluate(() =>
              [...document.querySelectorAll('[data-finding] .says')].map(
                ({ textContent }) => textContent,
              ),
            ),
          )
          .toContain(shown);
      });
  });
}
