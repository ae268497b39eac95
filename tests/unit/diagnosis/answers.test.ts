import { describe, expect, it } from 'vitest';
import { textOf } from '../../../compiler/inline';
import { answerQuestions, type KnownAnswers } from '../../../diagnosis/answer-questions';
import { judgePaste } from '../../../diagnosis/judge-paste';
import { readPaste } from '../../../diagnosis/read-paste';
import { readSignInPane } from '../../../facts/read-sign-in-pane';
import { placeOf } from '../../../facts/vocabulary';
import type { Question } from '../../../lookup/entry';
import { KNOWLEDGE } from '../whole-knowledge';

const { causes, entries, rules } = KNOWLEDGE;

/** Questions that are answered, each as `question answer (value that shows it)`. */
function inWords(code: string, answers: KnownAnswers): string[] {
  const diagnosis = entries.find((one) => one.code === code && one.locale === 'en')!.diagnosis!;
  return Object.entries(answers).map(([path, { answer, evidence }]) => {
    let question: Question = diagnosis;
    for (const at of path ? path.split('.') : [])
      question = question.answers[+at]!.next as Question;
    const shown = evidence.map(({ printed }) => printed || '–').join(' | ');
    return `${textOf(question.ask)} ${textOf(question.answers[answer]!.when)} (${shown})`;
  });
}

const ofPane = (code: string, rows: Record<string, string>) =>
  inWords(
    code,
    answerQuestions(
      readSignInPane(Object.entries(rows).map(([label, value]) => ({ label, value }))),
      causes[code]!.answers,
    ),
  );

/** What a pasted text shows of a code; undefined where it shows nothing. */
const ofPaste = (code: string, text: string) => {
  const judged = judgePaste(readPaste(text, rules), code, causes[code]!, placeOf);
  return judged && inWords(code, judged.answers);
};

const answered = Object.entries(causes).filter(([, own]) => own.answers.length);

describe('answers that a record gives', () => {
  it('are known for more than half of the diagnoses', () => {
    const flagships = entries.filter(({ locale, diagnosis }) => locale === 'en' && diagnosis);
    expect(answered.length).toBeGreaterThan(flagships.length / 2);
  });

  it('come from a value that was read: an empty record gives none', () => {
    for (const [code] of answered) expect([code, ...ofPane(code, {})]).toEqual([code]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'AADSTS500121',
      { 'Result detail': 'MFA denied; user declined the authentication' },
      ['What does Result detail say? Declined (MFA denied; user declined the authentication)'],
    ],
    ['AADSTS500121', { 'Result detail': 'MFA denied; Fraud Code Entered' }, []],
    [
      'AADSTS50053',
      { 'Failure reason': "The account is locked, you've tried to sign in too many times." },
      [
        "What does Failure reason say in the sign-in log? The account is locked (The account is locked, you've tried to sign in too many times.)",
      ],
    ],
    [
      'AADSTS50053',
      {
        'Failure reason':
          'The account is locked because of too many tries, or the sign-in came from an IP address with malicious activity.',
      },
      [],
    ],
    [
      'AADSTS53000',
      { 'Device ID': '', 'Client app': 'Browser', 'Authentication Protocol': 'OAuth 2.0' },
      [
        'Is the device ID in Device info of the sign-in row filled? No (–)',
        'Where did the user sign in? Browser (Browser | OAuth 2.0)',
      ],
    ],
    // The protocol was not read: a code may have been typed on another device.
    ['AADSTS53000', { 'Client app': 'Browser' }, []],
    [
      'AADSTS53001',
      { 'Join Type': 'Microsoft Entra registered' },
      [
        'What is Join type in the sign-in row? Microsoft Entra joined or registered (Microsoft Entra registered)',
      ],
    ],
    [
      'AADSTS53009',
      { 'Operating System': 'Windows10', Managed: 'No' },
      [
        'Which system does the log show? Windows (Windows10)',
        'Is the device managed by Intune or another MDM? No (No)',
      ],
    ],
    ['AADSTS50173', { 'User type': 'Guest' }, ['Is the user a guest? Yes (Guest)']],
    [
      'AADSTS50126',
      { 'Authentication method detail': 'Password Hash Sync' },
      ['Does pass-through authentication check the password? No (Password Hash Sync)'],
    ],
    ['AADSTS50126', { 'Authentication method detail': 'Federated' }, []],
    [
      'AADSTS50034',
      { 'Authentication method': 'Password' },
      ['Did the user sign in with a certificate? No (Password)'],
    ],
    // The list of risky users is another report: that an attempt was calm says nothing of it.
    [
      'AADSTS530032',
      { 'User type': 'Member', 'Cross tenant access type': 'None' },
      ['Is the person a guest in your tenant? No (Member | None)'],
    ],
    [
      'AADSTS75011',
      {
        'Failure reason':
          "Authentication method 'X509, MultiFactor' by which the user authenticated with the service doesn't match requested authentication method 'Password, ProtectedTransport'.",
      },
      [
        "Which method does the message name as the one that was used? It holds X509 or Fido (Authentication method 'X509, MultiFactor' by which the user authenticated with the service doesn't match requested authentication method 'Password, ProtectedTransport'.)",
      ],
    ],
  ])('%s with %j', (code, rows, said) => {
    expect(ofPane(code, rows).toSorted()).toEqual(said.toSorted());
  });
});

const MESSAGE =
  "AADSTS90002: Tenant 'contoso.example' not found. Check to make sure you have the correct tenant ID.";
const STATUS = (prt: string, user = 'user@contoso.com') => `+---+
| Device State |
+---+
             AzureAdJoined : YES
              DomainJoined : YES
+---+
| SSO State |
+---+
                AzureAdPrt : ${prt}
      Server Error Description : AADSTS53001: Device is not domain joined.
+---+
| Diagnostic Data |
+---+
    Executing Account Name : ${user}
`;

describe('a pasted text', () => {
  it('answers from a message of the service alone', () => {
    expect(ofPaste('AADSTS90002', MESSAGE)).toEqual([
      `What is between the quotation marks in the message? A domain (${MESSAGE})`,
    ]);
  });
  it('says nothing of a code that it does not hold', () => {
    expect(ofPaste('AADSTS53001', MESSAGE)).toBeUndefined();
  });
  it('answers from the output of the computer', () => {
    expect(ofPaste('AADSTS53001', STATUS('NO'))).toEqual([
      'What does dsregcmd /status show? AzureAdPrt is NO (YES | NO)',
    ]);
  });
  it('of the computer account says nothing of the user’s token', () => {
    expect(ofPaste('AADSTS53001', STATUS('NO', 'CONTOSO\\PC1$, PC1$@contoso.com'))).toEqual([]);
  });
  it('answers what event 301 says from event 301 alone', () => {
    const token =
      'Source: Microsoft-Windows-User Device Registration\nEvent ID: 324\nDescription:\nUnable to get a token using the Web Account Manager. Error: Unknown HResult Error code: 0x801c03ed\nToken provider error message: AADSTS50076: you must use multi-factor authentication.';
    expect(ofPaste('0x801C03ED', token) ?? []).toEqual([]);
  });
  it('with two computers leaves open what only one of them shows', () => {
    expect(ofPaste('AADSTS53001', `${STATUS('NO')}\n\n${STATUS('YES')}`)).toBeUndefined();
  });
  it('with two sign-ins leaves open what only one of them shows', () => {
    const signIn = (trustType: string) =>
      JSON.stringify({
        createdDateTime: '2026-11-18T06:00:14Z',
        userPrincipalName: 'user@contoso.com',
        status: { errorCode: 53001 },
        deviceDetail: { trustType },
      });
    expect(ofPaste('AADSTS53001', signIn('Azure AD registered'))).toEqual([
      'What is Join type in the sign-in row? Microsoft Entra joined or registered (Azure AD registered)',
    ]);
    expect(
      ofPaste(
        'AADSTS53001',
        `[${signIn('Azure AD registered')},${signIn('Hybrid Azure AD joined')}]`,
      ),
    ).toBeUndefined();
  });
  it.each([
    [
      'EVENT304',
      'Log Name: Microsoft-Windows-User Device Registration/Admin\nSource: Microsoft-Windows-User Device Registration\nEvent ID: 304\nDescription:\nAutomatic registration failed at join phase.\nExit code: Unknown HResult Error code: 0x801c03f2\nServer error: The device object by the given id (1) is not found.\nTenant type: Managed',
      [
        'Does the server error hold words of the service? Yes (The device object by the given id (1) is not found.)',
        'Which words? Device object not found (The device object by the given id (1) is not found.)',
      ],
    ],
    [
      'EVENT305',
      'Source: Microsoft-Windows-User Device Registration\nEvent ID: 305\nDescription:\nAutomatic registration failed at authentication phase. Unable to acquire access token.\nExit code: Unknown HResult Error code: 0xcaa9002c',
      ['Which code does the event hold? 0xCAA9002C (Unknown HResult Error code: 0xcaa9002c)'],
    ],
    [
      'EVENT76-MDM',
      'Log Name: Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin\nSource: DeviceManagement-Enterprise-Diagnostics-Provider\nEvent ID: 76\nDescription:\nAuto MDM Enroll: Device Credential (0x0), Failed (Unknown Win32 Error code: 0x80180018)',
      [
        'Are there events 75 or 76 at all? 76 (EVENT76-MDM)',
        'Does the message say Device Credential (0x1)? No (Auto MDM Enroll: Device Credential (0x0), Failed (Unknown Win32 Error code: 0x80180018))',
        'Which code does the message hold? 0x80180018 (Auto MDM Enroll: Device Credential (0x0), Failed (Unknown Win32 Error code: 0x80180018) | Device Credential (0x0), Failed (Unknown Win32 Error code: 0x80180018) | 0x80180018))',
      ],
    ],
    [
      '0x801C0021',
      '+---+\n| Diagnostic Data |\n+---+\n      DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n      Client ErrorCode : 0x801c0021\n',
      ['What is the second code of DRS Discovery Test? 0x80072EE2 (FAIL [0x801c0021/0x80072ee2])'],
    ],
    [
      '0x801C03ED',
      'Source: Microsoft-Windows-User Device Registration\nEvent ID: 301\nDescription:\nNGC key registration failed.\nExit code: Unknown HResult Error code: 0x801c03ed\nServer error message: Failed to read one or more objects.',
      [
        'What does event 301 say? Failed to read one or more objects (EVENT301 | Failed to read one or more objects.)',
      ],
    ],
    [
      'AADSTS7000218',
      'AADSTS7000218: The request body must contain client_assertion.\nPOST https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token\nclient_id=11112222-3333-4444-5555-666677778888&grant_type=password&scope=openid',
      [
        'Which grant_type does the failing request hold? `password` or the device code type (password)',
      ],
    ],
  ])('answers %s', (code, text, said) => {
    expect(ofPaste(code, text)?.toSorted()).toEqual(said.toSorted());
  });
});

describe('causes of a message', () => {
  const CODE = 'AADSTS53003';
  const message = `${CODE}: Access has been blocked by Conditional Access policies.`;
  const ruledOut = (text: string) =>
    judgePaste(readPaste(text, rules), CODE, causes[CODE]!, placeOf)
      ?.causes.filter(({ state }) => state === 'ruled out')
      .map(({ cause }) => cause) ?? [];

  it.each([
    `${message} User: user@contoso.com`,
    `${message}\nRequest Id: 9e0d0bea-1111-2222-3333-444444444444\nUser: user@contoso.com`,
    `10:00:00 WARN ${message}\n  User: user@contoso.com\n10:01:00 INFO next`,
    `User: user@contoso.com\n${message}\n\nUser: user@contoso.com`,
  ])('are ruled out by its own rows: %j', (text) => {
    expect(ruledOut(text)).toEqual(['workload']);
  });
  it.each([
    `${message}\n\nKind regards\nJane\nEmail: jane@contoso.com`,
    `${message}\n\nKind regards\nUser: jane@contoso.com`,
    `${message}\nEmail: jane@contoso.com`,
    `10:00:00 WARN ${message}\n10:01:00 INFO next request user: other@contoso.com`,
    `09:59:00 INFO user: other@contoso.com\n10:00:00 WARN ${message}`,
    `${message}\n${'and so on\n'.repeat(30)}User: other@contoso.com`,
    `${message}\nUser: user@contoso.com\nnext request user: other@contoso.com`,
  ])('are not ruled out by what may be of something else: %j', (text) => {
    expect(ruledOut(text)).toEqual([]);
  });
});

describe('causes of a join that found no device object', () => {
  const joining = (domain: string, type: string) => `+---+
| Device State |
+---+
             AzureAdJoined : NO
              DomainJoined : ${domain}
+---+
| Diagnostic Data |
+---+
     Previous Registration : 2026-11-05 08:16:43.000 UTC
         Registration Type : ${type}
               Error Phase : join
          Client ErrorCode : 0x801c03f3
            Server Message : The device object by the given id (e92325d0-1111-4222-8333-94ae875d5245) is not found.
`;
  const sync = (text: string) =>
    judgePaste(readPaste(text, rules), '0x801C03F3', causes['0x801C03F3']!, placeOf)?.causes.find(
      ({ cause }) => cause === 'sync',
    )?.state;

  it('wait for a sync on a domain-joined computer alone', () => {
    expect(sync(joining('YES', 'sync'))).toBe('fits');
    expect(sync(joining('NO', 'sync'))).toBe('ruled out');
    expect(sync(joining('YES', 'fed'))).toBe('ruled out');
  });
});
