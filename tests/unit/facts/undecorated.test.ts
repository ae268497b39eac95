import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFacts } from '../../../facts/read-facts';
import { shapeOf } from '../../../facts/text-shape';
import { undecorated } from '../../../facts/undecorated';

const PASTES = parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/texts/pastes.yml'), 'utf8'),
) as { text: string }[];

const eachLine = (change: (line: string, at: number) => string) => (text: string) =>
  text
    .split(/\r?\n/)
    .map((line, at) => change(line, at))
    .join('\n');

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What programs put around a text, and how many of a hundred values may be lost by it. */
const DECORATIONS: readonly (readonly [string, (text: string) => string])[] = [
  ['the quote signs of a mail', eachLine((line) => `> > ${line}`)],
  ['the numbers of its lines', eachLine((line, at) => `${String(at + 1).padStart(4)} | ${line}`)],
  ['the colors of a console', eachLine((line) => `\u001b[33m${line}\u001b[0m`)],
  ['what is left of colors', eachLine((line) => `[33m${line}[0m`)],
  ['the times of a build log', eachLine((line) => `2026-11-18T06:11:02.4410012Z ${line}`)],
  ['the name of a container', eachLine((line) => `worker-1  | ${line}`)],
  ['HTML', eachLine((line) => `<p>${escaped(line) || '&nbsp;'}<o:p></o:p></p>`)],
  ['blanks that do not break', (text) => text.replaceAll(' ', '\u00a0')],
  ['signs of no width', eachLine((line) => `\u200b${line}`)],
  ['a string of JSON', (text) => JSON.stringify(text)],
];

const valuesOf = (text: string) =>
  readFacts(text).records.flatMap(({ facts, codes }) => [
    ...facts.map(({ name, value }) => `${name}=${value}`),
    ...codes,
  ]);

describe('a paste', () => {
  const plain = PASTES.map(({ text }) => valuesOf(text));
  const all = plain.flat().length;

  it.each(DECORATIONS)('within %s keeps its values, and gets hardly another one', (_, decorate) => {
    let lost = 0;
    let other = 0;
    PASTES.forEach(({ text }, at) => {
      const values = valuesOf(decorate(text));
      lost += plain[at]!.filter((one) => !values.includes(one)).length;
      other += values.filter((one) => !plain[at]!.includes(one)).length;
    });
    expect(lost / all).toBeLessThan(0.02);
    expect(other / all).toBeLessThan(0.02);
  });

  it('names the lines of the text that was given', () => {
    const text = 'Hi,\n\n<p>AzureAdJoined : YES<br>DomainJoined : NO</p>\n<p>AzureAdPrt : NO</p>';
    const html = `<div>${text}</div>`;
    expect(
      readFacts(html).records.flatMap(({ facts }) =>
        facts.map(({ label, source }) => `${label} ${source.line}`),
      ),
    ).toEqual(['AzureAdJoined 3', 'DomainJoined 3', 'AzureAdPrt 4']);
  });
});

describe('lines that a mail program broke', () => {
  it('are joined within a value', () => {
    const text = [
      'Hello, since last week nobody on the second floor can sign in to the',
      'payroll app any more, and we have no idea what was changed. We get',
      'AADSTS7000215: Invalid client secret provided. Ensure the secret being',
      'sent in the request is the client secret value, not the client secret ID',
      'of it.',
    ].join('\n');
    expect(undecorated(text).text).toContain('Ensure the secret being sent in the request is');
  });

  it('are left where each is a row of its own', () => {
    const rows = [
      '             DeviceAuthStatus : FAILED. Device is either disabled or no',
      '              TenantDetailsUrl : https://contoso.example/a/long/address',
      '                    KeyProvider : Microsoft Platform Crypto Provider 12',
      '                   TpmProtected : YES, and this row is a long one as well',
      '                     AzureAdPrt : YES',
    ].join('\n');
    expect(undecorated(rows).text.split('\n')).toHaveLength(5);
  });
});

const USERS = ['anna', 'bert', 'cleo', 'dora', 'emil', 'finn'];
const rowsOf = (row: (user: string, at: number) => string) => USERS.map(row).join('\n');
const cutAt = (width: number, text: string) =>
  text.length > width ? `${text.slice(0, width - 3)}...` : text;
const LONG = ' The authorization grant failed, and so did each further one'.repeat(3);

/** Rows of which each is about a sign-in of its own, as wide as what programs break at their edge. */
const ROWS: readonly (readonly [string, string])[] = [
  ...[79, 80, 119, 120].flatMap((width) => [
    [
      `a table cut at ${width}`,
      rowsOf((_, at) =>
        cutAt(
          width,
          `11/10/2026 10:00:0${at} AM         1098 Error            0xCAA2000${at}${LONG}`,
        ),
      ),
    ] as const,
    [
      `a table cut at ${width} without dots`,
      rowsOf((user, at) => `${user}@contoso.com AADSTS5001${at}${LONG}`.slice(0, width)),
    ] as const,
    [
      `a table of names cut at ${width}`,
      rowsOf((user, at) => `${user} with AADSTS5001${at}${LONG}`.slice(0, width)),
    ] as const,
    [
      `a table with a head and a rule at ${width}`,
      `Name  Message\n----  -------\n${rowsOf((user) => `${user}  failed ${LONG}`.slice(0, width))}`,
    ] as const,
  ]),
  [
    'sentences with bare numbers',
    rowsOf(
      (user, at) =>
        `${user} cannot sign in to the app Contoso Expenses since 5001${at} is what comes`,
    ),
  ],
  [
    'sentences with numbers of Windows',
    rowsOf(
      (user, at) =>
        `${user} cannot sign in to the app Contoso Expenses since 0xCAA2000${at} is seen`,
    ),
  ],
  [
    'a CSV by user',
    rowsOf(
      (user) => `${user}@contoso.com,2026-11-10T10:00:00Z,Contoso Expenses,50011,Failure,Browser`,
    ),
  ],
  [
    'a CSV by name',
    rowsOf(
      (user, at) => `${user} Berg,2026-11-10T10:00:00Z,Contoso Expenses,5001${at},Failure,Browser`,
    ),
  ],
  [
    'events of a German system',
    rowsOf(
      (_, at) =>
        `10.11.2026 10:00:0${at} 1098 Fehler Microsoft-Windows-AAD Error: 0xCAA2000${at} The`,
    ),
  ],
  [
    'a syslog',
    rowsOf(
      (user, at) =>
        `Nov 10 10:00:0${at} srv1 app[12]: user ${user} got AADSTS5001${at} and was seen`,
    ),
  ],
  [
    'a log without times',
    rowsOf(
      (user, at) =>
        `user ${user}@contoso.com got AADSTS5001${at} at ten o'clock in the app Contoso`,
    ),
  ],
  [
    'a log of IIS',
    rowsOf(
      (user, at) =>
        `203.0.113.${at} GET /signin-oidc error=AADSTS5001${at} user=${user} 401 0 0 15 x`,
    ),
  ],
];

describe('rows as wide as an edge', () => {
  it.each(ROWS)('are left alone: %s', (_, text) => {
    expect(undecorated(text)).toEqual({ text });
  });

  it('are an event each where the console cut their messages', () => {
    const text = [
      'TimeCreated                      Id LevelDisplayName Message',
      '-----------                      -- ---------------- -------',
      ...[3, 4, 5, 6].map(
        (at) =>
          `11/10/2026 10:00:0${at} AM         1098 Error            Error: 0xCAA2000${at} The au...`,
      ),
    ].join('\n');
    expect(readFacts(text).records.map(({ codes }) => codes)).toEqual(
      [3, 4, 5, 6].map((at) => [`0xCAA2000${at}`]),
    );
  });
});

const SIGN_INS = ['No', 'Date', 'User', 'Application', 'Sign-in error code', 'Request ID'];
const numbered = (separator: string, first = 1) =>
  Array.from({ length: 8 }, (_, at) =>
    [
      at + first,
      `2026-11-10T10:0${at}:00Z`,
      `user${at}@contoso.com`,
      'Contoso Expenses',
      50011 + at,
      '11111111-2222-3333-4444-555555555555',
    ].join(separator),
  ).join('\n');
const eight = (line: (at: number) => string) =>
  Array.from({ length: 8 }, (_, at) => line(at + 1)).join('\n');

describe('what belongs to a text', () => {
  it.each([
    [
      'the points of a list',
      `Do this:\n\n${eight((at) => `${at}: choose user ${at}`)}\n\nThanks,\nA`,
    ],
    ['the points of a list with signs', `Do this:\n${eight((at) => `- choose user ${at}`)}`],
    ['the rows of a table', `${SIGN_INS.join('\t')}\n${numbered('\t')}`],
    ['the rows of a table without a head', numbered('\t')],
    ['the rows of a table with blanks', `${SIGN_INS.join('  ')}\n${numbered('  ')}`],
    ['the rows of a table with pipes', `${SIGN_INS.join(' | ')}\n${numbered(' | ')}`],
    ['the events of a table, by number', `Id\tMessage\n${eight((at) => `${303 + at}\tfailed`)}`],
    ['a table of codes', `Code | Count\n${eight((at) => `${at} | AADSTS5001${at}`)}`],
    [
      'the devices of a table',
      `${eight(() => 'PC-001 | AzureAdJoined : YES')}\n${eight(() => 'PC-002 | AzureAdJoined : NO')}`,
    ],
    ['the devices of a table of three', eight((at) => `PC-001 | Setting ${at} | YES`)],
    [
      'a device below the head of a table',
      `Device | Message\n${eight((at) => `PC-001 | ${at} failed`)}`,
    ],
    ['half a bracket', eight((at) => `4th-device] AADSTS5001${at}`)],
    ['the boxes of dsregcmd', '+----+\n| Device State |\n+----+\n| User State |\n+----+'],
    ['a table of Markdown', `| a | b |\n|---|---|\n${eight((at) => `| ${at} | 2 |`)}`],
    ['a heading', eight((at) => `# Step ${at}\ntext`)],
    ['paragraphs', eight((at) => `Paragraph ${at}.\n`)],
    ['the duration in a query', 'rate(signins[5m])'],
    ['XML', '<Event>\n<System>\n<EventID>304</EventID>\n</System>\n</Event>'],
    ['cells in quotes', '"Id","Message","User"\n"1098","failed","CONTOSO\\nadine"'],
    ['two strings', '"AADSTS50011: x\\ny"\n"AADSTS65001: x\\ny"'],
    ['a name in Persian', 'می\u200cخواهم'],
  ])('stays: %s', (_, text) => {
    expect(undecorated(text)).toEqual({ text });
  });

  it('stays in its column', () => {
    const { records } = readFacts(`${SIGN_INS.join('\t')}\n${numbered('\t')}`);
    expect(records.flatMap(({ codes }) => codes)).toContain('AADSTS50018');
    expect(
      records.flatMap(({ facts }) =>
        facts.filter(({ name }) => name === 'signIn.userDisplayName').map(({ value }) => value),
      ),
    ).toContain('user7@contoso.com');
  });
});

describe('what was put around a text', () => {
  const rows = ['AzureAdJoined : YES', 'DomainJoined : NO', 'TpmProtected : YES', 'NgcSet : NO'];
  const text = [...rows, ...rows].join('\n');

  it.each([
    ['numbers with a tab', eachLine((line, at) => `${at + 1}\t${line}`)(text)],
    ['numbers with blanks', eachLine((line, at) => `${at + 1}  ${line}`)(text)],
    ['numbers with a colon', eachLine((line, at) => `${at + 1}: ${line}`)(text)],
    ['the name of a container', eachLine((line) => `[worker-1] ${line}`)(text)],
  ])('comes off: %s', (_, decorated) => {
    expect(undecorated(decorated).text).toBe(text);
  });

  it('comes off where a blank line stands behind each', () => {
    const many = `${text}\n${text}`;
    expect(undecorated(many.replaceAll('\n', '\n\n')).text).toBe(many);
  });

  it('is a string below blank lines, whose line is named', () => {
    expect(undecorated('\n\n"NgcSet : NO\\nTpmProtected : YES"')).toEqual({
      text: 'NgcSet : NO\nTpmProtected : YES',
      numbers: [3, 3],
    });
  });
});

describe('the headings of dsregcmd', () => {
  it('are no rules of a table, in whose lines one would be looked for', () => {
    const mayBeDrawn = (line: string) => shapeOf(`a\n${line}\nb`).mayBeDrawn;
    expect(['| Device State |', '+--------------+', '|  SSO  |'].filter(mayBeDrawn)).toEqual([]);
    const rules = ['|---|---|', '| --- | --- |', '| :-- | --: |', '|===|===|', '+---+---+'];
    expect(rules.filter(mayBeDrawn)).toEqual(rules);
  });
});

describe('an output in a chat', () => {
  const chat = (time: string) =>
    `${time}helpdesk: run dsregcmd\n${time}kurt: NgcSet : YES\nAzureAdJoined : YES\nAzureAdPrt : NO\n${time}helpdesk: ok`;

  it.each([
    '[08:21] ',
    '08:21 ',
    '[21.11.2026, 08:21] ',
    '[21.11.26, 08:21:07] ',
    '11/21/26, 8:21 AM - ',
  ])('is one record with its first row, behind %s and a name', (time) => {
    const { records } = readFacts(chat(time));
    expect(records.map(({ facts }) => facts.map(({ name }) => name))).toEqual([
      ['user.ngcSet', 'device.azureAdJoined', 'prt.present'],
    ]);
    expect(records[0]!.from).toBe(2);
  });

  it.each([
    '2026-11-20 10:42:01 lsass',
    '10:42:01 lsass',
    '[10:42:01] lsass',
    '2026-11-20 10:42 Kurt',
    '10:42 AAD',
    '[10:42] MsalClient',
  ])('is not a record of a log whose lines have one time: %s', (stamp) => {
    const log = `${stamp}: Event ID : 1098\nSource : AAD\nError : 0xCAA5001C`;
    expect(undecorated(log).text).toBe(log);
  });

  it('is not what a log has below an entry', () => {
    const log = '08:21:01 ERROR: login failed : x\nCaused by: y : AADSTS50126\n08:22:00 INFO: z';
    expect(undecorated(log).text).toBe(log);
  });
});
