/** A group of sites that the user can turn on in the options. */
export interface HostGroup {
  /** Key of its name in the message files: hosts.<id>. */
  id: 'usgov' | 'china' | 'admin' | 'userPages' | 'externalId' | 'pasted';
  patterns: string[];
}

/** Hosts of the groups come from Microsoft's allow lists for the portals (MicrosoftDocs/azure-docs, entra-docs; read 2026-11). */
export const HOST_GROUPS: HostGroup[] = [
  {
    id: 'usgov',
    patterns: [
      'https://entra.microsoft.us/*',
      'https://portal.azure.us/*',
      'https://intune.microsoft.us/*',
      'https://*.azureportal.usgovcloudapi.net/*',
      'https://*.portal.azure.us/*',
    ],
  },
  {
    id: 'china',
    patterns: [
      'https://entra.microsoftonline.cn/*',
      'https://portal.azure.cn/*',
      'https://intune.microsoftonline.cn/*',
      'https://*.azureportal.chinacloudapi.cn/*',
    ],
  },
  {
    id: 'admin',
    patterns: [
      'https://admin.microsoft.com/*',
      'https://admin.cloud.microsoft/*',
      'https://security.microsoft.com/*',
    ],
  },
  {
    id: 'userPages',
    patterns: [
      'https://mysignins.microsoft.com/*',
      'https://myapps.microsoft.com/*',
      'https://myapplications.microsoft.com/*',
      'https://account.activedirectory.windowsazure.com/*',
    ],
  },
  { id: 'externalId', patterns: ['https://*.ciamlogin.com/*', 'https://*.b2clogin.com/*'] },
  {
    id: 'pasted',
    patterns: [
      'https://github.com/*',
      'https://dev.azure.com/*',
      'https://learn.microsoft.com/*',
      'https://developer.microsoft.com/*',
    ],
  },
];
