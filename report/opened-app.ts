/** What a person tried to open, as an address of the sign-in service tells it. */
export interface OpenedApp {
  appId?: string;
  /** Host to which the sign-in would have led back. */
  site?: string;
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Parameters that name the address to go back to, in OpenID Connect and WS-Federation. */
const RETURN_ADDRESSES = ['redirect_uri', 'wreply', 'reply'];

/**
 * Reads what was tried to be opened from the address of a sign-in page.
 * @param address An absolute address. Only its parameters are looked at.
 * @returns A valid GUID and a host name, each where the address has one.
 */
export function openedApp(address: string): OpenedApp {
  const opened: OpenedApp = {};
  if (!URL.canParse(address)) return opened;
  const { searchParams } = new URL(address);
  const appId = searchParams.get('client_id') ?? '';
  if (GUID.test(appId)) opened.appId = appId;
  for (const name of RETURN_ADDRESSES) {
    const value = searchParams.get(name) ?? '';
    if (!URL.canParse(value)) continue;
    const { hostname, protocol } = new URL(value);
    if (/^https?:$/.test(protocol) && hostname) opened.site = hostname;
  }
  return opened;
}
