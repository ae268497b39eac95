import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIds, findLabeledId } from '../../../detection/find-ids';
import type { SignInIds } from '../../../detection/find-ids';
import { expectLinear, HOSTILE_PIECES } from './hostile';

const A = '790d21d9-3f1e-4c55-9a8b-3c1e5d7f0a01';
const B = '1a2b3c4d-0f0f-4e4e-8d8d-0123456789ab';
const TIME = '2026-01-05T10:11:12.345Z';

const valid: [name: string, text: string, ids: SignInIds][] = [
  [
    'the rows of a block page',
    `Error Code: 53003\nRequest Id: ${A}\n\nCorrelation Id: ${B}\nTimestamp: ${TIME}\n` +
      `App name: Contoso Expenses\nApp id: ${A}\nIP address: 203.0.113.4\nDevice identifier: ${B}\n` +
      'Device platform: Windows 10\nDevice state: Unregistered',
    {
      requestId: A,
      correlationId: B,
      timestamp: TIME,
      appName: 'Contoso Expenses',
      appId: A,
      ipAddress: '203.0.113.4',
      deviceId: B,
      devicePlatform: 'Windows 10',
      deviceState: 'Unregistered',
    },
  ],
  [
    'rows of a device that are empty, or the heading of another list',
    '| Device State                    |\n+------+\nAzureAdJoined : YES\nDevice platform: Not available\nDevice state:',
    {},
  ],
  [
    'the same without any blank between rows',
    `Request Id${A}Correlation Id${B}Timestamp${TIME}App name: Contoso ExpensesApp id: ${A}` +
      `IP address2001:db8::17Device identifier${B}Device platform`,
    {
      requestId: A,
      correlationId: B,
      timestamp: TIME,
      appName: 'Contoso Expenses',
      appId: A,
      ipAddress: '2001:db8::17',
      deviceId: B,
    },
  ],
  [
    'a sentence with a trace id glued to a GUID',
    `Please try again.Trace ID: ${A}Correlation ID: ${B}Timestamp: 2018-09-22 00:50:11Z`,
    { traceId: A, correlationId: B, timestamp: '2018-09-22 00:50:11Z' },
  ],
  [
    'the details pane of the sign-in log',
    `Date\n1/5/2026, 10:11:12 AM\nRequest ID\n${A}\nCorrelation ID\n${B}\nUser\nJo Doe\n` +
      `Username\nuser@contoso.com\nApplication\nAzure Portal\nApplication ID\n${A}\n` +
      'IP address\n203.0.113.9',
    {
      requestId: A,
      correlationId: B,
      userPrincipalName: 'user@contoso.com',
      appName: 'Azure Portal',
      appId: A,
      ipAddress: '203.0.113.9',
    },
  ],
  [
    'JSON',
    `{"timestamp":"2026-01-05 10:11:12Z","trace_id":"${A}","correlation_id":"${B}","appId":"${A}",` +
      '"appDisplayName":"Graph Explorer","ipAddress":"203.0.113.4","userPrincipalName":"user@contoso.com"}',
    {
      timestamp: '2026-01-05 10:11:12Z',
      traceId: A,
      correlationId: B,
      appId: A,
      appName: 'Graph Explorer',
      ipAddress: '203.0.113.4',
      userPrincipalName: 'user@contoso.com',
    },
  ],
  [
    'escaped JSON',
    `denied.\\\\r\\\\nTrace ID: ${A}\\\\r\\\\nCorrelation ID: ${B}\\\\r\\\\n\\"timestamp\\":\\"${TIME}\\"`,
    { traceId: A, correlationId: B, timestamp: TIME },
  ],
  [
    'an address',
    `AADSTS65004%3a+no.%0d%0aTrace+ID%3a+${A}%0d%0aCorrelation+ID%3a+${B}%0d%0a` +
      'Timestamp%3a+2019-09-24+18%3a34%3a26Z&state=12345',
    { traceId: A, correlationId: B, timestamp: '2019-09-24 18:34:26Z' },
  ],
  ['braces', `AdalCorrelationId: {${A.toUpperCase()}}`, { correlationId: A.toUpperCase() }],
  [
    'German',
    `Anforderungs-ID: ${A}\nKorrelations-ID: ${B}\nZeitstempel: ${TIME}\nIP-Adresse: 203.0.113.4\n` +
      `Benutzerprinzipalname: user@contoso.com\nAnwendungs-ID: ${A}\nGeräte-ID: ${B}`,
    {
      requestId: A,
      correlationId: B,
      timestamp: TIME,
      ipAddress: '203.0.113.4',
      userPrincipalName: 'user@contoso.com',
      appId: A,
      deviceId: B,
    },
  ],
  [
    'French',
    `ID de la demande : ${A}\nID de corrélation : ${B}\nHorodatage : ${TIME}\nAdresse IP : 203.0.113.4` +
      `\nNom d’utilisateur : user@contoso.com\nID de l’application : ${A}`,
    {
      requestId: A,
      correlationId: B,
      timestamp: TIME,
      ipAddress: '203.0.113.4',
      userPrincipalName: 'user@contoso.com',
      appId: A,
    },
  ],
  [
    'Spanish',
    `Id. de solicitud: ${A}\nId. de correlación: ${B}\nMarca de tiempo: ${TIME}\nUsuario: user@contoso.com`,
    { requestId: A, correlationId: B, timestamp: TIME, userPrincipalName: 'user@contoso.com' },
  ],
  [
    'Portuguese',
    `ID da solicitação: ${A}\nID de correlação: ${B}\nCarimbo de data/hora: ${TIME}`,
    { requestId: A, correlationId: B, timestamp: TIME },
  ],
  [
    'Japanese',
    `要求 ID：${A}\n関連付け ID：${B}\nタイムスタンプ：${TIME}\nIP アドレス：203.0.113.4`,
    { requestId: A, correlationId: B, timestamp: TIME, ipAddress: '203.0.113.4' },
  ],
  [
    'Chinese',
    `请求 ID: ${A} 跟踪 ID: ${A} 相关 ID: ${B} 时间戳: 2015-12-15 21:09:31Z`,
    { requestId: A, traceId: A, correlationId: B, timestamp: '2015-12-15 21:09:31Z' },
  ],
  [
    'a name that somebody made to mislead',
    `App name: Contoso\u202e Admin\nUser: jo\u200b@contoso.com\nCorrelation ID: ${B}`,
    { appName: 'Contoso Admin', correlationId: B },
  ],
  [
    'the first valid one',
    `correlationId=400\nCorrelation ID: ${A}\nCorrelation ID: ${B}`,
    { correlationId: A },
  ],
  [
    'one line of a report',
    'Error Code: 53003, Application: Microsoft Azure CLI (04b07795-...), IP: 203.0.113.219, Device State: x',
    { appName: 'Microsoft Azure CLI (04b07795-...)', ipAddress: '203.0.113.219' },
  ],
  [
    'a user in quotes',
    "User 'user-1@contoso.com' is blocked",
    { userPrincipalName: 'user-1@contoso.com' },
  ],
  [
    'the address of another page, with what is encoded in no way that we know',
    `Correlation+ID%3a+${A}%0d%0aUsername%3a+user%40contoso.com%0d%0aApp+name%3a+Caf%e9`,
    { correlationId: A, userPrincipalName: 'user@contoso.com', appName: 'Caf%e9' },
  ],
  [
    'a cell glued behind',
    'Username: user@contoso.comApplication',
    { userPrincipalName: 'user@contoso.com' },
  ],
];

const invalid: [name: string, text: string][] = [
  ['a GUID without a label', `profile ${A} failed`],
  ['placeholders', 'Correlation ID: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx\nTrace ID: [REDACTED]'],
  ['a status', 'correlationId=400'],
  ['zeros', 'Correlation ID: 00000000-0000-0000-0000-000000000000'],
  ['a longer GUID', `Correlation ID: ${A}7`],
  ['a broken GUID', 'Trace ID: 9[15](https://example.com)d52ba-4181-49ad-b614-c8321c3a4400'],
  ['a broken time', 'Timestamp: 2024-06-20 00:[16](https://example.com):43Z'],
  ['an impossible time', 'Timestamp: 2024-13-45T10:11:12Z'],
  ['a date of something else', 'Update 2026-01-05T10:11:12Z'],
  ['prose about an application', `Application with identifier '${A}' was not found`],
  ['an unavailable device', 'Device identifier: Not available'],
  ['an unknown app', 'App name: Not available'],
  ['an empty app name', 'App name:\nApp id:\n'],
  ['a version', 'IP address: 10.0.19045.3 and 1.2.3.4.5'],
  ['an impossible address', 'IP address: 203.0.113.400'],
  ['an address without a label', 'Mail user1@contoso.com or user-1@contoso.com'],
  ['another request', `client-request-id: ${A}`],
  ['a header row', `Request ID\tUser\tCorrelation ID\n${A}`],
];

describe('findIds', () => {
  it.each(valid)('reads %s', (_, text, ids) => {
    expect(findIds(text)).toEqual(ids);
  });

  it.each(invalid)('reads nothing from %s', (_, text) => {
    expect(findIds(text)).toEqual({});
  });

  it('never throws', () => {
    const words = fc.constantFrom(
      'Correlation ID',
      ': ',
      A,
      'IP address',
      '%3a',
      '%c3',
      '::',
      '\\r',
      'User',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
        findIds(parts.join(''));
      }),
    );
  });

  it.each(HOSTILE_PIECES)('does linear work on %j repeated', (piece) => {
    expectLinear(findIds, piece);
  });
});

describe('findLabeledId', () => {
  it.each([
    ['Correlation ID', A, { correlationId: A }],
    ['Request ID:', ` ${A}\n`, { requestId: A }],
    ['User principal name?', 'user@contoso.com', { userPrincipalName: 'user@contoso.com' }],
    ['Username', 'user@contoso.com', { userPrincipalName: 'user@contoso.com' }],
    ['Application', 'Azure Portal', { appName: 'Azure Portal' }],
    ['Application ID', A, { appId: A }],
    ['Device ID', A, { deviceId: A }],
    ['EntraIdDeviceId', A, { deviceId: A }],
    ['AadDeviceId', A, { deviceId: A }],
    ['AccountUpn', 'user@contoso.com', { userPrincipalName: 'user@contoso.com' }],
    ['AppDisplayName', 'Azure Portal', { appName: 'Azure Portal' }],
    ['IPAddress', '203.0.113.9', { ipAddress: '203.0.113.9' }],
    ['IP address', '203.0.113.255', { ipAddress: '203.0.113.255' }],
    ['IP address', '203.0.113.256', {}],
    ['IP address', '2001:db8::1', { ipAddress: '2001:db8::1' }],
    ['IP address', '2001:db8:0:0:0:0:0:1', { ipAddress: '2001:db8:0:0:0:0:0:1' }],
    ['IP address', '2001:db8::', { ipAddress: '2001:db8::' }],
    ['IP address', '::ffff:203.0.113.9', { ipAddress: '::ffff:203.0.113.9' }],
    ['IP address', '2001:db8:0:0:0:0:203.0.113.9', { ipAddress: '2001:db8:0:0:0:0:203.0.113.9' }],
    ['Date', TIME, { timestamp: TIME }],
    ['Application', 'Überstunden', { appName: 'Überstunden' }],
    ['アプリケーション', '経費精算', { appName: '経費精算' }],
    // What nobody sees is left out: it would turn a ticket around, or hide in it.
    ['Application', 'Contoso \u202egpj.exe\u202c', { appName: 'Contoso gpj.exe' }],
    ['Application', '\u200eContoso\u0000\u001b[2J', { appName: 'Contoso[2J' }],
    ['Id. de solicitud', A, { requestId: A }],
    ['相关 ID', A, { correlationId: A }],
  ])('reads %j beside %j', (label, value, ids) => {
    expect(findLabeledId(label, value)).toEqual(ids);
  });

  it.each([
    ['Correlation ID', '400'],
    ['Correlation ID', `see ${A}`],
    ['Resource ID', A],
    ['OriginalRequestId', A],
    ['AccountObjectId', A],
    ['About the correlation ID', A],
    ['Device ID', 'Not available'],
    ['Application', '-WhatIf'],
    ['Application', '\u202e-WhatIf'],
    ['Application', '\u200e\u200f'],
    ['User', '-Force@contoso.com'],
    ['User', 'jo\u202eod@contoso.com'],
    ['User', 'jo\u0007@contoso.com'],
    ['Application', 'Not available'],
    ['User', 'Jo Doe'],
    ['IP address', '203.0.113.999'],
    ['IP address', '::ffff:203.0.113.999'],
    ['IP address', '2001:db8::1::2'],
    ['IP address', '2001:db8:0:0:0:0:1'],
    ['IP address', '2001:db8:0:0:0:0:0:0:1'],
    ['IP address', '2001:db8:0:0::0:0:0:1'],
    ['IP address', '2001:db8:0:0:0:0:0:203.0.113.9'],
    ['IP address', '2001:db8:0:0:0:0:0:12345'],
    ['Date', '1/5/2026'],
    ['', A],
  ])('reads nothing from %j beside %j', (label, value) => {
    expect(findLabeledId(label, value)).toEqual({});
  });
});
