import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

// The claims of a token as a debugger, a log or a list shows them.

const TENANT = '3c1f0b9a-2d4e-4f6a-8b7c-9d0e1f2a3b4c';
const CLAIMS = {
  aud: 'api://ledger',
  iss: `https://sts.windows.net/${TENANT}/`,
  appid: '0f9e8d7c-6b5a-4c3d-9e2f-1a0b9c8d7e6f',
  scp: 'Ledger.Read Ledger.Write',
  tid: TENANT,
  upn: 'ana@contoso.com',
  ver: '1.0',
};
const READ = [
  'token.audience=api://ledger',
  `token.issuer=https://sts.windows.net/${TENANT}/`,
  'token.appId=0f9e8d7c-6b5a-4c3d-9e2f-1a0b9c8d7e6f',
  'token.scope=Ledger.Read Ledger.Write',
  `token.tenantId=${TENANT}`,
  'token.user=ana@contoso.com',
  'token.version=1.0',
];
const listOf = (write: (claim: string, value: string, at: number) => string): string =>
  Object.entries(CLAIMS)
    .map(([claim, value], at) => write(claim, value, at))
    .join('\n');

describe('claims of a token, of which one has no time', () => {
  it.each([
    JSON.stringify(CLAIMS),
    `{"typ":"JWT"}.${JSON.stringify(CLAIMS, null, 2)}.[Signature]`,
    JSON.stringify(Object.entries(CLAIMS).map(([type, value]) => ({ type, value }))),
    listOf((claim, value) => `${claim}: ${value}`),
    listOf((claim, value) => `- ${claim}: ${value}`),
    listOf((claim, value) => `${claim} = ${value}`),
    listOf((claim, value) => `${claim}\t${value}`),
    listOf((claim, value) => `* **${claim}**: \`${value}\``),
    listOf((claim, value) => `"${claim}" -> "${value}"`),
    listOf((claim, value) => `{${claim}: ${value}}`),
    listOf((claim, value, at) => `[${at}]: {${claim}: ${value}}`),
    listOf((claim, value) => `Claim Type: ${claim}, Claim Value: ${value}`),
  ])('are read in %j', (text) => {
    const facts = factsOf('token', text);
    expect(facts).toEqual(expect.arrayContaining(READ));
    expect(recordsOf('token', text)).toHaveLength(1);
    expect(recordsOf('token', `the API answers 401\n\n${text}\n\nwhy?`)).toHaveLength(1);
  });

  it('may have the names that .NET gives them', () => {
    const text = [
      `aud: api://ledger`,
      `iss: https://sts.windows.net/${TENANT}/`,
      `http://schemas.microsoft.com/identity/claims/tenantid: ${TENANT}`,
      `http://schemas.microsoft.com/identity/claims/scope: Ledger.Read`,
    ].join('\n');
    expect(factsOf('token', text)).toEqual([
      'token.audience=api://ledger',
      `token.issuer=https://sts.windows.net/${TENANT}/`,
      `token.tenantId=${TENANT}`,
      'token.scope=Ledger.Read',
    ]);
  });

  it('may be lists', () => {
    const roles = (value: string) =>
      factsOf('token', `${listOf((claim, one) => `${claim}: ${one}`)}\nroles: ${value}`).filter(
        (one) => one.startsWith('token.role'),
      );
    expect(roles('["Reader", "Writer"]')).toEqual(['token.role=Reader', 'token.role=Writer']);
    expect(roles('[]')).toEqual([]);
  });

  it('leave what stands between them to other readers', () => {
    const [aud = '', ...rest] = listOf((claim, value) => `${claim}: ${value}`).split('\n');
    const text = [aud, 'AzureAdJoined : NO', 'DomainJoined : YES', ...rest].join('\n');
    expect(recordsOf('token', text)).toHaveLength(1);
    expect(factsOf('dsregcmd', text)).toContain('device.domainJoined=YES');
  });

  it('are of two tokens where they come again', () => {
    const list = listOf((claim, value) => `${claim}: ${value}`);
    expect(recordsOf('token', `${list}\n\n${list}`)).toHaveLength(2);
  });

  it.each([
    // The settings of an API.
    `{"aud":"api://ledger","iss":"https://sts.windows.net/${TENANT}/"}`,
    `aud: api://ledger\niss: https://sts.windows.net/${TENANT}/`,
    // Another service, a description, a list of something else.
    listOf((claim, value) => `${claim}: ${value.replace('sts.windows.net', 'id.example.com')}`),
    'aud: the audience\niss: who issued it\nscp: the scopes\nver: the version',
    'ver: 2\naud: stereo\nscp: files\nroles: guitar',
  ])('are none in %j', (text) => {
    expect(recordsOf('token', text)).toEqual([]);
  });
});
