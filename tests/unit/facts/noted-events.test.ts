import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const codesIn = (text: string) =>
  factsOf('event', text).flatMap((one) => /^event\.code=(.+)/.exec(one)?.[1] ?? []);

const FAILED = 'AAD Cloud AP plugin call SignDataWithCert returned error: 0xC000006D';

describe('an event with its source and computer in one line of notes', () => {
  it.each([
    `Event ID 1104, source AAD on LAP-12: ${FAILED}`,
    `2) Event ID: 1104, source: AAD on LAP-12: ${FAILED}`,
    `Ereignis 1104, Quelle AAD auf LAP-12: ${FAILED}`,
  ])('is read with its message: %s', (text) => {
    expect(codesIn(`Two things from today.\n\n${text}`)).toEqual(['EVENT1104-AAD']);
    expect(recordsOf('event', text)[0]!.codes).toEqual(['0xC000006D']);
  });

  it('is one of two that stand below each other', () =>
    expect(
      codesIn(
        `Event ID: 1104, source AAD on LAP-12: ${FAILED}\nEvent ID: 1098, source AAD on LAP-14: Error 0xCAA2000C`,
      ),
    ).toEqual(['EVENT1104-AAD', 'EVENT1098-AAD']));

  it.each([
    'Event ID 1104, source Contoso Backup on LAP-12: call Copy returned error: 0x80070005',
    'Event ID 41, source AAD on LAP-12: nothing of interest',
    'Rechnung 1104, Quelle AAD auf Seite 2: 12,00',
  ])('is none of another log or number: %s', (text) => expect(codesIn(text)).toEqual([]));
});

describe('a headline whose parts have strokes between them', () => {
  const headed = (headline: string) =>
    `${headline}\nAadCloudAPPlugin Operation, ${FAILED}\nThe printer says 0x80070709, too.`;

  it.each([
    'Event ID 1104 / Microsoft-Windows-AAD / Computer LAP-12',
    'Event 1104 | AAD | LAP-12',
    'Ereignis 1104 / Microsoft-Windows-AAD/Betriebsbereit / LAP-12',
    'Event ID 1104 / AAD',
  ])('has its message in the next line alone: %s', (headline) => {
    const [event, ...others] = recordsOf('event', headed(headline));
    expect(others).toEqual([]);
    expect(codesIn(headed(headline))).toEqual(['EVENT1104-AAD']);
    expect(event!.codes).toEqual(['0xC000006D']);
  });

  it.each([
    'Event 1104 / Contoso AAD tools / LAP-12',
    'Event 12 / 2026 / AAD',
    'Event 1104 / 1105',
  ])('is none of something else: %s', (headline) =>
    expect(codesIn(`${headline}\nNothing was copied.`)).toEqual([]),
  );
});

describe('events that name no log but a task category of one', () => {
  const event = (category: string) =>
    `Event ID: 1025 Task Category: ${category}\nHttp request status: 400. Method: POST Endpoint Uri: https://login.microsoftonline.com/common/oauth2/token`;

  it('are of that log, also where a forum quotes them', () => {
    for (const text of [
      event('AadCloudAPPlugin Operation'),
      event('AadTokenBrokerPlugin Operation'),
      `[quote]${event('AadCloudAPPlugin Operation')}[/quote]\nAny idea?`,
      `[quote="ola"]\n${event('AadCloudAPPlugin Operation')}\n[/quote]`,
    ]) {
      expect(codesIn(text), text).toEqual(['EVENT1025-AAD']);
      expect(factsOf('event', text).join()).toContain('Http request status: 400');
      expect(factsOf('event', text).join()).not.toContain('[/quote]');
    }
  });

  it.each(['None', 'AadSync Operation', 'Logon'])('are of none otherwise: %s', (category) =>
    expect(codesIn(event(category))).toEqual([]),
  );
});

describe('a message that somebody cites with its id behind it', () => {
  it.each([
    `"${FAILED}" id 1104, a lot`,
    `Event viewer, AAD:\n   "${FAILED}" (event id 1104)`,
    `„${FAILED}“ Event-ID: 1104`,
  ])('is an event where one source alone writes it: %j', (text) => {
    expect(codesIn(text)).toEqual(['EVENT1104-AAD']);
    expect(recordsOf('event', text)[0]!.codes).toEqual(['0xC000006D']);
  });

  it.each([
    `"${FAILED}" id 77`,
    `"${FAILED}" id 1104-2`,
    `We did not get "${FAILED}" id 1104`,
    `If you see "${FAILED}" id 1104, wait.`,
    `"${FAILED}" id 1104: what is that?`,
    '"Copy failed with 0x80070005" id 1104',
    `${FAILED} id 1104`,
  ])('is none with another id or message: %s', (text) => expect(codesIn(text)).toEqual([]));
});

describe('a log in notes, with the id of its event below', () => {
  const noted = (log: string, id = 'Event ID 76') =>
    `Log: ${log}\n${id}\nAuto MDM Enroll: Device Credential (0x0), Failed (Unknown Win32 Error code: 0x80180026)`;
  const MDM = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin';

  it.each(['Event ID 76', 'Event 76', 'Event ID: 76'])('is an event: %s', (id) => {
    expect(codesIn(noted(MDM, id))).toEqual(['EVENT76-MDM']);
    expect(recordsOf('event', noted(MDM, id))[0]!.codes).toEqual(['0x80180026']);
  });

  it('is none where something else stands between', () =>
    expect(
      codesIn('Log: AAD/Operational\nVersion 2.1 of our backup\nEvent ID 76\nFailed: 0x80070005'),
    ).toEqual([]));

  it.each(['C:\\Temp\\enroll.log', 'error', 'Contoso-Backup/Admin', 'Application'])(
    'is none of ours: %s',
    (log) => expect(codesIn(noted(log))).toEqual([]),
  );
});

describe('a row of dsregcmd behind the command', () => {
  it.each(['5) dsregcmd /status -> AzureAdPrt : NO', 'dsregcmd => AzureAdPrt : NO'])(
    'is read: %s',
    (text) => expect(factsOf('dsregcmd', text)).toContain('prt.present=NO'),
  );

  it.each([
    'dsregcmd /status -> send me AzureAdPrt : YES or NO',
    'klist -> AzureAdPrt : NO',
    'dsregcmd /leave -> AzureAdPrt : NO',
  ])('is none: %s', (text) => expect(recordsOf('dsregcmd', text)).toEqual([]));
});

describe('events in a list below the name of their log', () => {
  const listed = (heading: string, ...rows: string[]) => [heading, '', ...rows].join('\n');
  const LOG = 'On LAP-7 (AAD/Operational, newest first), typed off the screen:';
  const ROWS = [
    '- 08:41:07  Error 1084  "Logon failure. Status: 0xC000023C"',
    '- 08:40:51  Information 1144  "User UPN: user@contoso.com"',
  ];

  it('are read with their times, levels and messages', () => {
    const events = recordsOf('event', listed(LOG, ...ROWS));
    expect(events.map(({ title }) => title)).toEqual(['AAD 1084', 'AAD 1144']);
    expect(events[0]!.codes).toEqual(['0xC000023C']);
    const of = (name: string) =>
      events.map(({ facts }) => facts.find((fact) => fact.name === name)?.value);
    expect(of('event.time')).toEqual(['08:41:07', '08:40:51']);
    expect(of('event.level')).toEqual(['Error', 'Information']);
  });

  it('are those of the log alone: what stands below another heading is of something else', () => {
    const other = '- 08:41:07  Error 1105  "Could not allocate space"';
    expect(codesIn(listed(LOG, ROWS[0]!, '', 'SQL Server:', other))).toEqual(['EVENT1084-AAD']);
    expect(codesIn(listed(LOG, ROWS[0]!, '', 'SQL Server wrote to us', '', other))).toEqual([
      'EVENT1084-AAD',
    ]);
  });

  it.each([
    listed('Errors of our app, not of AAD/Operational:', ...ROWS),
    listed('Events of Contoso Backup/Operational, newest first:', ...ROWS),
    listed(LOG, '- 08:41:07  Error 9084  "Logon failure."'),
    listed(LOG, '- 08:41:07  Room 1084  "Logon failure."'),
  ])('are none otherwise: %j', (text) => expect(codesIn(text)).toEqual([]));
});

describe('an event in words with the prerequisites of Windows Hello as a list', () => {
  const CHECKS = [
    'the ones with No are',
    ' User has logged on with Microsoft Entra credentials: No',
    'and those with Yes',
    ' Windows Hello for Business policy is enabled: Yes',
    ' Local computer meets Windows hello for business hardware requirements: Yes',
  ];
  const told = (sentence: string, checks = CHECKS) => [sentence, '', ...checks].join('\n');
  const of = (text: string) => factsOf('event', text).filter((fact) => fact.startsWith('hello.'));

  it.each([
    'In event viewer (User Device Registration / Admin) there is a warning 360:',
    'Im Protokoll User Device Registration steht eine Warnung 360, dann die Liste',
  ])('has the checks as its own: %s', (sentence) => {
    expect(codesIn(told(sentence))).toEqual(['EVENT360']);
    expect(of(told(sentence))).toEqual([
      'hello.isUserAzureAd=NO',
      'hello.policyEnabled=YES',
      'hello.deviceEligible=YES',
    ]);
  });

  it('are those of each event where two are told', () => {
    const events = ['Warning in User Device Registration: event 360', ...CHECKS.slice(3)];
    const other = events.map((row) => row.replace('360', '362').replace('Yes', 'No'));
    const [first, second] = recordsOf('event', [...events, ...other].join('\n')).map(({ facts }) =>
      facts.flatMap(({ name, value }) => (name.startsWith('hello.') ? [value] : [])),
    );
    expect(first).toEqual(['YES', 'YES']);
    expect(second).toEqual(['NO', 'NO']);
  });

  it('ends where a check comes again: it is of another computer', () =>
    expect(
      of(
        told('In User Device Registration there is a warning 360:', [
          ...CHECKS,
          'The other laptop says',
          ' Windows Hello for Business policy is enabled: No',
          ' User account has Cloud TGT: No',
        ]),
      ),
    ).toEqual(['hello.isUserAzureAd=NO', 'hello.policyEnabled=YES', 'hello.deviceEligible=YES']));

  it.each([
    told('User Device Registration has no event 360, though:'),
    told('Look into User Device Registration for the event 360:'),
    told('In User Device Registration the event 358 should look like this:'),
    told('In User Device Registration there is a warning 360. What we expected:'),
    told('Is there in User Device Registration a warning 360?'),
    told('In User Device Registration there is an error 304:'),
    told('In Contoso Registration there is a warning 360:'),
    told('In User Device Registration there is a warning 360:', ['Policy: Yes', 'Asked: No']),
  ])('has none of other texts: %j', (text) => expect(of(text)).toEqual([]));
});
