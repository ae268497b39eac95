import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const PART =
  '"replyUrlsWithType": [\n  { "url": "https://shop.contoso.com/", "type": "Web" }\n],\n"oauth2AllowIdTokenImplicitFlow": false,\n"signInAudience": "AzureADMyOrg",\n"passwordCredentials": [ { "keyId": "55fc6ad0-0417-49f5-9bdd-8128d06ee45e", "endDateTime": "2026-03-31T00:00:00Z" } ],';

describe('members of a manifest without the brackets around them', () => {
  it.each([PART, `our app:\n\n${PART}\n\nIt gets AADSTS9002326 on /token`])(
    'are read in %j',
    (text) => {
      expect(factsOf('app', text)).toEqual(
        expect.arrayContaining([
          'app.redirectUriWeb=https://shop.contoso.com/',
          'app.idTokenIssuance=NO',
          'app.audience=AzureADMyOrg',
          'app.secretEnds=2026-03-31T00:00:00Z',
          'app.showsRedirectUris=YES',
        ]),
      );
    },
  );

  it('do not show the platforms that were left out', () => {
    const text =
      '"signInAudience": "AzureADMyOrg",\n"isFallbackPublicClient": false,\n"web": { "redirectUris": [ "https://shop.contoso.com/" ] }';
    expect(factsOf('app', text)).toContain('app.showsRedirectUris=NO');
  });

  it('are read between other text where they are the redirect URIs alone', () => {
    const own = PART.slice(0, PART.indexOf('],') + 2);
    const text = `AADSTS50011, so we looked:\n${own}\nNow it works.\nThanks`;
    expect(factsOf('app', text)).toEqual(
      expect.arrayContaining([
        'app.redirectUriWeb=https://shop.contoso.com/',
        'app.showsRedirectUris=YES',
      ]),
    );
  });

  it.each([
    '"replyUrlsWithType": [ ],\nnothing there',
    'ours\n"replyUrlsWithType": [ { "url": "https://shop.contoso.com/" } ]\nend',
    'ours\n"replyUrlsWithType": [ { "url": "https://shop.contoso.com/", "ty',
    '"replyUrls": [ { "url": "https://shop.contoso.com/", "type": "Web" } ]\nend',
    '"web": { "port": 80 },\n"spa": true',
    '"signInAudience": "AzureADMyOrg"',
    `{\n"name": 1,\n${PART}\n"x": 1 }`,
  ])('are none in %j', (text) => {
    expect(recordsOf('app', text)).toEqual([]);
  });
});
