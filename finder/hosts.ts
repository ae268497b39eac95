/** Hosts that serve the sign-in pages of Microsoft Entra ID, in each cloud. */
const SIGN_IN_HOST =
  /^login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn|microsoft\.com|windows\.net)$/;

/**
 * Hosts that only Microsoft's own pages stand on. Not `azurewebsites.net`, `core.windows.net` or `cloudapp.azure.com`,
 * where anybody can put a page.
 */
const MICROSOFT_HOST =
  /(^|\.)(microsoft\.com|cloud\.microsoft|microsoftonline\.(com|us|cn)|portal\.azure\.(com|net|us|cn)|azureportal\.(usgovcloudapi\.net|chinacloudapi\.cn)|(b2c|ciam)login\.com)$|^login\.windows\.net$|^account\.activedirectory\.windowsazure\.com$/;

/** True on the pages where a person types a password for Microsoft Entra ID. */
export function isSignInHost(host: string): boolean {
  return SIGN_IN_HOST.test(host);
}

/** True where a page is Microsoft's own, so that labeled bare numbers count and no warning is due. */
export function isMicrosoftHost(host: string): boolean {
  return MICROSOFT_HOST.test(host);
}

/**
 * The host whose page a frame belongs to. Frames without an address of their own (about:blank, srcdoc, blob:) carry the
 * origin of the page that made them; a sandboxed one has none, and its ancestor answers.
 */
export function hostOfFrame(
  frame: Pick<Window, 'origin'> & { location: Pick<Location, 'ancestorOrigins' | 'hostname'> },
): string {
  const { hostname, ancestorOrigins } = frame.location;
  if (hostname) return hostname;
  const origin = frame.origin === 'null' ? ancestorOrigins?.[0] : frame.origin;
  return origin?.replace(/^\w+:\/\//, '') ?? '';
}
