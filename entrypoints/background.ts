import { defineBackground } from 'wxt/utils/define-background';
import { browser } from 'wxt/browser';
import { updateBadges } from '../background/badge';
import { explain } from '../background/explain';
import { createReceiver } from '../messaging/receive';
import { openLookup } from '../background/open-lookup';
import { readRecord } from '../background/read-record';
import { weigh } from '../background/weigh';
import { watchSettings } from '../settings/settings';
import { addMenus, onMenuClick } from '../background/menus';
import { start } from '../messaging/start';
import { showNextMark } from '../background/next-mark';
import { updateOptionalSites } from '../background/optional-sites';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener(
    createReceiver({ explain, readRecord, weigh, openLookup: ({ code }) => openLookup(code) }),
  );
  browser.runtime.onInstalled.addListener(() => {
    start('menus after an install', addMenus);
    start('optional sites after an install', updateOptionalSites);
  });
  browser.contextMenus.onClicked.addListener((info, tab) =>
    start('a choice in the menu', () => onMenuClick(info, tab)),
  );
  browser.commands.onCommand.addListener((command, tab) => {
    const tabId = tab?.id;
    if (command === 'next-code' && tabId !== undefined)
      start('the shortcut to the next code', () => showNextMark(tabId));
  });
  watchSettings(() => start('badges after a change of the options', updateBadges));
  for (const change of [browser.permissions.onAdded, browser.permissions.onRemoved])
    change.addListener(() => start('optional sites after a change', updateOptionalSites));
});
