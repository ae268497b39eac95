/** Permissions in every browser, with the reason for each. None of them shows a warning of its own. */
export const PERMISSIONS: Record<string, string> = {
  activeTab:
    'Explain the codes of a page on any other site, only when the user asks for it by menu, shortcut or popup.',
  contextMenus: 'The menu items that explain the selected text, or this page.',
  scripting:
    'Load the code of the note and card into a frame only after a code was found there, and look at the page for the popup.',
  storage: 'Keep the choices of the options page, and read the policy of the organization.',
};

/** Permissions in Chrome and Edge alone. */
export const CHROMIUM_PERMISSIONS: Record<string, string> = {
  sidePanel:
    'The side panel, in which the lookup stands beside a page. Firefox has its sidebar without one.',
};
/** What is typed into the address bar, with a blank after it, to look something up. It needs no permission. */
export const KEYWORD = 'entra';
