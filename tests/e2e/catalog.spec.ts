import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { launchWithExtension, type ExtensionBrowser } from './chromium';
import { BROWSERS, type OwnPage } from './own-page';
import { test } from './test';

/** The codes that are listed; none while some are still to be drawn. */
const listed = () =>
  document.querySelector('[aria-busy=true] .catalog')
    ? []
    : [...document.querySelectorAll('.catalog .code')].map((code) => code.textContent ?? '');

for (const name of BROWSERS) {
  test.describe(`the catalog in ${name}`, () => {
    let own: OwnPage;
    test.beforeAll(async ({ browsers }) => {
      own = await browsers.ownPage(name);
    });
    test.afterAll(() => own.close());

    const count = async () => (await own.evaluate(listed)).length;
    const hash = () => own.evaluate(() => location.hash);
    const box = (facet: string, value: string) => `[data-facet=${facet}] input[value="${value}"]`;
    /** How many codes a choice says that it would list. */
    const promised = (facet: string, value: string) =>
      own.evaluate(
        (selector) =>
          Number(
            document.querySelector(selector)!.closest('label')!.querySelector('.number')!
              .textContent,
          ),
        box(facet, value),
      );

    test('is narrowed by what is chosen, in its address, and back again', async () => {
      await own.open('lookup.html');
      await expect.poll(count).toBeGreaterThan(2000);
      const all = await count();
      const inMfa = await promised('area', 'mfa');
      expect(inMfa).toBeGreaterThan(5);
      await own.click(box('area', 'mfa'));
      await expect.poll(count).toBe(inMfa);
      expect(await hash()).toBe('#?area=mfa');
      const high = await promised('severity', 'high');
      await own.click(box('severity', 'high'));
      await expect.poll(count).toBe(high);
      expect(await hash()).toBe('#?area=mfa&severity=high');
      // Who narrows the list goes on narrowing it.
      expect(await own.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
        'high',
      );
      await own.evaluate(() => history.back());
      await expect.poll(count).toBe(inMfa);
      await own.evaluate(() => history.back());
      await expect.poll(count).toBe(all);
      await own.evaluate(() => history.forward());
      await expect.poll(count).toBe(inMfa);
    });

    test('is searched within what is chosen, and the words stand in the address', async () => {
      await own.open('lookup.html#?area=app');
      await expect.poll(count).toBeGreaterThan(100);
      const inApp = await own.evaluate(listed);
      await own.type('redirect uri');
      await expect.poll(async () => (await own.evaluate(listed))[0]).toBe('AADSTS50011');
      expect(await promised('area', 'app')).toBe(await count());
      const found = await own.evaluate(listed);
      expect(found[0]).toBe('AADSTS50011');
      expect(found.filter((code) => !inApp.includes(code))).toEqual([]);
      await expect.poll(hash).toBe('#?q=redirect+uri&area=app');
      await own.click('.catalog a');
      await expect.poll(hash).toBe('#/AADSTS50011?q=redirect+uri&area=app');
      await own.evaluate(() => history.back());
      await expect.poll(() => own.evaluate(listed)).toEqual(found);
      expect(await own.evaluate(() => document.querySelector('input')!.value)).toBe('redirect uri');
    });

    test('names, values and secrets stand in no address and no title, narrowed or not', async () => {
      for (const text of [
        'client_secret=abc8Q~example0123456',
        'wrong password of user@contoso.com',
      ]) {
        await own.open('lookup.html');
        await expect.poll(count).toBeGreaterThan(2000);
        await own.type(text);
        await expect
          .poll(() => own.evaluate(() => document.querySelector('main')!.textContent))
          .toMatch(/holds secrets: client secret|Best answers/);
        await own.evaluate(() => document.querySelector<HTMLElement>('.facet-list')?.focus());
        await own.click(box('area', 'credentials'));
        await expect.poll(hash).toBe('#?area=credentials');
        expect(await own.evaluate(() => document.querySelector('input')!.value)).toBe(text);
        expect(await own.evaluate(() => document.title)).toBe('All codes · Signpost');
      }
      // It is there again after a look at an entry.
      await own.click('.catalog li a');
      await expect.poll(hash).toMatch(/^#\/AADSTS\d+/);
      await own.evaluate(() => history.back());
      await expect
        .poll(() => own.evaluate(() => document.querySelector('input')!.value))
        .toBe('wrong password of user@contoso.com');
      expect(await hash()).toBe('#?area=credentials');
    });

    test('an entry leads on through the list that led to it, by keys as well', async () => {
      await own.open('lookup.html#?area=mfa&severity=high&severity=medium');
      await expect.poll(count).toBeGreaterThan(3);
      const codes = await own.evaluate(listed);
      await own.click('.catalog a');
      const shown = () =>
        own.evaluate(() => document.querySelector<HTMLElement>('article')?.dataset.code);
      await expect.poll(shown).toBe(codes[0]);
      expect(await own.evaluate(() => document.querySelector('[rel=prev]'))).toBeNull();
      await own.click('[rel=next]');
      await expect.poll(shown).toBe(codes[1]);
      await own.press('Alt+Shift+n');
      await expect.poll(shown).toBe(codes[2]);
      await own.press('Alt+Shift+p');
      await expect.poll(shown).toBe(codes[1]);
      await own.click('.contents a');
      await own.click('.neighbors p a');
      await expect.poll(() => own.evaluate(listed)).toEqual(codes);
    });

    // Our own logic from end to end, which no engine changes.
    if (name === 'Chromium')
      test('two codes stand side by side, what tells them apart first', async () => {
        await own.open('lookup.html#/AADSTS50126');
        const link = '[href="#/compare/AADSTS50126/AADSTS50053"]';
        await expect
          .poll(() => own.evaluate((wanted) => !!document.querySelector(wanted), link))
          .toBe(true);
        await own.click(link);
        const headings = () =>
          own.evaluate(() =>
            [...document.querySelectorAll('.compare h1, .compare h2')].map(
              (one) => one.textContent,
            ),
          );
        await expect.poll(headings).toContain('What tells them apart');
        expect((await headings())[0]).toBe('AADSTS50126 and AADSTS50053');
        const said = await own.evaluate(() => document.querySelector('.compare li')!.textContent);
        expect(said).toMatch(/^AADSTS50053, in the entry of AADSTS50126: \S/);
        expect(
          await own.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('[data-code]')].map(
              (one) => one.dataset.code,
            ),
          ),
        ).toEqual(['AADSTS50126', 'AADSTS50053']);
        // The rule of the form wins over the one for all fields, which have no border.
        const borders = await own.evaluate(() =>
          [...document.querySelectorAll('.compare-form input')].map(
            (field) => getComputedStyle(field).borderTopStyle,
          ),
        );
        expect(borders).toEqual(['solid', 'solid']);
        // A wrong one is named at its field, and what was typed stays.
        await own.evaluate(() => {
          document.querySelectorAll<HTMLInputElement>('.compare-form input')[1]!.value = 'banana';
        });
        await own.click('.compare-form button');
        await expect
          .poll(() => own.evaluate(() => document.querySelector('[role=alert]')?.textContent))
          .toMatch(/is not a code/);
        expect(await own.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
          'banana',
        );
      });

    test('a note is kept for its code and seen by whoever comes back', async () => {
      await own.open('lookup.html#/AADSTS53003');
      const add = '.own-note button';
      await expect
        .poll(() => own.evaluate((wanted) => !!document.querySelector(wanted), add))
        .toBe(true);
      await own.click(add);
      await own.type('Ask Contoso IT first');
      await expect
        .poll(() =>
          own.evaluate(() => document.querySelector('.own-note [role=status]')!.textContent),
        )
        .toBe('✓ Saved');
      const note = () =>
        own.evaluate(
          () => document.querySelector<HTMLTextAreaElement>('.own-note textarea')?.value ?? '',
        );
      await own.open('sidepanel.html#/AADSTS53003');
      await expect.poll(note).toBe('Ask Contoso IT first');
      // Emptied, it is written anew in the same box, and is there after a look into another window.
      await own.evaluate(() => document.querySelector<HTMLElement>('.own-note textarea')!.focus());
      await own.press('Control+a');
      await own.press('Backspace');
      await expect.poll(note).toBe('');
      await own.evaluate(() => {
        const leave = new FocusEvent('blur');
        document.querySelector('.own-note textarea')!.dispatchEvent(leave);
        return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      });
      await own.type('Ask Kim');
      await expect.poll(note).toBe('Ask Kim');
      await own.go('#/AADSTS53000');
      await expect
        .poll(() => own.evaluate((wanted) => !!document.querySelector(wanted), add))
        .toBe(true);
      expect(await note()).toBe('');
    });
  });
}

test.describe('files and the side panel', () => {
  let browser: ExtensionBrowser;
  let page: Page;
  let folder: string;
  test.beforeAll(async () => {
    // Its side panel stays open.
    browser = await launchWithExtension();
    folder = mkdtempSync(join(tmpdir(), 'signpost-files-'));
  });
  test.afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  test.beforeEach(async () => {
    page = await browser.context.newPage();
  });
  test.afterEach(() => page.close());

  /** Presses a button and reads the file that it gives. */
  async function downloaded(button: string): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return { name: download.suggestedFilename(), text: readFileSync(path, 'utf8') };
  }

  test('what is listed is saved as a file, and nothing is asked for', async () => {
    await page.goto(browser.pageUrl('lookup.html#?area=conditional-access&severity=high'));
    await page.locator('.catalog li').first().waitFor();
    const codes = await page.locator('.catalog .code').allTextContents();
    expect(codes.length).toBeGreaterThan(0);
    await page.getByText('Save this list').click();
    const csv = await downloaded('CSV');
    expect(csv.name).toBe('signpost-codes.csv');
    const { data } = Papa.parse<Record<string, string>>(csv.text.trim(), { header: true });
    expect(data.map(({ Code }) => Code)).toEqual(codes);
    expect(
      data.every(({ Severity, Link }) => Severity === 'high' && Link!.startsWith('https:')),
    ).toBe(true);
    const kql = await downloaded('KQL datatable');
    expect(kql.text).toContain('let SignpostCodes = datatable(Code:string');
    expect(kql.text).toContain(`"${codes[0]}"`);
    const watchlist = await downloaded('Sentinel watchlist');
    expect(watchlist.text).toMatch(/^Code,Name,Title,Severity,WhoActs,Summary,Link\r\n/);
    const json = await downloaded('JSON');
    expect(JSON.parse(json.text)).toHaveLength(codes.length);
    expect(browser.strayRequests).toEqual([]);
  });

  test('the whole catalog prints under a heading for each area', async () => {
    await page.goto(browser.pageUrl('lookup.html'));
    await page.locator('.catalog li').first().waitFor();
    await page.evaluate(() => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        const rows = document.querySelectorAll('.catalog li').length;
        document.documentElement.dataset.printed = `${location.hash} ${rows}`;
      };
    });
    const [number] = /\d+/.exec(await page.locator('.with-facets [role=status]').innerText())!;
    await page.getByRole('button', { name: 'Print by area' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', `#?by=area ${number}`);
    expect(await page.locator('.area h2').count()).toBe(15);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.facet-list')).toBeHidden();
    await expect(page.locator('header.bar')).toBeHidden();
    await expect(page.locator('.area h2').last()).toBeVisible();
  });

  test('a page is printed in the colors of paper where the browser is dark, with the whole of a long note', async () => {
    await page.goto(browser.pageUrl('lookup.html'));
    await page.evaluate(
      (long) => chrome.storage.local.set({ 'note:AADSTS50126': long }),
      `${'Ask Contoso IT first. '.repeat(200)}End.`,
    );
    const own = ['lookup.html#/AADSTS50126', 'options.html'];
    for (const address of own) {
      await page.goto(browser.pageUrl(address));
      await page.locator('h1').waitFor();
      const colors = async (colorScheme: 'light' | 'dark') => {
        await page.emulateMedia({ media: 'print', colorScheme });
        return page.evaluate(() =>
          Array.from(document.querySelectorAll('body, .pill, .it, .setting'), (one) => {
            const { color, backgroundColor } = getComputedStyle(one);
            return `${one.className} ${color} ${backgroundColor}`;
          }),
        );
      };
      const onPaper = await colors('light');
      expect(onPaper.length).toBeGreaterThan(1);
      expect(await colors('dark')).toEqual(onPaper);
      if (address !== own[0]) continue;
      const note = page.locator('.own-note .printed');
      await expect(note).toBeVisible();
      await expect(note).toHaveText(/End\.$/);
      expect(
        await note.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
      ).toBe(0);
      await expect(page.locator('.own-note textarea')).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await expect(note).toBeHidden();
    }
    await page.emulateMedia({ media: null, colorScheme: null });
    await page.evaluate(() => chrome.storage.local.remove('note:AADSTS50126'));
  });

  test('a note that is written elsewhere while the options are open goes into the file', async () => {
    await page.goto(browser.pageUrl('options.html'));
    await expect(page.getByText('Notes: 0')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save as a file' })).toBeDisabled();
    const other = await browser.context.newPage();
    await other.goto(browser.pageUrl('lookup.html#/AADSTS50126'));
    await other.getByRole('button', { name: 'Add your note' }).click();
    await other.keyboard.type('Ask Kim first.');
    await other.keyboard.press('Tab');
    await expect(page.getByText('Notes: 1')).toBeVisible();
    await other.close();
    const { text } = await downloaded('Save as a file');
    expect(JSON.parse(text).notes).toEqual({ AADSTS50126: 'Ask Kim first.' });
  });

  test('a text that is dragged into a note is put there', async () => {
    await page.goto(browser.pageUrl('lookup.html#/AADSTS53003'));
    await page.getByRole('button', { name: 'Add your note' }).click();
    const isLeftToTheBox = await page.locator('.own-note textarea').evaluate((box) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', 'AADSTS50126 comes first');
      const drag = { dataTransfer, bubbles: true, cancelable: true };
      return ['dragover', 'drop'].every((name) => box.dispatchEvent(new DragEvent(name, drag)));
    });
    expect(isLeftToTheBox).toBe(true);
    await expect(page.locator('input[type=search]')).toHaveValue('');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Conditional Access');
  });

  test('notes go into a file and come back, and what would be replaced is said before', async () => {
    await page.goto(browser.pageUrl('options.html'));
    await page.evaluate(() =>
      chrome.storage.local.set({ 'note:AADSTS50126': 'mine', 'note:EVENT360': 'same' }),
    );
    await page.reload();
    await expect(page.getByText('Notes: 2')).toBeVisible();
    await expect(page.getByLabel('Name on the button')).toHaveCSS('border-top-style', 'solid');
    const { text } = await downloaded('Save as a file');
    const notes = JSON.parse(text);
    expect(notes.notes).toEqual({ AADSTS50126: 'mine', EVENT360: 'same' });
    const take = (content: string) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'notes.json',
        mimeType: 'application/json',
        buffer: Buffer.from(content),
      });
    const kept = () =>
      page.evaluate(async () => {
        const all = await chrome.storage.local.get(null);
        return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('note:')));
      });
    const before = await kept();

    await take(text.slice(0, 40));
    await expect(page.getByRole('alert')).toContainText('not a JSON file, or it is cut off');
    await take(JSON.stringify({ ...notes, notes: { banana: 'x' } }));
    await expect(page.getByRole('alert')).toContainText('“banana” is not a code');
    expect(await kept()).toEqual(before);

    await take(
      JSON.stringify({
        ...notes,
        notes: { AADSTS50126: 'theirs', EVENT360: 'same', AADSTS53003: 'new' },
      }),
    );
    await expect(page.getByText('Would replace a note of yours: 1 AADSTS50126')).toBeVisible();
    expect(await kept()).toEqual(before);
    await page.getByRole('button', { name: 'Leave mine as they are' }).click();
    expect(await kept()).toEqual(before);
    await take(JSON.stringify({ ...notes, notes: { AADSTS50126: 'theirs', AADSTS53003: 'new' } }));
    // The disk is full at first.
    await page.evaluate(() => {
      const { local } = chrome.storage;
      const { set } = local;
      local.set = () => {
        local.set = set;
        return Promise.reject(new Error('QUOTA_BYTES'));
      };
    });
    await page.getByRole('button', { name: 'Take them' }).click();
    await expect(page.getByRole('alert')).toContainText('Not saved');
    await page.getByRole('button', { name: 'Take them' }).click();
    await expect(page.getByText('Notes taken: 2')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.locator('input[type=file]')).toBeFocused();
    expect(await kept()).toEqual({
      'note:AADSTS50126': 'theirs',
      'note:EVENT360': 'same',
      'note:AADSTS53003': 'new',
    });
    // Turned off, they are hidden and stay.
    await page.getByLabel('Keep your own notes on codes').uncheck();
    await expect(page.getByText('Notes: 3')).toBeHidden();
    await page.goto(browser.pageUrl('lookup.html#/AADSTS53003'));
    await page.locator('article').waitFor();
    await expect(page.locator('.own-note')).toHaveCount(0);
    // Turned on again elsewhere, they are there at once.
    const options = await browser.context.newPage();
    await options.goto(browser.pageUrl('options.html'));
    await options.getByLabel('Keep your own notes on codes').check();
    await expect(options.getByText('Notes: 3')).toBeVisible();
    await options.close();
    await expect(page.locator('.own-note')).toHaveCount(1);
  });

  test('the popup opens the side panel', async () => {
    await page.goto(browser.pageUrl('popup.html'));
    const closed = page.waitForEvent('close');
    // It closes itself, at times before the press is reported as done.
    await page
      .getByRole('button', { name: 'Side panel' })
      .click()
      .catch(() => {});
    await closed;
    const [worker] = browser.context.serviceWorkers();
    await expect
      .poll(() =>
        worker!.evaluate(async () => {
          const [panel] = await chrome.runtime.getContexts({
            contextTypes: [chrome.runtime.ContextType.SIDE_PANEL],
          });
          // A panel that is about to open has no address yet.
          return panel?.documentUrl && new URL(panel.documentUrl).pathname;
        }),
      )
      .toBe('/sidepanel.html');
    page = await browser.context.newPage();
  });

  test('the side panel follows the page when asked to', async () => {
    await page.goto(
      'https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=53003',
    );
    await page.locator('signpost-note').waitFor();
    // A tab of the extension stands for the panel: automation cannot press inside a panel.
    const panel = await browser.context.newPage();
    await panel.goto(browser.pageUrl('sidepanel.html'));
    await panel.locator('.catalog li').first().waitFor();
    await page.bringToFront();
    const look = async () => {
      const box = (await page.locator('signpost-note').boundingBox())!;
      await page.mouse.click(box.x + 60, box.y + 15);
    };
    await look();
    await look();
    await expect(panel.locator('.catalog li').first()).toBeVisible();
    expect(await panel.evaluate(() => location.hash)).toBe('');
    await panel.getByRole('switch', { name: 'Follow the page' }).check();
    await page.bringToFront();
    await look();
    await expect(panel.locator('article[data-code=AADSTS53003]')).toBeVisible();
    // What somebody types stays, and so does what they paste when they go on to the page.
    const field = panel.getByRole('searchbox');
    const again = async () => {
      await field.fill('');
      await panel.evaluate(() => (location.hash = '#/AADSTS50126'));
      await expect(panel.locator('article[data-code=AADSTS50126]')).toBeVisible();
    };
    const looked = () =>
      panel.evaluate(
        () =>
          new Promise((resolve) => {
            const { onMessage } = chrome.runtime;
            const hear = ({ signpost }: { signpost: string }) => {
              if (signpost !== 'looked') return;
              onMessage.removeListener(hear);
              setTimeout(resolve);
            };
            onMessage.addListener(hear);
          }),
      );
    for (const typed of ['wrong passw', `${'pasted '.repeat(30)}AADSTS50011`]) {
      await again();
      await panel.bringToFront();
      await field.fill(typed);
      const heard = looked();
      await page.bringToFront();
      await look();
      await look();
      await heard;
      expect(await panel.evaluate(() => location.hash)).not.toContain('53003');
      await expect(field).toHaveValue(typed);
    }
    await field.fill('');
    await page.bringToFront();
    await look();
    await look();
    await expect(panel.locator('article[data-code=AADSTS53003]')).toBeVisible();
    // The choice is kept.
    await panel.goto('about:blank');
    await panel.goto(browser.pageUrl('sidepanel.html'));
    await expect(panel.getByRole('switch', { name: 'Follow the page' })).toBeChecked();
    await panel.close();
  });
});
