import { expect } from '@playwright/test';
import { SHAPES, type ShapeName } from '../../page-shapes';
import { attacks, type Case, type HostilePage } from './hostile';

/**
 * A frozen tab is one whose thread is taken for longer than this, in milliseconds, on a machine whose cores have two or
 * three other programs each to run. These shapes took 5 to 176 s.
 */
const FROZEN = 4000;

const EMPTY = '<!doctype html><html lang="en"><title>Growth</title><body></body></html>';
const PORTAL = 'https://portal.azure.com/growth.html';

/** Longest time for which the page's thread was taken since `watchTasks`, in milliseconds. */
async function watchTasks(page: HostilePage): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let last = performance.now();
    Object.assign(globalThis, { longest: 0 });
    setInterval(() => {
      const now = performance.now();
      const state = globalThis as unknown as { longest: number };
      state.longest = Math.max(state.longest, now - last);
      last = now;
    }, 20);
  });
  return () => page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
}

/** How many codes of each shape are marked when all is read. */
const MARKS: Record<ShapeName, number> = {
  '4,000 codes in spans of one block': 4000,
  '32,000 text nodes in one block': 1,
  // Firefox goes over all lines of a text node for each mark in it, so that it gets a few.
  '32,000 codes in one text node': 261,
  'a table of 4,000 rows of five numbers': 4,
  'a row of 8,000 cells': 1,
  'elements nested 400 deep, a code in each': 400,
  'a log of 10,000 lines that streams into one block': 1,
};

function staysAlive(shape: ShapeName): Case {
  return async (page) => {
    await page.open(EMPTY, { address: PORTAL });
    await page.evaluate(() => {
      const first = document.createElement('p');
      first.textContent = 'AADSTS50058';
      document.body.append(first);
    });
    await expect.poll(async () => (await page.marked()).length).toBe(1);
    const longest = await watchTasks(page);
    await page.evaluate(SHAPES[shape]);
    const own = await longest();
    await expect
      .poll(async () => (await page.marked()).length, { timeout: 25_000 })
      .toBe(MARKS[shape] + 1);
    // What the page does by itself, drawing included, is not ours.
    expect((await longest()) - own).toBeLessThan(FROZEN);
  };
}

const shapes = Object.keys(SHAPES) as ShapeName[];

attacks('a page that grows', Object.fromEntries(shapes.map((shape) => [shape, staysAlive(shape)])));
