import { browser } from 'wxt/browser';
import { openLookup } from '../../background/open-lookup';
import type { PopupProps } from '../../components/popup';
import { loadEntry, loadIndex, loadPlaces } from '../../lookup/load-entries';
import { readText } from '../../lookup/read-text';
import { createSearch } from '../../lookup/search';
import { DEFAULT_PATTERNS } from '../../hosts/roles';
import { codesOfTab, explainTab, revealCode, type TabCode } from '../../messaging/tab-codes';
import { portalLinks } from '../../report/portal-links';
import { readSettings } from '../../settings/settings';

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
    readText,
    loadEntry,
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    openLookup: (code) => void leave(openLookup(code)),
    openCatalog: () => void leave(openLookup('')),
    openOptions: () => void leave(browser.runtime.openOptionsPage()),
    explainTab: () => tabId !== undefined && void explainTab(tabId).then(readTab),
    reveal: (code) => {
      const wanted = tabCodes.find((one) => one.code === code);
      if (wanted && tabId !== undefined) void revealCode(tabId, wanted);
    },
    askForAccess: () =>
      void browser.permissions
        .request({ origins })
        .then((isGranted) => know({ lacksAccess: !isGranted })),
  };

  function know(more: Partial<PopupProps>): void {
    known = { ...known, ...more };
    draw(known);
  }

  async function readTab(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    tabId = tab?.id;
    const host = tab?.url && URL.canParse(tab.url) ? new URL(tab.url).hostname : '';
    void loadPlaces().then((places) => know({ places: portalLinks(places, host) }));
    try {
      const codes = tabId === undefined ? undefined : await codesOfTab(tabId);
      tabCodes = codes ?? [];
      know({ tab: codes ? { kind: 'codes', codes } : { kind: 'inactive' } });
    } catch {
      know({ tab: { kind: 'closed' } });
    }
  }

  void loadIndex().then((index) => know({ search: createSearch(index) }));
  void readTab();
  void readSettings().then((support) => know({ support }));
  void browser.permissions
    .contains({ origins })
    .then((hasAccess) => know({ lacksAccess: !hasAccess }));
}
