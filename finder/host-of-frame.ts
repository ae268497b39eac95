import { MICROSOFT_HOST, SIGN_IN_HOST } from '#hosts';

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
  return origin?.split('//')[1] ?? '';
}

/** True on the pages where a person types a password for Microsoft Entra ID. */
export function isSignInHost(host: string): boolean {
  return SIGN_IN_HOST.test(host);
}

/** True where only Microsoft writes the page, so that labeled bare numbers count and no warning is due. */
export function isMicrosoftHost(host: string): boolean {
  return MICROSOFT_HOST.test(host);
}
