import { describe, expect, it } from 'vitest';
import { OPTIONAL_PATTERNS } from '../../../hosts/roles';
import {
  allowedSites,
  hostsTakenBack,
  originsToAsk,
  originsToGiveBack,
} from '../../../hosts/sites';

const US_FRAMES = ['https://*.azureportal.usgovcloudapi.net/*', 'https://*.portal.azure.us/*'];

describe('what is asked for', () => {
  it.each<[string, string[] | undefined]>([
    ['entra.microsoft.us', ['https://entra.microsoft.us/*', ...US_FRAMES]],
    ['security.microsoft.com', ['https://security.microsoft.com/*']],
    ['contoso.b2clogin.com', ['https://contoso.b2clogin.com/*']],
    ['github.com', ['https://github.com/*']],
    ['entra.microsoft.com', undefined],
    ['app.contoso.com', undefined],
    ['myaccount.microsoft.com', undefined],
    ['', undefined],
  ])('on %j', (host, origins) => {
    expect(originsToAsk(host)).toEqual(origins);
  });

  it('lies within what the manifest lets us ask for', () => {
    for (const host of ['entra.microsoft.us', 'portal.azure.cn', 'contoso.ciamlogin.com'])
      expect(allowedSites(OPTIONAL_PATTERNS, originsToAsk(host)!)).toEqual(
        expect.arrayContaining(originsToAsk(host)!),
      );
  });
});

describe('what is given back', () => {
  it('is what was asked for', () => {
    const asked = originsToAsk('entra.microsoft.us')!;
    expect(originsToGiveBack('entra.microsoft.us', asked)).toEqual(asked);
    expect(originsToGiveBack('contoso.b2clogin.com', ['https://contoso.b2clogin.com/*'])).toEqual([
      'https://contoso.b2clogin.com/*',
    ]);
  });

  it('leaves the frames in which another portal still draws', () => {
    const granted = ['https://entra.microsoft.us/*', 'https://intune.microsoft.us/*', ...US_FRAMES];
    expect(originsToGiveBack('entra.microsoft.us', granted)).toEqual([
      'https://entra.microsoft.us/*',
    ]);
  });

  it('is all of it where a browser names what lies within the frames as a portal that is allowed', () => {
    const granted = ['https://entra.microsoft.us/*', 'https://portal.azure.us/*', ...US_FRAMES];
    expect(originsToGiveBack('entra.microsoft.us', granted)).toEqual([
      'https://entra.microsoft.us/*',
      ...US_FRAMES,
    ]);
  });

  it('is the wide permission that covers the site', () => {
    const granted = ['https://*.b2clogin.com/*', 'https://github.com/*'];
    expect(originsToGiveBack('contoso.b2clogin.com', granted)).toEqual([
      'https://*.b2clogin.com/*',
    ]);
  });

  it('is nothing on a default site, or where nothing was given', () => {
    expect(originsToGiveBack('entra.microsoft.com', ['https://entra.microsoft.com/*'])).toEqual([]);
    expect(originsToGiveBack('github.com', ['https://dev.azure.com/*'])).toEqual([]);
  });
});

describe('where the finder runs', () => {
  it.each<[string, string[], string[]]>([
    ['a site of the table', ['https://github.com/*'], ['https://github.com/*']],
    ['one site of a wide row', ['https://a.b2clogin.com/*'], ['https://a.b2clogin.com/*']],
    ['as a browser may write it', ['*://github.com/*'], ['https://github.com/*']],
    ['a site of a wider permission', ['https://*.github.com/*'], ['https://github.com/*']],
    ['no other site', ['https://contoso.com/*', '<all_urls>', 'https://portal.azure.com/*'], []],
  ])('%s', (_, granted, sites) => {
    expect(allowedSites(OPTIONAL_PATTERNS, granted)).toEqual(sites);
  });
});

describe('where Signpost may no longer run', () => {
  const isLeft = (host: string, removed: string[], granted: string[]) => {
    const source = hostsTakenBack(removed, granted);
    return source !== undefined && new RegExp(source).test(host);
  };
  const WIDE = 'https://*.portal.azure.us/*';
  it.each<[string, string[], string[], boolean]>([
    ['entra.microsoft.us', ['https://entra.microsoft.us/*'], [], true],
    ['entra.microsoft.us', ['*://entra.microsoft.us/*'], ['https://github.com/*'], true],
    ['sandbox-1.reactblade.portal.azure.us', [WIDE, 'https://github.com/*'], [], true],
    // Another permission allows it still.
    ['app.portal.azure.us', ['https://app.portal.azure.us/*'], [WIDE], false],
    ['app.portal.azure.us', [WIDE], ['https://app.portal.azure.us/*'], false],
    ['other.portal.azure.us', [WIDE], ['https://app.portal.azure.us/*'], true],
    ['portal.azure.us.contoso.com', [WIDE], [], false],
    ['github.com', [WIDE], [], false],
    ['github.com', [], [], false],
    ['github.com', ['file:///*'], [], false],
  ])('%s after %j with %j: %s', (host, removed, granted, expected) => {
    expect(isLeft(host, removed, granted)).toBe(expected);
  });
});
