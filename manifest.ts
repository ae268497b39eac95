import { HOST_GROUPS } from './settings/host-groups';

/** Where Signpost works from the start, with the reason for each pattern. Chrome asks again when a later version adds one. */
export const DEFAULT_HOSTS: Record<string, string> = {
  'https://login.microsoftonline.com/*': 'Sign-in and error pages of the global cloud.',
  'https://login.microsoftonline.us/*': 'Sign-in and error pages of the US Government cloud.',
  'https://login.partner.microsoftonline.cn/*':
    'Sign-in and error pages of the cloud that 21Vianet runs.',
  'https://login.microsoft.com/*': 'Alias that takes sign-in traffic.',
  'https://login.windows.net/*': 'Older alias that takes sign-in traffic.',
  'https://entra.microsoft.com/*': 'Microsoft Entra admin center, the shell.',
  'https://portal.azure.com/*': 'Azure portal, the shell.',
  'https://*.portal.azure.com/*': 'Preview and regional doors of the Azure portal.',
  'https://intune.microsoft.com/*': 'Intune admin center, the shell.',
  'https://*.portal.azure.net/*':
    'Frames in which the three admin centers draw their blades, sign-in logs among them.',
};

/** Permissions, with the reason for each. None of them shows a warning of its own. */
export const PERMISSIONS: Record<string, string> = {
  activeTab:
    'Explain the codes of a page on any other site, only when the user asks for it by menu, shortcut or popup.',
  contextMenus: 'The menu items that explain the selected text, or this page.',
  scripting: 'Load the code of the note and card into a frame only after a code was found there.',
  storage: 'Keep the choices of the options page, and read the policy of the organization.',
};

/** Sites that the user may turn on. Nothing runs there before. */
export const OPTIONAL_HOSTS: string[] = HOST_GROUPS.flatMap(({ patterns }) => patterns);
