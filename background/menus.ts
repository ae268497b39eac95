import { i18n } from '#i18n';
import { browser, type Browser } from 'wxt/browser';
import { explainTab } from '../messaging/tab-codes';
import { openSearch } from './open-lookup';
import { openPanel } from './open-panel';

/** Adds the menu items. Called once after an install or update; the browser keeps them. */
export async function addMenus(): Promise<void> {
  // No callback: where the browser has no `browser` of its own, the polyfill takes none.
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'selection',
    title: i18n.t('menu.selection'),
    contexts: ['selection'],
  });
  browser.contextMenus.create({
    id: 'page',
    title: i18n.t('menu.page'),
    contexts: ['page', 'frame'],
  });
  // Chromium has this item by itself, for every extension with a side panel.
  if (import.meta.env.FIREFOX)
    browser.contextMenus.create({
      id: 'panel',
      title: i18n.t('menu.panel'),
      contexts: ['action'],
    });
}

/** Explains the selected words on our own page, or the codes of the page where they stand. */
export async function onMenuClick(
  { menuItemId, selectionText }: Browser.contextMenus.OnClickData,
  tab?: Browser.tabs.Tab,
): Promise<void> {
  if (menuItemId === 'panel') await openPanel(tab!.windowId);
  else if (menuItemId === 'selection') await openSearch(selectionText ?? '');
  else if (menuItemId === 'page' && tab?.id !== undefined) await explainTab(tab.id);
}
