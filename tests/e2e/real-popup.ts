import { writeFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** The popup as the browser itself opens it over a tab, with what that press gives it (activeTab). Chromium only. */
export interface RealPopup {
  evaluate: <Result>(expression: string) => Promise<Result>;
  text: () => Promise<string>;
  /** Clicks, as a person would, the middle of the first element of a selector whose text holds some words. */
  click: (selector: string, words?: string) => Promise<void>;
  /** Presses a key on the keyboard: `ArrowRight`. */
  press: (key: string) => Promise<void>;
  isOpen: () => Promise<boolean>;
  screenshot: (path: string) => Promise<void>;
}

interface Target {
  targetId: string;
  type: string;
  url: string;
  /** Of a tab. */
  embedderData?: { [key: string]: unknown };
}

async function targets(session: CDPSession, type: string): Promise<Target[]> {
  const parameters = { filter: [{ type }] };
  const { targetInfos } = await session.send('Target.getTargets', parameters);
  return targetInfos;
}

/**
 * Presses the extension's button over a page.
 * @param page In the foreground.
 * @param popupUrl Address of the popup.
 */
export async function openRealPopup(
  context: BrowserContext,
  page: Page,
  popupUrl: string,
): Promise<RealPopup> {
  const browser = await context.browser()!.newBrowserCDPSession();
  await page.bringToFront();
  const tabs = await targets(browser, 'tab');
  // A page that could not be loaded, or has just changed, may be known by another address there.
  const tab =
    tabs.find(({ url }) => url === page.url()) ??
    tabs.find(({ embedderData }) => embedderData?.['tabActive']);
  if (!tab) throw new Error(`There is no tab with ${page.url()}.`);
  const press = { id: new URL(popupUrl).host, targetId: tab.targetId };
  // Not in the types of the protocol yet.
  await browser.send('Extensions.triggerAction' as 'Target.activateTarget', press);

  const find = async () =>
    (await targets(browser, 'page')).find(({ url }) => url === popupUrl)?.targetId;
  let targetId = await find();
  while (!targetId) targetId = await find();
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: never) => void>();
  let last = 0;
  browser.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as { id: number };
    waiting.get(answer.id)?.(answer as never);
  });
  const send = <Result>(method: string, params: object = {}): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }: { result: Result; error?: { message: string } }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
      browser
        .send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method, params }),
        })
        .catch(reject);
    });
  const evaluate = async <Result>(expression: string): Promise<Result> => {
    const answer = await send<{ result: { value: Result } }>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    return answer.result.value;
  };
  const mouse = (type: string, x: number, y: number) =>
    send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  return {
    evaluate,
    text: () => evaluate('document.body.innerText'),
    click: async (selector, words = '') => {
      // Where it stays for two frames: the popup grows while it reads the page.
      const place = await evaluate<[number, number] | null>(
        `(async () => {
          let last;
          for (let frame = 0; frame < 300; frame++) {
            const one = [...document.querySelectorAll(${JSON.stringify(selector)})].find((element) =>
              element.textContent.includes(${JSON.stringify(words)}));
            one?.scrollIntoView({ block: 'nearest' });
            const box = one?.getBoundingClientRect();
            const middle = box && [box.x + box.width / 2, box.y + box.height / 2];
            if (middle && String(middle) === last && one.contains(document.elementFromPoint(...middle)))
              return middle;
            last = String(middle);
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          }
          return null;
        })()`,
      );
      if (!place) throw new Error(`no ${selector} “${words}” in the popup`);
      await mouse('mousePressed', ...place);
      await mouse('mouseReleased', ...place);
    },
    press: async (key) => {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key });
    },
    isOpen: async () => (await find()) === targetId,
    screenshot: async (path) => {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
  };
}
