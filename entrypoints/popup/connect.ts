import { start } from '../../messaging/start';
import { browser } from 'wxt/browser';
import { openLookup } from '../../background/open-lookup';
import type { PopupProps } from '../../components/popup';
import { answerText } from '../../lookup/answer';
import { loadEntry, loadGuides, loadIndex, loadPlaces, loadWords } from '../../lookup/load-entries';
import { createSearch, type Search } from '../../lookup/search';
import { DEFAULT_PATTERNS } from '../../hosts/roles';
import { createReader } from '../../messaging/ask-reader';
import { codesOfTab, explainTab, revealCode, type TabCode } from '../../messaging/tab-codes';
import { portalLinks } from '../../report/portal-links';
import {
  forgetCodes,
  pinCode,
  readKeptCodes,
  rememberCode,
  type KeptCodes,
} from '../../settings/kept-codes';
import { readSettings } from '../../settings/settings';
import { copyText } from '../../components/copy-text';
import { whyClosed } from './why-closed';

const origins = DEFAULT_PATTERNS;

/**
 * Connects the popup with the catalog, the tab behind it, the settings and the browser.
 * @param waiting What the popup shows until something is known.
 * @param draw Called each time that more is known.
 */
export function connect(waiting: PopupProps, draw: (props: PopupProps) => void): void {
  let tabId: number | undefined;
  let tabCodes: TabCode[] = [];

  const leave = async (opening: Promise<unknown>) => {
    await opening;
    window.close();
  };

  let known: PopupProps = {
    ...waiting,
    ...lookupWith(undefined),
    loadEntry,
    readPaste: createReader(browser.runtime.getURL('/read.js')),
    copy: copyText,
    openLookup: (code) => start('opening an entry', () => leave(openLookup(code))),
    openCatalog: () => start('opening the catalog', () => leave(openLookup(''))),
    openOptions: () => start('opening the options', () => leave(browser.runtime.openOptionsPage())),
    explainTab: () => {
      const id = tabId;
      if (id !== undefined)
        start('explaining the page', () => explainTab(id).then(readTab, readTab));
    },
    reveal: async (code) => {
      const wanted = tabCodes.find((one) => one.code === code);
      if (!wanted || tabId === undefined) return false;
      return revealCode(tabId, wanted).catch(() => false);
    },
    askForAccess: () =>
      start('asking for access', () =>
        browser.permissions
          .request({ origins })
          .then((isGranted) => know({ lacksAccess: !isGranted })),
      ),
  };

  function know(more: Partial<PopupProps>): void {
    known = { ...known, ...more };
    draw(known);
  }

  async function readTab(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    tabId = tab?.id;
    const url = tab?.url ?? '';
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    // Without the places, what would be links are words.
    loadPlaces().then(
      (places) => know({ places: portalLinks(places, host) }),
      () => {},
    );
    try {
      const codes = tabId === undefined ? undefined : await codesOfTab(tabId);
      tabCodes = codes ?? [];
      know({ tab: codes ? { kind: 'codes', codes } : { kind: 'inactive' } });
    } catch (error) {
      know({ tab: { kind: 'closed', reason: whyClosed(url, String(error)) } });
    }
  }

  const settings = readSettings();
  /** Changes what is kept, and shows it. A code may be opened before it is known whether codes are kept at all. */
  const keep = (what: string, change: () => Promise<KeptCodes>) =>
    start(what, async () => {
      if ((await settings).keepCodes) know({ kept: await change() });
    });
  known = {
    ...known,
    remember: (code) => keep('remembering a code', () => rememberCode(code)),
    pin: (code, isPinned) => keep('pinning a code', () => pinCode(code, isPinned)),
    forgetKept: () => keep('forgetting codes', forgetCodes),
  };

  know({});
  Promise.all([loadIndex(), loadGuides(), loadWords()])
    .then((parts) => createSearch(...parts))
    .then(
      (search) => know({ ...lookupWith(search), catalog: 'ready' }),
      () => know({ catalog: 'failed' }),
    );
  start('reading the tab', readTab);
  start('reading the settings', async () => {
    const { keepCodes, ...support } = await settings;
    know({ support });
    // What was kept before it was turned off goes, too.
    know({ kept: await (keepCodes ? readKeptCodes() : forgetCodes()) });
  });
  start('asking what is allowed', () =>
    browser.permissions
      .contains({ origins })
      .then((hasAccess) => know({ lacksAccess: !hasAccess })),
  );
}

/** The functions that answer, with the catalog or without it. */
function lookupWith(search: Search | undefined): Pick<PopupProps, 'answer' | 'lineOf'> {
  return {
    answer: (text) => answerText(text, search),
    lineOf: (code) => search?.get(code),
  };
}
