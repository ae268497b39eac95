import { describe, expect, it } from 'vitest';
import { recordsOf } from './reading';

const ROWS = [
  'TimeGenerated [UTC]\tAppDisplayName\tResultType\tIPAddress',
  '11/15/2026, 10:01:33.402 AM\tPayroll\t0\t203.0.113.5',
  '11/15/2026, 9:58:20.010 AM\tPayroll\t50126\t203.0.113.5',
].join('\n');
const PROJECT = '| project TimeGenerated, AppDisplayName, ResultType, IPAddress';

/** The users of the sign-ins, one for each. */
const usersIn = (text: string) =>
  recordsOf('signIn', text).map(
    ({ facts }) => facts.find(({ name }) => name === 'signIn.user')?.value,
  );

describe('what a query filters by', () => {
  it.each([
    [
      'in one line',
      `SigninLogs | where UserPrincipalName =~ "ana@contoso.com" ${PROJECT}\n\n${ROWS}`,
    ],
    [
      'in lines',
      `SigninLogs\n| where TimeGenerated > ago(1d)\n| where UserPrincipalName == 'ana@contoso.com'\n${PROJECT}\n${ROWS}`,
    ],
    [
      'with another condition',
      `SigninLogs | where ResultType != 50140 and UserPrincipalName == "ana@contoso.com" and AppDisplayName == "Payroll"\n\n${ROWS}`,
    ],
    [
      'beside one that leaves something out',
      `SigninLogs | where UserPrincipalName == "ana@contoso.com" | where ResultType != 50140\n\n${ROWS}`,
    ],
    [
      'without case',
      `SigninLogs | where tolower(UserPrincipalName) == "ana@contoso.com"\n\n${ROWS}`,
    ],
  ])('holds for each row %s', (name, text) => {
    const isMixed = name === 'with another condition';
    // A condition with a negation is left as a whole.
    expect(usersIn(text)).toEqual(
      isMixed ? [undefined, undefined] : Array(2).fill('ana@contoso.com'),
    );
  });

  it('holds for the table of a command', () => {
    const text = `PS> Get-MgAuditLogSignIn -Filter "userPrincipalName eq 'ana@contoso.com'" | ft CreatedDateTime, AppDisplayName, IPAddress, ErrorCode

CreatedDateTime      AppDisplayName    IPAddress    ErrorCode
---------------      --------------    ---------    ---------
11/2/2026 11:31:19   Azure Portal      203.0.113.5  50126`;
    expect(usersIn(text)).toEqual(['ana@contoso.com']);
  });

  it('says where it stands', () => {
    const [record] = recordsOf(
      'signIn',
      `SigninLogs\n| where UserPrincipalName == "ana@contoso.com"\n\n${ROWS}`,
    );
    expect(record!.facts.find(({ name }) => name === 'signIn.user')!.source.line).toBe(2);
  });

  it('leaves what a row says', () => {
    const rows = ROWS.replace('AppDisplayName', 'UserPrincipalName').replaceAll(
      'Payroll',
      'bo@contoso.com',
    );
    expect(usersIn(`SigninLogs | where UserPrincipalName == "ana@contoso.com"\n\n${rows}`)).toEqual(
      Array(2).fill('bo@contoso.com'),
    );
  });

  it('is no export by the columns that it names', () => {
    const text = `SigninLogs | where UserPrincipalName == "ana@contoso.com" ${PROJECT}`;
    expect(recordsOf('log', text)).toEqual([]);
  });

  it.each([
    ['or', 'where UserPrincipalName == "ana@contoso.com" or UserPrincipalName == "bo@contoso.com"'],
    ['not', 'where not(UserPrincipalName == "ana@contoso.com")'],
    ['a negation', 'where UserPrincipalName != "ana@contoso.com"'],
    ['a list', 'where UserPrincipalName in ("ana@contoso.com", "bo@contoso.com")'],
    ['a part', 'where UserPrincipalName contains "ana@contoso.com"'],
    ['a name to be filled in', 'where UserPrincipalName == "<user>@contoso.com"'],
    [
      'two users',
      'where UserPrincipalName == "ana@contoso.com" | where UserPrincipalName == "bo@contoso.com"',
    ],
    ['a name that is no address', 'where UserPrincipalName == user'],
  ])('is nothing with %s', (_, clause) => {
    expect(usersIn(`SigninLogs | ${clause}\n\n${ROWS}`)).toEqual([undefined, undefined]);
  });

  it.each([
    [
      'of several tables',
      `union SigninLogs, AADNonInteractiveUserSignInLogs | where UserPrincipalName == "ana@contoso.com"\n\n${ROWS}`,
    ],
    [
      'above a text',
      `SigninLogs | where UserPrincipalName == "ana@contoso.com"\n\nOf another user:\n\n${ROWS}`,
    ],
    ['below the rows', `${ROWS}\n\nSigninLogs | where UserPrincipalName == "ana@contoso.com"`],
    ['in prose', `I looked where "ana@contoso.com" stands\n${ROWS}`],
  ])('is nothing %s', (_, text) => expect(usersIn(text)).toEqual([undefined, undefined]));

  const ANA = 'where UserPrincipalName == "ana@contoso.com"';

  it.each([
    ['in a remark', `SigninLogs\n// | ${ANA}\n| take 10`],
    ['in a remark behind a step', `SigninLogs | where ResultType == 0 // | ${ANA}`],
    [
      'of what another name stands for',
      `let bad = SigninLogs | ${ANA} | distinct IPAddress;\nSigninLogs\n| where IPAddress in (bad)`,
    ],
    [
      'of the query in brackets',
      `SigninLogs\n| where IPAddress in ((SigninLogs | ${ANA} | project IPAddress))`,
    ],
    [
      'of the query in brackets over lines',
      `SigninLogs\n| where IPAddress == toscalar(\n  SigninLogs\n  | ${ANA}\n  | take 1)`,
    ],
    ['of another query above it', `SigninLogs\n| ${ANA}\n\nSigninLogs\n| take 10`],
  ])('is nothing %s', (_, query) => {
    expect(usersIn(`${query}\n\n${ROWS}`)).toEqual([undefined, undefined]);
  });

  it('goes on in the line right above the rows', () => {
    const query = `SigninLogs\n| ${ANA}\n    or UserPrincipalName == "bo@contoso.com"`;
    expect(usersIn(`${query}\n${ROWS}`)).toEqual([undefined, undefined]);
  });

  it('is that of the last query, with its remarks left out', () => {
    const query = `let days = 7d;\nSigninLogs // see https://help.contoso.com\n| ${ANA} // Ana`;
    expect(usersIn(`${query}\n\n${ROWS}`)).toEqual(Array(2).fill('ana@contoso.com'));
  });

  it('is nothing of a command above another one', () => {
    const text = `Get-MgAuditLogSignIn -Filter "userPrincipalName eq 'ana@contoso.com'" | ft
Get-MgAuditLogSignIn -All | ft CreatedDateTime, AppDisplayName, IPAddress, ErrorCode
CreatedDateTime      AppDisplayName    IPAddress    ErrorCode
---------------      --------------    ---------    ---------
11/2/2026 11:31:19   Azure Portal      203.0.113.5  50126`;
    expect(usersIn(text)).toEqual([undefined]);
  });

  it('is nothing for a second table below', () => {
    const text = `SigninLogs | where UserPrincipalName == "ana@contoso.com"\n${ROWS}\n\nand for Bo:\n${ROWS}`;
    expect(usersIn(text)).toEqual(['ana@contoso.com', 'ana@contoso.com', undefined, undefined]);
  });
});
