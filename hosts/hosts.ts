/** The national clouds that Microsoft Entra ID runs in. */
export type Cloud = 'global' | 'usgov' | 'china';

/**
 * What stands on a host.
 * - `signIn`: pages where a person types a password for Microsoft Entra ID.
 * - `portal`: admin centers and the frames in which they draw.
 * - `microsoft`: other pages that only Microsoft writes.
 * - `foreign`: pages that others write or design, Microsoft's customers included. A code there may be part of a fraud.
 */
type Role = 'signIn' | 'portal' | 'microsoft' | 'foreign';

/** A group of sites that the user can turn on in the options. The key of its name in the message files is hosts.<id>. */
export type HostGroupId = 'usgov' | 'china' | 'admin' | 'userPages' | 'externalId' | 'pasted';

export interface Host {
  /** A match pattern as browsers take it: `https://*.portal.azure.net/*`. */
  pattern: string;
  role: Role;
  cloud: Cloud;
  /**
   * How Signpost comes to run there: by default, when the user turns a group on, or only when the user asks for this
   * page (such a row says whose page it is).
   */
  access: 'default' | HostGroupId | 'byClick';
  /** Why the host is listed, and where that is known from. */
  reason: string;
  /** The portal whose named places (knowledge/places.yml) have their address here. */
  portal?: string;
}

/**
 * Every host that Signpost knows. The manifest, the finder, the warnings, the links of the cards and the list in the
 * README derive from this table: a new cloud or site is added here and nowhere else.
 * Sources: Microsoft's allow lists for the portals (MicrosoftDocs/azure-docs azure-portal-safelist-urls, entra-docs;
 * read 2026-11), unless the reason names another.
 */
export const HOSTS: readonly Host[] = [
  {
    pattern: 'https://login.microsoftonline.com/*',
    role: 'signIn',
    cloud: 'global',
    access: 'default',
    reason: 'Sign-in and error pages of the global cloud.',
  },
  {
    pattern: 'https://login.microsoftonline.us/*',
    role: 'signIn',
    cloud: 'usgov',
    access: 'default',
    reason: 'Sign-in and error pages of the US Government cloud.',
  },
  {
    pattern: 'https://login.partner.microsoftonline.cn/*',
    role: 'signIn',
    cloud: 'china',
    access: 'default',
    reason: 'Sign-in and error pages of the cloud that 21Vianet runs (docs.azure.cn).',
  },
  {
    pattern: 'https://login.microsoft.com/*',
    role: 'signIn',
    cloud: 'global',
    access: 'default',
    reason: 'Alias that takes sign-in traffic.',
  },
  {
    pattern: 'https://login.windows.net/*',
    role: 'signIn',
    cloud: 'global',
    access: 'default',
    reason: 'Older alias that takes sign-in traffic.',
  },
  {
    pattern: 'https://entra.microsoft.com/*',
    role: 'portal',
    cloud: 'global',
    access: 'default',
    reason: 'Microsoft Entra admin center, the shell.',
    portal: 'entra',
  },
  {
    pattern: 'https://portal.azure.com/*',
    role: 'portal',
    cloud: 'global',
    access: 'default',
    reason: 'Azure portal, the shell.',
    portal: 'azure',
  },
  {
    pattern: 'https://*.portal.azure.com/*',
    role: 'portal',
    cloud: 'global',
    access: 'default',
    reason: 'Preview and regional doors of the Azure portal.',
  },
  {
    pattern: 'https://intune.microsoft.com/*',
    role: 'portal',
    cloud: 'global',
    access: 'default',
    reason: 'Intune admin center, the shell.',
    portal: 'intune',
  },
  {
    pattern: 'https://*.portal.azure.net/*',
    role: 'portal',
    cloud: 'global',
    access: 'default',
    reason:
      'Frames in which the three admin centers draw their blades, the sign-in logs and the query results of Log Analytics among them.',
  },
  {
    pattern: 'https://entra.microsoft.us/*',
    role: 'portal',
    cloud: 'usgov',
    access: 'usgov',
    reason: 'Microsoft Entra admin center for US Government. Listed in Microsoft’s FAQ on it.',
    portal: 'entra',
  },
  {
    pattern: 'https://portal.azure.us/*',
    role: 'portal',
    cloud: 'usgov',
    access: 'usgov',
    reason: 'Azure portal for US Government. On Microsoft’s allow list for portals.',
    portal: 'azure',
  },
  {
    pattern: 'https://intune.microsoft.us/*',
    role: 'portal',
    cloud: 'usgov',
    access: 'usgov',
    reason: 'Intune admin center for US Government. Not confirmed.',
    portal: 'intune',
  },
  {
    pattern: 'https://*.azureportal.usgovcloudapi.net/*',
    role: 'portal',
    cloud: 'usgov',
    access: 'usgov',
    reason:
      'Frames of the US Government portals, by Azure/portaldocs. Not confirmed for the sign-in logs.',
  },
  {
    pattern: 'https://*.portal.azure.us/*',
    role: 'portal',
    cloud: 'usgov',
    access: 'usgov',
    reason:
      'Frames and regional doors of the US Government portals, by likeness with the global cloud. Not confirmed.',
  },
  {
    pattern: 'https://security.microsoft.us/*',
    role: 'portal',
    cloud: 'usgov',
    access: 'usgov',
    reason: 'Microsoft Defender portal for GCC High (defender-docs, gov.md, 2026-01).',
    portal: 'security',
  },
  {
    pattern: 'https://security.apps.mil/*',
    role: 'portal',
    cloud: 'usgov',
    access: 'usgov',
    reason:
      'Microsoft Defender portal for the Department of Defense (defender-docs, gov.md, 2026-01).',
  },
  {
    pattern: 'https://entra.microsoftonline.cn/*',
    role: 'portal',
    cloud: 'china',
    access: 'china',
    reason: 'Microsoft Entra admin center run by 21Vianet. Listed in Microsoft’s FAQ on it.',
    portal: 'entra',
  },
  {
    pattern: 'https://portal.azure.cn/*',
    role: 'portal',
    cloud: 'china',
    access: 'china',
    reason: 'Azure portal run by 21Vianet. On Microsoft’s allow list for portals.',
    portal: 'azure',
  },
  {
    pattern: 'https://intune.microsoftonline.cn/*',
    role: 'portal',
    cloud: 'china',
    access: 'china',
    reason: 'Intune admin center run by 21Vianet. Not confirmed.',
    portal: 'intune',
  },
  {
    pattern: 'https://*.azureportal.chinacloudapi.cn/*',
    role: 'portal',
    cloud: 'china',
    access: 'china',
    reason:
      'Frames of the portals that 21Vianet runs, as tools name them. Not confirmed for the sign-in logs.',
  },
  {
    pattern: 'https://admin.microsoft.com/*',
    role: 'portal',
    cloud: 'global',
    access: 'admin',
    reason: 'Microsoft 365 admin center.',
    portal: 'm365',
  },
  {
    pattern: 'https://admin.cloud.microsoft/*',
    role: 'portal',
    cloud: 'global',
    access: 'admin',
    reason: 'Microsoft 365 admin center under its newer name.',
  },
  {
    pattern: 'https://security.microsoft.com/*',
    role: 'portal',
    cloud: 'global',
    access: 'admin',
    reason:
      'Microsoft Defender portal, with advanced hunting over sign-ins, the tables of Microsoft Sentinel included.',
    portal: 'security',
  },
  {
    pattern: 'https://mysignins.microsoft.com/*',
    role: 'microsoft',
    cloud: 'global',
    access: 'userPages',
    reason: 'A person’s own sign-ins and security info.',
    portal: 'signins',
  },
  {
    pattern: 'https://myapps.microsoft.com/*',
    role: 'microsoft',
    cloud: 'global',
    access: 'userPages',
    reason: 'My Apps, from which apps fail to open.',
    portal: 'apps',
  },
  {
    pattern: 'https://myapplications.microsoft.com/*',
    role: 'microsoft',
    cloud: 'global',
    access: 'userPages',
    reason: 'My Apps under its newer name.',
  },
  {
    pattern: 'https://account.activedirectory.windowsazure.com/*',
    role: 'microsoft',
    cloud: 'global',
    access: 'userPages',
    reason: 'Older registration and app launch pages.',
  },
  {
    pattern: 'https://*.ciamlogin.com/*',
    role: 'foreign',
    cloud: 'global',
    access: 'externalId',
    reason: 'Microsoft Entra External ID: the service is Microsoft’s, the page its customer’s.',
  },
  {
    pattern: 'https://*.b2clogin.com/*',
    role: 'foreign',
    cloud: 'global',
    access: 'externalId',
    reason: 'Azure AD B2C: the service is Microsoft’s, the page its customer’s.',
  },
  {
    pattern: 'https://github.com/*',
    role: 'foreign',
    cloud: 'global',
    access: 'pasted',
    reason: 'Workflow logs and issues that quote codes.',
  },
  {
    pattern: 'https://dev.azure.com/*',
    role: 'foreign',
    cloud: 'global',
    access: 'pasted',
    reason: 'Pipeline logs that quote codes.',
  },
  {
    pattern: 'https://learn.microsoft.com/*',
    role: 'microsoft',
    cloud: 'global',
    access: 'pasted',
    reason: 'Documentation and questions that quote codes.',
  },
  {
    pattern: 'https://developer.microsoft.com/*',
    role: 'microsoft',
    cloud: 'global',
    access: 'pasted',
    reason: 'Graph Explorer, which shows sign-ins as JSON.',
  },
  {
    pattern: 'https://admin.exchange.microsoft.com/*',
    role: 'portal',
    cloud: 'global',
    access: 'byClick',
    reason: 'Exchange admin center, linked from fixes.',
    portal: 'exchange',
  },
  {
    pattern: 'https://myaccount.microsoft.com/*',
    role: 'microsoft',
    cloud: 'global',
    access: 'byClick',
    reason: 'A person’s own account, linked from steps.',
    portal: 'account',
  },
  ...(
    [
      ['https://*.microsoft.com/*', 'global'],
      ['https://*.cloud.microsoft/*', 'global'],
      ['https://*.microsoftonline.com/*', 'global'],
      ['https://*.microsoft.us/*', 'usgov'],
      ['https://*.microsoftonline.us/*', 'usgov'],
      ['https://*.microsoftonline.cn/*', 'china'],
    ] as const
  ).map(([pattern, cloud]): Host => ({
    pattern,
    role: 'microsoft',
    cloud,
    access: 'byClick',
    reason:
      'Only Microsoft’s own pages stand there. Not azurewebsites.net, core.windows.net or cloudapp.azure.com, where anybody can put a page.',
  })),
];
