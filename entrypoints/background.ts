import { defineBackground } from 'wxt/utils/define-background';
import { browser } from 'wxt/browser';
import { updateBadges } from '../background/badge';
import { explain } from '../background/explain';
import { createReceiver } from '../messaging/receive';
import { openLookup } from '../background/open-lookup';
import { readPatterns } from '../background/read-patterns';
import { readRecord } from '../background/read-record';
import { weigh } from '../background/weigh';
import { addMenus, onMenuClick } from '../background/menus';
import { explainKeyword, openChosen, suggest } from '../background/omnibox';
import { start } from '../messaging/start';
import { showNextMark } from '../background/next-mark';
import { explainOpenTabs, leaveTakenBack, updateOptionalSites } from '../background/optional-sites';
import { turnOffPages } from '../background/turn-off';
import { leaveKeptCodes } from '../settings/kept-codes';
import { watchPolicy, watchSettings } from '../settings/settings';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener(
    createReceiver({
      explain,
      readRecord,
      readPatterns,
      weigh,
      looked: async () => {},
      openLookup: ({ code }) => openLookup(code),
    }),
  );
  browser.runtime.onInstalled.addListener(() => {
    start('menus after an install', addMenus);
    start('optional sites after an install', updateOptionalSites);
  });
  browser.contextMenus.onClicked.addListener((info, tab) =>
    start('a choice in the menu', () => onMenuClick(info, tab)),
  );
  browser.omnibox.onInputStarted.addListener(() =>
    start('the hint in the address bar', explainKeyword),
  );
  browser.omnibox.onInputChanged.addListener((text, show) =>
    start('suggestions in the address bar', () => suggest(text, show)),
  );
  browser.omnibox.onInputEntered.addListener((text, disposition) =>
    start('a choice in the address bar', () => openChosen(text, disposition)),
  );
  browser.commands.onCommand.addListener((command, tab) => {
    const tabId = tab?.id;
    if (command === 'next-code' && tabId !== undefined)
      start('the shortcut to the next code', () => showNextMark(tabId));
  });
  watchPolicy((task) => start('reading the policy after a change', task));
  watchSettings(() => start('open pages after a change of the settings', turnOffPages));
  watchSettings(() => start('kept codes after a change of the options', leaveKeptCodes));
  watchSettings(() => start('badges after a change of the options', updateBadges));
  for (const change of [browser.permissions.onAdded, browser.permissions.onRemoved])
    change.addListener(() => start('optional sites after a change', updateOptionalSites));
  browser.permissions.onRemoved.addListener(({ origins }) =>
    start('tabs of a site that was taken back', () => leaveTakenBack(origins)),
  );
  browser.permissions.onAdded.addListener(({ origins }) =>
    start('tabs of a site that was allowed', () => explainOpenTabs(origins)),
  );
});
