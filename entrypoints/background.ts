import { defineBackground } from 'wxt/utils/define-background';
import { browser } from 'wxt/browser';
import { explain } from '../background/explain';
import { createReceiver } from '../messaging/receive';
import { openLookup } from '../background/open-lookup';
import { addMenus, onMenuClick } from '../background/menus';
import { revealNextCode } from '../messaging/tab-codes';
import { updateOptionalSites } from '../background/optional-sites';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener(
    createReceiver({ explain, openLookup: ({ code }) => openLookup(code) }),
  );
  browser.runtime.onInstalled.addListener(() => {
    addMenus();
    void updateOptionalSites();
  });
  browser.contextMenus.onClicked.addListener((info, tab) => void onMenuClick(info, tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'next-code' && tab?.id !== undefined) void revealNextCode(tab.id);
  });
  browser.permissions.onAdded.addListener(() => void updateOptionalSites());
  browser.permissions.onRemoved.addListener(() => void updateOptionalSites());
});
