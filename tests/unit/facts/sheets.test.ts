import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const CORRELATION = '4f1d22a0-9c3b-4e57-8a61-0b2c3d4e5f60';
const ROWS: readonly (readonly [string, string])[] = [
  ['Datum (UTC)', '2026-11-03T08:12:44Z'],
  ['Korrelations-ID', CORRELATION],
  ['Benutzername', 'mia@contoso.com'],
  ['Anwendung', 'Ledger Web'],
  ['Status', 'Fehler'],
  ['Anmeldefehlercode', '50126'],
  ['IP-Adresse', '203.0.113.9'],
  ['Konform', ''],
];
const READ = [
  'signIn.errorCode=AADSTS50126',
  'signIn.user=mia@contoso.com',
  'signIn.app=Ledger Web',
  'signIn.ipAddress=203.0.113.9',
  `signIn.correlationId=${CORRELATION}`,
];
const numbered = (sign: string, from: number) =>
  ROWS.map((row, at) => [at + from, ...row].join(sign)).join('\n');

describe('a sign-in in a sheet', () => {
  it.each([
    ['the letters and numbers of its edges', `\tA\tB\n${numbered('\t', 1)}`],
    ['numbers from another row on', `\tA\tB\tC\n${numbered('\t', 14)}`],
    [
      'edges in Markdown',
      `|   | A | B |\n|---|---|---|\n${ROWS.map((row, at) => `| ${[at + 1, ...row].join(' | ')} |`).join('\n')}`,
    ],
    ['semicolons', ROWS.map((row) => row.join(';')).join('\n')],
    ['commas and quotes', ROWS.map(([label, value]) => `"${label}","${value}"`).join('\n')],
    [
      'quotes around cells, one of which has two lines',
      `${ROWS.map(([label, value]) => `${label}\t"${value}"`).join('\n')}\nFehlerursache\t"Invalid\nname or password."`,
    ],
  ])('is read with %s', (_, text) => {
    expect(recordsOf('signIn', text)).toHaveLength(1);
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(READ));
    expect(factsOf('signIn', text)).not.toContainEqual(expect.stringContaining('isCompliant'));
  });

  it('keeps the text of a cell of two lines whole', () => {
    const text = `Username;mia@contoso.com\nApplication;Ledger\nSign-in error code;50126\nIP address;203.0.113.9\nFailure reason;"Invalid name\nor password."`;
    expect(factsOf('signIn', text)).toContain('signIn.failureReason=Invalid name or password.');
  });

  it('keeps the quotes of an object in a cell', () => {
    const text =
      'UserPrincipalName\tmia@contoso.com\nAppDisplayName\tLedger\nResultType\t50126\nIPAddress\t203.0.113.9\nDeviceDetail\t{"deviceId":"","operatingSystem":"Ios 17.6","browser":"Mail 9"}\nType\tSigninLogs';
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining([
        'signIn.errorCode=AADSTS50126',
        'signIn.operatingSystem=Ios 17.6',
        'signIn.browser=Mail 9',
      ]),
    );
  });

  it.each([',', ';'])('is read where each row was saved as one cell, with %j', (sign) => {
    const table = [
      ['Date (UTC)', 'Username', 'Application', 'Sign-in error code', 'IP address'],
      ['2026-11-03T08:12:44Z', 'mia@contoso.com', 'Ledger Web', '50126', '203.0.113.9'],
      ['2026-11-03T08:13:44Z', 'ben@contoso.com', 'Wiki', '50053', '203.0.113.7'],
    ];
    const rows = table.map(
      ([first, ...cells]) => `"${first}${cells.map((cell) => `${sign}""${cell}""`).join('')}"`,
    );
    const text = `opens strangely:\n${rows.join('\n')}`;
    expect(recordsOf('signIn', text)).toHaveLength(2);
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(READ.slice(0, 4)));
  });

  it('is none of two that stand beside each other, whose cells no row keeps apart', () => {
    const text =
      'Username;mia@contoso.com;ben@contoso.com\nApplication;Ledger;Wiki\nSign-in error code;50126;50053\nIP address;203.0.113.9;203.0.113.7';
    expect(factsOf('signIn', text).join()).not.toMatch(/mia@contoso.com; ben|Ledger; Wiki/);
  });

  it.each([
    '\tA\tB\n1\tName\tMia\n2\tAge\t31\n3\tError\t50126',
    'Application, user and address are missing\nStatus, as ever\nLocation, too\nUsername; none\nSign-in error code, please',
  ])('is none in %j', (text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('a table whose headings a console broke', () => {
  const table = [
    'CreatedDateTime     UserPrincipalName AppDisplayName IPAddress   ErrorCode ConditionalAcces',
    `${' '.repeat(75)}sStatus`,
    '---------------     ----------------- -------------- ---------   --------- ----------------',
    '03/11/2026 08:00:41 mia@contoso.com   Ledger Web     203.0.113.9     50126 notApplied',
    '03/11/2026 07:58:02 ben@contoso.com   Ledger Web     203.0.113.8         0 success',
  ].join('\n');

  it('is read with the whole headings, each row for itself', () => {
    expect(recordsOf('signIn', table).map(({ codes }) => codes)).toEqual([['AADSTS50126'], []]);
    expect(factsOf('signIn', table)).toEqual(
      expect.arrayContaining([
        'signIn.user=mia@contoso.com',
        'signIn.conditionalAccess=notApplied',
        'signIn.conditionalAccess=success',
      ]),
    );
  });

  it('keeps a number apart that ends right before the dashes of the next column', () => {
    const text = [
      'CreatedDateTime     ClientAppUsed IPAddress      Err Reason',
      '---------------     ------------- ---------      --- ------',
      '13.11.2026 06:12:44 IMAP4         203.0.113.181 50126 Error validating credentials due to inv…',
    ].join('\n');
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining(['signIn.errorCode=AADSTS50126', 'signIn.ipAddress=203.0.113.181']),
    );
  });

  it('is none of another kind', () => {
    expect(recordsOf('signIn', 'Name  Prici\n      ng\n----  -----\nMia   50126')).toEqual([]);
  });
});

describe('the tab of the device in a picture', () => {
  const tab =
    'Device ID          9d1f4c2b-6e5a-4b3c-8d7e-1f2a3b4c5d6e\nBrowser            Edge 140\nOperating System   Windows11\nCompliant          No\nManaged            Yes\nJoin Type          Microsoft Entra joined';

  it('is read by the blanks behind its labels', () => {
    expect(factsOf('signIn', tab)).toEqual(
      expect.arrayContaining([
        'signIn.isCompliant=NO',
        'signIn.isManaged=YES',
        'signIn.trustType=joined',
        'signIn.operatingSystem=Windows11',
      ]),
    );
  });

  it.each([
    'Username  mia@contoso.com  ben@contoso.com\nSign-in error code  50126  50053\nApplication  Ledger  Wiki\nIP address  203.0.113.1  203.0.113.2',
    'User  Mia Berg  Application  Ledger\nStatus  Failure  IP address  203.0.113.9\nSign-in error code  50126  Username  mia@contoso.com',
  ])('takes no value from two columns: %j', (text) => {
    expect(factsOf('signIn', text).join('\n')).not.toMatch(/ {2}/);
  });

  it('is none without its rows', () => {
    expect(
      recordsOf('signIn', 'Browser     Edge 140\nManaged     by Mia\nCompliant   soon'),
    ).toEqual([]);
  });
});

describe('the page My sign-ins', () => {
  const entry = (ended: string, place: string, address: string) =>
    `Today at 7:20:15 AM\n${place}\n${ended}\nOperating System\nWindows10\nBrowser\nEdge\nIP\n${address}\nApp\nLedger\nAccount\nmia@contoso.com`;

  it('is read entry by entry, without a code', () => {
    const page = `My Sign-Ins\n\n${entry('Successful sign-in', 'Porto, PT', '203.0.113.7')}\n\n${entry('Unsuccessful sign-in', 'Lille, FR', '203.0.113.8')}\nThis wasn't me`;
    const read = recordsOf('signIn', page).map(({ codes, facts }) => [
      ...codes,
      ...facts.map(({ value }) => value),
    ]);
    const shared = ['Windows10', 'Edge'];
    expect(read).toEqual([
      ['Success', 'Porto, PT', ...shared, '203.0.113.7', 'Ledger', 'mia@contoso.com'],
      ['Failure', 'Lille, FR', ...shared, '203.0.113.8', 'Ledger', 'mia@contoso.com'],
    ]);
  });

  it.each([
    'Your sign-in was successful\nBrowser: Edge\nIP: 203.0.113.9',
    'Successful sign-in\nDevice: Pixel\nIP: 203.0.113.9\nService: Mail',
    'Unsuccessful sign-in\nIP: 203.0.113.9\nApp: Mail',
  ])('is none in %j', (text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('a record in JSON that was cut off at both ends', () => {
  const part =
    'icyType":null},"userPrincipalName":"mia@contoso.com","appDisplayName":"Ledger","ipAddress":"203.0.113.9","status":{"errorCode":50126,"failureReason":"Invalid."},"deviceDetail":{"deviceId":"","browser":"","isCompliant":false},"location":{"city":"Porto","geoCoor';

  it('is read as the rest of a sign-in', () => {
    expect(recordsOf('signIn', part)).toMatchObject([
      { codes: ['AADSTS50126'], doubts: ['cut off'] },
    ]);
    expect(factsOf('signIn', part)).toEqual(
      expect.arrayContaining([
        'signIn.user=mia@contoso.com',
        'signIn.isCompliant=NO',
        'signIn.location=Porto',
      ]),
    );
  });

  it('is none of another record', () => {
    expect(
      recordsOf('signIn', 'kind":1},"user":"mia@contoso.com","status":{"errorCode":50126},"ho'),
    ).toEqual([]);
  });
});

describe('members of a record in JSON, in one line of a conversation', () => {
  const members =
    '"status": { "errorCode": 50158, "failureReason": "External challenge." }, "userPrincipalName": "mia@contoso.com", "clientAppUsed": "Browser", "appDisplayName": "Ledger", "ipAddress": "203.0.113.9"';
  const said = (line: string) =>
    `[09:12] Mia Kerr\nwhat is this?\n${line}\n[09:13] Jon Ode\nno idea`;

  it.each([
    members,
    `${members},`,
    `  ${members.split(', ').toReversed().join(', ')}`.replace(
      '"failureReason": "External challenge." }, "status": { "errorCode": 50158',
      '"status": { "errorCode": 50158 }',
    ),
  ])('are read as the rest of a sign-in: %s', (line) => {
    expect(recordsOf('signIn', said(line))).toMatchObject([
      { codes: ['AADSTS50158'], doubts: ['cut off'], from: 3, to: 3 },
    ]);
    expect(factsOf('signIn', said(line))).toEqual(
      expect.arrayContaining([
        'signIn.user=mia@contoso.com',
        'signIn.clientApp=Browser',
        'signIn.app=Ledger',
      ]),
    );
    expect(recordsOf('message', said(line))).toEqual([]);
  });

  it('are read once where their brackets stand in other lines', () => {
    for (const whole of [`{\n${members}\n}`, `{\n\n"id": "1",\n\n${members}\n\n}`])
      expect(recordsOf('signIn', whole), whole).toHaveLength(1);
  });

  it('are two sign-ins in two lines', () =>
    expect(
      recordsOf('signIn', said(`${members}\n${members.replace('50158', '53003')}`)),
    ).toMatchObject([{ codes: ['AADSTS50158'] }, { codes: ['AADSTS53003'] }]));

  it.each([
    '"status": { "errorCode": 50158 }, "user": "mia@contoso.com", "shop": "Ledger"',
    '"status": { "errorCode": "paid" }, "userPrincipalName": "mia@contoso.com", "ipAddress": "203.0.113.9"',
    '"status": { "code": 50158 }, "userPrincipalName": "mia@contoso.com", "ipAddress": "203.0.113.9"',
  ])('are none of another record: %s', (line) =>
    expect(recordsOf('signIn', said(line))).toEqual([]),
  );
});

describe('members of a record in JSON, below each other', () => {
  const members = (user: string, policies: string) => `"status": {
    "errorCode": 53003,
    "additionalDetails": null
},
"userPrincipalName": "${user}",
"conditionalAccessStatus": "failure",
"appliedConditionalAccessPolicies": [
    {
        "displayName": "${policies}",
        "enforcedGrantControls": ["Block"],
        "result": "failure"
    }
]`;
  const failed = (text: string) =>
    recordsOf('signIn', text).map(({ facts }) =>
      ['signIn.user', 'signIn.failedPolicy'].map((name) =>
        facts.flatMap((fact) => (fact.name === name ? fact.value : [])).join(),
      ),
    );

  it('name their policies, between other text', () => {
    const one = members('mia@contoso.com', 'CA4');
    const read = [['mia@contoso.com', 'CA4']];
    for (const text of [
      one,
      `This is what I copied:\n${one}\nWhich policy is it?`,
      one.replace('"appl', '\n"appl'),
    ])
      expect(failed(text), text).toEqual(read);
  });

  it('are as many sign-ins as have each key once', () =>
    expect(
      failed(`${members('mia@contoso.com', 'CA4')},\n${members('jo@contoso.com', 'CA5')}`),
    ).toEqual([
      ['mia@contoso.com', 'CA4'],
      ['jo@contoso.com', 'CA5'],
    ]));

  it('are looked at once each, however many there are', () => {
    const lines = '"status": { "a": [\n"b": 1\n] },\n'.repeat(20_000);
    const start = performance.now();
    expect(recordsOf('signIn', lines)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('the policies of a sign-in, copied out of its record', () => {
  const policies =
    '[\n { "displayName": "CA1", "enforcedGrantControls": ["Mfa"], "result": "failure" },\n { "displayName": "CA2", "enforcedGrantControls": ["Block"], "result": "reportOnlyFailure" }\n]';

  it.each([
    policies,
    `The policies:\n${policies}\nIs it CA2?`,
    `{ "appliedConditionalAccessPolicies": ${policies} }`,
    `"appliedConditionalAccessPolicies": ${policies}`,
  ])('are read with their results: %j', (text) => {
    const read = factsOf('signIn', text);
    expect(read).toContain('signIn.failedPolicy=CA1');
    expect(read).toContain('signIn.reportOnlyPolicy=CA2');
    expect(read).not.toContain('signIn.failedPolicy=CA2');
  });

  it('are those of the sign-in that stands beside them', () => {
    const signIn =
      '{ "userPrincipalName": "mia@contoso.com", "appId": "9d1f4c2b-6e5a-4b3c-8d7e-1f2a3b4c5d6e", "status": { "errorCode": 53000 }, "conditionalAccessStatus": "failure" }';
    expect(recordsOf('signIn', `${signIn}\n\n${policies}`)).toHaveLength(1);
    expect(recordsOf('signIn', `${signIn}\n${signIn}\n\n${policies}`)).toHaveLength(3);
  });

  it.each([
    '[{ "displayName": "A", "result": "failure" }, { "displayName": "B", "result": "success" }]',
    '[{ "id": "t1", "result": "passed", "enforcedGrantControls": [] }]',
    '[{ "result": "failure", "enforcedGrantControls": ["Mfa"] }]',
  ])('are no results of something else: %s', (text) =>
    expect(recordsOf('signIn', text)).toEqual([]),
  );
});

describe('a parameter in quotes of a command', () => {
  const command = (scope: string) =>
    `curl https://login.microsoftonline.com/common/oauth2/v2.0/token -d "grant_type=client_credentials" -d "client_id=9d1f4c2b-6e5a-4b3c-8d7e-1f2a3b4c5d6e" -d ${scope}`;

  it('is read up to the quote that closes it', () => {
    expect(factsOf('request', command('"scope=User.Read Mail.Send"'))).toContain(
      'request.scope=User.Read Mail.Send',
    );
    expect(factsOf('request', command('scope=User.Read -v'))).toContain('request.scope=User.Read');
  });
});
