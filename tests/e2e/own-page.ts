import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { builtExtension, copyBuiltExtension } from '../browsers/built-extension';
import type { MarionetteFirefox } from '../browsers/marionette';
import { launchWithExtension, type ExtensionBrowser } from './chromium';
import { addFixtureGuide } from './fixture-guide';
import type { SharedBrowsers } from './test';

export const BROWSERS = ['Chromium', 'Firefox'] as const;

/** Keys by their name in WebDriver; every other key is its own character. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** One of our own pages in either browser, driven as a person would. */
export interface OwnPage {
  /** Opens a page of the extension anew: `popup.html`, `lookup.html#/AADSTS50126`. */
  open(path: string): Promise<void>;
  /** Opens a page where only the part after `#` differs, so that nothing is loaded anew. */
  go(hash: string): Promise<void>;
  evaluate<Result, Args extends unknown[]>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Types into whatever field has the focus, once one has it. */
  type(text: string): Promise<void>;
  /** Pastes a text of any length into the first field, with its line breaks. */
  paste(text: string): Promise<void>;
  /** Presses a key, or several at once: `Enter`, `Control+c`. */
  press(keys: string): Promise<void>;
  /** Clicks the first element of a selector. */
  click(selector: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Changes to a copy of the built extension. */
export interface Damage {
  /** Packaged files that are missing. */
  missing?: string[];
  /** Holds the guide of the fixtures, too. */
  hasFixtureGuide?: boolean;
  /** Runs in our own pages before anything else does, to hold back or break what they ask for. */
  before?: () => void;
}

/** Pastes a text of any length into the first field of a page of ours in Chromium, as one event with its line breaks. */
export function pasteInto(page: Page, text: string): Promise<void> {
  return page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document
      .querySelector('input')!
      .dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
  }, text);
}

/** Whether what is typed now goes into a field. */
const takesText = () => document.activeElement?.matches('input, textarea') ?? false;

const PAGES = ['popup.html', 'lookup.html', 'options.html'];

function damaged(
  target: 'chrome-mv3' | 'firefox-mv3',
  { missing = [], hasFixtureGuide, before }: Damage,
): string {
  const folder = copyBuiltExtension(target);
  if (hasFixtureGuide) addFixtureGuide(folder);
  for (const file of missing) rmSync(join(folder, file));
  if (before) {
    writeFileSync(join(folder, 'before.js'), `(${String(before)})();`);
    for (const name of PAGES) {
      const file = join(folder, name);
      const html = readFileSync(file, 'utf8');
      writeFileSync(file, html.replace('<head>', '<head><script src="/before.js"></script>'));
    }
  }
  return folder;
}

/** A tab for our own pages in a running Chromium, closed without the browser. */
export async function ownPageInChromium({ context, pageUrl }: ExtensionBrowser): Promise<OwnPage> {
  const page = await context.newPage();
  return {
    open: async (path) => {
      await page.goto('about:blank');
      await page.goto(pageUrl(path));
    },
    go: (hash) => page.evaluate((wanted) => void (location.hash = wanted), hash),
    evaluate: (run, ...args) => page.evaluate(`(${String(run)})(...${JSON.stringify(args)})`),
    type: async (text) => {
      await page.waitForFunction(takesText);
      await page.keyboard.type(text);
    },
    paste: (text) => pasteInto(page, text),
    press: (keys) => page.keyboard.press(keys),
    click: (selector) => page.locator(selector).first().click(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

/**
 * Installs the extension in a running Firefox, for its own pages, until the page is closed: what it stored goes with it.
 * @param folder The extension's folder, where it is not the built one.
 */
export async function ownPageInFirefox(
  { send }: MarionetteFirefox,
  folder = builtExtension('firefox-mv3'),
): Promise<OwnPage> {
  const valueOf = async (name: string, parameters: object) =>
    ((await send(name, parameters)) as { value: unknown }).value;
  const evaluate: OwnPage['evaluate'] = (run, ...args) =>
    valueOf('WebDriver:ExecuteScript', {
      script: `return (${String(run)})(...arguments)`,
      args,
    }) as Promise<never>;
  const press = (actions: { type: string; value: string }[]) =>
    send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });

  const id = await valueOf('Addon:Install', { path: folder, temporary: true });
  await send('Marionette:SetContext', { value: 'chrome' });
  const host = await valueOf('WebDriver:ExecuteScript', {
    script: 'return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname',
    args: [id],
  });
  await send('Marionette:SetContext', { value: 'content' });
  const resize: OwnPage['resize'] = async (width, height) => {
    // The window has a frame around the page, so its size is that of the page and the difference.
    const frame = await evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await send('WebDriver:SetWindowRect', {
      width: width + frame[0]!,
      height: height + frame[1]!,
    });
  };
  await resize(1280, 800);
  const pressKeys: OwnPage['press'] = async (keys) => {
    const values = keys.split('+').map((key) => KEYS[key] ?? key);
    await press([
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.reverse().map((value) => ({ type: 'keyUp', value })),
    ]);
  };
  return {
    open: async (path) => {
      await send('WebDriver:Navigate', { url: 'about:blank' });
      await send('WebDriver:Navigate', { url: `moz-extension://${String(host)}/${path}` });
    },
    go: (hash) => evaluate((wanted) => void (location.hash = wanted), hash),
    evaluate,
    type: async (text) => {
      await expect.poll(() => evaluate(takesText)).toBe(true);
      await press(
        Array.from(text).flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      );
    },
    // An event made by a script carries no text in Firefox: the clipboard is filled and the keys are pressed.
    paste: async (text) => {
      await send('Marionette:SetContext', { value: 'chrome' });
      await send('WebDriver:ExecuteScript', {
        script: `Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(arguments[0])`,
        args: [text],
      });
      await send('Marionette:SetContext', { value: 'content' });
      await evaluate(() => document.querySelector('input')!.focus());
      await pressKeys('Control+v');
    },
    press: pressKeys,
    click: async (selector) => {
      const element = await valueOf('WebDriver:FindElement', {
        using: 'css selector',
        value: selector,
      });
      await send('WebDriver:ElementClick', { id: Object.values(element as object)[0] });
    },
    resize,
    screenshot: async (path) => {
      const picture = await valueOf('WebDriver:TakeScreenshot', { full: false });
      writeFileSync(path, Buffer.from(String(picture), 'base64'));
    },
    close: async () => {
      // A tab that shows a page of the extension would go with it.
      await send('WebDriver:Navigate', { url: 'about:blank' });
      await send('Addon:Uninstall', { id });
    },
  };
}

/**
 * Opens a tab for the own pages of a changed copy of the extension: in Chromium in a browser of its own, in Firefox in the
 * shared one.
 * @param damage What is wrong with the copy.
 */
export async function openDamaged(
  { marionette }: Pick<SharedBrowsers, 'marionette'>,
  browser: (typeof BROWSERS)[number],
  damage: Damage,
): Promise<OwnPage> {
  if (browser === 'Chromium') {
    const folder = damaged('chrome-mv3', damage);
    const chromium = await launchWithExtension({ folder });
    const page = await ownPageInChromium(chromium);
    const close = async () => {
      await chromium.close();
      rmSync(folder, { recursive: true });
    };
    return { ...page, close };
  }
  const folder = damaged('firefox-mv3', damage);
  const page = await ownPageInFirefox(await marionette(), folder);
  const close = async () => {
    await page.close();
    rmSync(folder, { recursive: true });
  };
  return { ...page, close };
}
