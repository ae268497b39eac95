import { start } from '../../messaging/start';
import { browser } from 'wxt/browser';
import { codeRules } from '../../background/code-rules';
import { openLookup } from '../../background/open-lookup';
import { openPanel } from '../../background/open-panel';
import { leaveOpenTabs } from '../../background/optional-sites';
import type { PopupProps } from '../../components/popup-props';
import { answerText } from '../../lookup/answer';
import { loadEntry, loadGuides, loadIndex, loadPlaces, loadWords } from '../../lookup/load-entries';
import { createSearch, type Search } from '../../lookup/search';
import { DEFAULT_PATTERNS } from '../../hosts/roles';
import { createReader } from '../../messaging/ask-reader';
import { explainTab, revealCode, stopInTab } from '../../messaging/tab-codes';
import { markdownTable } from '../../report/markdown';
import { portalLinks } from '../../report/portal-links';
import {
  forgetCodes,
  MOST_PINNED,
  pinCode,
  readKeptCodes,
  rememberCode,
  type KeptCodes,
} from '../../settings/kept-codes';
import { readSettings, watchSettings } from '../../settings/settings';
import { copyText } from '../../components/copy-text';
import { whenIdle } from '../../components/when-idle';
import { hidesExpected } from '../../settings/kept-flag';
import type { TabReading } from '../../inspection/tab-reading';
import { readPageBehind, reportOnPage } from './page-behind';

const origins = DEFAULT_PATTERNS;

/** How soon a page on which nothing was found is looked at again, in milliseconds, and how often once it is loaded. */
const AGAIN = 700;
const MOST_LOOKS = 5;

/**
 * Connects the popup with the catalog, the tab behind it, the settings and the browser.
 * @param waiting What the popup shows until something is known.
 * @param draw Called each time that more is known.
 */
export function connect(waiting: PopupProps, draw: (props: PopupProps) => void): void {
  let tabId: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  /** What the tab held when it was looked at last. */
  let latest: TabReading | undefined;

  const leave = async (opening: Promise<unknown>) => {
    await opening;
    window.close();
  };

  let known: PopupProps = {
    ...waiting,
    ...lookupWith(undefined),
    loadEntry,
    loadRules: codeRules,
    readPaste: createReader(browser.runtime.getURL('/read.js')),
    copy: copyText,
    openLookup: (code) => start('opening an entry', () => leave(openLookup(code))),
    openCatalog: () => start('opening the catalog', () => leave(openLookup(''))),
    openOptions: () => start('opening the options', () => leave(browser.runtime.openOptionsPage())),
    explainOnce: () => inTab('explaining the page', explainTab),
    stopOnce: () => inTab('leaving the page alone', stopInTab),
    allowSite: (wanted) =>
      start('asking for a site', () =>
        browser.permissions.request({ origins: wanted }).then(
          async (isGranted) => {
            know({ site: { ...known.site, isRefused: !isGranted } });
            if (isGranted) inTab('explaining the site', explainTab);
          },
          () => know({ site: { ...known.site, isRefused: true } }),
        ),
      ),
    removeSite: (given) =>
      inTab('leaving the site alone', async (id) => {
        // While the site is still ours: without it, the frames of other hosts can no longer be reached.
        await Promise.allSettled([stopInTab(id), leaveOpenTabs(given)]);
        await browser.permissions.remove({ origins: given });
      }),
    hideExpected: (isHiding) => {
      know({ hidesExpected: isHiding });
      start('remembering what is hidden', () => hidesExpected.save(isHiding));
    },
    tableText: async (form, rows) => {
      if (form === 'markdown') return markdownTable(rows);
      // The library comes when somebody copies.
      const { csvTable } = await import('../../report/csv-table');
      return csvTable(rows);
    },
    report: reportOnPage,
    reveal: async (code, at) => {
      const codes = known.tab?.kind === 'codes' ? known.tab.codes : [];
      const places = codes.find((one) => one.code === code)?.places;
      const place = places?.[at ?? 0];
      if (!place || tabId === undefined) return false;
      return revealCode(tabId, code, {
        ...place,
        at: at === undefined ? undefined : place.at,
      }).catch(() => false);
    },
    showRow: async (place) => {
      const { showRow } = await import('./page-patterns');
      return tabId === undefined ? false : showRow(tabId, place).catch(() => false);
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

  /** Does something with the tab, and looks at it anew however that ends. */
  function inTab(what: string, task: (tabId: number) => Promise<unknown>): void {
    const id = tabId;
    looks = 0;
    if (id !== undefined) start(what, () => task(id).then(readPage, readPage));
  }

  async function readPage(): Promise<void> {
    clearTimeout(timer);
    const page = await readPageBehind();
    const isFirst = tabId === undefined;
    tabId = page.tabId;
    const { windowId } = page;
    if (isFirst && windowId !== undefined)
      know({ openPanel: () => start('opening the panel', () => leave(openPanel(windowId))) });
    know({ tab: page.tab, site: { ...page.site, isRefused: known.site.isRefused } });
    const { reading } = page;
    latest = reading;
    // What looks for patterns comes where there are rows to look at, after the list stands.
    if (reading?.frames.some(({ lists }) => lists?.length))
      start('looking for patterns', async () => {
        const { pagePatterns } = await import('./page-patterns');
        const patterns = await pagePatterns(reading);
        // What an earlier look finds late is no longer so.
        if (latest === reading) know({ patterns });
      });
    else know({ patterns: [] });
    // Without the places, what would be links are words.
    if (isFirst)
      loadPlaces().then(
        (places) => know({ places: portalLinks(places, page.host) }),
        () => {},
      );
    const isLoading = page.tab.kind === 'nothing' && page.tab.why.reason === 'loading';
    // The finder works in slices, so that a page just explained has its codes a little later.
    if (isLoading || (page.tab.kind === 'nothing' && ++looks < MOST_LOOKS)) readAgain();
  }

  /** Looks at the page once more, when what was begun there has come to its end. */
  function readAgain(): void {
    clearTimeout(timer);
    timer = setTimeout(() => start('reading the page again', readPage), AGAIN);
  }

  /** Changes what is kept, and shows it. Whether codes are kept at all may have been decided anew since the popup opened. */
  const keep = (what: string, change: () => Promise<KeptCodes>) =>
    start(what, async () => {
      if ((await readSettings()).keepCodes) know({ kept: await change(), isNotKept: false });
    });
  /** The same where somebody pressed for it, and is told that nothing came of it. */
  const keepAsked = (what: string, change: () => Promise<KeptCodes>) =>
    keep(what, () =>
      change().catch((error: unknown) => {
        know({ isNotKept: true });
        throw error;
      }),
    );
  known = {
    ...known,
    mostPinned: MOST_PINNED,
    remember: (code) => keep('remembering a code', () => rememberCode(code)),
    pin: (code, isPinned) => keepAsked('pinning a code', () => pinCode(code, isPinned)),
    forgetKept: () => keepAsked('forgetting codes', forgetCodes),
  };

  know({});
  Promise.all([loadIndex(), loadGuides(), loadWords()])
    .then((parts) => createSearch(...parts))
    .then(
      (search) => {
        know({ ...lookupWith(search), catalog: 'ready' });
        whenIdle(search.preparations());
      },
      () => know({ catalog: 'failed' }),
    );
  start('reading the page', readPage);
  start('reading what is hidden', () =>
    hidesExpected.read().then((isHiding) => know({ hidesExpected: isHiding })),
  );
  const readChoices = () =>
    start('reading the settings', async () => {
      const { keepCodes, ...support } = await readSettings();
      know({ support });
      // What was kept before it was turned off goes, too.
      know({ kept: await (keepCodes ? readKeptCodes() : forgetCodes()) });
    });
  readChoices();
  watchSettings(readChoices);
  const readAccess = () =>
    start('asking what is allowed', () =>
      browser.permissions
        .contains({ origins })
        .then((hasAccess) => know({ lacksAccess: !hasAccess })),
    );
  readAccess();
  // Sites are given and taken back in the options and in the browser's own settings, too, while the popup is open.
  for (const change of [browser.permissions.onAdded, browser.permissions.onRemoved])
    change.addListener(() => {
      readAccess();
      looks = 0;
      readAgain();
    });
}

/** The functions that answer, with the catalog or without it. */
function lookupWith(search: Search | undefined): Pick<PopupProps, 'answer' | 'lineOf'> {
  return {
    answer: (text) => answerText(text, search),
    lineOf: (code) => search?.get(code),
  };
}
