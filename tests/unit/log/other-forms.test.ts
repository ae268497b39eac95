import { describe, expect, it } from 'vitest';
import { readLog } from '../../../log/read-log';
import { azureMonitorLines, graphJson } from '../../fixtures/log/formats';
import { signIn, START } from '../../fixtures/log/sign-ins';
import { readText } from './reading';

const SIGN_INS = [
  signIn({ code: 50126, user: 'ann@contoso.com', address: '203.0.113.24' }),
  signIn({ minute: 1, code: 50140, status: 'Interrupted' }),
  signIn({ minute: 2 }),
];

const OUTCOMES = ['failure', 'interrupted', 'success'];

/** What a report needs of the first of them. */
const FIRST = {
  code: 'AADSTS50126',
  time: START,
  user: 'ann@contoso.com',
  address: '203.0.113.24',
};

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const records = azureMonitorLines(SIGN_INS).trim().split('\n');

const why = (text: string | Uint8Array<ArrayBuffer>) =>
  readLog(new Blob([text]), { isKnownHresult: () => false });

describe('records in the cells of a table', () => {
  it.each([',', ';', '\t'])('are read whatever the heading, parted by %j', async (sign) => {
    const head = ['Event Name', 'Start Time', 'Payload'].join(sign);
    const rows = records.map((one) => ['Sign-in', '1763103600', quoted(one)].join(sign));
    const log = await readText(`${head}\n${rows.join('\n')}\n`);
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(OUTCOMES);
    expect(log.rows[0]).toMatchObject(FIRST);
    expect(log).toMatchObject({ isUtc: true, unit: 'row' });
    expect(log.unread.columns).not.toContain('Payload');
  });

  it('are found below records of other logs', async () => {
    const other = { category: 'AuditLogs', operationName: 'Update user', resultType: '0' };
    const rows = [JSON.stringify(other), ...records].map((one) => `hub,${quoted(one)}\n`);
    const log = await readText(`Source,Payload\n${rows.join('')}`);
    expect(log.rows).toHaveLength(3);
    expect(log.unread).toMatchObject({ rows: 1, samples: [{ at: 2, why: 'no sign-in' }] });
  });

  it('tell the code where the status alone has it', async () => {
    const row = ({ time, user, code, app }: (typeof SIGN_INS)[number]) =>
      [time, user, app, quoted(JSON.stringify({ errorCode: code }))].join('\t');
    const log = await readText(
      `TimeGenerated\tUserPrincipalName\tAppDisplayName\tStatus\n${SIGN_INS.map(row).join('\n')}\n`,
    );
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(OUTCOMES);
    expect(log.rows[0]).toMatchObject({ code: 'AADSTS50126', time: START });
  });

  it('tell it beside an address, where the app is left out', async () => {
    const head = 'TimeGenerated,UserPrincipalName,IPAddress,Status';
    const cells = '2026-11-14T07:00:00Z,ann@contoso.com,203.0.113.24';
    const log = await readText(`${head}\n${cells},${quoted('{"errorCode":50126}')}\n`);
    expect(log).toMatchObject({ unit: 'row', rows: [FIRST] });
  });

  it.each([
    ['of a task', 'Order,Customer,Status\n1,Ann'],
    ['of a device', 'Time,UserPrincipalName,DeviceName,Status\n2026-11-14,ann@contoso.com,PC-7'],
  ])('no status of another product is taken for one: %s', async (_, text) => {
    const log = await readText(`${text},${quoted(JSON.stringify({ errorCode: 50126 }))}\n`);
    expect(log).toMatchObject({ title: 'error texts', rows: [{ at: 2 }] });
  });

  it('that are of no sign-in are read as text', async () => {
    const state = quoted(JSON.stringify({ resultType: '50126', store: 'Berlin' }));
    const log = await readText(`Id,Payload\n1,${state}\n2,${state}\n`);
    expect(log).toMatchObject({ title: 'error texts', rows: [{ at: 2 }, { at: 3 }] });
  });
});

describe('the unified audit log', () => {
  const event = (more: object) => ({
    CreationTime: '2026-11-14T07:00:00',
    Operation: 'UserLoginFailed',
    RecordType: 15,
    UserId: 'ann@contoso.com',
    ClientIP: '203.0.113.24',
    ApplicationId: '5c1f7a0e-1f7c-4a52-9a39-0a8f6ef0b7d1',
    ErrorNumber: '50126',
    ...more,
  });
  const events = [
    event({}),
    event({ Operation: 'UserLoggedIn', ErrorNumber: '50140' }),
    event({ Operation: 'UserLoggedIn', ErrorNumber: '0' }),
    event({ ErrorNumber: undefined }),
    event({ Operation: 'FileAccessed', ErrorNumber: undefined }),
    // What every object of JavaScript has is no sign-in either.
    event({ Operation: 'constructor', ErrorNumber: undefined }),
  ];
  const outcomes = [...OUTCOMES, 'failure'];

  it('has sign-ins among its records, and is named', async () => {
    const rows = events.map((one) => `1,${one.Operation},${quoted(JSON.stringify(one))}\n`);
    const log = await readText(`RecordId,Operation,AuditData\n${rows.join('')}`);
    expect(log.title).toBe('Microsoft 365 audit log');
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(log.rows[0]).toMatchObject(FIRST);
    expect(log.unread.rows).toBe(2);
  });

  it.each([
    ['a line with the class, as Windows PowerShell writes it', '#TYPE Selected.Records\n', ''],
    ['a line with the sign between cells', 'sep=,\n', ''],
    ['a blank line', '\n', ''],
    ['a sign behind the last cell', '', ','],
  ])('is read with %s', async (_, before, behind) => {
    const rows = events.map((one) => `1,x,${quoted(JSON.stringify(one))}${behind}\n`);
    const log = await readText(`${before}RecordId,Operation,AuditData${behind}\n${rows.join('')}`);
    expect(log.title).toBe('Microsoft 365 audit log');
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it('tells a failure without a number of an error, and no user whom nobody knows', async () => {
    const odd = [
      event({ ErrorNumber: '0' }),
      event({ ErrorNumber: '' }),
      event({ Operation: 'UserLoggedIn', ErrorNumber: '' }),
      event({ ErrorNumber: '50034', UserId: 'Not Available' }),
    ];
    const { rows, unread } = await readText(odd.map((one) => JSON.stringify(one)).join('\n'));
    expect(rows.map(({ code, outcome }) => code ?? outcome)).toEqual([
      'failure',
      'failure',
      'success',
      'AADSTS50034',
    ]);
    expect(rows[3]!.user).toBeUndefined();
    expect(unread.rows).toBe(0);
  });

  it('is named where Graph answers with its records', async () => {
    const value = events.map((one) => ({
      auditLogRecordType: 'azureActiveDirectoryStsLogon',
      operation: one.Operation,
      auditData: one,
    }));
    const log = await readText(JSON.stringify({ value }));
    expect(log.title).toBe('Microsoft 365 audit log');
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it('is read from JSON, with its data as text', async () => {
    const list = events.map((one) => ({
      RecordType: 15,
      Operation: one.Operation,
      AuditData: JSON.stringify(one),
    }));
    const log = await readText(JSON.stringify(list));
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(log.title).toBe('Microsoft 365 audit log');
  });
});

describe('answers as JSON', () => {
  it('pages that a script put into one list are read one after another', async () => {
    const page = JSON.parse(graphJson(SIGN_INS)) as object;
    const next = JSON.parse(graphJson([signIn({ minute: 9, code: 53003 })])) as object;
    const { rows, unread } = await readText(JSON.stringify([page, next]));
    expect(rows.map(({ code }) => code)).toEqual([
      'AADSTS50126',
      'AADSTS50140',
      undefined,
      'AADSTS53003',
    ]);
    expect(unread.rows).toBe(0);
  });

  it('what two pages share counts once, in one list as line by line', async () => {
    const sign = (signIns: typeof SIGN_INS) => graphJson(signIns).replaceAll('\n', '');
    const pages = [sign(SIGN_INS), sign([...SIGN_INS.slice(1), signIn({ minute: 9 })])];
    for (const text of [`[${pages.join(',')}]`, pages.join('\n')]) {
      const { rows, unread } = await readText(`${text}\n`);
      expect([rows.length, unread.repeated]).toEqual([4, 2]);
    }
  });

  it('the hits of a search are read, with what the search tool took out of them', async () => {
    const hit = ({ time, code, user, address, city, country }: (typeof SIGN_INS)[number]) => ({
      _index: 'signins',
      _source: {
        '@timestamp': time,
        source: { ip: address, geo: { city_name: city, country_iso_code: country } },
        azure: {
          signinlogs: { properties: { user_principal_name: user, status: { error_code: code } } },
        },
      },
    });
    const answer = { took: 3, _shards: { total: 1 }, hits: { total: { value: 3 } } };
    const hits = { ...answer.hits, hits: SIGN_INS.map(hit) };
    const log = await readText(JSON.stringify({ ...answer, hits }));
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(OUTCOMES);
    expect(log.rows[0]).toMatchObject({ ...FIRST, place: 'Madrid, ES' });
    const line = JSON.stringify({ ...answer, hits });
    expect((await readText(`${line}\n${line}\n`)).rows).toHaveLength(6);
    expect((await readText(`[${line},${line}]`)).rows).toHaveLength(6);
  });
});

describe('tables that a spreadsheet or a script wrote', () => {
  const german = 'sep=;\nDatum (UTC);Benutzername;Anwendung;IP-Adresse;Status;Fehlercode\n';

  it('codes with a sign between their thousands are codes', async () => {
    const { rows, title } = await readText(
      `${german}14.11.2026 07:00:00;ann@contoso.com;Teams;203.0.113.24;Fehler;50.126\n`,
    );
    expect(rows).toMatchObject([FIRST]);
    expect(title).toBe('table of sign-ins');
    const head = 'Date (UTC),Username,Application,IP address,Status,Sign-in error code';
    const cells = '2026-11-14T07:00:00Z,ann@contoso.com,Teams,203.0.113.24,Failure';
    expect((await readText(`${head}\n${cells},"7,000,222"\n`)).rows).toMatchObject([
      { ...FIRST, code: 'AADSTS7000222' },
    ]);
  });

  it('codes that were rounded are no codes, and are told', async () => {
    const row = (status: string, code: string) =>
      `14.11.2026 07:00:00;ann@contoso.com;Teams;203.0.113.24;${status};${code}\n`;
    const { rows, unread } = await readText(
      `${german}${row('Fehler', '5,01E+04')}${row('Fehler', '5,30E+04')}${row('', '5,01E+04')}${row('Erfolg', '0')}`,
    );
    expect(rows.map(({ code, outcome }) => [code, outcome])).toEqual([
      [undefined, 'failure'],
      [undefined, 'failure'],
      [undefined, 'success'],
    ]);
    expect(unread.codes).toEqual({ rows: 3, samples: ['5,01E+04', '5,30E+04'] });
  });

  it('a table whose codes were all rounded is told as one without codes', async () => {
    const row = '14.11.2026 07:00:00;ann@contoso.com;Teams;203.0.113.24;;5,01E+04';
    expect(await why(`${german}${row}\n`)).toBe('no codes');
  });

  it.each([
    ['in a month that the table shows', ['11/05/2026 07:00:00', '11/14/2026 07:00:00'], undefined],
    ['in one of two months', ['05/11/2026 07:00:00'], undefined],
    ['on a day that the table shows', ['14/11/2026 07:00:00'], START],
  ])('times of a script are not read where they may be others: %s', async (_, times, first) => {
    const rows = times.map((time) => `${time},ann@contoso.com,Teams,50126,203.0.113.24\n`);
    const log = await readText(
      `Time,UserPrincipalName,AppDisplayName,ResultType,IP\n${rows.join('')}`,
    );
    expect(log.rows.map(({ time }) => time)).toEqual(times.map(() => first));
  });

  it('names that a script gives are known beside an address and a reason', async () => {
    const head = 'Time,UPN,App,ErrorCode,FailureReason,IP';
    const cells = '11/14/2026 7:00:00 AM,ann@contoso.com,Teams,50126,Wrong password,203.0.113.24';
    const log = await readText(`${head}\n${cells}\n`);
    expect(log.rows).toMatchObject([{ ...FIRST, app: 'Teams' }]);
    expect(log.isUtc).toBe(false);
  });

  it('names in which a tool joins those of Azure Monitor with an underscore are known', async () => {
    const head = 'timestamp,resultType,properties_userPrincipalName,properties_clientAppUsed';
    const cells = '2026-11-14T07:00:00.000Z,50126,ann@contoso.com,IMAP4,203.0.113.24';
    const log = await readText(`${head},callerIpAddress\n${cells}\n`);
    expect(log.rows).toMatchObject([{ ...FIRST, clientApp: 'IMAP4' }]);
    expect(log.isUtc).toBe(true);
  });

  it.each([
    ['Local time', '2026-11-14 07:00:00', false],
    ['Local time', '2026-11-14T08:00:00+01:00', true],
    ['TimeGenerated', '2026-11-14 07:00:00', true],
    ['TimeGeneratedUtc', '2026-11-14 07:00:00', true],
  ])('times under %s as %s are of UTC: %s', async (heading, time, isUtc) => {
    const head = `${heading},UserPrincipalName,AppDisplayName,IPAddress,ResultType`;
    const log = await readText(`${head}\n${time},ann@contoso.com,Teams,203.0.113.24,50126\n`);
    expect(log.rows).toMatchObject([FIRST]);
    expect(log.isUtc).toBe(isUtc);
  });

  it('rows of a summary count as the sign-ins that they stand for', async () => {
    const head = 'TimeGenerated [UTC],UserPrincipalName,AppDisplayName,ResultType,count_';
    const { rows, unread } = await readText(
      `${head}\n2026-11-14T07:00:00Z,ann@contoso.com,Teams,50126,"1,204"\n`,
    );
    expect(rows).toMatchObject([{ code: 'AADSTS50126', signIns: 1204 }]);
    expect(unread.columns).toEqual([]);
  });

  it('attempts beside the id of a request are no sign-ins', async () => {
    const head = 'Date (UTC),Request ID,Username,IP address,Sign-in error code';
    const cells = '2026-11-14T07:00:00Z,1,ann@contoso.com,203.0.113.24,50126';
    const { rows } = await readText(`${head},Attempts\n${cells},7\n`);
    expect(rows).toMatchObject([{ ...FIRST, signIns: undefined }]);
    const gathered = await readText(`${head},# sign-ins\n${cells},7\n`);
    expect(gathered.rows).toMatchObject([{ ...FIRST, signIns: 7 }]);
  });

  it.each([
    'Time,UPN,ClientIP,ErrorCode,FailureReason\n2026-11-14T07:00:00Z,ann@contoso.com,203.0.113.7,13801,IKE',
    'Timestamp,DeviceName,AccountUpn,ActionType,ErrorCode,IPAddress\n2026-11-14T07:00:00Z,pc,ann@contoso.com,AppCrash,10054,203.0.113.7',
    'Time,User,Client IP,City,App\n2026-11-14T07:00:00Z,ann,203.0.113.7,Berlin,Chrome',
    'Timestamp,ActionType,Application,AccountObjectId,AccountDisplayName,IPAddress\n2026-11-14T07:00:00Z,FileAccessed,SharePoint,1,Ann,203.0.113.7',
    'UPN,Device name,ErrorCode,OS\nann@contoso.com,PC-7,50126,Windows',
    'Date,User,IP,Fehlercode,Status\n2026-11-14,ann,203.0.113.7,50126,Fehler',
    'Time,UPN,ErrorCode,IP\n2026-11-14T07:00:00Z,ann@contoso.com,50126,203.0.113.7',
  ])('a table of another product is none: %s', async (text) => {
    expect(await why(`${text}\n`)).toBe('no log');
  });
});

describe('a log that says nothing', () => {
  const head = 'Date (UTC),Request ID,Username,Application,IP address,Sign-in error code,Status';
  const risky = 'Date (UTC),User,Username,IP address,Location,Risk state,Request ID';
  const nested = 'AppDisplayName,CreatedDateTime,IPAddress,Status,UserPrincipalName';

  it.each([
    ['a head alone', `\ufeff${head}\r\n`, 'no rows'],
    ['an empty list', '[]', 'no rows'],
    ['an empty answer of Graph', '{"@odata.context": "x", "value": []}', 'no rows'],
    [
      'risky sign-ins',
      `${risky}\n2026-11-14T07:00:00Z,Ann,ann@contoso.com,203.0.113.7,Berlin,At risk,1\n`,
      'no codes',
    ],
    [
      'objects that PowerShell named by their class',
      `#TYPE SignIn\n${nested}\nTeams,11/14/2026 7:00:00 AM,203.0.113.7,Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus,ann@contoso.com\n`,
      'no codes',
    ],
    ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0), 'archive'],
    ['a compressed file', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), 'archive'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), 'no log'],
    ['a list of other things', '{"items": [], "value": 3}', 'no log'],
  ])('%s', async (_, file, reason) => {
    expect(await why(file)).toBe(reason);
  });
});
