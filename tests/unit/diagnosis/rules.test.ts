import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diagnose } from '../../../diagnosis/diagnose';
import { judgeCauses } from '../../../diagnosis/judge-causes';
import { readFacts } from '../../../facts/read-facts';
import { placeOf } from '../../../facts/vocabulary';
import { recordsOf } from '../facts/reading';
import { KNOWLEDGE } from '../whole-knowledge';

const ROOT = join(import.meta.dirname, '../../..');
const { rules, problems } = KNOWLEDGE;

const PASTES = new Map(
  (
    parse(readFileSync(join(ROOT, 'tests/fixtures/texts/pastes.yml'), 'utf8')) as {
      id: string;
      text: string;
    }[]
  ).map(({ id, text }) => [id, text]),
);

/** Before all times in the pastes: tokens in them have not ended then. */
const NOW = new Date('2022-01-01T00:00:00Z');

/** What a paste shows, each as `verdict rule`. */
const findingsOf = (text: string) =>
  diagnose(readFacts(text).records, rules, NOW).map(({ verdict, rule }) => `${verdict} ${rule}`);

describe('the rules', () => {
  it('have nothing wrong', () => {
    expect(problems.filter(({ file }) => file.startsWith('knowledge/rules'))).toEqual([]);
    expect(readdirSync(join(ROOT, 'knowledge/rules')).length).toBeGreaterThan(2);
  });

  it.each<[string, string[], string[]]>([
    [
      'd011',
      ['fine registered-only', 'fine prt-not-expected', 'fails hello-device-not-joined'],
      ['fails not-joined'],
    ],
    [
      'd017',
      [
        'fails domain-joined-only',
        'fails join-discover',
        'fails no-service-connection-point',
        'unknown user-not-read',
      ],
      ['fails hello-user-not-entra'],
    ],
    [
      'd001',
      [
        'fine hybrid-joined',
        'fine key-in-software',
        'unknown prt-reason-not-shown',
        'fails hello-no-policy',
        'fails hello-remote',
      ],
      [],
    ],
    [
      'd004',
      [
        'fine hybrid-joined',
        'fine prt-present',
        'unknown key-test-not-elevated',
        'fails hello-no-policy',
      ],
      ['fails hello-hardware'],
    ],
    ['d014', ['fails hello-adfs'], ['unknown hello-will-not-start']],
    [
      'd015',
      ['fine prt-present', 'fails enterprise-prt-refused', 'fine cloud-tgt'],
      ['fails prt-renewal-failed', 'fails prt-attempt-failed'],
    ],
    [
      'd018',
      ['fails hello-hardware', 'fails hello-remote', 'unknown no-mdm'],
      ['fails hello-no-policy'],
    ],
    [
      'd028',
      ['fine hybrid-joined', 'fine prt-present', 'fine device-accepted', 'fine hello-set'],
      [],
    ],
    [
      'd031',
      ['fails prt-transport', 'unknown device-test-not-run', 'fine prt-present'],
      ['fails device-disabled-or-deleted'],
    ],
    ['d035', ['fine dual-state', 'unknown prt-reason-not-shown'], []],
    ['d042', ['fails device-disabled-or-deleted', 'fails prt-refused'], []],
    ['d043', ['fine entra-joined', 'fails prt-refused'], ['unknown prt-reason-not-shown']],
    ['d049', ['unknown device-test-not-run'], ['fails device-disabled-or-deleted']],
    ['d050', ['fails prt-renewal-failed'], ['fails prt-refused']],
    ['d063', ['unknown join-task-running'], []],
    ['e002', ['fails event-no-enterprise-sts'], ['fails event-no-policy']],
    ['e005', ['fine event-will-start'], ['fails event-remote']],
    ['e006', ['fails event-user-not-entra'], ['fails event-remote', 'fails event-no-policy']],
    ['e009', ['fails event-same-host-name'], []],
    ['e014', ['fails event-no-domain-controller', 'fine event-already-joined'], []],
    ['e029', ['fails event-tpm-lockout'], []],
    ['e039', ['fails event-no-cloud-tgt'], []],
    ['e045', ['fails event-user-not-entra'], ['fails event-no-policy', 'fails event-hardware']],
    ['e050', ['unknown event-not-ours'], []],
    ['t005', ['fine tpm-healthy'], ['fails tpm-locked']],
    ['t007', ['fails tpm-locked', 'fails tpm-firmware'], ['fine tpm-healthy']],
    ['t010', ['unknown tpm-not-elevated'], []],
    ['t012', ['fails device-object-disabled'], ['fails device-object-not-compliant']],
    ['j001', ['fails policy-blocked'], []],
    ['j002', ['fails password-flow'], []],
    ['c005', ['fails secret-expired', 'fails secret-wrong', 'fine service-principal'], []],
  ])('say of %s what it shows, and no more', (id, shown, notShown) => {
    const findings = findingsOf(PASTES.get(id)!);
    expect(findings).toEqual(expect.arrayContaining(shown));
    for (const one of notShown) expect(findings).not.toContain(one);
  });

  it.each([
    'd028',
    'd020',
    'd038',
    'd055',
    'd041',
    'd057',
    'e005',
    'e010',
    'e050',
    'e058',
    't005',
    'c006',
  ])('find no fault in %s', (id) => {
    expect(findingsOf(PASTES.get(id)!).filter((one) => one.startsWith('fails'))).toEqual([]);
  });

  it.each(['d048', 'd054', 'd029'])(
    "call a missing PRT no fault where %s is not the user's output",
    (id) => {
      const prt = diagnose(readFacts(PASTES.get(id)!).records, rules).filter(({ rule }) =>
        rule.startsWith('prt-reason'),
      );
      for (const { verdict, why, next } of prt) {
        expect(verdict).toBe('unknown');
        expect(why).toBeTruthy();
        expect(next).toMatch(/user/);
      }
      expect(findingsOf(PASTES.get(id)!)).not.toContain('fails prt-attempt-failed');
    },
  );

  it('tell a tenant that is not found from a computer that is not found', () => {
    const failed = (message: string) =>
      findingsOf(
        `+---+\n| Diagnostic Data |\n+---+\n  Registration Type : sync\n  Error Phase : join\n  Client ErrorCode : 0x801c0006\n  Server ErrorCode : DirectoryError\n  Server Message : ${message}\n`,
      );
    const tenant = failed('AADSTS90002: Tenant 8f2c1b7e-0d54-4a3b-9c61-2f7e5d8a4b10 not found.');
    expect(tenant).toContain('fails join-wrong-tenant');
    expect(tenant).not.toContain('fails join-not-synced');
    for (const text of ['is not found', "isn't found"])
      expect(failed(`The device object by the given id (1) ${text}.`)).toContain(
        'fails join-not-synced',
      );
  });

  const joinEvent = (id: number, message: string) =>
    `TimeCreated  : 22.10.2026 07:45:10
ProviderName : Microsoft-Windows-User Device Registration
Id           : ${id}
Message      : ${message}`;

  it('name the limit that a join met before the phase in which it was refused', () => {
    const text = joinEvent(
      304,
      `Automatic registration failed at join phase.
               Exit code: Unknown HResult Error code: 0x801c0003
               Server error: The device limit of the user has been reached.`,
    );
    expect(findingsOf(text)).toEqual(['fails event-device-limit', 'fails event-join-failed']);
    const [limit, refused] = diagnose(readFacts(text).records, rules);
    expect(limit!.evidence.map(({ printed }) => printed)).toContain(
      'The device limit of the user has been reached.',
    );
    expect(refused!.codes).toContain('0x801C0003');
  });

  it('name the limit of devices by the words of the server', () => {
    const refused = (said: string) =>
      joinEvent(
        304,
        `Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c0003
Server error: ${said}`,
      );
    const full = refused('The device quota for this user has been reached.');
    expect(findingsOf(full)).toEqual(['fails event-device-limit', 'fails event-join-failed']);
    for (const other of ['The quota of the mailbox has been reached.', 'The user is unknown.'])
      expect(findingsOf(refused(other)), other).toEqual(['fails event-join-failed']);
  });

  it('say no prompt was left unanswered where a later step was completed', () => {
    const steps = (...results: string[]) =>
      `Date\tAuthentication method\tAuthentication method detail\tSucceeded\tResult detail\tRequirement\n${results
        .map(
          (result, at) =>
            `11/18/2026, 7:5${at}:01 AM\tMobile app notification\t\t${!result.includes('denied')}\t${result}\tMultifactor authentication`,
        )
        .join('\n')}`;
    const unanswered = 'MFA denied; user did not respond to mobile app notification';
    expect(findingsOf(steps(unanswered))).toContain('fails mfa-unanswered');
    expect(findingsOf(steps(unanswered, 'MFA completed in Azure AD'))).not.toContain(
      'fails mfa-unanswered',
    );
  });

  it('speak about a discovery that failed, and of no more than the text prints of an event beside it', () => {
    const text = `${joinEvent(309, 'Failed to discover the Azure AD DRS service. Exit code: Unknown HResult Error code: 0x801c0021.')}

TimeCreated  : 22.10.2026 07:45:00
ProviderName : Microsoft-Windows-Time-Service
Id           : 134
Message      : NtpClient was unable to set a manual peer.`;
    const findings = diagnose(readFacts(text).records, rules);
    expect(findings.map(({ rule }) => rule)).toEqual(['event-discovery-failed', 'event-not-ours']);
    expect(findings[1]!.evidence.map(({ printed }) => printed)).toEqual([
      'Microsoft-Windows-Time-Service',
      '134',
    ]);
  });

  it.each([
    ['MFA denied; user declined the authentication', ['fails mfa-declined']],
    ['MFA denied; Phone App Reported Fraud', ['fails mfa-reported']],
    ["MFA denied; user didn't respond to mobile app notification", ['fails mfa-unanswered']],
    ['MFA denied; user did not respond to mobile app notification', ['fails mfa-unanswered']],
    ['MFA denied; user never entered the verification code', ['fails mfa-no-code']],
    ['MFA denied; user went to voicemail', ['fails mfa-undelivered']],
    ['user did not respond to the invitation', []],
    ['MFA completed in Azure AD', []],
  ])('tell a prompt that was refused from one that went by: %s', (result, shown) => {
    const row = {
      createdDateTime: '2026-10-02T06:15:11Z',
      correlationId: '61d4d176-df04-47b8-a2b4-eab96e605f10',
      status: { errorCode: 500121 },
      authenticationDetails: [{ authenticationStepResultDetail: result }],
    };
    expect(findingsOf(JSON.stringify(row))).toEqual(shown);
    const csv = `Date (UTC),Request ID,Status,Sign-in error code,Multifactor authentication result
2026-10-02T06:15:11Z,09f2c7f8-c7d8-4f95-8502-1f263da16300,Failure,500121,"${result}"\n`;
    expect(findingsOf(csv)).toEqual(shown);
  });

  it('read from an error page that the sign-in showed no registered device', () => {
    const page = (state: string) =>
      `Error Code: 53003\nDevice platform: macOS\nDevice state: ${state}\n`;
    expect(findingsOf(page('Unregistered'))).toEqual(['unknown page-shows-no-device']);
    expect(findingsOf(page('Compliant'))).toEqual([]);
  });

  it('show the line that each finding rests on', () => {
    const findings = diagnose(readFacts(PASTES.get('d042')!).records, rules);
    const refused = findings.find(({ rule }) => rule === 'prt-refused')!;
    const lines = PASTES.get('d042')!.split('\n');
    expect(refused.evidence.map(({ label }) => label)).toEqual([
      'AzureAdPrt',
      'Server Error Description',
    ]);
    for (const { label, printed, source } of refused.evidence) {
      expect(lines[source.line - 1]).toContain(label);
      expect(lines[source.line - 1]).toContain(printed);
    }
    expect(refused.codes).toEqual(['AADSTS70002', 'AADSTS50155']);
    // The message stands in its line, and not once more above it.
    expect(refused.evidence[1]!.printed).toContain('AADSTS50155: Device authentication failed.');
    expect(refused.says).not.toContain('AADSTS');
    expect(findings[0]!.verdict).toBe('fails');
    expect(findings.at(-1)!.verdict).toBe('fine');
  });
});

describe('causes of an entry', () => {
  const [record] = recordsOf(
    'signIn',
    '{"status":{"errorCode":53003},"appId":"a","clientAppUsed":"IMAP4"}',
  );
  const legacy = { fact: 'signIn.clientApp', matches: '^(?:IMAP|Other clients)' } as const;
  const place = { fact: 'signIn.namedLocation', empty: true } as const;
  const judge = (rule: object) =>
    judgeCauses(record!, [{ cause: 'one', on: 'signIn', from: [], ...rule }], placeOf)[0]!;

  it('fit with the value that shows it', () => {
    expect(judge({ fits: legacy })).toMatchObject({
      state: 'fits',
      evidence: [{ printed: 'IMAP4' }],
    });
  });
  it('are ruled out rather than said to fit', () => {
    expect(judge({ fits: legacy, ruledOut: legacy }).state).toBe('ruled out');
  });
  it('stay open without the fact, and say where to look', () => {
    expect(judge({ fits: place })).toMatchObject({
      state: 'unknown',
      lookAt: ['Location tab of the sign-in'],
    });
  });
  it('are not judged by a record of another kind', () => {
    expect(judge({ fits: legacy, on: 'dsregcmd' })).toBeUndefined();
  });
});

describe('a Conditional Access policy', () => {
  const policy = (state: string) =>
    JSON.stringify({
      displayName: 'CA090',
      state,
      conditions: { users: { includeUsers: ['All'] } },
      grantControls: { operator: 'OR', builtInControls: ['compliantDevice'] },
    });

  it.each([
    ['enabledForReportingButNotEnforced', ['fine access-policy-report-only']],
    ['disabled', ['fine access-policy-off']],
    ['enabled', []],
  ])('that is %s shows %j', (state, expected) => {
    expect(findingsOf(policy(state))).toEqual(expected);
  });
});
