import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chromium,
  type BrowserContext,
  type CDPSession,
  type Frame,
  type Page,
} from '@playwright/test';
import { findBrowser } from '../../scripts/browsers.mjs';
import { builtExtension, chromiumArguments, copyBuiltExtension } from '../browsers/built-extension';
import { addFixtureGuide } from './fixture-guide';
import { respond } from './fixture-pages';
import { markedIn, notedIn } from './frames';

/** A browser with the built extension, in which every https address is answered from the fixtures. */
export interface ExtensionBrowser {
  context: BrowserContext;
  /** Address of a page of the extension. */
  pageUrl: (path: string) => string;
  /** Addresses that were asked for and are no fixture. */
  strayRequests: string[];
  close: () => Promise<void>;
}

/** Changes to a copy of the built extension, for what the shipped one does not allow a test to see. */
export interface Variant {
  /** Open shadow roots, so that axe can look inside. */
  hasOpenShadow?: boolean;
  /** The worker finds `chrome` alone, as on Chrome and Edge before 148. */
  hasNoBrowserObject?: boolean;
  /** The worker leaves what it does at a shortcut as `command`, since no key of the browser itself can be pressed. */
  hasCommand?: boolean;
  /** Holds the guide of the fixtures, too. */
  hasFixtureGuide?: boolean;
  /** More hosts on which the finder runs, as if the user had turned them on. */
  moreHosts?: string[];
}

/** The variant for tests that look inside our elements, on a site that is not Microsoft's as well. */
export const OPEN: Variant = { hasOpenShadow: true, moreHosts: ['https://app.contoso.com/*'] };

function copyExtension({
  hasOpenShadow,
  hasNoBrowserObject,
  hasCommand,
  hasFixtureGuide,
  moreHosts = [],
}: Variant): string {
  const folder = copyBuiltExtension('chrome-mv3');
  if (hasOpenShadow) {
    const file = join(folder, 'card.js');
    const code = readFileSync(file, 'utf8');
    const opened = code.replace(/mode:(["'`])closed\1/g, 'mode:"open"');
    if (opened === code) throw new Error('card.js has no closed shadow root to open');
    writeFileSync(file, opened);
  }
  const worker = join(folder, 'background.js');
  const prepend = (code: string) => writeFileSync(worker, code + readFileSync(worker, 'utf8'));
  // The browser puts the object back when it updates a worker's bindings, at any time after the script has begun. By
  // then the script holds what it found at its beginning, so that is what counts.
  if (hasNoBrowserObject)
    prepend("delete globalThis.browser; globalThis.beganWithBrowser = 'browser' in globalThis;");
  if (hasCommand)
    prepend(
      'for (const { commands } of [globalThis.browser ?? chrome]) { const add = commands.onCommand.addListener.bind(commands.onCommand); commands.onCommand.addListener = (listener) => add((globalThis.command = listener)); }',
    );
  if (hasFixtureGuide) addFixtureGuide(folder);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions.push(...moreHosts);
  manifest.content_scripts[0].matches.push(...moreHosts);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

export async function launchWithExtension({
  variant,
  folder,
  profile = '',
  isHeadless = true,
  colorScheme = 'light',
  viewport = { width: 1280, height: 800 },
  keepsPages = false,
}: {
  variant?: Variant;
  /** The extension's folder, from which the browser derives its id, where it is not the built one. */
  folder?: string;
  /** A profile that is kept; without one, the browser has a fresh one. */
  profile?: string;
  isHeadless?: boolean;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Keeps pages that one leaves as they are, for the way back, as browsers do outside of tests. */
  keepsPages?: boolean;
} = {}): Promise<ExtensionBrowser> {
  const extension = folder ?? (variant ? copyExtension(variant) : builtExtension('chrome-mv3'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('Chromium'),
    headless: false,
    colorScheme,
    viewport,
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    args: chromiumArguments(extension, { isHeadless }),
  });
  const strayRequests: string[] = [];
  await context.route(/^https?:/, async (route) => {
    const address = route.request().url();
    const response = respond(address);
    if (response.status === 404) strayRequests.push(address);
    await route.fulfill(response);
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).host;
  return {
    context,
    pageUrl: (path) => `chrome-extension://${id}/${path}`,
    strayRequests,
    close: () => context.close(),
  };
}

/**
 * Does what the shortcut to the next code does in a tab. The browser must have been launched with `hasCommand`: its own
 * shortcuts cannot be pressed.
 */
export async function pressNextCode({ context }: ExtensionBrowser, page: Page): Promise<void> {
  await context.serviceWorkers()[0]!.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    (globalThis as unknown as { command: (name: string, tab: unknown) => void }).command(
      'next-code',
      tab,
    );
  }, page.url());
}

interface DomNode {
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
}

function textIn(node: DomNode): string {
  if (/^(STYLE|SCRIPT)$/.test(node.nodeName)) return '';
  const parts = [node.nodeName === '#text' ? node.nodeValue : ''];
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])])
    parts.push(textIn(child));
  return parts.filter(Boolean).join(' ');
}

function collect(node: DomNode, name: string, found: DomNode[]): DomNode[] {
  if (node.nodeName.toLowerCase() === name) found.push(node);
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])])
    collect(child, name, found);
  if (node.contentDocument) collect(node.contentDocument, name, found);
  return found;
}

const sessions = new WeakMap<Page | Frame, CDPSession>();

async function sessionOf(page: Page, frame?: Frame): Promise<CDPSession> {
  const key = frame ?? page;
  const known = sessions.get(key);
  if (known) return known;
  const session = await page.context().newCDPSession(frame ?? page);
  sessions.set(key, session);
  return session;
}

/** Text inside our elements on a page, closed shadow roots included, as the debugger sees it. */
export async function textOfOurs(
  page: Page,
  tag: 'signpost-note' | 'signpost-card',
  frame?: Frame,
): Promise<string[]> {
  const session = await sessionOf(page, frame).catch(() => sessionOf(page));
  const { root } = (await session.send('DOM.getDocument', {
    depth: -1,
    pierce: true,
  })) as unknown as {
    root: DomNode;
  };
  return collect(root, tag, []).map((node) => textIn(node).replace(/\s+/g, ' ').trim());
}

/** Texts that are marked on a page, in any frame. */
export const markedTexts = (page: Page): Promise<string[]> => markedIn(page.frames());

/** Codes of the notes on a page, in any frame. */
export const notedCodes = (page: Page): Promise<string[]> => notedIn(page.frames());
