import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

const ID = '31111111-0b1c-4d2e-8f30-a1b2c3d4e5f6';

describe('no sign-in is read', () => {
  it.each([
    [
      'of a log with two results before the address',
      '2026-02-03 10:11:12\tana@contoso.com\tVPN\tSuccess\tSuccess\t203.0.113.4\tPrague, CZ\n2026-02-03 10:12:12\tben@contoso.com\tVPN\tFailure\tSuccess\t203.0.113.4\tPrague, CZ',
    ],
    [
      'of a table of another app, whose users have numbers',
      'userId | ipAddress | errorCode\n--- | --- | ---\n3 | 203.0.113.4 | 50126\n4 | 203.0.113.5 | 12345',
    ],
    [
      'of errors of the network beside a time and a user',
      'createdDateTime,userId,ipAddress,errorCode\n2026-02-03T10:11:12Z,3,203.0.113.4,10054\n2026-02-03T10:12:12Z,4,203.0.113.4,10060',
    ],
    [
      'of the sessions of a web site',
      'sessionId,userAgent,errorCode\na1,Mozilla/5.0,10054\na2,Mozilla/5.0,10060',
    ],
  ])('%s', (_, text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('what stands below a download', () => {
  const head =
    'Date (UTC),Request ID,User,Username,Application,IP address,Status,Sign-in error code,Failure reason';
  const row = `2026-02-03T09:14:55Z,${ID},Ana,ana@contoso.com,Ledger,203.0.113.4,Failure,50126,Invalid`;

  it.each(['Thanks, Ana', '\nCan you look at it, Ben? It is ledger, and again.', 'Any idea?'])(
    'is no row of it: %j',
    (below) => {
      const text = `${head}\n${row}\n${below}`;
      expect(recordsOf('signIn', text)).toMatchObject([{ codes: ['AADSTS50126'], doubts: [] }]);
      expect(factsOf('log', text)).toContain('log.rows=1');
    },
  );

  it('is read as what it is', () => {
    const { records } = readFacts(`${head}\n${row}\nToday I get AADSTS50053, Ben`);
    expect(records.map(({ codes }) => codes)).toEqual([[], ['AADSTS50126'], ['AADSTS50053']]);
  });

  it('may be the rest of a cell, a row that was cut off, and a row behind a stray line', () => {
    const open = row.replace('Invalid', '"Invalid,\nuser name"');
    expect(factsOf('signIn', `${head}\n${open}`)).toContain(
      'signIn.failureReason=Invalid,\nuser name',
    );
    const cut = `${head}\n${row}\n2026-02-03T09:15:00Z,${ID},Ana`;
    expect(factsOf('log', cut)).toContain('log.rows=2 (cut off)');
    expect(recordsOf('signIn', `${head}\n${row}\nsome, words\n${row}`)).toHaveLength(3);
  });
});

describe('a pane in one line', () => {
  const pane = (app: string, code = '53003') =>
    `Status Failure Sign-in error code ${code} User Ana Ortiz Username ana@contoso.com Application ${app} Application ID ${ID} Client app Browser IP address 203.0.113.4`;

  it.each(['Application Proxy', 'Intune Managed Browser', 'User Status Location Board', 'Ledger'])(
    'has the whole name of the app %s',
    (app) => {
      expect(factsOf('signIn', pane(app))).toContain(`signIn.app=${app}`);
    },
  );

  it('has an end where a value stands before the id of the app', () => {
    const text = pane('Ledger').replace('Application ID', 'User type Guest Application ID');
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining(['signIn.app=Ledger', 'signIn.userType=Guest']),
    );
  });

  it('is one sign-in for each of several lines', () => {
    const records = recordsOf('signIn', `${pane('Ledger')}\n${pane('Payroll', '50126')}`);
    expect(records).toMatchObject([
      { codes: ['AADSTS53003'], from: 1, to: 1 },
      { codes: ['AADSTS50126'], from: 2, to: 2 },
    ]);
  });
});

describe('a line of a log behind those of an event', () => {
  const event = [
    '2026-02-03 10:11:12 INFO Source: Microsoft-Windows-AAD',
    '2026-02-03 10:11:12 INFO Event ID: 1098',
    '2026-02-03 10:11:13 ERROR Error: 0xCAA2000C x',
  ].join('\n');

  it('is none of the event where it has another time', () => {
    const { records } = readFacts(`${event}\n2026-02-03 10:11:14 ERROR Backup failed 0x80070005`);
    expect(records.map(({ kind, codes }) => [kind, ...codes])).toEqual([
      ['event', '0xCAA2000C'],
      ['message', '0x80070005'],
    ]);
  });

  it('goes on with it at the same time', () => {
    const text = `${event}\n2026-02-03 10:11:13 INFO Code: interaction_required`;
    expect(factsOf('event', text)).toContain('event.field=interaction_required');
  });
});

describe('rows that somebody wants to see', () => {
  it.each([
    'expect AzureAdJoined : YES, DomainJoined : YES, AzureAdPrt : YES',
    'Soll: AzureAdJoined : YES, DomainJoined : YES, AzureAdPrt : YES',
    'It should have\nAzureAdJoined : YES\nAzureAdPrt : YES',
    'Le poste devrait afficher\nAzureAdJoined : YES\nAzureAdPrt : YES',
  ])('are none of a device: %j', (text) => {
    expect(factsOf('dsregcmd', text)).toEqual([]);
  });

  it.each(["AzureAdJoined = 'YES'\nAzureAdPrt = 'YES'"])('are none of a program: %j', (text) => {
    expect(recordsOf('dsregcmd', text)).toEqual([]);
  });

  it.each([
    'AzureAdJoined : YES, DomainJoined : YES, AzureAdPrt : NO, as expected',
    'Unexpected:\nAzureAdJoined : YES\nAzureAdPrt : NO',
  ])('are some of a device where nobody says so: %j', (text) => {
    expect(factsOf('dsregcmd', text)).toContain('device.azureAdJoined=YES');
  });
});

it('keeps rows apart that two blank lines part, whatever parts label and value', () => {
  const text = 'PC1\nAzureAdPrt\tNO\n\n\nPC2\nDeviceAuthStatus\tSUCCESS\nAzureAdJoined\tYES';
  expect(recordsOf('dsregcmd', text).map(({ facts }) => facts.length)).toEqual([1, 2]);
});

it('takes a password out behind its shortest name', () => {
  const { records, secrets } = readFacts(
    'UserPrincipalName      ana@contoso.com\nResultType             50126\nAppDisplayName         Ledger\nIPAddress              203.0.113.4\nAdditionalDetails      pw: Winter2026!xyz',
  );
  expect(secrets).toMatchObject([{ kind: 'password', line: 5 }]);
  expect(JSON.stringify(records)).not.toContain('Winter2026');
});
