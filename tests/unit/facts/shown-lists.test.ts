import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const list = (...rows: string[]) =>
  [
    'AppId                     : 93f42be1-f5a5-4a7a-a4a3-104a208e1245',
    'DisplayName               : Travel',
    'AppRoleAssignmentRequired : True',
    ...rows,
  ].join('\n');
const uris = (text: string) =>
  factsOf('app', text).filter((fact) => /^app\.(?:redirectUri|showsRedirectUris)=/.test(fact));

describe('the reply URLs of a service principal in a list of PowerShell', () => {
  it.each([
    ['one', 'ReplyUrls : {https://a.contoso.com/1}', ['https://a.contoso.com/1'], 'YES'],
    [
      'two',
      'ReplyUrls : {https://a.contoso.com/1, https://a.contoso.com/2}',
      ['https://a.contoso.com/1', 'https://a.contoso.com/2'],
      'YES',
    ],
    ['of Az', 'ReplyUrl : {https://a.contoso.com/1}', ['https://a.contoso.com/1'], 'YES'],
    [
      'in lines',
      'ReplyUrls : {https://a.contoso.com/1,\n              https://a.contoso.com/2}',
      ['https://a.contoso.com/1', 'https://a.contoso.com/2'],
      'YES',
    ],
    [
      'cut behind one',
      'ReplyUrls : {https://a.contoso.com/1, https://a.contoso.com/2...}',
      ['https://a.contoso.com/1'],
      'NO',
    ],
    [
      'cut within one',
      'ReplyUrls : {https://a.contoso.com/1, https://a.con…',
      ['https://a.contoso.com/1'],
      'NO',
    ],
    ['none', 'ReplyUrls : {}', [], 'YES'],
  ])('are read: %s', (_, row, wanted, isWhole) => {
    expect(uris(list(row))).toEqual([
      ...wanted.map((uri) => `app.redirectUri=${uri}`),
      `app.showsRedirectUris=${isWhole}`,
    ]);
  });

  it('stand beside its sign-on mode', () => {
    const text = list('PreferredSingleSignOnMode : saml');
    expect(factsOf('app', text)).toEqual(
      expect.arrayContaining(['app.signOnMode=saml', 'app.kind=servicePrincipal']),
    );
  });

  it.each([
    'DisplayName : Travel\nReplyUrls : {https://a.contoso.com/1}',
    'Set PreferredSingleSignOnMode : saml\nand ReplyUrls : {https://a.contoso.com}',
  ])('are none of %j', (text) => expect(recordsOf('app', text)).toEqual([]));
});
