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
      'of a list with commas that has no request',
      '2026-02-03 10:11:12,ana@contoso.com,VPN,Success,203.0.113.4,"Prague, CZ",Success\n2026-02-03 10:12:12,ben@contoso.com,VPN,Failure,203.0.113.5,"Prague, CZ",Failure',
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
    'What does AzureAdPrt : NO mean when AzureAdJoined : YES?',
    'Was bedeutet AzureAdPrt : NO bei AzureAdJoined : YES?',
    'If AzureAdJoined : YES and AzureAdPrt : NO, sign in again.',
  ])('are none of a device: %j', (text) => {
    expect(factsOf('dsregcmd', text)).toEqual([]);
  });

  it.each(["AzureAdJoined = 'YES'\nAzureAdPrt = 'YES'"])('are none of a program: %j', (text) => {
    expect(recordsOf('dsregcmd', text)).toEqual([]);
  });

  it.each([
    'AzureAdJoined : YES, DomainJoined : YES, AzureAdPrt : NO, as expected',
    'Unexpected:\nAzureAdJoined : YES\nAzureAdPrt : NO',
    'When I run it: AzureAdJoined : YES, DomainJoined : YES, AzureAdPrt : NO',
    'Why is AzureAdPrt : NO here? AzureAdJoined : YES, DomainJoined : YES',
  ])('are some of a device where nobody says so: %j', (text) => {
    expect(factsOf('dsregcmd', text)).toContain('device.azureAdJoined=YES');
  });
});

it('keeps rows apart that two blank lines part, whatever parts label and value', () => {
  const text = 'PC1\nAzureAdPrt\tNO\n\n\nPC2\nDeviceAuthStatus\tSUCCESS\nAzureAdJoined\tYES';
  expect(recordsOf('dsregcmd', text).map(({ facts }) => facts.length)).toEqual([1, 2]);
});

it.each([
  "az login --service-principal -u app -p 'Winter2026!xyz' fails with AADSTS7000222",
  'curl -u app:Winter2026!xyz https://contoso.com says AADSTS7000222',
  'ConvertTo-SecureString "Winter2026!xyz" -AsPlainText -Force: AADSTS7000222',
  'ConvertTo-SecureString -AsPlainText -Force -String "Other Winter2026!xyz": AADSTS7000222',
  '"Winter2026!xyz" | ConvertTo-SecureString -AsPlainText -Force: AADSTS7000222',
  'curl -u "app:Other Winter2026!xyz" https://contoso.com says AADSTS7000222',
  "docker login contoso.azurecr.io -u app -p 'Other Winter2026!xyz': AADSTS7000222",
])('takes a password out of the command %j', (text) => {
  const { records, secrets } = readFacts(text);
  expect(secrets).toMatchObject([{ kind: 'password', line: 1 }]);
  expect(records).toHaveLength(1);
  expect(JSON.stringify(records)).not.toContain('Winter2026');
});

it('leaves what names the place of a password in a command', () => {
  const { secrets } = readFacts('az login -u app -p $env:SECRET --tenant contoso.com');
  expect(secrets).toEqual([]);
});

it('takes a password out behind its shortest name', () => {
  const { records, secrets } = readFacts(
    'UserPrincipalName      ana@contoso.com\nResultType             50126\nAppDisplayName         Ledger\nIPAddress              203.0.113.4\nAdditionalDetails      pw: Winter2026!xyz',
  );
  expect(secrets).toMatchObject([{ kind: 'password', line: 5 }]);
  expect(JSON.stringify(records)).not.toContain('Winter2026');
});

describe('JSON that ends in the middle', () => {
  const whole = `{\n  "appId": "${ID}",\n  "userPrincipalName": "ana@contoso.com",\n  "status": {\n    "failureReason": "x",\n    "errorCode": 50012`;

  it.each([whole, whole.replace(/\s+/g, ' '), `${whole}...`, '"error_codes": [50126, 50012'])(
    'has no code that may be the beginning of another one: %j',
    (text) => {
      const codes = readFacts(text).records.flatMap((record) => record.codes);
      expect(codes).not.toContain('AADSTS50012');
    },
  );

  it.each([`${whole}\n`, `${whole},`, '"errorCode": 50012', `${whole}7\n}`])(
    'has one that shows its end: %j',
    (text) => {
      const codes = readFacts(text).records.flatMap((record) => record.codes);
      expect(codes.join()).toMatch(/^AADSTS50012/);
    },
  );

  it('and lacks its beginning is one sign-in, whose empty values say nothing', () => {
    const [signIn, ...others] = recordsOf(
      'signIn',
      '      "userPrincipalName": "ana@contoso.com",\n      "appDisplayName": "Ledger",\n      "conditionalAccessStatus": "notApplied",\n      "status": {\n        "errorCode": 500213,\n        "additionalDetails": null\n      },\n      "deviceDetail": {\n        "browser": "Edge",\n        "isCompliant": null,\n        "isMana',
    );
    expect(others).toEqual([]);
    expect(signIn).toMatchObject({ codes: ['AADSTS500213'], doubts: ['cut off'] });
    const names = signIn!.facts.map(({ name }) => name);
    expect(names).not.toContain('signIn.isCompliant');
    expect(names).not.toContain('signIn.additionalDetails');
  });
});

describe('two lists of one sign-in that PowerShell prints behind both commands', () => {
  const signIn = (user: string) =>
    `CreatedDateTime   : 05.11.2026 13:20:08\nUserPrincipalName : ${user}\nAppDisplayName    : Ledger\nCorrelationId     : ${ID}\nStatus            : Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus\n`;
  const status = (code: string) =>
    `AdditionalDetails    :\nErrorCode            : ${code}\nFailureReason        : Reason of ${code}.\nAdditionalProperties : {}\n`;

  it('are one record each, in their order', () => {
    const text = [
      'PS C:\\> $s | fl',
      'PS C:\\> $s.Status | fl',
      '',
      signIn('ana@contoso.com'),
      signIn('ben@contoso.com'),
      '',
      status('50126'),
      status('0'),
    ].join('\n');
    const read = recordsOf('signIn', text).map(({ codes, facts }) => [
      facts.find(({ name }) => name === 'signIn.user')?.value,
      ...codes,
    ]);
    expect(read).toEqual([['ana@contoso.com', 'AADSTS50126'], ['ben@contoso.com']]);
  });

  it('are not joined where there are more of one than of the other', () => {
    const text = `${signIn('ana@contoso.com')}\n${status('50126')}\n${status('53003')}`;
    expect(recordsOf('signIn', text).flatMap(({ codes }) => codes)).toEqual(['AADSTS50126']);
  });
});

describe('parameters that a command is given apart', () => {
  const URL = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';

  it.each([
    `curl -X POST ${URL} \\\n  -d client_id=${ID} \\\n  -d grant_type=refresh_token \\\n  -d scope=User.Read`,
    `curl -d grant_type=refresh_token -d client_id=${ID} -d scope=User.Read ${URL}`,
    `curl ${URL} --data-urlencode client_id=${ID} --data-urlencode "grant_type=refresh_token" --data 'scope=User.Read'`,
    `http --form POST ${URL} client_id=${ID} grant_type=refresh_token scope=User.Read`,
  ])('are those of one request: %j', (text) => {
    expect(recordsOf('request', text)).toHaveLength(1);
    const facts = factsOf('request', text);
    expect(facts).toEqual(
      expect.arrayContaining([`request.clientId=${ID}`, 'request.scope=User.Read']),
    );
    expect(facts).not.toContain('request.missing=client_id');
  });

  it('are those of two where a line parts them', () => {
    const text = `grant_type=refresh_token&client_id=${ID}\nwas refused, then\ngrant_type=client_credentials&scope=x`;
    expect(recordsOf('request', text)).toHaveLength(2);
  });
});

describe('a row of the list with columns that were added', () => {
  const row = `10/21/2026, 6:41:55 AM\n${ID}\nIrina Popescu\nLedger\nFailure\n203.0.113.140\nBucharest, Bucuresti, RO\nNot Applied\nSingle-factor authentication\n50105`;

  it.each([row, row.replaceAll('\n', '\t'), row.replaceAll('\n', '   ')])(
    'names user and app by their places: %j',
    (text) => {
      expect(factsOf('signIn', text)).toEqual(
        expect.arrayContaining([
          'signIn.userDisplayName=Irina Popescu',
          'signIn.app=Ledger',
          'signIn.errorCode=AADSTS50105',
        ]),
      );
    },
  );

  it('does not where one stands between', () => {
    const text = row.replace('\nNot Applied', '\nBrowser\nNot Applied');
    expect(factsOf('signIn', text).join()).not.toContain('Ledger');
  });
});

describe('the tab of Conditional Access alone', () => {
  it.each([
    [
      'pipes',
      'Policy Name | Grant Controls | Session Controls | Result\nMFA for all | Require MFA | | Success\nOwn devices | Require compliant device | | Failure',
    ],
    [
      'tabs',
      'Policy Name\tGrant Controls\tSession Controls\tResult\nMFA for all\tRequire MFA\t\tSuccess\nOwn devices\tRequire compliant device\t\tFailure',
    ],
    [
      'Markdown',
      '| Policy Name | Grant Controls | Result |\n|---|---|---|\n| MFA for all | Require MFA | Success |\n| Own devices | Require compliant device | Failure |',
    ],
    [
      'line ends',
      'Policy Name\nGrant Controls\nResult\nMFA for all\nRequire MFA\nSuccess\nOwn devices\nRequire compliant device\nFailure\nWhy?',
    ],
    [
      'German heads',
      'Richtlinienname;Gewährungssteuerelemente;Ergebnis\nMFA for all;Require MFA;Erfolg\nOwn devices;Require compliant device;Fehler',
    ],
  ])('says which policy refused, with its cells parted by %s', (_, text) => {
    const facts = factsOf('signIn', `Conditional Access   Report-only\n\n${text}`);
    expect(facts).toEqual(
      expect.arrayContaining([
        'signIn.failedPolicy=Own devices',
        'signIn.failedControl=Require compliant device',
      ]),
    );
    expect(facts.filter((one) => one.startsWith('signIn.failedPolicy='))).toHaveLength(1);
  });

  it('asks for nothing certain where an empty cell was lost', () => {
    const text =
      'Policy Name\nGrant Controls\nSession Controls\nResult\nOften\nSign-in frequency\nFailure';
    const facts = factsOf('signIn', text);
    expect(facts).toContain('signIn.failedPolicy=Often');
    expect(facts.join()).not.toContain('frequency');
  });

  it('refused nothing where it is that of policies without effect', () => {
    const text = 'Report-only\nPolicy Name\tGrant Controls\tResult\nOwn devices\tBlock\tFailure';
    expect(factsOf('signIn', text)).not.toContain('signIn.failedPolicy=Own devices');
  });

  it.each([
    'Policy Name,Source,Destination,Result\nWeb,any,any,Failure',
    'Policy Name\tSetting\tResult\nPassword\t12\tSuccess',
  ])('is none of another product: %j', (text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('the tab of the device alone', () => {
  const LABELS = ['Device ID', 'Browser', 'Operating System', 'Compliant', 'Managed', 'Join Type'];
  const tab = (values: string[], sign: string) =>
    LABELS.map((label, at) => `${label}${sign}${values[at]}`).join('\n');
  const BARE = ['-', 'Edge 142.0.0', 'Windows10', '-', '-', '-'];

  it.each([
    tab(BARE, '\t'),
    tab(BARE, ': '),
    tab(BARE, '\n'),
    tab(['–', ...BARE.slice(1)], '\t'),
    tab(BARE, ' ').replaceAll('\n', ' '),
    'Device ID\nBrowser\nEdge 142.0.0\nOperating System\nWindows10\nCompliant\nManaged\nJoin Type',
  ])('is read where most of its rows are empty: %j', (text) => {
    const facts = factsOf('signIn', text);
    expect(facts).toEqual(
      expect.arrayContaining([
        'signIn.deviceId=',
        'signIn.browser=Edge 142.0.0',
        'signIn.operatingSystem=Windows10',
      ]),
    );
    expect(facts.join()).not.toMatch(/isCompliant|isManaged|=[-–]/);
  });

  it('is read in one line', () => {
    const values = [ID, 'Edge 142.0.0', 'Windows10', 'No', 'Yes', 'Microsoft Entra hybrid joined'];
    expect(factsOf('signIn', tab(values, ' ').replaceAll('\n', ' '))).toEqual(
      expect.arrayContaining([
        `signIn.deviceId=${ID}`,
        'signIn.isCompliant=NO',
        'signIn.isManaged=YES',
        'signIn.trustType=hybrid joined',
      ]),
    );
  });

  it.each([
    'Device ID: 4711\nBrowser: Chrome\nOperating System: MacOs\nLocation: HQ',
    'Compliant: No\nManaged: Yes\nOwner: Ana\nSerial number: 4711',
    tab(['-', '-', '-', '-', '-', '-'], '\t'),
  ])('is none of another list: %j', (text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('an event as somebody notes it', () => {
  it.each([
    'Ereignisanzeige (AAD/Betriebsbereit):\n  Fehler 1098, 0xCAA2000C The request requires user interaction.',
    'Event log Microsoft-Windows-AAD/Operational:\n - Error 1098: 0xCAA2000C x',
    "Observateur d'événements, AAD/Opérationnel\nErreur 1098 : 0xCAA2000C x",
    'Event Viewer (AAD/Operational): Error 1098, 0xCAA2000C x',
  ])('is read below the name of its log: %j', (text) => {
    expect(factsOf('event', text)).toContain('event.code=EVENT1098-AAD');
    expect(recordsOf('event', text)).toMatchObject([{ codes: ['0xCAA2000C'] }]);
  });

  it.each([
    'Event Viewer, Application log\nError 1098, 0x80070005 backup failed',
    'Event Viewer (AAD/Operational) is empty.\nEvent Viewer, Application:\nError 1098, 0x80070005 x',
    'The event log of AAD shows nothing but error 500 0x80070005 in Outlook.',
    'Event Viewer (AAD/Operational):\nError 1098, see above',
  ])('is none of another log, and none without a message: %j', (text) => {
    expect(factsOf('event', text).join()).not.toContain('-AAD');
  });
});

it('takes a password out of a command that goes on in the next lines', () => {
  const { secrets } = readFacts(
    'az login --service-principal \\\n  -u app \\\n  -p Winter2026!xyz',
  );
  expect(secrets).toMatchObject([{ kind: 'password', line: 3 }]);
});

it('reads no list of another product as the sign-in log', () => {
  const text =
    'Date,Request ID,User,Status,IP address,Action\n2026-05-17 10:00,77812,ana@contoso.com,Failed,203.0.113.7,login\n2026-05-17 10:01,77813,ana@contoso.com,Success,203.0.113.7,login';
  expect(recordsOf('signIn', text)).toEqual([]);
});

it.each([
  'POST /v1.0/oauth2/token?api-version=2 HTTP/1.1',
  'GET /common/oauth2/authorize?client_id=1 HTTP/1.1\nAccept: */*\nHost: login.example.com',
])('reads no request to another service: %j', (text) =>
  expect(factsOf('request', text).filter((fact) => fact.startsWith('request.endpoint'))).toEqual(
    [],
  ),
);
