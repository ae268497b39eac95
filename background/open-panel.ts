import { browser } from 'wxt/browser';

interface Sidebar {
  sidebarAction: { open: () => Promise<void> };
}

/**
 * Opens the side panel, in Firefox the sidebar. Called first thing in the handler of a press, since the browsers open
 * it for no other reason.
 * @param windowId The window to open it in; Firefox takes the one that was pressed in.
 */
export async function openPanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await (browser as unknown as Sidebar).sidebarAction.open();
  else await browser.sidePanel.open({ windowId });
}
