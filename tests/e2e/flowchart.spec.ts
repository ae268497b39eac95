import { expect, type Page } from '@playwright/test';
import { complaints } from './axe';
import type { ExtensionBrowser } from './chromium';
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

const ENTRY = 'lookup.html#/AADSTS53003/diagnose';

// The second has causes whose names are longer than what stands below them.
for (const code of ['AADSTS53003', '0x801C03ED'])
  test(`the drawing of ${code} says the same as the tree, and no words leave their box`, async () => {
    await page.goto(browser.pageUrl(`lookup.html#/${code}/diagnose`));
    const chart = page.locator('.chart svg');
    await expect(chart).toBeVisible();
    const { drawn, told, outside } = await page.evaluate(() => {
      const words = (text: string | null | undefined) =>
        (text ?? '').split(/\s+/).filter(Boolean).sort().join(' ');
      const boxes = [...document.querySelectorAll<SVGRectElement>('.chart rect')];
      const texts = [...document.querySelectorAll<SVGTextElement>('.chart text:not(.answer)')];
      return {
        drawn: boxes.length,
        told: document.querySelectorAll('.outline li').length + 1,
        outside: texts
          .filter((text) => {
            const { x, y, width, height } = text.getBBox();
            if (!width) return false;
            return !boxes.some((box) => {
              const around = box.getBBox();
              return (
                x >= around.x &&
                y >= around.y &&
                x + width <= around.x + around.width &&
                y + height <= around.y + around.height
              );
            });
          })
          .map((text) => words(text.textContent)),
      };
    });
    expect(outside).toEqual([]);
    // A box for the first question and for what follows each answer.
    expect(drawn).toBe(told);
  });

test('printed, the drawing stands in place of the buttons and fits the paper', async () => {
  await page.setViewportSize({ width: 760, height: 1000 });
  await page.goto(browser.pageUrl(ENTRY));
  await expect(page.locator('.chart svg')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.diagnosis')).toBeHidden();
  const { width } = (await page.locator('.chart svg').boundingBox())!;
  expect(width).toBeLessThanOrEqual(760);
  await page.screenshot({ path: '.output/pictures/flowchart-print.png' });
});

for (const width of [1280, 360]) {
  test(`pictures at ${width} px; nothing for axe to complain about, light and dark`, async () => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(browser.pageUrl(ENTRY));
    await expect(page.locator('.chart svg')).toBeVisible();
    await page.locator('.chart').scrollIntoViewIfNeeded();
    const { isOpen, hasRoom, isWordsFirst, font } = await page.evaluate(() => {
      const chart = document.querySelector('.chart')!;
      const outline = document.querySelector<HTMLDetailsElement>('.outline')!;
      const svg = chart.querySelector('svg')!;
      return {
        isOpen: outline.open,
        hasRoom: chart.scrollWidth <= chart.clientWidth,
        isWordsFirst: outline.getBoundingClientRect().bottom <= chart.getBoundingClientRect().top,
        font:
          parseFloat(getComputedStyle(svg).fontSize) *
          (svg.getBoundingClientRect().width / svg.viewBox.baseVal.width),
      };
    });
    expect(font).toBeGreaterThanOrEqual(12);
    expect({ isOpen, hasRoom, isWordsFirst }).toEqual({
      isOpen: width === 360,
      hasRoom: width === 1280,
      isWordsFirst: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    expect(
      await complaints(page, {
        include: '.whole',
        schemes: width === 360 ? [] : ['light', 'dark'],
      }),
    ).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `.output/pictures/flowchart-${colorScheme}-${width}.png` });
    }
  });
}
