import { describe, expect, it } from 'vitest';
import { hostOfFrame, isMicrosoftHost, isSignInHost } from '../../../finder/host-of-frame';
import { HOSTS } from '../../../hosts/hosts';

describe('the expressions that the build gives the finder', () => {
  it.each(HOSTS)('know $pattern as the table does', ({ pattern, role, access }) => {
    const host = new URL(pattern.replace('*.', 'sandbox-1.')).hostname;
    expect(isMicrosoftHost(host)).toBe(role !== 'foreign');
    expect(isSignInHost(host)).toBe(role === 'signIn' || access === 'externalId');
  });
});

describe('frames', () => {
  const frame = (hostname: string, origin: string, ancestorOrigins: string[] = []) => ({
    origin,
    location: { hostname, ancestorOrigins: ancestorOrigins as unknown as DOMStringList },
  });
  it.each([
    [
      'an address of its own',
      frame('a.portal.azure.net', 'https://a.portal.azure.net'),
      'a.portal.azure.net',
    ],
    [
      'about:blank with the origin of its maker',
      frame('', 'https://b.portal.azure.net'),
      'b.portal.azure.net',
    ],
    [
      'a sandboxed frame below a portal',
      frame('', 'null', ['https://portal.azure.com']),
      'portal.azure.com',
    ],
    [
      'a sandboxed frame in Firefox',
      { origin: 'null', location: { hostname: '', ancestorOrigins: undefined as never } },
      '',
    ],
  ])('%s', (_, one, host) => expect(hostOfFrame(one)).toBe(host));
});
