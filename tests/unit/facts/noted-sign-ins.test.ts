import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf } from './reading';

const signIns = (text: string) => factsOf('signIn', text);
const ID = '7d0f2b2e-51b9-4f0c-9c39-7a1f3a2f9b11';

describe('a sign-in that somebody noted in a line', () => {
  it.each([
    'Error 53003, ola.berg@contoso.com, app "Contoso Wiki", Client app: Browser',
    'User ola.berg@contoso.com / App Contoso Wiki / Status Failure / Sign-in error code 53003 / Client app Browser',
    '2) 11/20/2026, 9:00:02 AM  Failure 53003  App: Contoso Wiki  user: ola.berg@contoso.com  Client app: Browser',
    'Benutzer: ola.berg@contoso.com; Anwendung: Contoso Wiki; Fehler 53003; Client-App: Browser',
    '- Application: Contoso Wiki · User: ola.berg@contoso.com · Result: Failure (53003) · Client app: Browser',
    'Basic info: Sign-in error code 53003, user: ola.berg@contoso.com, app: Contoso Wiki, client: Browser',
  ])('is read piece by piece: %s', (text) => {
    const found = signIns(text);
    expect(found).toContain('signIn.errorCode=AADSTS53003');
    expect(found).toContain('signIn.user=ola.berg@contoso.com');
    expect(found).toContain('signIn.app=Contoso Wiki');
    expect(found).toContain('signIn.clientApp=Browser');
  });

  it('has the success beside it, the reason and the id that both share', () => {
    const text = `Two attempts, same correlation ID ${ID}:\n\n1) 11/20/2026, 9:00:02 AM  Failure 50125  Sign-in was interrupted due to a password reset.  App: Ledger  user: ola.berg@contoso.com\n2) 11/20/2026, 9:00:42 AM  Success 0  App: Ledger  user: ola.berg@contoso.com`;
    const { records } = readFacts(text);
    expect(records.map(({ codes }) => codes)).toEqual([['AADSTS50125'], []]);
    for (const { facts } of records)
      expect(facts.find(({ name }) => name === 'signIn.correlationId')?.value).toBe(ID);
    expect(signIns(text)).toContain(
      'signIn.failureReason=Sign-in was interrupted due to a password reset.',
    );
  });

  it('has the ids of its own line', () => {
    const own = `Error 53003, ola.berg@contoso.com, app: Wiki, Correlation ID: ${ID}, Reason`;
    expect(signIns(own)).toContain(`signIn.correlationId=${ID}`);
    const other = `Bea (bea@contoso.com) has the same correlation ID ${ID}\n\nError 53003, ola.berg@contoso.com, app: Wiki`;
    expect(signIns(other)).toContain('signIn.errorCode=AADSTS53003');
    expect(signIns(other).join()).not.toContain(ID);
  });

  it('has its ids and its reason in the lines right below it', () => {
    const text = `Error 53003, ola.berg@contoso.com, app: Wiki\nFailure reason Access has been blocked.\nCorrelation ID: ${ID}\nTimestamp: 2026-11-20T07:58:12Z\n\nClient app: Browser`;
    const found = signIns(text);
    expect(found).toContain(`signIn.correlationId=${ID}`);
    expect(found).toContain('signIn.failureReason=Access has been blocked.');
    expect(found.join()).toContain('signIn.time=2026-11-20');
    expect(found.join()).not.toContain('signIn.clientApp');
  });

  it('has the first id alone where two stand below it', () => {
    const other = ID.replace('7d0f', '8e1a');
    const found = signIns(
      `Error 53003, ola.berg@contoso.com, app: Wiki\nCorrelation ID: ${ID}\nCorrelation ID: ${other}`,
    );
    expect(found).toContain(`signIn.correlationId=${ID}`);
    expect(found.join()).not.toContain(other);
  });

  it.each([
    'AnyConnect VPN, Error 53003, ola.berg@contoso.com, app: Wiki',
    'Error 53003, ola.berg@contoso.com, app: Wiki, as it was before, and so on',
  ])('is none of another product, or in prose: %s', (text) =>
    expect(signIns(text).join()).not.toContain('signIn.errorCode'),
  );

  it('has the user and the address of the alert above it', () => {
    const alert = (assets: string) =>
      `Microsoft Defender XDR\nAlert: Password spray\nImpacted assets: ${assets}\n IP 203.0.113.222  Verdict: Suspicious\n Sign-in 19 Nov 2026 02:17:44  Result: Failure (50053)  App: Contoso Wiki  User agent: fasthttp`;
    expect(signIns(alert('ola.berg@contoso.com'))).toEqual(
      expect.arrayContaining([
        'signIn.user=ola.berg@contoso.com',
        'signIn.ipAddress=203.0.113.222',
        'signIn.errorCode=AADSTS50053',
      ]),
    );
    const two = signIns(alert('ola.berg@contoso.com, bea@contoso.com')).join();
    expect(two).toContain('AADSTS50053');
    expect(two).not.toContain('signIn.user=');
  });

  it.each([
    ['another product', 'Okta: error 50126, App: Contoso Wiki, user: ola.berg@contoso.com'],
    ['an order', 'Order 50126, account: ola.berg@contoso.com, app: Shop, Status: Failure'],
    ['a wish', 'Expected: Failure 50126, App: Contoso Wiki, user: ola.berg@contoso.com'],
    ['a verb', 'App Startet nicht, error 50126, user: ola.berg@contoso.com'],
    ['two users', 'user: ola.berg@contoso.com, user: bea@contoso.com, app: Wiki, error 50105'],
    ['a success alone', 'Success 0  App: Contoso Wiki  user: ola.berg@contoso.com'],
    ['nobody', 'Failure 50126, App: Contoso Wiki, Client app: Browser'],
    ['a number of no range', 'Failure 12345, App: Contoso Wiki, user: ola.berg@contoso.com'],
  ])('is none of %s: %s', (_, text) => expect(signIns(text)).toEqual([]));

  it('leaves a line with another code to the message', () =>
    expect(
      readFacts('Error 53003, 0xCAA20003, user: ola.berg@contoso.com, app: Wiki').records[0]!.codes,
    ).toContain('0xCAA20003'));

  it('is read in linear time', () => {
    const line = 'Success 0  App: Contoso Wiki  user: ola.berg@contoso.com\n';
    const timeOf = (count: number) => {
      const start = performance.now();
      readFacts(line.repeat(count));
      return performance.now() - start;
    };
    timeOf(500);
    expect(timeOf(8000)).toBeLessThan(Math.max(400, timeOf(2000) * 12));
  });
});

describe('what stands in place of a value', () => {
  it.each(['[REDACTED]', '<removed>', 'xxx.xxx.xxx.xxx', '████-████', '***', 'entfernt'])(
    'is none: %s',
    (mask) => {
      const text = `User principal name: ${mask}\nApplication: ${mask}\nSign-in error code: 50173\nClient app: Browser\nIs interactive: No\nStatus: Failure`;
      const found = signIns(text);
      expect(found).toContain('signIn.errorCode=AADSTS50173');
      expect(found.join()).not.toMatch(/signIn\.(?:user|app)=/);
    },
  );

  it('leaves a value with a mask in it', () =>
    expect(
      signIns(
        'Username: xxx@contoso.com\nApplication: [Test] Wiki\nSign-in error code: 50173\nClient app: Browser\nStatus: Failure',
      ),
    ).toEqual(expect.arrayContaining(['signIn.user=xxx@contoso.com', 'signIn.app=[Test] Wiki'])));
});

describe('a value in brackets', () => {
  it.each([
    ['Request ID', 'signIn.requestId', '{5a1f3c77-0b6e-4d52-9a8e-3e1b7c9d0400}'],
    ['IP address', 'signIn.ipAddress', '[203.0.113.7]'],
    ['Username', 'signIn.user', '[user@contoso.com]'],
  ])('is left: %s', (label, name, value) =>
    expect(
      signIns(
        `${label}: ${value}\nApplication: Wiki\nSign-in error code: 50173\nClient app: Browser\nStatus: Failure`,
      ),
    ).toContain(`${name}=${value}`),
  );
});

describe('columns to which a command gave names of their own', () => {
  const command = `PS C:\\> $s | Select-Object UserPrincipalName,AppDisplayName,@{n='nr';e={$_.Status.ErrorCode}},@{Label="warum"; Expression={$_.Status.FailureReason}},IPAddress`;

  it('are those of the log, in JSON and in a list', () => {
    const json = `${command} | ConvertTo-Json\n{"UserPrincipalName":"ola.berg@contoso.com","AppDisplayName":"Wiki","nr":50034,"warum":"It does not exist.","IPAddress":"203.0.113.30"}`;
    const list = `${command} | fl\n\nUserPrincipalName : ola.berg@contoso.com\nAppDisplayName    : Wiki\nnr                : 50034\nwarum             : It does not exist.\nIPAddress         : 203.0.113.30`;
    for (const text of [json, list])
      expect(signIns(text)).toEqual(
        expect.arrayContaining([
          'signIn.errorCode=AADSTS50034',
          'signIn.failureReason=It does not exist.',
        ]),
      );
  });

  it('and nothing of another command, nor another member', () => {
    const row = '{"UserPrincipalName":"ola.berg@contoso.com","AppDisplayName":"Wiki","nr":50034}';
    expect(readFacts(`${command} | fl\nPS C:\\> $x | ConvertTo-Json\n${row}`).records).toEqual([]);
    const other = `PS C:\\> $p | select @{n='nr';e={$_.ExitCode}} | ConvertTo-Json\n${row}`;
    expect(readFacts(other).records).toEqual([]);
    const twoMeanings = `PS C:\\> $a | select @{n='nr';e={$_.AppId}}\n${command} | ConvertTo-Json\n${row}`;
    expect(signIns(twoMeanings).join()).not.toContain('AADSTS50034');
  });
});

describe('the list of policies with a column for the state', () => {
  it('has its results there', () =>
    expect(
      signIns(
        'Nom de la stratégie\tÉtat\tContrôles d’octroi\nCA012 - Pays\tÉchec\tBloquer\nCA001 - MFA\tNon appliquée\t',
      ),
    ).toContain('signIn.failedPolicy=CA012 - Pays'));

  it('is none of a list of all policies', () =>
    expect(
      signIns('Policy name\tState\tGrant controls\nCA01\tOn\tBlock access\nCA02\tOff\tRequire MFA'),
    ).toEqual([]));
});

describe('labels of exports in other languages', () => {
  it('name the code in German, and a device in Japanese', () => {
    const csv =
      'Datum (UTC);Anforderungs-ID;Benutzername;Anwendung;IP-Adresse;Status;Fehlercode bei der Anmeldung\n19.11.2026 12:45;7d0f2b2e-51b9-4f0c-9c39-7a1f3a2f9b11;ola.berg@contoso.com;Wiki;203.0.113.88;Fehler;50020';
    expect(signIns(csv)).toContain('signIn.errorCode=AADSTS50020');
    const pane =
      '要求 ID\t7d0f2b2e-51b9-4f0c-9c39-7a1f3a2f9b11\nサインイン エラー コード\t53000\nユーザー名\tken@contoso.com\n準拠している\tいいえ\nマネージド\tはい';
    expect(signIns(pane)).toContain('signIn.isCompliant=NO');
  });
});

describe('the pane of one policy of a sign-in', () => {
  const pane = (state: string, result: string) =>
    `Policy details\nCA07 Finance\nPolicy state\n${state}\nResult\n${result}\nAssignments\nUser\n Bea Lind   Matched\nAccess controls\nGrant controls\nNot satisfied\n Require compliant device\nSession controls\nNone`;

  it('says which policy failed and what it asks for', () =>
    expect(signIns(pane('Enabled', 'Failure'))).toEqual(
      expect.arrayContaining([
        'signIn.failedPolicy=CA07 Finance',
        'signIn.failedControl=Require compliant device',
      ]),
    ));

  it.each([
    ['a policy that is report-only', pane('Report-only', 'Failure')],
    ['one that was satisfied', pane('Enabled', 'Success')],
    ['one of another product', pane('Enabled', 'Compiled')],
    ['a text', 'Policy details\nSee the wiki.\nResult\nFailure'],
  ])('tells no failure of %s', (_, text) =>
    expect(signIns(text).join()).not.toContain('signIn.failedPolicy'),
  );

  it('is none of another product, whatever its result', () =>
    expect(signIns(pane('Enabled', 'Compiled'))).toEqual([]));

  it('leaves what stands below it, where its last row was not copied', () => {
    const text =
      'Policy details\nCA07 Finance\nPolicy state: Enabled\nResult: Failure\n\nThe user got this:\nAADSTS53003: Access has been blocked. Trace ID: 5a1f3c77-0b6e-4d52-9a8e-3e1b7c9d0400';
    expect(signIns(text)).toContain('signIn.failedPolicy=CA07 Finance');
    expect(readFacts(text).records.flatMap(({ codes }) => codes ?? [])).toEqual(['AADSTS53003']);
  });
});
