import { expect } from '@playwright/test';
import { BROWSERS, openDamaged, type Damage, type OwnPage } from './own-page';
import { test, type SharedBrowsers } from './test';

declare global {
  /** Lets everything go on that `before` holds back. */
  var release: () => void;
}

/** Runs with a page of a damaged copy, which is closed however the run ends. */
async function withDamage(
  browsers: SharedBrowsers,
  browser: (typeof BROWSERS)[number],
  damage: Damage,
  run: (page: OwnPage) => Promise<void>,
): Promise<void> {
  const page = await openDamaged(browsers, browser, damage);
  try {
    await run(page);
  } finally {
    await page.close();
  }
}

const focused = (page: OwnPage) =>
  page.evaluate(() => {
    const at = document.activeElement!;
    return at.getAttribute('role') ?? at.localName;
  });
const text = (page: OwnPage) => page.evaluate(() => document.body.innerText);
const alerts = (page: OwnPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=alert]')].map((alert) => alert.innerText),
  );
const listed = (page: OwnPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=option]')].map((row) => row.dataset.code),
  );
const selected = (page: OwnPage) =>
  page.evaluate(
    () => document.querySelector<HTMLElement>('[role=option][aria-selected=true]')?.dataset.code,
  );
const title = (page: OwnPage) => page.evaluate(() => document.title);

for (const browser of BROWSERS) {
  test.describe(`own pages, ${browser}`, () => {
    let page: OwnPage;
    test.beforeAll(async ({ browsers }) => {
      page = await browsers.ownPage(browser);
    });
    test.afterAll(() => page.close());

    test('a typed code opens a card that takes the focus, and Escape returns to its row', async () => {
      await page.open('popup.html');
      await expect.poll(() => focused(page)).toBe('combobox');
      await page.type('5012');
      await expect.poll(async () => (await listed(page)).length).toBeGreaterThan(3);
      await page.press('ArrowDown');
      const [, second] = await listed(page);
      await expect.poll(() => selected(page)).toBe(second);
      await page.press('Enter');
      await expect.poll(() => focused(page)).toBe('dialog');
      await page.press('ArrowDown');
      await page.press('Escape');
      await expect.poll(() => focused(page)).toBe('combobox');
      expect(await selected(page)).toBe(second);
      await page.press('Escape');
      await expect.poll(() => page.evaluate(() => document.querySelector('input')!.value)).toBe('');
    });

    test('Enter on a button of the card does what the button says, and opens nothing else', async () => {
      await page.open('popup.html');
      await page.type('53003');
      await expect.poll(() => selected(page)).toBe('AADSTS53003');
      await page.press('Enter');
      await expect.poll(() => focused(page)).toBe('dialog');
      await page.evaluate(() => document.querySelector<HTMLElement>('[role=tab]')!.focus());
      await page.press('ArrowRight');
      await page.press('Enter');
      expect(await focused(page)).toBe('tab');
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('[role=dialog] button.icon')!.focus(),
      );
      await page.press('Enter');
      await expect.poll(() => focused(page)).toBe('combobox');
      expect(await selected(page)).toBe('AADSTS53003');
    });

    test('the last answer of a diagnosis keeps the focus, so that Escape still works', async () => {
      await page.open('popup.html');
      await page.type('53003');
      await expect.poll(() => selected(page)).toBe('AADSTS53003');
      await page.press('Enter');
      await expect.poll(() => focused(page)).toBe('dialog');
      await page.click('[role=tab][id$=diagnose]');
      for (;;) {
        const isOver = await page.evaluate(() => !document.querySelector('.diagnosis fieldset'));
        if (isOver) break;
        await page.evaluate(() =>
          document.querySelector<HTMLElement>('.diagnosis fieldset button')!.focus(),
        );
        await page.press('Enter');
        await expect
          .poll(() => page.evaluate(() => document.activeElement!.classList.contains('next')))
          .toBe(true);
      }
      await page.press('Escape');
      await expect.poll(() => focused(page)).toBe('combobox');
    });

    test('keys with which an input method ends a word neither open an answer nor clear the field', async () => {
      const pressed = (key: string) =>
        page.evaluate((composed) => {
          const event = { key: composed, isComposing: true, bubbles: true, cancelable: true };
          document.querySelector('input')!.dispatchEvent(new KeyboardEvent('keydown', event));
          return [location.hash, document.querySelector('input')!.value];
        }, key);
      for (const path of ['lookup.html#?q=AADSTS50126', 'popup.html']) {
        await page.open(path);
        if (path === 'popup.html') await page.type('AADSTS50126');
        await expect.poll(() => text(page)).toContain('Wrong user name or password');
        for (const key of ['Enter', 'Escape']) {
          const [hash, typed] = await pressed(key);
          expect(hash).not.toContain('#/');
          expect(typed).toBe('AADSTS50126');
        }
        expect(await text(page)).toContain('Wrong user name or password');
      }
      expect(await focused(page)).toBe('combobox');
    });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('popup and catalog answer the same text alike', async () => {
        const inCatalog = () =>
          page.evaluate(() =>
            [...document.querySelectorAll('.catalog .code')].map((code) => code.textContent),
          );
        const inPopup = new Map<string, string[]>();
        await page.open('popup.html');
        for (const query of [
          'AADSTS999999',
          '99999',
          'guest account tenant',
          '50126 and AADSTS53003',
        ]) {
          await page.type(query);
          await expect.poll(async () => (await listed(page)).length, query).toBeGreaterThan(0);
          // A guide has no code of its own.
          inPopup.set(
            query,
            (await listed(page)).map((code) => code ?? 'Guide'),
          );
          await page.press('Escape');
          await expect.poll(() => listed(page), query).toEqual([]);
        }
        await page.open('lookup.html');
        await expect.poll(() => focused(page)).toBe('input');
        for (const [query, codes] of inPopup) {
          await page.type(query);
          await expect.poll(inCatalog, query).toEqual(codes);
          await page.press('Escape');
          await expect.poll(async () => (await inCatalog()).length, query).toBeGreaterThan(2000);
        }
      });

    test('the lookup page is titled by what it shows, and the focus follows', async () => {
      await page.open('lookup.html#/AADSTS53003');
      await expect.poll(() => focused(page)).toBe('h1');
      expect(await title(page)).toContain('AADSTS53003');
      await page.go('');
      await expect.poll(() => title(page)).toBe('All codes · Signpost');
      expect(await focused(page)).toBe('input');
      await page.go('#/AADSTS999999');
      await expect.poll(() => focused(page)).toBe('h1');
      expect(await title(page)).toBe('AADSTS999999 · Signpost');
      expect(await text(page)).toContain('Nothing reliable is known about this code');
      await page.go('#/AADSTS53003/fix');
      await expect.poll(() => page.evaluate(() => document.activeElement!.id)).toBe('section-fix');
    });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('an address that is none says so, and the catalog stands below', async () => {
        await page.open('lookup.html#/banana');
        await expect
          .poll(async () => (await alerts(page)).join())
          .toContain('“banana” is not a code');
        await expect
          .poll(() => page.evaluate(() => document.querySelectorAll('.catalog li').length))
          .toBeGreaterThan(2000);
      });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('words that fit nothing are told so, and what to try', async () => {
        for (const path of ['popup.html', 'lookup.html']) {
          await page.open(path);
          await expect.poll(() => focused(page)).toMatch(/combobox|input/);
          await page.type('zzzzqqqq');
          await expect.poll(() => text(page)).toContain('Nothing found. Try the code');
        }
      });

    test('a bad address of the help desk stands red at its field and blocks nothing else', async () => {
      await page.open('options.html');
      await expect.poll(() => text(page)).toContain('Address (https or mailto)');
      const fields = 'input[type=text]';
      const put = (at: number, value: string) =>
        page.evaluate(
          (selector, index, wanted) => {
            const field = document.querySelectorAll<HTMLInputElement>(selector)[index]!;
            field.value = wanted;
            field.dispatchEvent(new Event('change', { bubbles: true }));
          },
          fields,
          at,
          value,
        );
      await put(1, 'http://help.contoso.com');
      await expect.poll(async () => (await alerts(page)).join()).toContain('https:// or mailto:');
      expect(
        await page.evaluate(() => {
          const field = document.querySelector('[aria-invalid=true]')!;
          const error = document.getElementById(field.getAttribute('aria-describedby')!)!;
          return [(field as HTMLInputElement).value, error.getAttribute('role')];
        }),
      ).toEqual(['http://help.contoso.com', 'alert']);
      await put(0, 'Contoso desk');
      await expect.poll(() => text(page)).toContain('✓ Saved');
      expect(await alerts(page)).toHaveLength(1);
      await page.open('options.html');
      await expect
        .poll(() =>
          page.evaluate(() =>
            [...document.querySelectorAll<HTMLInputElement>('input[type=text]')].map(
              ({ value }) => value,
            ),
          ),
        )
        .toEqual(['Contoso desk', '']);
      await put(0, '');
    });
  });

  test(`a missing catalog is said, and whole codes still work, ${browser}`, ({ browsers }) =>
    withDamage(browsers, browser, { missing: ['knowledge/en/index.json'] }, async (page) => {
      await page.open('popup.html');
      await expect.poll(async () => (await alerts(page)).join()).toContain('could not be loaded');
      await page.type('wrong password');
      expect(await text(page)).not.toContain('Nothing found');
      await page.press('Escape');
      await page.type('53003');
      await expect.poll(() => listed(page)).toEqual(['AADSTS53003']);
      expect(await text(page)).not.toContain('Nothing reliable');
      await page.press('Enter');
      await expect.poll(() => focused(page)).toBe('dialog');
      await page.open('lookup.html');
      await expect.poll(async () => (await alerts(page)).join()).toContain('could not be loaded');
      await page.open('lookup.html#/AADSTS53003');
      await expect.poll(() => focused(page)).toBe('h1');
    }));

  // The failure is played by our own page, in one browser as in the other.
  if (browser === 'Chromium')
    test(`an entry that cannot be read is said, and can be tried again, ${browser}`, ({
      browsers,
    }) =>
      withDamage(
        browsers,
        browser,
        {
          before: () => {
            const real = fetch;
            let isBroken = true;
            globalThis.fetch = (url, options) =>
              isBroken && (url as string).includes('cards-')
                ? Promise.reject(new Error('gone'))
                : real(url, options);
            globalThis.release = () => void (isBroken = false);
          },
        },
        async (page) => {
          for (const path of ['popup.html', 'lookup.html#/AADSTS53003']) {
            await page.open(path);
            if (path === 'popup.html') {
              await page.type('53003');
              await expect.poll(() => selected(page)).toBe('AADSTS53003');
              await page.press('Enter');
            }
            await expect.poll(async () => (await alerts(page)).join()).toContain('AADSTS53003');
            await page.evaluate(() => release());
            await page.click('.stack button');
            await expect.poll(() => focused(page)).toMatch(/dialog|h1/);
          }
        },
      ));

  test(`a dropped file that is read late does not take the place of what was typed meanwhile, ${browser}`, ({
    browsers,
  }) =>
    withDamage(
      browsers,
      browser,
      {
        before: () => {
          const { arrayBuffer } = Blob.prototype;
          Blob.prototype.arrayBuffer = function late() {
            return new Promise((resolve) => {
              globalThis.release = () => {
                resolve(arrayBuffer.call(this));
                // What is read now would be in the field after the next frames.
                let frames = 5;
                const count = () =>
                  frames-- ? requestAnimationFrame(count) : (document.title = 'drawn');
                count();
              };
            });
          };
        },
      },
      async (page) => {
        await page.open('popup.html');
        await expect.poll(() => page.evaluate(() => !!document.querySelector('.tools'))).toBe(true);
        await page.evaluate(() => {
          const data = new DataTransfer();
          data.items.add(new File(['AADSTS53003: blocked'], 'error.txt'));
          dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
        });
        await page.type('AADSTS50126');
        await expect.poll(() => listed(page)).toEqual(['AADSTS50126']);
        await page.evaluate(() => release());
        await expect.poll(() => title(page)).toBe('drawn');
        expect(await page.evaluate(() => document.querySelector('input')!.value)).toBe(
          'AADSTS50126',
        );
        expect(await listed(page)).toEqual(['AADSTS50126']);
      },
    ));

  test(`own pages show their frame before anything is read, ${browser}`, ({ browsers }) =>
    withDamage(
      browsers,
      browser,
      {
        before: () => {
          const held: (() => void)[] = [];
          let isHeld = true;
          const hold =
            <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
            (...args: Args) =>
              new Promise<Result>((resolve, reject) => {
                const go = () => void run(...args).then(resolve, reject);
                if (isHeld) held.push(go);
                else go();
              });
          globalThis.fetch = hold(fetch.bind(globalThis));
          for (const one of [chrome, (globalThis as { browser?: typeof chrome }).browser])
            if (one) Object.assign(one.storage.managed, { get: hold(async () => ({})) });
          globalThis.release = () => {
            isHeld = false;
            held.forEach((go) => go());
          };
        },
      },
      async (page) => {
        await page.open('options.html');
        expect(await text(page)).toContain('Signpost options');
        expect(await text(page)).toContain('Loading…');
        await page.evaluate(() => release());
        await expect.poll(() => text(page)).toContain('Explain errors on sign-in pages');
        // The policy that was seen once is enough the next time.
        await page.open('options.html');
        await expect.poll(() => text(page)).toContain('Explain errors on sign-in pages');
        await page.open('lookup.html');
        expect(await text(page)).toContain('Loading…');
        expect(await focused(page)).toBe('input');
        await page.evaluate(() => release());
        await expect.poll(() => text(page)).toContain('AADSTS');
        await page.open('lookup.html#/AADSTS53003');
        expect(await text(page)).toContain('Loading…');
        await page.open('popup.html');
        await page.type('wrong password');
        await expect.poll(() => text(page)).toContain('Loading…');
        await page.evaluate(() => release());
        await expect.poll(async () => (await listed(page)).length).toBeGreaterThan(0);
      },
    ));
}
