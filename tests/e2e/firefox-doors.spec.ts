import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { generate } from 'selfsigned';
import { builtExtension } from '../browsers/built-extension';
import type { MarionetteFirefox } from '../browsers/marionette';
import { respond } from './fixture-pages';
import { test } from './test';

let firefox: MarionetteFirefox;
let server: Server;
let site: string;
let id: string;

/** Runs in the browser's own window, which holds its buttons, menus and bars. `done(value)` answers. */
async function inWindow<Result>(script: string, ...args: unknown[]): Promise<Result> {
  await firefox.send('Marionette:SetContext', { value: 'chrome' });
  try {
    const { value } = (await firefox.send('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1]; (async () => { ${script} })().catch((error) => done(String(error)));`,
      args,
    })) as { value: Result };
    return value;
  } finally {
    await firefox.send('Marionette:SetContext', { value: 'content' });
  }
}

async function inPage<Result>(script: string): Promise<Result> {
  const { value } = (await firefox.send('WebDriver:ExecuteScript', { script, args: [] })) as {
    value: Result;
  };
  return value;
}

/** Answers from the fixtures, whatever the host. */
const answer: RequestListener = (request, response) => {
  const { status, headers, body } = respond(`http://localhost${request.url ?? ''}`);
  response.writeHead(status, headers).end(body);
};

/**
 * Serves hosts over https from this computer, with a certificate of its own that Firefox is told to take.
 * @returns What ends it.
 */
async function serveHosts(hosts: readonly string[]): Promise<() => Promise<void>> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: hosts[0]! }]);
  const secure = createSecureServer({ key, cert }, answer);
  await new Promise<void>((resolve) => secure.listen(0, resolve));
  const trust = (isTrusted: boolean, where: string, port: string) =>
    inWindow(
      `const [isTrusted, where, port] = arguments;
      Services.prefs.setStringPref('network.dns.localDomains', where);
      Services.prefs.setStringPref('network.socket.forcePort', port);
      Cc['@mozilla.org/security/certoverride;1']
        .getService(Ci.nsICertOverrideService)
        .setDisableAllSecurityChecksAndLetAttackersInterceptMyData(isTrusted);
      done();`,
      isTrusted,
      where,
      port,
    );
  await trust(true, hosts.join(), `443=${(secure.address() as AddressInfo).port}`);
  return async () => {
    await trust(false, '', '');
    secure.close();
  };
}

const open = (url: string) => firefox.send('WebDriver:Navigate', { url });

/** Runs in the popup that stands open. */
const inPopup = <Result>(expression: string) =>
  inWindow<Result>(
    `const popup = document.querySelector('.webextension-popup-browser');
    if (!popup) return done(null);
    // A popup that is just being opened changes its process, and what was sent before is not answered.
    setTimeout(() => done(null), 1000);
    popup.messageManager.addMessageListener('signpost:answer', function take({ data }) {
      popup.messageManager.removeMessageListener('signpost:answer', take);
      done(data);
    });
    const run = '(({ document, close }) => sendAsyncMessage("signpost:answer", ' + arguments[0] + '))({ document: content.document, close: () => content.close() })';
    popup.messageManager.loadFrameScript('data:,' + encodeURIComponent(run), false);`,
    expression,
  );

const popupText = () => inPopup<string | null>('document.body.innerText');

/** Presses the extension's button, as a person does who wants the popup. */
async function openPopup(): Promise<void> {
  await inWindow(
    `const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
    const widget = arguments[0].replace(/[^a-z0-9_-]/g, '_') + '-browser-action';
    CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR);
    document.getElementById(widget).querySelector('.unified-extensions-item-action-button').click();
    done();`,
    id,
  );
  await expect.poll(popupText).toContain('All codes');
}

const press = (words: string) =>
  inPopup(
    `[...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(words)})).click(), 0`,
  );

/** Clicks a button of the popup with the mouse: what asks the browser obeys nothing else. */
async function clickInPopup(words: string): Promise<void> {
  const inside = await inPopup<[number, number]>(
    `((button) => {
      button.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = button.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    })([...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(words)})))`,
  );
  const [x, y] = await inWindow<[number, number]>(
    `const { x, y } = document.querySelector('.webextension-popup-browser').getBoundingClientRect();
    done([Math.round(x + arguments[0]), Math.round(y + arguments[1])]);`,
    ...inside,
  );
  await firefox.send('Marionette:SetContext', { value: 'chrome' });
  await firefox.send('WebDriver:PerformActions', {
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x, y },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ],
  });
  await firefox.send('Marionette:SetContext', { value: 'content' });
}

const marked = () =>
  inPage<number>(
    "return [...CSS.highlights].filter(([name]) => name.startsWith('signpost')).reduce((sum, [, one]) => sum + one.size, 0)",
  );
const addresses = () =>
  inWindow<string[]>('done(gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec))');

test.describe('Firefox', () => {
  let first: string;
  test.beforeAll(async ({ browsers }) => {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, resolve));
    site = `http://localhost:${(server.address() as AddressInfo).port}`;
    firefox = await browsers.marionette();
    ({ value: first } = (await firefox.send('WebDriver:GetWindowHandle')) as { value: string });
    const path = builtExtension('firefox-mv3');
    ({ value: id } = (await firefox.send('Addon:Install', { path, temporary: true })) as {
      value: string;
    });
  });
  // A test may have opened a tab before the first one.
  test.beforeEach(() => firefox.send('WebDriver:SwitchToWindow', { handle: first, focus: true }));
  test.afterAll(async () => {
    for (const handle of (await firefox.send('WebDriver:GetWindowHandles')) as string[]) {
      if (handle === first) continue;
      await firefox.send('WebDriver:SwitchToWindow', { handle });
      await firefox.send('WebDriver:CloseWindow');
    }
    await firefox.send('WebDriver:SwitchToWindow', { handle: first });
    await open('about:blank');
    await firefox.send('Addon:Uninstall', { id });
    server.close();
  });

  test('another site is explained once, when asked, and left alone when asked', async () => {
    await open(`${site}/app-error-page.html`);
    await openPopup();
    await expect.poll(popupText).toContain('does not run on this site by itself');
    expect(await marked()).toBe(0);
    await press('Explain this page once');
    await expect.poll(marked).toBeGreaterThan(0);
    await expect.poll(popupText).toContain('AADSTS50011');
    await press('Stop explaining this page');
    await expect.poll(marked).toBe(0);
    await inPopup('close(), 0').catch(() => {});
  });

  test('a selection is explained by the menu, on any site', async () => {
    await open(`${site}/app-error-page.html`);
    await inPage(
      "const note = document.createElement('p'); note.id = 'chosen'; note.style.display = 'inline-block'; note.textContent = 'Error Code: 53003'; document.body.prepend(note); getSelection().selectAllChildren(note);",
    );
    const { value: note } = (await firefox.send('WebDriver:FindElement', {
      using: 'css selector',
      value: '#chosen',
    })) as { value: object };
    await firefox.send('WebDriver:PerformActions', {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', origin: note, x: 0, y: 0 },
            { type: 'pointerDown', button: 2 },
            { type: 'pointerUp', button: 2 },
          ],
        },
      ],
    });
    const label = () =>
      inWindow<string>(
        `const menu = document.getElementById('contentAreaContextMenu');
        done([...menu.querySelectorAll('menuitem')].map((item) => item.label).find((text) => text?.startsWith('Explain “')) ?? '');`,
      );
    await expect.poll(label).toBe('Explain “Error Code: 53003”');
    await inWindow(
      `const menu = document.getElementById('contentAreaContextMenu');
      menu.activateItem([...menu.querySelectorAll('menuitem')].find((item) => item.label?.startsWith('Explain “')));
      done();`,
    );
    await expect.poll(async () => (await addresses()).join()).toContain('lookup.html#/AADSTS53003');
  });

  test('the address bar suggests entries, and Enter opens the one that is chosen', async () => {
    await inWindow(
      "gURLBar.focus(); gURLBar.value = ''; gURLBar.search('entra wrong pasword'); done();",
    );
    const rows = () =>
      inWindow<string[]>(
        "done([...document.querySelectorAll('#urlbar-results .urlbarView-row')].map((row) => row.textContent))",
      );
    await expect.poll(async () => (await rows()).join('\n')).toMatch(/AADSTS50126: /);
    await inWindow(
      `const at = [...document.querySelectorAll('#urlbar-results .urlbarView-row')].findIndex((row) => row.textContent.includes('AADSTS50126'));
      gURLBar.view.selectedRowIndex = at;
      gURLBar.handleCommand(new KeyboardEvent('keydown', { key: 'Enter' }));
      done();`,
    );
    await expect.poll(async () => (await addresses()).join()).toContain('lookup.html#/AADSTS50126');
  });

  test('the address bar says what a whole code means, which Firefox takes for what was typed', async () => {
    await inWindow(
      "gURLBar.focus(); gURLBar.value = ''; gURLBar.search('entra 0x801C03ED'); done();",
    );
    const rows = () =>
      inWindow<string[]>(
        "done([...document.querySelectorAll('#urlbar-results .urlbarView-row:not([stale])')].map((row) => row.textContent))",
      );
    await expect.poll(async () => (await rows()).join('\n')).toMatch(/0x801C03ED: \w/);
    await inWindow(
      `const at = [...document.querySelectorAll('#urlbar-results .urlbarView-row')].findIndex((row) => row.textContent.includes('0x801C03ED: '));
      gURLBar.view.selectedRowIndex = at;
      gURLBar.handleCommand(new KeyboardEvent('keydown', { key: 'Enter' }));
      done();`,
    );
    await expect.poll(async () => (await addresses()).join()).toContain('lookup.html#/0x801C03ED');
  });

  test('after updates an open page has the marks of the running copy alone, on new codes, too', async () => {
    const stopServing = await serveHosts(['portal.azure.com']);
    const marks = () =>
      inPage<string[]>(
        "return [...CSS.highlights].flatMap(([name, ranges]) => name.startsWith('signpost') ? [...ranges].map(String) : []).sort()",
      );
    try {
      await open('https://portal.azure.com/no-codes.html');
      const codes: string[] = [];
      for (const code of ['AADSTS50011', 'AADSTS50105', 'AADSTS700016']) {
        codes.push(code);
        await inPage(
          `const line = document.createElement('p'); line.textContent = '${code}'; document.body.append(line);`,
        );
        await expect.poll(marks).toEqual(codes);
        // A copy in the place of the running one: Firefox runs its scripts in the pages that are open.
        await firefox.send('Addon:Install', {
          path: builtExtension('firefox-mv3'),
          temporary: true,
        });
      }
      await inPage("document.querySelector('p:last-of-type').textContent = 'AADSTS90072'");
      await expect.poll(marks).toEqual(['AADSTS50011', 'AADSTS50105', 'AADSTS90072']);
    } finally {
      await stopServing();
    }
  });

  test('a note goes when the extension is turned off, and comes back with it', async () => {
    const stopServing = await serveHosts(['login.microsoftonline.com']);
    const heights = () =>
      inPage<number[]>(
        "return [...document.querySelectorAll('signpost-note')].map((note) => note.getBoundingClientRect().height)",
      );
    const turn = (how: 'disable' | 'enable') =>
      inWindow(
        `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const extension = await AddonManager.getAddonByID(arguments[0]);
        await extension[arguments[1]]();
        done();`,
        id,
        how,
      );
    const isOpen = ([height = 0, ...others]: number[]) => height > 150 && !others.length;
    try {
      await open('https://login.microsoftonline.com/common/signin-error.html');
      await expect.poll(async () => isOpen(await heights())).toBe(true);
      // Whatever the page wants: it can neither hide the note nor keep it.
      await inPage(
        "const style = document.createElement('style'); style.textContent = 'signpost-note { display: block !important; }'; document.head.append(style);",
      );
      await turn('disable');
      await expect.poll(async () => Math.max(...(await heights()))).toBe(0);
      await turn('enable');
      await expect.poll(async () => isOpen(await heights())).toBe(true);
    } finally {
      await stopServing();
    }
  });

  test('another portal is explained in its frames once the browser’s question is answered, until that is taken back', async () => {
    const frames = 'sandbox-1.reactblade.portal.azure.us';
    const stopServing = await serveHosts(['entra.microsoft.us', frames]);
    const inFrame = async () => {
      await firefox.send('WebDriver:SwitchToFrame', { id: 0 });
      const found = await marked();
      await firefox.send('WebDriver:SwitchToFrame', { id: null });
      return found;
    };
    const question = () =>
      inWindow<string>(
        "done(PopupNotifications.isPanelOpen ? PopupNotifications.panel.querySelector('popupnotification').textContent : '');",
      );
    try {
      await open(`https://entra.microsoft.us/admin-center.html?frames=https://${frames}/`);
      await expect.poll(() => inPage<number>('return frames.length')).toBe(1);
      await openPopup();
      await expect.poll(popupText).toContain('Explain on this site');
      await clickInPopup('Explain on this site');
      await expect.poll(question).toContain('portal.azure.us');
      expect(await question()).toContain('entra.microsoft.us');
      expect(await inFrame()).toBe(0);
      // The question takes no answer in its first moment, so that nobody gives one by accident.
      await expect
        .poll(async () => {
          await inWindow(
            "PopupNotifications.panel.querySelector('popupnotification')?.button.click(); done();",
          );
          return question();
        })
        .toBe('');
      await expect.poll(inFrame).toBeGreaterThan(10);
      await expect.poll(popupText).toContain('AADSTS53003');

      await clickInPopup('Stop explaining on this site');
      await expect.poll(inFrame).toBe(0);
      await expect.poll(popupText).toContain('Explain on this site');
      await inPopup('close(), 0').catch(() => {});
    } finally {
      await stopServing();
    }
  });

  test('a site that was allowed in the browser’s own settings is followed, and one that was taken back', async () => {
    const change = (how: 'add' | 'remove') =>
      inWindow(
        `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(arguments[0]);
        await ExtensionPermissions[arguments[1]](arguments[0], { origins: ['https://entra.microsoft.us/*'], permissions: [] }, extension);
        done();`,
        id,
        how,
      );
    const patterns = () =>
      inWindow<string[]>(
        `const { contentScripts } = WebExtensionPolicy.getByID(arguments[0]);
        done(contentScripts.flatMap(({ matches }) => matches.patterns.map(({ pattern }) => pattern)));`,
        id,
      );
    await change('add');
    await expect.poll(patterns).toContain('https://entra.microsoft.us/*');
    await change('remove');
    await expect.poll(patterns).not.toContain('https://entra.microsoft.us/*');
  });

  test('a site by default that is taken back is left alone where it is open, and explained again once it is given again', async () => {
    const stopServing = await serveHosts(['login.microsoftonline.com']);
    const change = (how: 'add' | 'remove') =>
      inWindow(
        `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(arguments[0]);
        await ExtensionPermissions[arguments[1]](arguments[0], { origins: ['https://login.microsoftonline.com/*'], permissions: [] }, extension);
        done();`,
        id,
        how,
      );
    try {
      await open('https://login.microsoftonline.com/common/signin-error.html');
      await expect.poll(marked).toBe(2);
      await change('remove');
      await expect.poll(marked).toBe(0);
      await open('https://login.microsoftonline.com/common/signin-error.html');
      expect(await marked()).toBe(0);
      await change('add');
      await expect.poll(marked).toBe(2);
    } finally {
      await stopServing();
    }
  });
});
