import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { complaints } from './axe';
import { BROWSERS, openDamaged, type OwnPage } from './own-page';
import { test } from './test';

const PASTES = parse(
  readFileSync(join(import.meta.dirname, '../fixtures/texts/pastes.yml'), 'utf8'),
) as { id: string; text: string }[];
/** The output of `dsregcmd /status` of a domain-joined computer whose discovery failed. */
const STATUS = PASTES.find(({ id }) => id === 'd017')!.text;

const GUIDE = 'lookup.html#/guide/join-desk';
const TITLE = 'Example guide for a computer that does not join';

const heading = (page: OwnPage) => page.evaluate(() => document.querySelector('h1')?.textContent);
const opened = (page: OwnPage) => expect.poll(() => heading(page)).toBe(TITLE);

/** What the checklist shows: `ticked` or `open`, and what the text says of the item. */
const checklist = (page: OwnPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-check]')].map(
      (item) =>
        `${item.dataset.check} ${item.querySelector('input')!.checked ? 'ticked' : 'open'} ${item.dataset.state}`,
    ),
  );

async function pasteIntoGuide(page: OwnPage, text: string): Promise<void> {
  await page.click('textarea');
  await page.evaluate((pasted) => void document.execCommand('insertText', false, pasted), text);
}

for (const browser of BROWSERS) {
  test.describe(`a guide, ${browser}`, () => {
    let page: OwnPage;
    test.beforeAll(async ({ browsers }) => {
      page = await openDamaged(browsers, browser, { hasFixtureGuide: true });
    });
    test.afterAll(() => page.close());

    test('is reached from the list of all codes, and read by its sections', async () => {
      await page.open('lookup.html');
      await expect
        .poll(() => page.evaluate(() => !!document.querySelector('[data-guide=join-desk] a')))
        .toBe(true);
      await page.click('[data-guide=join-desk] a');
      await opened(page);
      await expect.poll(() => page.evaluate(() => document.title)).toBe(`${TITLE} · Signpost`);
      const contents = await page.evaluate(() =>
        [...document.querySelectorAll('.contents a')].map((link) => link.textContent),
      );
      expect(contents).toEqual([
        'Where it stopped',
        'Events',
        'Checklist',
        'Service connection point',
        'Order of repair',
        'What is not known',
        'Sources',
      ]);
    });

    test('opens at the section that its address names', async () => {
      await page.open(`${GUIDE}/repair`);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Order of repair');
      const { top, height } = await page.evaluate(() => {
        const { top } = document.activeElement!.getBoundingClientRect();
        return { top, height: innerHeight };
      });
      expect(top).toBeGreaterThan(40);
      expect(top).toBeLessThan(height);
    });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('leads to the entries of its codes, and they lead back', async () => {
        await page.open(`${GUIDE}/events`);
        await opened(page);
        await page.click('td a[href="#/EVENT307"]');
        await expect
          .poll(() => page.evaluate(() => document.querySelector('article')?.dataset.code))
          .toBe('EVENT307');
        await page.click('article a[href="#/guide/join-desk"]');
        await opened(page);
      });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('is found by its words, behind the best code', async () => {
        await page.open('lookup.html');
        await page.type('zebrafish');
        await expect
          .poll(() =>
            page.evaluate(() => document.querySelector<HTMLElement>('.catalog li')?.dataset.guide),
          )
          .toBe('join-desk');
        await page.press('Enter');
        await opened(page);
        await page.open('popup.html');
        await page.type('computer does not join hybrid');
        const options = () =>
          page.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('[role=option]')].map(
              ({ dataset }) => dataset.code ?? `guide ${dataset.guide}`,
            ),
          );
        await expect.poll(options).toContain('guide join-desk');
        const [first] = await options();
        expect(first).not.toContain('guide');
        expect((await options()).slice(0, 4)).toContain('guide join-desk');
      });

    test('a text pasted into it is answered with findings, and the checklist is told', async () => {
      await page.open(GUIDE);
      await opened(page);
      expect(await checklist(page)).toEqual([
        'joined open ',
        'service-connection-point-found open ',
        'prt-present open ',
        'cable-in-its-socket open ',
      ]);
      await pasteIntoGuide(page, STATUS);
      await expect
        .poll(() => checklist(page))
        .toEqual([
          'joined open fails',
          'service-connection-point-found open fails',
          'prt-present open ',
          'cable-in-its-socket open ',
        ]);
      const text = await page.evaluate(
        () => document.querySelector<HTMLElement>('.whole')!.innerText,
      );
      expect(text.indexOf('Needs a look')).toBeGreaterThan(0);
      expect(text.indexOf('Needs a look')).toBeLessThan(text.indexOf('Where it stopped'));
      const item = await page.evaluate(
        () =>
          document.querySelector<HTMLElement>('[data-check=service-connection-point-found]')!
            .innerText,
      );
      expect(item).toContain('AD Configuration Test: FAIL [0x80070002] dsregcmd /status, line 38');
      const stored = await page.evaluate(() =>
        (
          globalThis as unknown as { chrome: { storage: { local: { get(): Promise<object> } } } }
        ).chrome.storage.local
          .get()
          .then((all) => JSON.stringify(all) + localStorage.length + sessionStorage.length),
      );
      expect(stored).not.toContain('FAIL');
      expect(stored).not.toContain('joined');
    });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('what is fine in the text is ticked; the text is there again after a look at an entry', async () => {
        await page.open(GUIDE);
        await opened(page);
        await pasteIntoGuide(
          page,
          STATUS.replace('AzureAdJoined : NO', 'AzureAdJoined : YES').replace(
            'FAIL [0x80070002]',
            'PASS',
          ),
        );
        await expect.poll(() => checklist(page)).toContain('joined ticked fine');
        await page.go('#/EVENT307');
        await expect
          .poll(() => page.evaluate(() => document.querySelector('article')?.dataset.code))
          .toBe('EVENT307');
        await page.go('#/guide/join-desk');
        await expect.poll(() => checklist(page)).toContain('joined ticked fine');
      });

    test('ticks stay while one works, and a button takes them away with the text', async () => {
      await page.open(GUIDE);
      await opened(page);
      await page.click('[data-check=cable-in-its-socket] input');
      await expect.poll(() => checklist(page)).toContain('cable-in-its-socket ticked ');
      const stored = () =>
        page.evaluate(async () => (await chrome.storage.local.get('ticks')).ticks);
      await expect.poll(stored).toEqual({ 'join-desk': ['cable-in-its-socket'] });
      // The same guide is open beside the portal, too, and another item is ticked there.
      await page.evaluate(async () => {
        const { ticks } = (await chrome.storage.local.get('ticks')) as {
          ticks: Record<string, string[]>;
        };
        const ids = [...ticks['join-desk']!, 'service-connection-point-found'];
        await chrome.storage.local.set({ ticks: { ...ticks, 'join-desk': ids } });
      });
      await expect.poll(() => checklist(page)).toContain('service-connection-point-found ticked ');
      await page.click('[data-check=prt-present] input');
      await expect.poll(() => checklist(page)).toContain('prt-present ticked ');
      await expect.poll(stored).toEqual({
        'join-desk': ['cable-in-its-socket', 'service-connection-point-found', 'prt-present'],
      });
      await page.click('[data-check=prt-present] input');
      await page.click('[data-check=cable-in-its-socket] input');
      await page.click('[data-check=cable-in-its-socket] input');
      await page.open('lookup.html#/AADSTS50126');
      await page.open(GUIDE);
      await expect.poll(() => checklist(page)).toContain('cable-in-its-socket ticked ');
      await pasteIntoGuide(page, STATUS);
      await expect.poll(() => checklist(page)).toContain('joined open fails');
      await page.click('.checklist ~ .actions button');
      await expect
        .poll(() => checklist(page))
        .toEqual([
          'joined open ',
          'service-connection-point-found open ',
          'prt-present open ',
          'cable-in-its-socket open ',
        ]);
      expect(await page.evaluate(() => document.querySelector('textarea')!.value)).toBe('');
      await page.open(GUIDE);
      await opened(page);
      expect(await checklist(page)).toContain('cable-in-its-socket open ');
    });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('a table is sorted by a column, turned round, and put back in its order', async () => {
        await page.open(`${GUIDE}/events`);
        await opened(page);
        const column = (at: number) =>
          page.evaluate(
            (index) =>
              [...document.querySelectorAll('tbody tr')].map(
                (row) => row.children[index]!.textContent,
              ),
            at,
          );
        const asWritten = await column(0);
        expect(asWritten[0]).toBe('EVENT307');
        await page.click('th button');
        const rising = ['EVENT201', 'EVENT220', 'EVENT304', 'EVENT305', 'EVENT307', 'EVENT334'];
        await expect.poll(() => column(0)).toEqual(rising);
        expect(
          await page.evaluate(() => document.querySelector('th')!.getAttribute('aria-sort')),
        ).toBe('ascending');
        await page.click('th button');
        await expect.poll(() => column(0)).toEqual([...rising].reverse());
        await page.click('th button');
        await expect.poll(() => column(0)).toEqual(asWritten);
      });

    test('keys alone tick an item, follow a section, and go through the chain and back', async () => {
      await page.open(GUIDE);
      await opened(page);
      const focused = () =>
        page.evaluate(
          () => document.activeElement?.id || document.activeElement?.getAttribute('href') || '',
        );
      const tabTo = async (wanted: string) => {
        for (let step = 0; step < 60 && (await focused()) !== wanted; step++)
          await page.press('Tab');
        expect(await focused()).toBe(wanted);
      };
      await tabTo('#/guide/join-desk/checklist');
      await page.press('Enter');
      await expect.poll(focused).toBe('section-checklist');
      await tabTo('check-join-desk-joined');
      await page.press(' ');
      await expect.poll(() => checklist(page)).toContain('joined ticked ');
      await page.press(' ');
      await expect.poll(() => checklist(page)).toContain('joined open ');

      // From a step of the chain to its section, which is named and seen to have the focus; and back to the step.
      await page.go('#/guide/join-desk/where');
      await expect.poll(focused).toBe('section-where');
      await tabTo('#/guide/join-desk/service-connection-point');
      const isSeen = () =>
        page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
        });
      expect(await isSeen()).toBe(true);
      await page.press('Enter');
      await expect.poll(focused).toBe('section-service-connection-point');
      expect(await isSeen()).toBe(true);
      expect(await page.evaluate(() => document.activeElement!.matches('h2'))).toBe(true);
      await page.evaluate(() => history.back());
      await expect.poll(focused).toBe('section-where');

      // From a step to the entry of its code.
      await tabTo('#/EVENT307');
      await page.press('Enter');
      await expect
        .poll(() => page.evaluate(() => document.querySelector('article')?.dataset.code))
        .toBe('EVENT307');
    });

    test('a guide that is not there is said so, with those that are', async () => {
      await page.open('lookup.html#/guide/no-such-guide');
      await expect.poll(() => heading(page)).toBe('There is no guide “no-such-guide”.');
      await expect
        .poll(() => page.evaluate(() => !!document.querySelector('[data-guide=join-desk] a')))
        .toBe(true);
    });
  });
}

test('axe finds nothing in a guide with a pasted text, wide or narrow, light and dark', async ({
  browsers,
}) => {
  const browser = await browsers.chromium({ hasFixtureGuide: true });
  const page = await browser.context.newPage();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('about:blank');
    await page.goto(browser.pageUrl(GUIDE));
    await page.locator('textarea').fill(STATUS);
    await expect(page.locator('[data-state=fails]')).toHaveCount(2);
    expect(
      await complaints(page, { schemes: width === 360 ? [] : ['light', 'dark'] }),
      `${width} px`,
    ).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  }
});

test('a guide is printed without what needs a screen', async ({ browsers }) => {
  const browser = await browsers.chromium({ hasFixtureGuide: true });
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl(GUIDE));
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('textarea')).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.locator('[data-check=joined]')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'What next' })).toBeVisible();
});

test('a guide opens from the popup and from the card of a code that it covers', async ({
  browsers,
}) => {
  const browser = await browsers.chromium({ hasFixtureGuide: true });
  for (const way of ['search', 'card']) {
    const page = await browser.context.newPage();
    await page.goto(browser.pageUrl('popup.html'));
    await page.locator('input').fill(way === 'search' ? 'zebrafish' : 'EVENT307');
    await expect(page.locator('[role=option]').first()).toBeVisible();
    const opening = browser.context.waitForEvent('page');
    // The popup closes itself, at times before the press is reported as done.
    await page.keyboard.press('Enter').catch(() => {});
    if (way === 'card')
      await page
        .getByRole('button', { name: `Guide: ${TITLE}` })
        .click()
        .catch(() => {});
    const tab = await opening;
    await expect(tab.getByRole('heading', { name: TITLE })).toBeVisible();
  }
});

test('a guide whose file is missing says so', async ({ browsers }) => {
  const page = await openDamaged(browsers, 'Chromium', {
    hasFixtureGuide: true,
    missing: ['knowledge/en/guides/join-desk.json'],
  });
  await page.open(GUIDE);
  await expect
    .poll(() => page.evaluate(() => document.querySelector('[role=alert]')?.textContent))
    .toContain('The guide “join-desk” could not be loaded.');
  await page.close();
});
