import { expect } from '@playwright/test';
import { attacks, type Case, type HostilePage } from './hostile';

/** A frozen tab is one whose thread is taken for longer than this, in milliseconds. These shapes took 5 to 176 s. */
const FROZEN = 2000;

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

/**
 * @param grow Fills the page, in the page.
 * @param marks How many codes are marked when all is read; the page ends with one.
 */
function staysAlive(grow: () => void, marks: number): Case {
  return async (page) => {
    await page.open(EMPTY, { address: PORTAL });
    await page.evaluate(() => {
      const first = document.createElement('p');
      first.textContent = 'AADSTS50058';
      document.body.append(first);
    });
    await expect.poll(async () => (await page.marked()).length).toBe(1);
    const longest = await watchTasks(page);
    await page.evaluate(grow);
    const own = await longest();
    await expect
      .poll(async () => (await page.marked()).length, { timeout: 25_000 })
      .toBe(marks + 1);
    // What the page does by itself, drawing included, is not ours.
    expect((await longest()) - own).toBeLessThan(FROZEN);
  };
}

attacks('a page that grows', {
  '4,000 codes in spans of one block': staysAlive(() => {
    const block = document.createElement('pre');
    document.body.append(block);
    for (let at = 0; at < 4000; at++) {
      const span = document.createElement('span');
      span.textContent = `AADSTS${50_000 + at}\n`;
      block.append(span);
    }
  }, 4000),
  '32,000 text nodes in one block': staysAlive(() => {
    const block = document.createElement('div');
    document.body.append(block);
    for (let at = 0; at < 32_000; at++) block.append(`word ${at} `);
    block.append('AADSTS50126');
  }, 1),
  '32,000 codes in one text node, of which the first 261 are marked': staysAlive(() => {
    const block = document.createElement('p');
    block.textContent = Array.from({ length: 32_000 }, (_, at) => `AADSTS${50_000 + at}`).join(' ');
    document.body.append(block);
  }, 261),
  'a table of 4,000 rows of numbers': staysAlive(() => {
    const table = document.createElement('table');
    const head = '<tr><th>a</th><th>b</th><th>Error code</th><th>c</th><th>d</th></tr>';
    const row = (at: number) =>
      `<tr>${[20_001, 20_002, at % 1000 ? 0 : 50_126, 20_004, 20_005].map((value) => `<td>${value}</td>`).join('')}</tr>`;
    table.innerHTML = head + Array.from({ length: 4000 }, (_, at) => row(at)).join('');
    document.body.append(table);
  }, 4),
  'a row of 8,000 cells': staysAlive(() => {
    const table = document.createElement('table');
    table.innerHTML = `<tr>${'<td>60001</td>'.repeat(7998)}<td>Error code</td><td>50126</td></tr>`;
    document.body.append(table);
  }, 1),
  'elements nested 400 deep, a code in each': staysAlive(() => {
    let inner: Element = document.body;
    for (let at = 0; at < 400; at++) {
      const box = document.createElement('div');
      box.textContent = `AADSTS${50_000 + at}`;
      inner.append(box);
      inner = box;
    }
  }, 400),
  'a log that streams into one block': staysAlive(() => {
    const block = document.createElement('pre');
    document.body.append(block);
    let lines = 0;
    const timer = setInterval(() => {
      for (let at = 0; at < 100; at++) block.append(`line ${lines++}: nothing wrong here\n`);
      if (lines < 10_000) return;
      clearInterval(timer);
      block.append('AADSTS50126');
    }, 20);
  }, 1),
});
