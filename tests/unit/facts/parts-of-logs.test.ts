import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

const ID = (digit: number) => `${String(digit).repeat(8)}-0b1c-4d2e-8f30-a1b2c3d4e5f6`;

/** A row of the download of 2025, without the head of its columns. */
function downloaded(status: string, code: string): string[] {
  return [
    '2026-02-03T09:14:55Z',
    ID(1),
    '"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"',
    ID(2),
    ID(3),
    '"Ortiz, Lena"',
    'lena@contoso.com',
    'Member',
    'None',
    'None',
    'OAuth 2.0',
    'x7Zk',
    'None',
    'None',
    'None',
    '0',
    'Ledger',
    ID(4),
    ID(5),
    'Microsoft Graph',
    ID(6),
    ID(7),
    ID(7),
    ID(7),
    'Contoso',
    '203.0.113.61',
    '"Lyon, Rhône, FR"',
    status,
    code,
    '"The user\'s password is expired."',
    'Browser',
    '',
    '"Safari 18"',
    '"MacOs"',
    'false',
    'false',
    '',
    '',
    '',
    '',
    'singleFactorAuthentication',
    'lena@contoso.com',
    '',
    '',
    'No',
    '',
    '64501',
    'No',
    'AzureAD',
    'None',
    '',
    '88',
    'Not Applied',
    'None',
    '',
    '',
    '',
  ];
}

const READ_OF_ROW = [
  'signIn.requestId=11111111-0b1c-4d2e-8f30-a1b2c3d4e5f6',
  'signIn.correlationId=22222222-0b1c-4d2e-8f30-a1b2c3d4e5f6',
  'signIn.userDisplayName=Ortiz, Lena',
  'signIn.user=lena@contoso.com',
  'signIn.app=Ledger',
  'signIn.ipAddress=203.0.113.61',
  'signIn.location=Lyon, Rhône, FR',
  'signIn.status=Failure',
  'signIn.errorCode=AADSTS50055',
];

describe('a row of the download without its head', () => {
  const row = downloaded('Failure', '50055');

  it('is read as the columns of that download stand', () => {
    expect(row).toHaveLength(57);
    const facts = factsOf('signIn', row.join(','));
    expect(facts).toEqual(
      expect.arrayContaining([
        ...READ_OF_ROW,
        'signIn.isCompliant=NO',
        'signIn.conditionalAccess=notApplied',
        'signIn.operatingSystem=MacOs',
      ]),
    );
    expect(recordsOf('signIn', row.join(','))).toMatchObject([{ doubts: [] }]);
  });

  it('is read where tabs or semicolons part its cells, and where a user agent lost its quotes', () => {
    for (const sign of ['\t', ';'])
      expect(factsOf('signIn', row.join(sign))).toEqual(expect.arrayContaining(READ_OF_ROW));
    const bare = row.map((cell, at) => (at === 2 ? cell.replaceAll('"', '') : cell)).join(',');
    expect(factsOf('signIn', bare)).toEqual(expect.arrayContaining(READ_OF_ROW));
  });

  it('is read as that of the year before, which had fewer columns', () => {
    const old = row.filter((_, at) => at !== 18 && at !== 22);
    expect(factsOf('signIn', old.join(','))).toEqual(expect.arrayContaining(READ_OF_ROW));
  });

  it('may lack its last columns, and the value that the text ends in', () => {
    const cut = row.slice(0, 32).join(',') + ',"Saf';
    expect(factsOf('signIn', cut)).toEqual(
      expect.arrayContaining([...READ_OF_ROW, 'signIn.clientApp=Browser']),
    );
    expect(factsOf('signIn', cut).join('\n')).not.toContain('Saf');
    expect(recordsOf('signIn', cut)).toMatchObject([{ doubts: ['cut off'] }]);
  });

  it('may stand among others, which are counted', () => {
    const text = [row, downloaded('Success', '0'), row].map((one) => one.join(',')).join('\n');
    expect(recordsOf('signIn', text).map(({ codes }) => codes)).toEqual([
      ['AADSTS50055'],
      [],
      ['AADSTS50055'],
    ]);
    expect(factsOf('log', text)).toEqual(
      expect.arrayContaining(['log.rows=3', 'log.failures=2', 'log.interrupted=0']),
    );
  });

  it.each([
    ['ends with its code, which may be cut off', row.slice(0, 29).join(',')],
    ['lacks a column', row.filter((_, at) => at !== 9).join(',')],
    ['has another status', downloaded('Pending', '50055').join(',')],
    ['has no number behind the status', downloaded('Failure', 'blocked').join(',')],
    ['is of another log', `2026-02-03T09:14:55Z,${ID(1)},login,Failure,50055,203.0.113.61`],
  ])('is none where it %s', (_, text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('a row of Log Analytics that was opened', () => {
  const row = `▼ 2/3/2026, 9:14:55.000 AM     ${ID(1)}     SigninLogs
    TenantId                  ${ID(7)}
    TimeGenerated [UTC]       2026-02-03T09:14:55.0000000Z
    ResultType                50173
    ResultDescription         The grant was revoked.
    AppDisplayName            Ledger
    DeviceDetail              {"deviceId":"${ID(8)}","displayName":"MAC-7","operatingSystem":"MacOs","browser":"Safari 18","isCompliant":true,"isManaged":true,"trustType":"Workplace"}
    IPAddress                 203.0.113.61
    AADTenantId
    UserPrincipalName         lena@contoso.com`;

  it('is one sign-in with its device', () => {
    expect(readFacts(row).records).toMatchObject([
      { kind: 'signIn', title: 'SigninLogs (Log Analytics)', codes: ['AADSTS50173'], to: 10 },
    ]);
    expect(factsOf('signIn', row)).toEqual(
      expect.arrayContaining([
        'signIn.time=2026-02-03T09:14:55.0000000Z',
        'signIn.failureReason=The grant was revoked.',
        'signIn.app=Ledger',
        'signIn.deviceName=MAC-7',
        'signIn.isCompliant=YES',
        'signIn.trustType=registered',
        'signIn.ipAddress=203.0.113.61',
        'signIn.user=lena@contoso.com',
      ]),
    );
  });

  it('may have JSON in several lines, and more rows below it', () => {
    const wide = row.replace('{"deviceId"', '{\n  "deviceId"').replace('"Workplace"}', '"x"\n  }');
    const two = `${wide}\n${row.replace('50173', '0')}`;
    expect(recordsOf('signIn', two).map(({ codes }) => codes)).toEqual([['AADSTS50173'], []]);
    expect(factsOf('signIn', two).filter((one) => one === 'signIn.deviceName=MAC-7')).toHaveLength(
      2,
    );
  });

  it.each([
    [
      'three columns',
      'ResultType    50173\nUserPrincipalName    lena@contoso.com\nIPAddress    203.0.113.61',
    ],
    [
      'labels of one word',
      'Status      Failure\nUser        Lena\nApplication Ledger\nLocation    Lyon\nResource    Graph',
    ],
    [
      'types of a program',
      'ResultType    string\nAppDisplayName    string\nIPAddress    string\nUserPrincipalName    string',
    ],
    [
      'another log',
      'UserPrincipalName    a@contoso.com\nIPAddress    203.0.113.61\nUserType    Member\nOperationName    Update',
    ],
  ])('is none of %s', (_, text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('a table of PowerShell with a column that the script works out', () => {
  const table = (code: string, first: string, second: string) =>
    [
      `CreatedDateTime      UserPrincipalName AppDisplayName   ${code.padEnd(18)} IPAddress`,
      `---------------      ----------------- --------------   ${'-'.repeat(18)} ---------`,
      `2/3/2026 9:14:55 AM  lena@contoso.com  Ledger for ac... ${first.padStart(18)} 203.0.113.61`,
      `2/3/2026 9:20:01 AM  omar@contoso.com  Payroll          ${second.padStart(18)} 203.0.113.62`,
    ].join('\n');

  it.each(['Code', 'Error', 'ErrCode', 'ErrorCode', 'Status.ErrorCode', '$_.Status.ErrorCode'])(
    'says in %s which sign-in failed',
    (code) => {
      const text = table(code, '50057', '0');
      expect(recordsOf('signIn', text).map(({ codes }) => codes)).toEqual([['AADSTS50057'], []]);
      const facts = factsOf('signIn', text);
      expect(facts).toEqual(
        expect.arrayContaining([
          'signIn.user=lena@contoso.com',
          'signIn.user=omar@contoso.com',
          'signIn.errorCode=0',
          'signIn.app=Payroll',
        ]),
      );
      expect(facts.join('\n')).not.toContain('...');
    },
  );

  it.each([
    ['numbers of other programs', table('Code', '404', '0')],
    ['words', table('Code', 'E_FAIL', '0')],
    ['nothing', table('Code', '', '')],
    [
      'one column of a sign-in beside it',
      'UserPrincipalName  Code   Desk\n-----------------  ----   ----\nlena@contoso.com   50057  A1',
    ],
    [
      'columns that a user has',
      'UserPrincipalName  CreatedDateTime  Code\n-----------------  ---------------  ----\nlena@contoso.com   2/3/2026         69002',
    ],
  ])('is none with %s', (_, text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('JSON from the middle of a sign-in on', () => {
  const rest = `    "failureReason": "Device is not in required device state.",
    "additionalDetails": null
  },
  "deviceDetail": { "deviceId": "", "displayName": "MAC-7", "operatingSystem": "MacOs", "browser": "Safari 18", "isCompliant": false, "isManaged": false, "trustType": "" },
  "location": { "city": "Lyon", "countryOrRegion": "FR" },
  "appliedConditionalAccessPolicies": [
    { "id": "${ID(9)}", "displayName": "Managed only", "enforcedGrantControls": ["CompliantDevice"], "result": "failure" }
  ]
}`;
  const READ = [
    'signIn.failureReason=Device is not in required device state.',
    'signIn.deviceName=MAC-7',
    'signIn.location=Lyon',
    'signIn.failedPolicy=Managed only',
  ];

  it.each([
    ['ends with the object', rest],
    ['ends with the list', `${rest} ]`],
    ['ends with the list in its holder', `${rest}\n]\n}`],
    ['begins with the end of a value', `"errorCode": 53000,\n${rest}`],
    ['stands in a code block', `\`\`\`json\n${rest}\n\`\`\``],
    ['stands below a sentence', `This is all I have:\n\n${rest}\n\nWhat does it mean?`],
  ])('is read as one where it %s', (_, text) => {
    expect(readFacts(text).records.map(({ kind, doubts }) => [kind, ...doubts])).toEqual([
      ['signIn', 'cut off'],
    ]);
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(READ));
  });

  it('tells the code, and the sign-ins that follow whole', () => {
    const text = `"errorCode": 53000,\n${rest},\n{"status":{"errorCode":50057},"userPrincipalName":"omar@contoso.com"}]`;
    expect(recordsOf('signIn', text).map(({ codes, doubts }) => [...codes, ...doubts])).toEqual([
      ['AADSTS53000', 'cut off'],
      ['AADSTS50057'],
    ]);
  });

  it.each([
    [
      'of something else',
      '"additionalDetails": null },\n"owner": { "name": "Lena" },\n"size": 3 }',
    ],
    ['of the directory', '"isCompliant": "x" },\n"displayName": "MAC-7",\n"deviceId": "1" } ]'],
    ['that closes nothing', '"riskLevelAggregated": "none",\n"note": "a"'],
  ])('is none %s', (_, text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('rows of a narrow list, one cell in a line', () => {
  const row = (minute: number, status: string, access: string, code: string) =>
    `2/3/2026, 9:${minute}:55 AM\nLena Ortiz\nLedger\n${status}\n203.0.113.61\nLyon, Rhone, FR\n${access}\n${code}`;

  it('are read as far as their forms tell, without who and what', () => {
    const text = [
      row(14, 'Interrupted', 'Not Applied', '50140'),
      row(15, 'Failure', 'Success', '50126'),
      row(16, 'Success', 'Success', '0'),
    ].join('\n');
    const records = recordsOf('signIn', `${text}\nWhy?`);
    expect(records.map(({ codes }) => codes)).toEqual([['AADSTS50140'], ['AADSTS50126'], []]);
    expect(records[0]!.facts.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'signIn.time=2/3/2026, 9:14:55 AM',
      'signIn.status=Interrupted',
      'signIn.ipAddress=203.0.113.61',
      'signIn.location=Lyon, Rhone, FR',
      'signIn.conditionalAccess=notApplied',
      'signIn.errorCode=AADSTS50140',
    ]);
  });

  it.each([
    ['one alone', row(14, 'Failure', 'Success', '50126')],
    [
      'those with another number at their end',
      `${row(14, 'Failure', 'Success', '404')}\n${row(15, 'Failure', 'Success', '500')}`,
    ],
    [
      'those that all succeeded',
      `${row(14, 'Success', 'Success', '0')}\n${row(15, 'Success', 'Success', '0')}`,
    ],
    [
      'those without Conditional Access',
      `${row(14, 'Failure', 'Edge', '50126')}\n${row(15, 'Failure', 'Edge', '50126')}`,
    ],
  ])('are not read of %s', (_, text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});
