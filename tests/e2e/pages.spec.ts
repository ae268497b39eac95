import { expect, type Page } from '@playwright/test';
import { markedTexts, notedCodes, textOfOurs, type ExtensionBrowser } from './chromium';
import { SURFACES, TURNED_ON } from './fixture-pages';
import { pressOurs, pressUntilObeyed } from './press-ours';
import { test } from './test';

let browser: ExtensionBrowser;
let page: Page;
let pageErrors: string[];

test.beforeAll(async ({ browsers }) => {
  browser = await browsers.chromium({ moreHosts: TURNED_ON });
});
test.beforeEach(async () => {
  page = await browser.context.newPage();
  pageErrors = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
});
test.afterEach(async () => {
  expect(pageErrors).toEqual([]);
  await page.close();
});

const SIGN_IN = 'https://login.microsoftonline.com/common';
const FRAMES = encodeURIComponent('https://sandbox-1.reactblade.portal.azure.net/');

async function noteText(code: string): Promise<string> {
  await expect.poll(() => notedCodes(page)).toContain(code);
  let text = '';
  await expect
    .poll(
      async () =>
        (text = (await textOfOurs(page, 'signpost-note')).find((one) => one.includes(code)) ?? ''),
    )
    .not.toBe('');
  return text;
}

/** The note of a code by its box, which a person can see; its inside is closed to scripts. */
function boxOf(selector: string) {
  return page.locator(selector).boundingBox();
}

for (const { name, url, click, codes } of SURFACES) {
  test(`${name}: the expected codes are found and explained`, async () => {
    await page.goto(url);
    if (click) await page.click(click);
    for (const code of codes) {
      const bare = code.replace('AADSTS', '').toLowerCase();
      await expect
        .poll(async () =>
          (await markedTexts(page)).some((text) => text.toLowerCase().includes(bare)),
        )
        .toBe(true);
    }
    const strays = (await markedTexts(page)).filter(
      (text) => !/^(AADSTS)?\d{5,7}$|^0x[\da-f]{8}$|^-214\d{7}$/i.test(text),
    );
    expect(strays).toEqual([]);
  });
}

test('sign-in error page: one open note for the person, after the message, with the details to send', async () => {
  await page.goto(`${SIGN_IN}/signin-error.html`);
  const text = await noteText('AADSTS50011');
  expect(await notedCodes(page)).toEqual(['AADSTS50011']);
  expect(text).toContain('Copy details for IT');
  expect(text).toContain('Explained by Signpost, not by Microsoft');
  const place = await page.evaluate(() => {
    const note = document.querySelector('signpost-note')!;
    return {
      isBehindMessage: note.previousElementSibling?.id,
      shadow: note.shadowRoot,
      copies: document.querySelector('textarea')?.value.includes('AADSTS50011'),
    };
  });
  expect(place).toEqual({
    isBehindMessage: 'exceptionMessageContainer',
    shadow: null,
    copies: true,
  });
});

test('sign-in error page: the redrawn details keep their mark, and the note is not doubled', async () => {
  await page.goto(`${SIGN_IN}/signin-error.html`);
  await noteText('AADSTS50011');
  for (let round = 0; round < 3; round++) {
    await page.click('#flagging');
    await expect.poll(() => markedTexts(page)).toEqual(['AADSTS50011', 'AADSTS50011']);
    expect(await notedCodes(page)).toEqual(['AADSTS50011']);
  }
  await page.click('#errorBannerCloseLink');
  await expect.poll(() => markedTexts(page)).toEqual(['AADSTS50011']);
  expect(await notedCodes(page)).toEqual(['AADSTS50011']);
});

test('on a customer’s sign-in page the person who cannot sign in is told whose page it is, and what to do', async () => {
  await page.goto('https://contoso.ciamlogin.com/signin-error.html');
  const text = await noteText('AADSTS50011');
  expect(text).toContain('This page is not Microsoft’s.');
  expect(text).toContain('The app’s developer can fix this');
  expect(text).toContain('Copy details for IT');
});

test('Conditional Access block: the note comes and goes with the details and covers nothing', async () => {
  await page.goto(`${SIGN_IN}/conditional-access-block.html`);
  await page.click('#moreDetails');
  expect(await noteText('AADSTS53003')).toContain('Your IT team can fix this');
  const note = (await boxOf('signpost-note'))!;
  const details = (await boxOf('#debugDetailsBanner'))!;
  expect(note.y).toBeGreaterThanOrEqual(details.y + details.height);
  await page.click('#moreDetails');
  await expect.poll(() => notedCodes(page)).toEqual([]);
  await page.click('#moreDetails');
  await expect.poll(() => notedCodes(page)).toEqual(['AADSTS53003']);
});

test('the details to send hold the ids of the page', async () => {
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${SIGN_IN}/conditional-access-block.html`);
  await page.click('#moreDetails');
  await noteText('AADSTS53003');
  await page.locator('signpost-note').scrollIntoViewIfNeeded();
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await pressUntilObeyed(
    () => pressOurs(page, 'Copy details for IT'),
    () => page.evaluate(async () => (await navigator.clipboard.readText()).includes('AADSTS53003')),
  );
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('62e76ee1-52af-46d3-ba8f-3f0be6aea289');
  expect(copied).toContain('790d21d9-68fb-457f-b1a4-674c11e3bf00');
  expect(copied).toContain('2026-09-03T13:32:53.761Z');
  expect(copied).toContain('203.0.113.86');
  // By these IT tells which of its policies it was, and whose sign-in.
  expect(copied).toContain('Device platform: Windows 10');
  expect(copied).toContain('Device state: Unregistered');
  expect(copied).toMatch(/^User: \S+@contoso\.com$/m);
});

test('IT details unfold causes, fix and commands with the ids filled in', async () => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto(`${SIGN_IN}/conditional-access-block.html?open=1`);
  await noteText('AADSTS53003');
  await pressOurs(page, 'IT details');
  await expect.poll(() => noteText('AADSTS53003')).toContain('Causes');
  await pressOurs(page, 'Commands');
  await expect
    .poll(() => noteText('AADSTS53003'))
    .toContain('62e76ee1-52af-46d3-ba8f-3f0be6aea289');
  expect(await noteText('AADSTS53003')).not.toContain('{correlationId}');
});

test('sign-in details: a folded line behind the row, kept while tabs redraw, silent in the editor', async () => {
  await page.goto(
    'https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=50126',
  );
  await expect.poll(() => notedCodes(page)).toEqual(['AADSTS50126']);
  const row = await page.evaluate(
    () => document.querySelector('signpost-note')?.previousElementSibling?.textContent,
  );
  expect(row).toBe('Sign-in error code50126');
  await page.getByRole('tab', { name: 'Authentication Details' }).click();
  await expect.poll(() => notedCodes(page)).toEqual([]);
  await expect.poll(() => markedTexts(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Basic info' }).click();
  await expect.poll(() => notedCodes(page)).toEqual(['AADSTS50126']);
});

for (const lang of ['de', 'es', 'fr', 'pt', 'ja', 'zh']) {
  test(`sign-in details and list in ${lang}: the localized label is known`, async () => {
    await page.goto(
      `https://sandbox-2.reactblade.portal.azure.net/signin-details-blade.html?code=50126&lang=${lang}`,
    );
    await expect.poll(() => notedCodes(page)).toEqual(['AADSTS50126']);
    await page.goto(
      `https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html?lang=${lang}`,
    );
    await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
    expect(await notedCodes(page)).toEqual([]);
  });
}

for (const mode of ['', '&recycle=1']) {
  test(`sign-in list${mode && ' with recycled rows'}: marks follow the rows through a scroll`, async () => {
    await page.goto(`https://entra.microsoft.com/admin-center.html?frames=${FRAMES}${mode}`);
    await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
    const frame = page.frames().find((one) => one.url().includes('signin-logs-blade'))!;
    for (const top of [4200, 21_000, 41_000, 0]) {
      await frame.evaluate(
        (to) => document.querySelector('.ms-DetailsList-contentWrapper')!.scrollTo(0, to),
        top,
      );
      const agree = () =>
        frame.evaluate(() => {
          const cells = [...document.querySelectorAll('[data-automation-key=errorCode]')];
          const codes = cells.filter((cell) => cell.textContent !== '0');
          const marked = [...CSS.highlights.values()].flatMap((one) => [...one] as Range[]);
          const live = marked.filter(
            (range) => !range.collapsed && range.startContainer.isConnected,
          );
          return (
            codes.length > 0 &&
            live.length === codes.length &&
            live.every((range) =>
              range.startContainer.parentElement?.closest('[data-automation-key=errorCode]'),
            )
          );
        });
      await expect.poll(agree).toBe(true);
    }
  });
}

test('sign-in list in the shell document: found there as well', async () => {
  await page.goto('https://entra.microsoft.com/admin-center.html?inline=1');
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
});

test('a resting pointer shows the card beside the code, inside the frame, and Escape closes it', async () => {
  await page.goto('https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html');
  await expect.poll(async () => (await markedTexts(page)).length).toBeGreaterThan(10);
  const code = await page.evaluate(() => {
    const [range] = CSS.highlights.get('signpost-look') as unknown as Iterable<Range>;
    const { x, y, width, height } = range!.getBoundingClientRect();
    return { x, y, width, height };
  });
  // A hand on a mouse is never quite still: the card's code may arrive while the pointer rests.
  let step = 0;
  await expect
    .poll(
      async () => {
        await page.mouse.move(code.x + code.width / 2 + (step++ % 2), code.y + code.height / 2);
        return textOfOurs(page, 'signpost-card');
      },
      { intervals: [400] },
    )
    .toHaveLength(1);
  await expect.poll(async () => (await textOfOurs(page, 'signpost-card'))[0]).toContain('Causes');
  const card = (await boxOf('signpost-card'))!;
  const overlaps =
    card.x < code.x + code.width &&
    card.x + card.width > code.x &&
    card.y < code.y + code.height &&
    card.y + card.height > code.y;
  expect(overlaps).toBe(false);
  const gap = Math.min(
    Math.abs(card.y - (code.y + code.height)),
    Math.abs(code.y - (card.y + card.height)),
  );
  expect(gap).toBeLessThan(20);
  expect(card.x).toBeLessThan(code.x + code.width);
  expect(card.x + card.width).toBeGreaterThan(code.x);
  expect(card.x).toBeGreaterThanOrEqual(0);
  expect(card.y + card.height).toBeLessThanOrEqual(800);
  await page.keyboard.press('Escape');
  await expect.poll(() => textOfOurs(page, 'signpost-card')).toEqual([]);
});

test('frames without an address are read, and editable text is left alone', async () => {
  await page.goto('https://portal.azure.com/blank-frames.html');
  await expect
    .poll(async () => (await markedTexts(page)).sort())
    .toEqual(['50126', 'AADSTS50105', 'AADSTS53003']);
  await page.goto('https://portal.azure.com/app-error-page.html');
  await expect
    .poll(async () => [...new Set(await markedTexts(page))].sort())
    .toEqual(['50076', 'AADSTS50011', 'AADSTS50076', 'AADSTS50058'].sort());
  await expect.poll(async () => (await markedTexts(page)).includes('AADSTS50058')).toBe(false);
});

test('a B2C page yields only the quoted sign-in code', async () => {
  await page.goto('https://portal.azure.com/b2c-error-page.html');
  await expect.poll(() => markedTexts(page)).toEqual(['AADSTS65004']);
});

test('the strictest CSP with Trusted Types: the note is drawn and nothing is reported', async () => {
  const violations: string[] = [];
  page.on('console', (message) => violations.push(message.text()));
  await page.goto(`${SIGN_IN}/strict.html?csp=strict`);
  expect(await noteText('AADSTS50105')).toContain('Copy details for IT');
  const box = (await boxOf('signpost-note'))!;
  expect(box.height).toBeGreaterThan(150);
  expect(violations.filter((text) => /content security|trusted/i.test(text))).toEqual([]);
});

test('a page without codes stays as it is, byte for byte, and no request is made', async () => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const url = 'https://portal.azure.com/no-codes.html';
  await page.goto(url);
  const before = await page.content();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const state = await browser.context.serviceWorkers()[0]!.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: address });
    const [injected] = await chrome.scripting.executeScript({
      target: { tabId: tab!.id! },
      func: () => globalThis.signpost?.hits.size,
    });
    return injected?.result;
  }, url);
  expect(state).toBe(0);
  expect(await page.content()).toBe(before);
  expect(await markedTexts(page)).toEqual([]);
  expect(requests).toEqual([url]);
});

test('a React page re-renders with notes in it and does not throw', async () => {
  await page.goto('https://portal.azure.com/react-app.html');
  await expect.poll(async () => (await notedCodes(page)).sort()).toContain('AADSTS53003');
  for (let round = 1; round <= 10; round++) {
    await page.evaluate(() => (window as unknown as { step: () => void }).step());
    await expect(page.locator('h1')).toHaveText(`Step ${round}`);
    const wanted = await page.evaluate(() =>
      [...document.querySelectorAll('section p')].map((one) => one.textContent!.split(':')[0]),
    );
    await expect
      .poll(async () => (await notedCodes(page)).filter((code) => wanted.includes(code)).length)
      .toBe(wanted.length);
    const misplaced = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('signpost-note')].filter(
          (note) =>
            note.closest('section') &&
            !note.previousElementSibling?.textContent?.includes(note.dataset.code!),
        ).length,
    );
    expect(misplaced).toBe(0);
  }
  expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);
});

test('the sign-in service in a hidden frame is left alone', async () => {
  await page.goto('https://portal.azure.com/no-codes.html');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://login.microsoftonline.com/common/strict.html';
    document.body.append(frame);
  });
  await expect.poll(() => page.frames().length).toBe(2);
  await page.frames()[1]!.waitForLoadState();
  expect(await markedTexts(page)).toEqual([]);
  expect(await notedCodes(page)).toEqual([]);
});

test('a script of the page cannot press our buttons', async () => {
  await page.goto(`${SIGN_IN}/signin-error.html`);
  await noteText('AADSTS50011');
  const tabs = browser.context.pages().length;
  await page.evaluate(() => {
    const note = document.querySelector('signpost-note')!;
    for (const type of ['pointerdown', 'pointerup', 'click'])
      note.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    (note as HTMLElement).click();
  });
  expect(await notedCodes(page)).toEqual(['AADSTS50011']);
  expect(browser.context.pages().length).toBe(tabs);
});

test('nothing was asked of any host but the fixtures', () => {
  expect(browser.strayRequests.filter((address) => !address.endsWith('/favicon.ico'))).toEqual([]);
});
