import { expect } from '@playwright/test';
import { Chromium } from '../../bench/chromium/chromium';
import { ON, respond } from '../../bench/pages';
import { test } from '../test';

// Playwright's Chromium shows every tab to its page, so that the benchmark's own driver opens this one.

/** A page of one code, which another tab can hide. */
interface HidablePage {
  evaluate<Result>(run: () => Result): Promise<Awaited<Result>>;
  hide(): Promise<void>;
  show(): Promise<void>;
  /** Moves the pointer like a person. */
  move(x: number, y: number): Promise<void>;
}

const marks = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith('signpost'))
    .flatMap(([, ranges]) => [...ranges].map(String));

const placeOfMark = () => {
  for (const [name, ranges] of CSS.highlights) {
    if (!name.startsWith('signpost')) continue;
    for (const range of ranges) {
      const { left, top, width, height } = (range as Range).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
  }
  throw new Error('Nothing is marked.');
};

async function reopensWhileHidden(page: HidablePage): Promise<void> {
  const isHidden = () => page.evaluate(() => document.hidden);
  await expect.poll(() => page.evaluate(marks)).toEqual(['AADSTS50126']);
  await page.hide();
  await expect.poll(isHidden).toBe(true);
  await page.evaluate(() => {
    document.open();
    document.write('<ul role="listbox"><li role="option">AADSTS53003: blocked</li></ul>');
    document.close();
  });
  expect(await isHidden()).toBe(true);
  await page.show();
  await expect.poll(isHidden).toBe(false);
  await expect.poll(() => page.evaluate(marks)).toEqual(['AADSTS53003']);
  const { x, y } = await page.evaluate(placeOfMark);
  await page.move(x, y);
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('signpost-card').length))
    .toBe(1);
}

test('what document.open writes into a hidden tab is read when it is seen, and its marks answer the pointer, Chromium', async () => {
  const browser = await Chromium.launch({ isTraced: false });
  try {
    const tab = await browser.open();
    await tab.goto(`${ON}/with-code`);
    await reopensWhileHidden({
      evaluate: (run) => tab.evaluate(run),
      hide: async () => (await browser.open()).activate(),
      show: () => tab.activate(),
      move: (x, y) => tab.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }),
    });
  } finally {
    await browser.close();
  }
});

test('the same, Firefox', async ({ browsers }) => {
  const browser = await browsers.firefox();
  const cover = await browser.newPage();
  const page = await browser.newPage();
  try {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void request.respond(respond(request.url()));
    });
    await page.goto(`${ON}/with-code`);
    await reopensWhileHidden({
      evaluate: (run) => page.evaluate(run) as never,
      hide: () => cover.bringToFront(),
      show: () => page.bringToFront(),
      move: (x, y) => page.mouse.move(x, y),
    });
  } finally {
    await cover.close();
    await page.close();
  }
});
