import { expect, type Page, type Worker } from '@playwright/test';
import { pressNextCode, textOfOurs, type ExtensionBrowser } from './chromium';
import { weighedIn } from './frames';
import { test } from './test';

const FRAMES = 'https://sandbox-1.reactblade.portal.azure.net/';
const LOGS = `${FRAMES}signin-logs-blade.html?act=1`;
const CENTER = `https://entra.microsoft.com/admin-center.html?act=1&recycle=1&frames=${encodeURIComponent(FRAMES)}`;

/** The marks of the rows that the list draws first. */
const FIRST_MARKS = [
  'act 53004',
  'expected 50058',
  'expected 50074',
  'expected 50140',
  'look 500121',
  'look 50126',
  'look 53003',
  'look 700016',
];

let browser: ExtensionBrowser;
let page: Page;
let worker: Worker;

test.beforeAll(async ({ browsers }) => {
  browser = await browsers.chromium({ hasCommand: true });
});
test.beforeEach(async () => {
  page = await browser.context.newPage();
  worker = browser.context.serviceWorkers()[0]!;
});
test.afterEach(() => page.close());

const weighed = async () => [...new Set(await weighedIn(page.frames()))].sort();

/** Badge and tooltip of the tab of the page. */
const badge = () =>
  worker.evaluate(async (url) => {
    const tabId = (await chrome.tabs.query({})).find((tab) => tab.url === url)!.id!;
    return [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })];
  }, page.url());

/** Writes another status into the row of the first code of its kind. */
function writeStatus(code: string, status: string): Promise<void> {
  return page.evaluate(
    ([wanted, word]) => {
      const cell = [...document.querySelectorAll('[data-automation-key=errorCode]')].find(
        ({ textContent }) => textContent === wanted,
      )!;
      const of = cell.closest('[role=row]')!.querySelector('[data-automation-key=status] span')!;
      of.firstChild!.nodeValue = word!;
    },
    [code, status],
  );
}

const countOf = async (mark: string) =>
  (await weighedIn(page.frames())).filter((one) => one === mark).length;

test('each mark stands in the highlight of its severity', async () => {
  await page.goto(LOGS);
  await expect.poll(weighed).toEqual(FIRST_MARKS);
});

test('a row follows its status while its code stays, and its card still opens', async () => {
  await page.goto(LOGS);
  await expect.poll(weighed).toEqual(FIRST_MARKS);
  const failed = await countOf('look 50126');
  await writeStatus('50126', 'Interrupted');
  await expect.poll(() => countOf('expected 50126')).toBe(1);
  expect(await countOf('look 50126')).toBe(failed - 1);
  const { x, y } = await page.evaluate(() => {
    const range = [...CSS.highlights.get('signpost-expected')!].find(
      (one) => (one as Range).toString() === '50126',
    ) as Range;
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(x - 1, y);
  await page.mouse.click(x, y);
  await expect
    .poll(async () => (await textOfOurs(page, 'signpost-card')).join())
    .toContain('50126');
  await page.keyboard.press('Escape');
  await writeStatus('50126', 'Failure');
  await expect.poll(() => countOf('look 50126')).toBe(failed);
});

test('the badge counts different codes in all frames that need a look, and says so', async () => {
  await page.goto(CENTER);
  await expect.poll(badge).toEqual(['5', 'Signpost: 5 different codes in this tab need a look']);
  // The details of a sign-in in a frame of their own hold a code that the list has as well.
  const list = page.frames().find((one) => one.url().includes('signin-logs-blade'))!;
  await list.evaluate(() =>
    document.querySelector<HTMLElement>('[role=row][data-automationid=DetailsRow]')!.click(),
  );
  await expect.poll(() => page.frames().length).toBe(3);
  // A frame that goes takes its codes with it.
  await page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));
  await expect.poll(badge).toEqual(['', 'Signpost']);
});

test('the badge goes with the page, and comes back with it', async () => {
  await page.goto(LOGS);
  await expect.poll(async () => (await badge())[0]).toBe('5');
  await page.goto('https://portal.azure.com/no-codes.html');
  expect((await badge())[0]).toBe('');
  await page.goBack();
  await expect.poll(async () => (await badge())[0]).toBe('5');
});

test('the option turns the badge off and on in open tabs', async () => {
  await page.goto(LOGS);
  await expect.poll(async () => (await badge())[0]).toBe('5');
  const options = await browser.context.newPage();
  await options.goto(browser.pageUrl('options.html'));
  const box = options.getByLabel('Show how many codes in the tab need a look');
  await box.uncheck();
  await expect(options.getByText('✓ Saved')).toBeVisible();
  await page.bringToFront();
  await expect.poll(badge).toEqual(['', 'Signpost']);
  await box.check();
  await page.bringToFront();
  await expect.poll(async () => (await badge())[0]).toBe('5');
  await options.close();
});

test('a list that is scrolled keeps its marks true, and the badge changes once in a second', async () => {
  await page.goto(CENTER);
  await expect.poll(weighed).toEqual(FIRST_MARKS);
  await worker.evaluate(() => {
    const at: number[] = [];
    const { action } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const set = action.setBadgeText.bind(action);
    action.setBadgeText = ((details: object) => {
      at.push(Date.now());
      return set(details);
    }) as never;
    Object.assign(globalThis, { badgesAt: at });
  });
  const list = page.frames().find((one) => one.url().includes('signin-logs-blade'))!;
  await list.evaluate(async () => {
    const scroller = document.querySelector('.ms-DetailsList-contentWrapper')!;
    for (let at = 0; at < 150; at++) {
      scroller.scrollTop += 200;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  /** Whether each row that is drawn has the mark that its code and status ask for. */
  const isTrue = () =>
    list.evaluate(() => {
      const looks = new Map(
        [...CSS.highlights].flatMap(([name, ranges]) =>
          [...ranges].map((range) => [(range as Range).startContainer.parentElement, name]),
        ),
      );
      const cells = [...document.querySelectorAll('[data-automation-key=errorCode] span')];
      const codes = cells.filter(({ textContent }) => textContent !== '0');
      return codes.every((cell) => {
        const status = cell.closest('[role=row]')!.querySelector('[data-automation-key=status]');
        const wanted =
          status!.textContent === 'Failure'
            ? cell.textContent === '53004'
              ? 'signpost-act'
              : 'signpost-look'
            : 'signpost-expected';
        return looks.get(cell as HTMLElement) === wanted;
      });
    });
  await expect.poll(isTrue).toBe(true);
  const times = await worker.evaluate(
    () => (globalThis as unknown as { badgesAt: number[] }).badgesAt,
  );
  for (const [at, time] of times.slice(1).entries())
    expect(time - times[at]!).toBeGreaterThanOrEqual(990);
});

test('the shortcut goes on through the frames in the order of the page, and around', async () => {
  const html = (body: string) => ({
    contentType: 'text/html',
    body: `<!doctype html><body>${body}`,
  });
  const inner = 'https://sandbox-1.reactblade.portal.azure.net/inner';
  const address = 'https://portal.azure.com/outer';
  await page.route(
    address,
    (route) =>
      void route.fulfill(
        html(
          `<p>AADSTS50126: first</p><div id="early"></div><iframe src="${inner}?code=53003"></iframe><p>AADSTS50058: last</p>`,
        ),
      ),
  );
  await page.route(`${inner}*`, (route) => {
    const code = new URL(route.request().url()).searchParams.get('code');
    return route.fulfill(html(`<p>AADSTS${code}: in a frame</p><p style="height:40px">`));
  });
  await page.goto(address);
  await expect
    .poll(weighed)
    .toEqual(['expected AADSTS50058', 'look AADSTS50126', 'look AADSTS53003']);
  // The frame that is made last stands first.
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.querySelector('#early')!.append(frame);
  }, `${inner}?code=53004`);
  await expect
    .poll(weighed)
    .toEqual(['act AADSTS53004', 'expected AADSTS50058', 'look AADSTS50126', 'look AADSTS53003']);

  const shown = () =>
    worker.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url)!;
      const frames = await chrome.scripting.executeScript({
        target: { tabId: tab.id!, allFrames: true },
        func: () => globalThis.signpost?.revealed?.()?.code,
      });
      return frames.flatMap(({ result }) => result ?? []).join();
    }, address);
  await expect.poll(shown).toBe('');
  for (const code of ['50126', '53004', '53003', '50058', '50126', '53004']) {
    await pressNextCode(browser, page);
    await expect.poll(shown).toBe(`AADSTS${code}`);
  }
});
