import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../log/log-row';
import { readLog, type ReadLog } from '../../../log/read-log';
import {
  applicationCsv,
  azureMonitorLines,
  defenderCsv,
  errorTexts,
  eventHubJson,
  graphJson,
  huntingJson,
  kibanaCsv,
  logAnalyticsCsv,
  logAnalyticsJson,
  portalCsv,
  portalJson,
  queryApiJson,
  spanishCsv,
  splunkCsv,
  splunkLines,
} from '../../fixtures/log/formats';
import {
  APPS,
  appSignIn,
  OFFICES,
  ordinary,
  signIn,
  START,
  type SignInFixture,
} from '../../fixtures/log/sign-ins';
import { pastedLogs, readText } from './reading';

const SIGN_INS = [
  signIn({ code: 50126, ...OFFICES.berlin, clientApp: 'IMAP4', ...APPS.portal }),
  signIn({ minute: 1, code: 50140, status: 'Interrupted', protocol: 'deviceCode' }),
  signIn({ minute: 2 }),
];

/** What a reader of any form has to tell of the first of them. */
const FIRST: Partial<LogRow> = {
  outcome: 'failure',
  code: 'AADSTS50126',
  time: START,
  user: 'user01@contoso.com',
  app: 'Azure Portal',
  appId: APPS.portal.appId,
  address: '203.0.113.24',
  clientApp: 'IMAP4',
};

it('a pasted download is named by the file name in its first line', async () => {
  const log = await readText(
    `NonInteractiveSignIns_2025-12-03_2025-12-04.csv\n${portalCsv(SIGN_INS)}`,
  );
  expect(log.title).toBe('NonInteractiveSignIns');
  expect(log.rows).toHaveLength(SIGN_INS.length);
});

describe.each([
  ['the portal’s CSV', portalCsv, 'InteractiveSignIns', 2],
  ['the portal’s CSV in Spanish', spanishCsv, 'InteractiveSignIns', 2],
  ['the CSV of Log Analytics', logAnalyticsCsv, 'SigninLogs (Log Analytics)', 2],
  ['the JSON of the Azure CLI', logAnalyticsJson, 'list of sign-ins', 1],
  ['the answer of the query API', queryApiJson, 'Log Analytics query result', 1],
  ['the answer of Graph', graphJson, 'list of sign-ins', 1],
  ['the portal’s JSON', portalJson, 'list of sign-ins', 1],
  ['records of Azure Monitor', azureMonitorLines, 'NonInteractiveUserSignInLogs', 1],
  ['lists of such records', eventHubJson, 'NonInteractiveUserSignInLogs', 1],
  ['such records in Splunk', splunkLines, 'JSON lines', 1],
  ['such records in a table of Splunk', splunkCsv, 'table of sign-ins', 2],
  ['the CSV of Microsoft Defender', defenderCsv, 'Microsoft Defender advanced hunting', 2],
  ['the JSON of Microsoft Defender', huntingJson, 'Microsoft Defender advanced hunting', 1],
])('%s', (_, write, title, at) => {
  it('tells who, what, where, when and how it ended', async () => {
    const log = await readText(write(SIGN_INS));
    expect(log.title).toBe(title);
    expect(log.rows).toHaveLength(3);
    expect(log.rows[0]).toMatchObject({ at, ...FIRST });
    expect(log.rows[0]!.place).toMatch(/^Berlin, (?:Berlin, )?DE$/);
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(['failure', 'interrupted', 'success']);
    expect(log.rows[2]!.code).toBeUndefined();
    expect(log.rows[0]!.correlationId).toBe(SIGN_INS[0]!.correlationId);
    expect(log.unit).toBe(at === 2 ? 'row' : 'item');
    expect(log.isUtc).toBe(true);
    expect(log.unread).toMatchObject({ rows: 0, isCutOff: false });
  });

  it('is the same when it is read in pieces that end anywhere', async () => {
    const text = write(ordinary(60).map((one) => ({ ...one, city: 'Málaga' })));
    const whole = await readText(text);
    expect(whole.rows.length).toBeGreaterThan(60);
    for (const piece of [2500, 3001, 4999])
      expect((await readText(text, piece)).rows).toEqual(whole.rows);
  });
});

it('a table of a search tool is read by its longer names, and its times have no zone', async () => {
  const { rows, title, isUtc } = await readText(kibanaCsv(SIGN_INS));
  expect(title).toBe('table of sign-ins');
  expect(rows).toMatchObject([
    FIRST,
    { outcome: 'interrupted', time: START + 60_000 },
    { outcome: 'success' },
  ]);
  expect(isUtc).toBe(false);
});

it.each([
  ['Timestamp,DeviceName,ErrorCode,ClientVersion,City', 'host-7,50126,7.1,Berlin'],
  ['Timestamp,App,ErrorCode,Source IP,City', 'Ledger,50126,203.0.113.7,Berlin'],
  ['timestamp,user,app,errorCode,clientIp', 'ann,Ledger,50126,203.0.113.7'],
  ['Timestamp,UserName,Authentication Protocol,Error Code,IP', 'ann,PEAP,22056,203.0.113.7'],
  ['time,username,client application,error code,source ip', 'ann,GlobalVPN,50126,203.0.113.7'],
  ['DateTime,UserPrincipalName,DeviceName,AppDisplayName,ErrorCode', 'ann@contoso.com,PC-7,VPN,0'],
])('a table of another product with errors is no sign-in log: %s', async (head, cells) => {
  await expect(readText(`${head}\n2026-11-14T07:00:00Z,${cells}\n`)).rejects.toThrow('No log');
});

it('a table of the sign-ins of apps of Microsoft Defender is one of sign-ins', async () => {
  const head = 'Timestamp,Application,ErrorCode,ServicePrincipalName,ResourceDisplayName,IPAddress';
  const { rows, unread } = await readText(
    `${head},ReportId\n2026-11-14T07:00:00Z,sync,7000222,sync,Microsoft Graph,203.0.113.7,1\n`,
  );
  expect(rows).toMatchObject([{ code: 'AADSTS7000222', app: 'sync', time: START }]);
  expect(unread.columns).toEqual([]);
});

it('times of a table have the day first where one of them shows it', async () => {
  const timesOf = async (heading: string, ...times: string[]) => {
    const rows = times.map((time) => `"${time}",ann@contoso.com,Ledger,50126\n`);
    const head = `${heading},UserPrincipalName,AppDisplayName,ErrorCode\n`;
    const log = await readText(head + rows.join(''));
    return log.rows.map(({ time }) => time && new Date(time).toISOString().slice(0, 16));
  };
  expect(await timesOf('CreatedDateTime', '09/11/2026, 2:05 pm', '19/11/2026, 2:05 pm')).toEqual([
    '2026-11-09T14:05',
    '2026-11-19T14:05',
  ]);
  expect(await timesOf('CreatedDateTime', '11/9/2026 2:05 PM')).toEqual(['2026-11-09T14:05']);
  expect(await timesOf('DateTime', '11/9/2026 2:05 PM')).toEqual(['2026-11-09T14:05']);
  expect(await timesOf('CreatedDateTime', '11/09/2026 14:05')).toEqual([undefined]);
});

it('the time of a sign-in is not that at which its record was written', async () => {
  const text = azureMonitorLines(SIGN_INS.slice(0, 1)).replace(
    /"time":"[^"]*"/,
    '"time":"2026-11-14T07:09:00Z"',
  );
  expect((await readText(text)).rows[0]!.time).toBe(START);
});

it('a table that a script wrote is known by Graph’s names', async () => {
  const head = 'CreatedDateTime,UserPrincipalName,AppDisplayName,ErrorCode';
  const { rows } = await readText(`${head}\n11/14/2026 7:00:00 AM,ann@contoso.com,Ledger,50126\n`);
  expect(rows).toMatchObject([{ code: 'AADSTS50126', app: 'Ledger', time: START }]);
});

it('a table of records of another product is read as text', async () => {
  const raw = '"MSAL: AADSTS50126: Error validating credentials."';
  const log = await readText(`_raw,_time,host\n${raw},2026-11-14T07:00:00Z,hub\n`);
  expect(log).toMatchObject({ title: 'error texts', rows: [{ code: 'AADSTS50126' }] });
});

it('the text of a record of another log is no sign-in', async () => {
  const audit = { operationName: 'Update user', category: 'AuditLogs', resultType: '50126' };
  const line = JSON.stringify({ result: { _raw: JSON.stringify(audit) } });
  const log = await readText(`${line}\n${splunkLines(SIGN_INS)}`);
  expect(log.rows).toHaveLength(3);
  expect(log.unread).toMatchObject({ rows: 1, samples: [{ at: 1, why: 'no sign-in' }] });
});

it('the sign-ins of an app have the app and no user', async () => {
  const { rows, title } = await readText(applicationCsv([appSignIn({ code: 7000222 })]));
  expect(title).toBe('ApplicationSignIns');
  expect(rows[0]).toMatchObject({ app: 'inventory-sync', code: 'AADSTS7000222' });
  expect(rows[0]!.user).toBeUndefined();
});

it('the protocol and the client stand in the words of Graph', async () => {
  const { rows } = await readText(spanishCsv([signIn({ clientApp: 'Explorador' })]));
  expect(rows[0]!.clientApp).toBe('Browser');
});

it('a single record is a log of its own, with the name of its category', async () => {
  expect(await readText(azureMonitorLines(SIGN_INS.slice(0, 1)))).toMatchObject({
    title: 'NonInteractiveUserSignInLogs',
    rows: [FIRST],
  });
});

it('a list is not named by what its sign-ins have as another type', async () => {
  const items = JSON.parse(portalJson(SIGN_INS)) as object[];
  const text = JSON.stringify(items.map((one) => ({ type: 'Member', ...one })));
  expect((await readText(text)).title).toBe('list of sign-ins');
});

it('a day that could be a month is no time in a download in English', async () => {
  const text = portalCsv([signIn({ code: 50126 })]).replace(
    /2026-11-14T[^,]*/,
    '05/01/2026 02:05:07',
  );
  expect((await readText(text)).rows[0]).toMatchObject({ code: 'AADSTS50126', time: undefined });
});

describe('a table of a few columns', () => {
  const row = async (head: string, cells: string) =>
    (await readText(`${head}\n${cells}\n`)).rows[0];

  it('tells what it has', async () => {
    expect(
      await row(
        'Date,Request ID,Sign-in error code,Status,Latency',
        '2026-11-14T07:00:00Z,1,50126,Failure,7',
      ),
    ).toMatchObject({ code: 'AADSTS50126', outcome: 'failure', time: START });
  });

  it('may have rows whose first cell is blank', async () => {
    const head = 'Request ID,Date,Sign-in error code,Status,Latency';
    expect(await row(head, ',2026-11-14T07:00:00Z,50126,Failure,7')).toMatchObject({
      code: 'AADSTS50126',
      time: START,
    });
  });

  it('names people and apps by what stands there, where the first name of them is blank', async () => {
    const head = 'Date,User,Username,Service principal name,Application,Sign-in error code,Status';
    expect(
      await row(head, '2026-11-14T07:00:00Z,Ann, ,inventory-sync, ,50126,Failure'),
    ).toMatchObject({ user: 'ann', app: 'inventory-sync' });
  });

  it('takes a code with a status that nobody knows, and no status that nobody knows', async () => {
    const head = 'Date,User,Sign-in error code,Status,Latency';
    const log = await readText(
      `${head}\n2026-11-14,Ann,50126,Vielleicht,7\n2026-11-14,Ann,,Vielleicht,7\n`,
    );
    expect(log.rows).toMatchObject([{ at: 2, outcome: 'failure' }]);
    expect(log.unread.samples).toEqual([{ at: 3, why: 'no sign-in' }]);
  });
});

it.each(pastedLogs())('$id: an exported log has all of its rows and failures', async (log) => {
  const read = await readText(log.text);
  expect(read.rows).toHaveLength(log.rows);
  // Interrupts were counted among the failures when these were collected.
  const failed = read.rows.filter(({ outcome }) => outcome !== 'success').length;
  expect(failed).toBeGreaterThanOrEqual(log.failures);
});

describe('error texts', () => {
  it('give a row for each code, with the ids behind it', async () => {
    const log = await readText(errorTexts(SIGN_INS));
    expect(log).toMatchObject({ title: 'error texts', unit: 'line' });
    expect(log.rows.map(({ at, code, time }) => ({ at, code, time }))).toEqual([
      { at: 1, code: 'AADSTS50126', time: START },
      { at: 6, code: 'AADSTS50140', time: START + 60_000 },
    ]);
    expect(log.rows[1]!.correlationId).toBe(SIGN_INS[1]!.correlationId);
    // A prompt to stay signed in is a step, and no failure.
    expect(log.rows.map(({ outcome }) => outcome)).toEqual(['failure', 'interrupted']);
  });

  it('take who, what and where from the lines behind the code', async () => {
    const log = await readText(
      [
        'Sign-in failed with AADSTS50126',
        'User: Ann@Contoso.com',
        'App name: Azure Portal',
        `App ID: ${APPS.portal.appId}`,
        'IP address: 203.0.113.24',
        `Request ID: ${SIGN_INS[0]!.requestId}`,
      ].join('\n'),
    );
    expect(log.rows).toMatchObject([
      {
        user: 'ann@contoso.com',
        app: 'Azure Portal',
        appId: APPS.portal.appId,
        address: '203.0.113.24',
        requestId: SIGN_INS[0]!.requestId,
      },
    ]);
  });

  it('have the id of the request behind either of its labels', async () => {
    const id = SIGN_INS[0]!.requestId;
    for (const label of ['Request ID', 'Trace ID']) {
      const log = await readText(`AADSTS50126: Wrong password.\n${label}: ${id}`);
      expect(log.rows).toMatchObject([{ requestId: id }]);
    }
  });

  it('in one line as long as a file are read to its end', async () => {
    const filler = 'nothing to see here '.repeat(6_000);
    const log = await readText(
      `AADSTS50126: wrong. ${filler} AADSTS53003: blocked. ${filler} AADSTS7000222: expired.`,
    );
    expect(log.rows.map(({ code }) => code)).toEqual([
      'AADSTS50126',
      'AADSTS53003',
      'AADSTS7000222',
    ]);
  });

  it('take the time at the front of a line, and known HRESULTs', async () => {
    const text = '2026-11-14 07:00:00 AAD Cloud AP plugin call failed: 0xC004844C 0x801C03ED\n';
    const log = await readLog(new Blob([text]), {
      isKnownHresult: (code) => code === '0x801C03ED',
    });
    expect(log).toMatchObject({
      rows: [{ at: 1, code: '0x801C03ED', outcome: 'failure', time: START }],
    });
  });

  it('in JSON that holds no sign-in are read as lines', async () => {
    const text = JSON.stringify([{ error: 'invalid_grant', message: 'AADSTS70008: expired' }]);
    expect((await readText(text)).rows).toMatchObject([{ code: 'AADSTS70008' }]);
  });
});

/** A download without a quote but for one, which the first row from Madrid opens. */
function unclosed(signIns: readonly SignInFixture[]): string {
  const plain = portalCsv(signIns).replace(/"([^"]*)"/g, (_, cell: string) =>
    cell.replaceAll(',', ''),
  );
  return plain.replace('Madrid Madrid', '"Madrid Madrid');
}

describe('bad input', () => {
  const why = (text: string) => readLog(new Blob([text]), { isKnownHresult: () => false });

  it.each([
    ['', 'empty'],
    [' \n\n ', 'empty'],
    ['name,age\nAnn,7\n', 'no log'],
    ['{"a": 1}', 'no log'],
    ['PK\u0003\u0004 a spreadsheet', 'no log'],
  ])('%j gives no report, and says why', async (text, reason) => {
    expect(await why(text)).toBe(reason);
  });

  it('a file that is too big is not begun', async () => {
    const asked: number[] = [];
    const big = {
      size: 101 * 1024 * 1024,
      slice: (start: number) => asked.push(start),
    } as unknown as Blob;
    expect(await readLog(big, { isKnownHresult: () => false })).toBe('too big');
    expect(asked).toEqual([]);
  });

  it('a file that vanishes while it is read says so', async () => {
    const gone = new Blob([portalCsv(SIGN_INS)]);
    gone.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    expect(await readLog(gone, { isKnownHresult: () => false })).toBe('not readable');
  });

  it('a table that ends in the middle of a row keeps what came before', async () => {
    const text = portalCsv(SIGN_INS);
    const log = await readText(text.slice(0, text.lastIndexOf('203.0.113.9')));
    expect(log.unread.isCutOff).toBe(true);
    expect(log.rows).toHaveLength(2);
    expect(log.unread).toMatchObject({ rows: 1, samples: [{ at: 4, why: 'too few cells' }] });
  });

  it('a quote that is never closed costs its row alone', async () => {
    const log = await readText(unclosed([...SIGN_INS, ...SIGN_INS]));
    expect(log.rows).toHaveLength(5);
    expect(log.unread).toMatchObject({ rows: 1, isCutOff: false });
    expect(log.unread.samples).toEqual([{ at: 3, why: 'not readable' }]);
  });

  it('a quote that is never closed does not hold up a large file', async () => {
    const others = ordinary(12_000);
    const rows: number[] = [];
    const log = await readLog(new Blob([unclosed([signIn(), ...others])]), {
      isKnownHresult: () => false,
      onProgress: (progress) => rows.push(progress.rows),
    });
    expect(log).toMatchObject({ unread: { rows: 1 } });
    // Most rows are known long before the file ends.
    expect(rows.at(-2)).toBeGreaterThan(others.length / 2);
    expect((log as ReadLog).rows).toHaveLength(others.length);
  });

  it('a table in which every line leaves quotes open is told so, however long it is', async () => {
    const line = '2026-11-19T02:00:00Z,"Sofia,user@contoso.com,"Madrid,Failure,50126';
    const count = 8_000;
    const log = await readText(`${portalCsv(SIGN_INS)}\n${`${line}\n`.repeat(count)}`);
    expect(log.rows).toHaveLength(SIGN_INS.length);
    expect(log.unread.rows).toBe(count);
  });

  it('JSON that ends in the middle keeps what came before', async () => {
    const text = graphJson(SIGN_INS);
    const log = await readText(text.slice(0, text.lastIndexOf('"ipAddress"')));
    expect(log.rows).toHaveLength(2);
    expect(log.unread).toMatchObject({ rows: 0, isCutOff: true });
  });

  it('JSON that breaks in the middle keeps what came before, and names the item', async () => {
    const [first, second] = [portalJson(SIGN_INS.slice(0, 1)), portalJson(SIGN_INS.slice(1))];
    const log = await readText(`${first.slice(0, -1)}, <html> ,${second.slice(1)}`);
    expect(log.rows).toHaveLength(1);
    expect(log.unread.samples).toEqual([{ at: 2, why: 'not JSON' }]);
  });

  it('rows without code and status are counted, not guessed', async () => {
    const text = portalCsv(SIGN_INS).replace(',Failure,50126,', ',,,');
    const log = await readText(text);
    expect(log.rows).toHaveLength(2);
    expect(log.unread).toMatchObject({ rows: 1, samples: [{ at: 2, why: 'no sign-in' }] });
  });

  it('a line between rows that is none is counted, and no end of the table', async () => {
    const [head, first, ...rest] = portalCsv(SIGN_INS).split('\r\n');
    const log = await readText([head, first, '3 rows, as of today', ...rest].join('\r\n'));
    expect(log.rows.map(({ at }) => at)).toEqual([2, 4, 5]);
    expect(log.unread).toMatchObject({
      rows: 1,
      samples: [{ at: 3, why: 'too few cells' }],
      isCutOff: false,
    });
  });

  it('items of JSON that are no sign-ins are counted, and the others read', async () => {
    const items = JSON.parse(portalJson(SIGN_INS)) as unknown[];
    const log = await readText(JSON.stringify([null, 7, 'text', ...items, { status: null }]));
    expect(log.rows.map(({ at }) => at)).toEqual([4, 5, 6]);
    expect(log.unread).toMatchObject({ rows: 4, samples: { 0: { at: 1, why: 'no sign-in' } } });
  });

  it('records of another log among those that a setting sends are counted, and are no sign-ins', async () => {
    const audit = { operationName: 'Update user', category: 'AuditLogs', resultType: '0' };
    const log = await readText(`${JSON.stringify(audit)}\n${azureMonitorLines(SIGN_INS)}`);
    expect(log.rows).toHaveLength(3);
    expect(log.unread).toMatchObject({ rows: 1, samples: [{ at: 1, why: 'no sign-in' }] });
  });

  it('a column without a name takes no other with it', async () => {
    const answer = JSON.parse(queryApiJson(SIGN_INS)) as {
      tables: { columns: unknown[]; rows: unknown[][] }[];
    };
    const [table] = answer.tables;
    table!.columns.unshift(null, 'a text', {});
    for (const row of table!.rows) row.unshift('?', '?', '?');
    const { rows } = await readText(JSON.stringify(answer));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject(FIRST);
  });

  it('JSON that is nested without end breaks nothing', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const [first, ...others] = JSON.parse(portalJson(SIGN_INS)) as object[];
    const text = JSON.stringify([{ ...first, deviceDetail: 0 }, ...others]);
    const log = await readText(text.replace('"deviceDetail":0', `"deviceDetail":${deep}`));
    expect(log).toMatchObject({ unit: 'item', rows: [FIRST, { at: 2 }, { at: 3 }] });
  });

  it.each([
    ['ends early', (line: string) => line.slice(0, 60)],
    ['ends where a value begins', () => '{"id":'],
    ['is no JSON', () => '{ log rotated'],
    ['has one brace too many', (line: string) => `${line}}`],
  ])('a line of JSON that %s is left out, and no other', async (_, broken) => {
    const signIns = Array.from({ length: 6 }, (_, at) => ({
      ...SIGN_INS[0]!,
      requestId: `r${at}`,
    }));
    const lines = azureMonitorLines(signIns).split('\n');
    for (const at of [0, 2]) {
      const log = await readText(lines.with(at, broken(lines[at]!)).join('\n'));
      expect(log.rows).toHaveLength(5);
      expect(log.unread).toMatchObject({ rows: 1, samples: [{ at: at + 1, why: 'not JSON' }] });
      expect(log.unread.isCutOff).toBe(false);
    }
    const lists = eventHubJson(signIns).split('\n');
    const log = await readText(lists.with(1, broken(lists[1]!)).join('\n'));
    expect(log.rows.map(({ requestId }) => requestId)).toEqual(['r0', 'r1', 'r4', 'r5']);
    expect((await readText(lines.join('\n').slice(0, -9))).unread.isCutOff).toBe(true);
  });

  it('brackets without end are no log, and take no time', async () => {
    const before = performance.now();
    await expect(readText('['.repeat(4_000_000))).rejects.toThrow('No log');
    const took = performance.now() - before;
    const plain = performance.now();
    await expect(readText('x'.repeat(4_000_000))).rejects.toThrow('No log');
    // A parser that goes into each of them takes a hundred times as long as a text does.
    expect(took).toBeLessThan(40 * (performance.now() - plain) + 200);
  });

  it('columns that nobody knows are named', async () => {
    const text = portalCsv(SIGN_INS).replace('Latency', 'Contoso tag');
    // Those of the portal that no report needs are not.
    expect((await readText(text)).unread.columns).toEqual(['Contoso tag']);
  });

  it('two downloads in one file are both read', async () => {
    const text = portalCsv(SIGN_INS) + applicationCsv([appSignIn({ code: 7000222 })]);
    const { rows } = await readText(text);
    expect(rows).toHaveLength(4);
    expect(rows[3]).toMatchObject({ app: 'inventory-sync', code: 'AADSTS7000222' });
  });

  it('what two downloads in one file share is counted once', async () => {
    const [first, second, third] = SIGN_INS as [SignInFixture, SignInFixture, SignInFixture];
    // A request may end with one code and go on with another.
    const goesOn = { ...second, code: 0, status: 'Success' as const };
    const text = portalCsv([first, second]) + portalCsv([first, goesOn, third]);
    const { rows, unread } = await readText(text);
    expect(rows.map(({ at }) => at)).toEqual([2, 3, 6, 7]);
    expect(unread).toMatchObject({ repeated: 1, rows: 0 });
    const interrupted = { ...second, status: 'Failure' as const };
    const both = await readText(portalCsv([second]) + portalCsv([interrupted]));
    expect(both.rows.map(({ outcome }) => outcome)).toEqual(['interrupted', 'failure']);
    const json = await readText(`${portalJson([first, second])}\n${portalJson([second, third])}`);
    expect(json.rows).toHaveLength(3);
    expect(json.unread.repeated).toBe(1);
    // In one download the log itself says it twice.
    expect((await readText(portalCsv([first, first]))).rows).toHaveLength(2);
  });

  it('a mark of the encoding before a later download does not hide that its times are local', async () => {
    const others = SIGN_INS.map((one) => ({ ...one, requestId: `${one.requestId}0` }));
    const text = `${portalCsv(SIGN_INS)}\ufeff${logAnalyticsCsv(others, 'Local Time')}`;
    const log = await readText(text);
    expect(log.rows).toHaveLength(6);
    expect(log.isUtc).toBe(false);
  });

  it('a log that Excel saved as Unicode text is read', async () => {
    const tabs = portalCsv(SIGN_INS.slice(0, 1));
    const wide = Uint8Array.from(Buffer.from(tabs, 'utf16le'));
    expect((await readText(wide)).rows[0]).toMatchObject(FIRST);
  });

  it('local time is not passed off as UTC', async () => {
    expect((await readText(logAnalyticsCsv(SIGN_INS, 'Local Time'))).isUtc).toBe(false);
    expect((await readText(logAnalyticsCsv(SIGN_INS))).isUtc).toBe(true);
  });
});

it('progress goes to the end of the file', async () => {
  const text = portalCsv(ordinary(6000));
  const told: number[] = [];
  const log = new Blob([text]);
  await readLog(log, {
    isKnownHresult: () => false,
    onProgress: ({ bytes, ofBytes, rows }) => {
      expect(ofBytes).toBe(log.size);
      expect(rows).toBeGreaterThanOrEqual(told.length);
      told.push(bytes);
    },
  });
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(log.size);
});

describe('records that a product gathered, one JSON in a line', () => {
  const record = (user: string) => ({
    result_type: '50126',
    properties: {
      app_display_name: 'Ledger',
      user_principal_name: user,
      status: { error_code: 50126 },
      created_at: '2026-11-03T08:12:44Z',
    },
  });
  const nested = { _source: { azure: { signinlogs: record('mia@contoso.com') }, host: { id: 7 } } };
  const flat = {
    'azure.signinlogs.result_type': '50126',
    'azure.signinlogs.properties.user_principal_name': 'ben@contoso.com',
    'azure.signinlogs.properties.app_display_name': 'Ledger',
  };

  it.each([
    ['names within names', nested, 'mia@contoso.com'],
    ['names with dots', flat, 'ben@contoso.com'],
  ])('are read with %s', async (_, document, user) => {
    const { rows } = await readText(`${JSON.stringify(document)}\n`.repeat(2));
    expect(rows).toMatchObject([
      { code: 'AADSTS50126', user, app: 'Ledger', outcome: 'failure' },
      { code: 'AADSTS50126', user, app: 'Ledger', outcome: 'failure' },
    ]);
  });

  it('are none where another product wrote them', async () => {
    const other = { _source: { okta: { outcome: { result: 'DENY' }, actor: 'mia@contoso.com' } } };
    await expect(readText(`${JSON.stringify(other)}\n`)).rejects.toThrow('No log');
  });
});

describe('a file of a spreadsheet', () => {
  const text = spanishCsv(SIGN_INS).replace('\ufeff', '');
  const letters = (bytesOf: (code: number) => number[]) =>
    Uint8Array.from(Array.from(text).flatMap((letter) => bytesOf(letter.charCodeAt(0))));

  it.each([
    ['in the Western code page', letters((code) => [code])],
    [
      'in UTF-16, big end first',
      Uint8Array.of(0xfe, 0xff, ...letters((code) => [code >> 8, code & 0xff])),
    ],
  ])('is read %s', async (_, bytes) => {
    const { rows, unread } = await readText(text);
    expect(await readText(bytes)).toMatchObject({ rows, unread });
  });

  it('is an archive where it is the workbook itself', async () => {
    const workbook = new Blob([Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0), text]);
    expect(await readLog(workbook, { isKnownHresult: () => false })).toBe('archive');
  });
});
