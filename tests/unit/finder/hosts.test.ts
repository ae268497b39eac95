import { describe, expect, it } from 'vitest';
import { hostOfFrame, isMicrosoftHost, isSignInHost } from '../../../finder/hosts';

describe('Microsoft hosts', () => {
  it.each([
    'login.microsoftonline.com',
    'entra.microsoft.com',
    'sandbox-1.reactblade.portal.azure.net',
    'ms.portal.azure.com',
    'contoso.b2clogin.com',
    'entra.microsoftonline.cn',
    'hosting.azureportal.usgovcloudapi.net',
  ])('%s', (host) => expect(isMicrosoftHost(host)).toBe(true));

  it.each([
    '',
    'login.microsoftonline.com.evil.example',
    'notmicrosoft.com',
    'contoso.azurewebsites.net',
    'contoso.z13.web.core.windows.net',
    'contoso.cloudapp.azure.com',
    'portal.azure.net.example',
    'github.com',
  ])('not %j', (host) => expect(isMicrosoftHost(host)).toBe(false));

  it('sign-in hosts are those of every cloud, and no portal', () => {
    expect(
      [
        'login.microsoftonline.com',
        'login.microsoftonline.us',
        'login.partner.microsoftonline.cn',
      ].every(isSignInHost),
    ).toBe(true);
    expect(
      ['entra.microsoft.com', 'login.microsoftonline.com.example', 'login.live.com'].some(
        isSignInHost,
      ),
    ).toBe(false);
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
