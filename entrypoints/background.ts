import { defineBackground } from 'wxt/utils/define-background';
import { browser } from 'wxt/browser';
import { explain } from '../background/explain';
import { createReceiver } from '../messaging/receive';
import { openLookup } from '../background/open-lookup';
import { readRecord } from '../background/read-record';
import { addMenus, onMenuClick } from '../background/menus';
import { start } from '../messaging/start';
import { revealNextCode } from '../messaging/tab-codes';
import { updateOptionalSites } from '../background/optional-sites';
import { turnOffPages } from '../background/turn-off';
import { watchPolicy, watchSettings } from '../settings/settings';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener(
    createReceiver({ explain, readRecord, openLookup: ({ code }) => openLookup(code) }),
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
      start('the shortcut to the next code', () => revealNextCode(tabId));
  });
  watchPolicy((task) => start('reading the policy after a change', task));
  watchSettings(() => start('open pages after a change of the settings', turnOffPages));
  for (const change of [browser.permissions.onAdded, browser.permissions.onRemoved])
    change.addListener(() => start('optional sites after a change', updateOptionalSites));
});
