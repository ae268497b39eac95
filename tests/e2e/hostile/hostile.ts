import type { Browser as Firefox, Page as FirefoxPage } from 'puppeteer-core';
import type { ExtensionBrowser } from '../chromium';
import { respond, type FixtureResponse } from '../fixture-pages';
import { markedIn, notedIn } from '../frames';
import { treesInChromium, treesInFirefox, type OurNode } from './our-tree';
import { test } from '../test';

/** Where a hostile page stands unless a case says otherwise: our finder runs there, and bare numbers count. */
const ADDRESS = 'https://login.microsoftonline.com/common/hostile.html';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page under attack, in either browser. */
export interface HostilePage {
  readonly browser: 'Chromium' | 'Firefox';
  /**
   * Serves a document and opens it.
   * @param html The whole document.
   * @param options.address Its https address.
   * @param options.headers Headers of the response, such as a content security policy.
   */
  open(
    html: string,
    options?: { address?: string; headers?: Record<string, string> },
  ): Promise<void>;
  /** Opens a fixture by its address. */
  goto(address: string): Promise<void>;
  evaluate<Result, Args extends unknown[]>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Texts under our highlights, in all frames. */
  marked(): Promise<string[]>;
  /** Codes of the notes, in all frames. */
  noted(): Promise<string[]>;
  /** Text inside each of our elements in the top frame, closed roots included, as the debugger sees it. */
  ours(tag: 'signpost-note' | 'signpost-card'): Promise<string[]>;
  /** Box of the smallest element inside our roots whose text fits. @throws Error where there is none. */
  boxOfOurs(tag: 'signpost-note' | 'signpost-card', text: string | RegExp): Promise<Box>;
  /** Box of the first marked text of the top frame. */
  boxOfMark(): Promise<Box>;
  /** Moves the pointer like a person: trusted events. */
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  press(key: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** Picture of a part of the frame, as PNG. */
  picture(clip: Box): Promise<Uint8Array>;
  /** Uncaught errors of the page. */
  readonly errors: string[];
}

/** What both drivers can do under the same names. */
type DriverPage = Pick<FirefoxPage, 'mouse' | 'screenshot'> & {
  evaluate: (run: never, ...args: never[]) => Promise<unknown>;
  frames(): { evaluate(run: () => string[]): Promise<string[]> }[];
  goto(address: string): Promise<unknown>;
  keyboard: { press(key: never): Promise<void> };
};

function textOf(node: OurNode): string {
  if (/^(style|script)$/.test(node.name)) return '';
  return node.text || node.children.map(textOf).filter(Boolean).join(' ');
}

function smallest(node: OurNode, fits: (text: string) => boolean): OurNode | undefined {
  if (node.text || !fits(textOf(node))) return undefined;
  for (const child of node.children) {
    const found = smallest(child, fits);
    if (found) return found;
  }
  return node;
}

function hostilePage(
  browser: HostilePage['browser'],
  page: DriverPage,
  trees: (tag: string) => Promise<OurNode[]>,
  served: Map<string, FixtureResponse>,
  errors: string[],
): HostilePage {
  return {
    browser,
    errors,
    async open(html, { address = ADDRESS, headers = {} } = {}) {
      served.set(address, {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
        body: html,
      });
      await page.goto(address);
    },
    goto: async (address) => void (await page.goto(address)),
    evaluate: (run, ...args) =>
      page.evaluate(run as never, ...(args as unknown as never[])) as Promise<never>,
    marked: () => markedIn(page.frames()),
    noted: () => notedIn(page.frames()),
    ours: async (tag) => (await trees(tag)).map((node) => textOf(node).replace(/\s+/g, ' ').trim()),
    async boxOfOurs(tag, wanted) {
      const fits = (text: string) =>
        typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
      for (const tree of await trees(tag)) {
        const node = smallest(tree, fits);
        if (node) return node.box();
      }
      throw new Error(`No ${tag} holds ${wanted}`);
    },
    boxOfMark: () =>
      page.evaluate((() => {
        for (const [name, highlight] of CSS.highlights) {
          if (!name.startsWith('signpost')) continue;
          for (const range of highlight) {
            const { x, y, width, height } = (range as Range).getBoundingClientRect();
            return { x, y, width, height };
          }
        }
        throw new Error('Nothing is marked.');
      }) as never) as Promise<Box>,
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key as never),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    picture: (clip) => page.screenshot({ clip }),
  };
}

async function openInChromium(browser: ExtensionBrowser) {
  const page = await browser.context.newPage();
  const served = new Map<string, FixtureResponse>();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route(/^https:/, async (route) => {
    const response = served.get(route.request().url());
    await (response ? route.fulfill(response) : route.fallback());
  });
  return {
    hostile: hostilePage(
      'Chromium',
      {
        mouse: page.mouse as never,
        keyboard: page.keyboard,
        screenshot: page.screenshot.bind(page) as never,
        frames: () => page.frames(),
        goto: (address) => page.goto(address),
        evaluate: (run, ...args) =>
          // Playwright passes one argument; ours are spread again inside the page.
          page.evaluate(`(${String(run)})(...${JSON.stringify(args)})`),
      },
      (tag) => treesInChromium(page, tag),
      served,
      errors,
    ),
    close: () => page.close(),
  };
}

async function openInFirefox(browser: Firefox) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const served = new Map<string, FixtureResponse>();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String((error as Error).message ?? error)));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void request.respond(served.get(request.url()) ?? respond(request.url()));
  });
  return {
    hostile: hostilePage(
      'Firefox',
      page as unknown as DriverPage,
      (tag) => treesInFirefox(page, tag),
      served,
      errors,
    ),
    close: () => page.close(),
  };
}

/** A case: what the hostile page does, and what has to hold. Throws where it does not. */
export type Case = (page: HostilePage) => Promise<void>;

/**
 * Runs cases against the built extension, each on a page of its own, in Chromium and in Firefox. Called once in a file.
 * @param kind The kind of attack, which names the group.
 * @param cases Each case under the name of what holds.
 */
export function attacks(kind: string, cases: Record<string, Case>): void {
  test.describe(`${kind}, Chromium`, () => {
    let browser: ExtensionBrowser;
    test.beforeAll(async ({ browsers }) => {
      browser = await browsers.chromium();
    });
    for (const [name, run] of Object.entries(cases)) {
      test(name, async () => {
        const { hostile, close } = await openInChromium(browser);
        await run(hostile);
        await close();
      });
    }
  });
  test.describe(`${kind}, Firefox`, () => {
    let browser: Firefox;
    test.beforeAll(async ({ browsers }) => {
      browser = await browsers.firefox();
    });
    for (const [name, run] of Object.entries(cases)) {
      test(name, async () => {
        const { hostile, close } = await openInFirefox(browser);
        await run(hostile);
        await close();
      });
    }
  });
}
