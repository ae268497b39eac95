import { describe, expect, it } from 'vitest';
import { readKnownCommands } from '../../../compiler/checks/known-commands';
import { makeKqlChecker } from '../../../compiler/checks/kusto';
import { checkSnippets, snippetFaults } from '../../../compiler/checks/snippets';
import type { CommandLanguage } from '../../../lookup/entry';
import { makeEntry } from './make-entry';

const known = readKnownCommands(`
parameters: All Filter UserId Property
modules:
  Microsoft.Graph.Users:
    page: https://learn.microsoft.com/powershell/module/microsoft.graph.users/
    cmdlets:
      Get-MgUser:
  Microsoft.Graph.Authentication:
    page: https://learn.microsoft.com/powershell/module/microsoft.graph.authentication/
    cmdlets:
      Invoke-MgGraphRequest: { verified: false }
  Microsoft.PowerShell.Utility:
    page: https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/
    cmdlets:
      Select-Object:
scopes:
  User.Read.All: { read: user-list }
addresses:
  https://graph.microsoft.com/v1.0:
    /users/{}/memberOf: { page: graph/api/user-list-memberof }
    /domains/find(name='{}'): { page: graph/api/domain-list }
  https://login.microsoftonline.com:
    /{}/oauth2/v2.0/token: { page: entra/identity-platform/v2-oauth2-client-creds-grant-flow }
`);
const parseKql = makeKqlChecker({
  SigninLogs: {
    columns: {
      string: 'ResultType UserPrincipalName',
      dynamic: 'DeviceDetail',
      datetime: 'TimeGenerated',
    },
  },
  AADNonInteractiveUserSignInLogs: {
    columns: { string: 'ResultType UserPrincipalName DeviceDetail', datetime: 'TimeGenerated' },
  },
});

const command = (lang: CommandLanguage, needs: string, body: string) => {
  const comment = lang === 'kql' ? '//' : '#';
  return {
    lang,
    purpose: 'What it shows',
    needs,
    code: `${comment} What it shows\n${comment} needs: ${needs}\n${body}`,
  };
};
const faults = (lang: CommandLanguage, needs: string, body: string) =>
  snippetFaults(command(lang, needs, body), { known, parseKql }).map(({ message }) => message);

describe('KQL', () => {
  it.each([
    ['SigninLogs | where ResultType == "50126" and UserPrincipalName == "{userPrincipalName}"'],
    ['SigninLogs | where TimeGenerated > ago(<days>d) | summarize count() by ResultType'],
    ['let codes = dynamic(["1"]); SigninLogs | where ResultType in (codes)'],
    ['union SigninLogs, AADNonInteractiveUserSignInLogs | summarize dcount(UserPrincipalName)'],
    [
      'SigninLogs | extend Id = tostring(DeviceDetail.deviceId) | where strlen(Id) < 40 and strlen(Id) > 3',
    ],
  ])('passes %s', (query) => expect(faults('kql', 'table SigninLogs', query)).toEqual([]));

  it.each([
    ['SigninLogs | where ResultTyp == "50126"', /ResultTyp/],
    ['SignInLog | take 5', /SignInLog/],
    ['SigninLogs | summarise count()', /./],
    ['SigninLogs | where (ResultType == "1"', /./],
    ['SigninLogs | summarize counts() by ResultType', /counts/],
    // A column of two types becomes two columns.
    [
      'union SigninLogs, AADNonInteractiveUserSignInLogs | project DeviceDetail',
      /splits it into DeviceDetail_dynamic and/,
    ],
  ])('fails %s', (query, message) =>
    expect(faults('kql', 'table SigninLogs', query).join()).toMatch(message),
  );
});

const USERS = 'Microsoft.Graph.Users, User.Read.All';

describe('PowerShell', () => {
  it.each([
    [USERS, `Get-MgUser -UserId '<user>' | Select-Object Id`],
    [USERS, `Get-MgUser -Property msDS-KeyCredentialLink -Filter "x eq 'Get-Nothing'"`],
    ['Windows', 'dsregcmd /status'],
    [
      'Microsoft.Graph.Authentication, User.Read.All',
      `Invoke-MgGraphRequest -Uri "v1.0/users/{userPrincipalName}/memberOf?\`$top=5"`,
    ],
  ])('passes with %s: %s', (needs, script) =>
    expect(faults('powershell', needs, script)).toEqual([]),
  );

  it.each([
    [USERS, 'Get-MgUsers -All', 'Get-MgUsers is no known cmdlet; did you mean Get-MgUser?'],
    [USERS, 'Get-MgUser -Fliter 1', '-Fliter is no known parameter; did you mean -Filter?'],
    [USERS, 'get-mguser -All', 'write Get-MgUser'],
    [USERS, 'Get-MgUser -Filter (', '( is not closed'],
    ['User.Read.All', 'Get-MgUser', 'does not name the module Microsoft.Graph.Users'],
    ['Microsoft.Graph.Users', 'Get-MgUser', 'names no permission'],
    [
      'Microsoft.Graph.Users, Users.Read.All',
      'Get-MgUser',
      'Users.Read.All is no known permission',
    ],
    [`${USERS}, Microsoft.Graph.Authentication`, 'Get-MgUser', 'does not use'],
    [`${USERS}, Microsoft.Graph.Mail`, 'Get-MgUser', 'Microsoft.Graph.Mail is no known module'],
    ['AzureAD', 'Get-AzureADUser -All', 'retired'],
    ['MSOnline', 'Get-MsolUser -All', 'retired'],
    [
      'Microsoft.Graph.Authentication, User.Read.All',
      `Invoke-MgGraphRequest -Uri 'v1.0/users/1/memberof'`,
      'is no known address',
    ],
  ])('fails with %s: %s', (needs, script, message) =>
    expect(faults('powershell', needs, script).join()).toContain(message),
  );

  it('does not take the module of Seamless SSO for a retired one', () => {
    expect(faults('powershell', 'AzureADSSO', 'Get-AzureADSSOStatus').join()).not.toContain(
      'retired',
    );
  });
});

describe('addresses', () => {
  it.each<[CommandLanguage, string]>([
    ['http', 'GET https://graph.microsoft.com/v1.0/users/<user id>/memberOf?$select=id'],
    ['http', "GET https://graph.microsoft.com/v1.0/domains/find(name='<domain>')"],
    [
      'http',
      'POST https://login.microsoftonline.com/<tenant id>/oauth2/v2.0/token\n\nscope=https://graph.microsoft.com/User.Read&x=1',
    ],
    ['shell', 'curl https://enterpriseregistration.windows.net/ -D -'],
  ])('passes in %s: %s', (lang, body) => expect(faults(lang, 'User.Read.All', body)).toEqual([]));

  it.each<[CommandLanguage, string, string, string]>([
    [
      'http',
      'User.Read.All',
      'GET https://graph.microsoft.com/v1.0/users/1/memberof',
      'no known address',
    ],
    [
      'http',
      'User.Read.All',
      'GET https://graph.microsoft.com/beta/users/1/memberOf',
      'no known address',
    ],
    [
      'http',
      'a token',
      'GET https://graph.microsoft.com/v1.0/users/1/memberOf',
      'names no permission',
    ],
    ['http', 'a token', 'GET https://graph.windows.net/me', 'Azure AD Graph is retired'],
    ['shell', 'curl', 'curl https://login.microsoftonline.com/t/oauth2/token', 'v2.0'],
    ['shell', 'a server', 'Start-ADSyncSyncCycle -PolicyType Delta', 'use powershell'],
  ])('fails in %s with %s: %s', (lang, needs, body, message) =>
    expect(faults(lang, needs, body).join()).toContain(message),
  );
});

it('names the line of the file', () => {
  const one = command('kql', 'table SigninLogs', 'SigninLogs\n| where Nothing == 1');
  const written = makeEntry('AADSTS50001', { commands: [one] }, [
    '## Commands',
    '',
    '```kql',
    ...one.code.split('\n'),
    '```',
  ]);
  const [finding] = checkSnippets([written], { known, parseKql });
  expect(finding).toMatchObject({ line: 7, file: written.file });
});

it('knows what nobody has verified', () => {
  expect(known.unverified).toEqual(['Invoke-MgGraphRequest']);
});

it.each([
  ['parameters: All\nmodules: {}\nscopes: {}\naddresses: { "http://x": {} }', 'https'],
  [
    'parameters: All\nmodules: { A: { page: "https://x/", cmdlets: { notacmdlet: } } }\nscopes: {}\naddresses: {}',
    'notacmdlet',
  ],
])('refuses a list that has not the form', (yaml, message) =>
  expect(() => readKnownCommands(yaml)).toThrow(message),
);
