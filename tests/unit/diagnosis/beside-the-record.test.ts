import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { joinRecords } from '../../../diagnosis/join-records';
import type { FactRecord } from '../../../facts/fact';
import { readFacts } from '../../../facts/read-facts';
import { KNOWLEDGE } from '../whole-knowledge';

const NOW = new Date('2026-11-20T00:00:00Z');
const found = (text: string) =>
  diagnose(readFacts(text).records, KNOWLEDGE.rules, NOW).map(
    ({ verdict, rule }) => `${verdict} ${rule}`,
  );

const log = (...rows: string[]) =>
  [
    '   ProviderName: Microsoft-Windows-User Device Registration',
    '',
    'TimeCreated                     Id LevelDisplayName Message',
    '-----------                     -- ---------------- -------',
    ...rows,
  ].join('\n');
const failed = (time: string) =>
  `${time.padEnd(30)}304 Error            Automatic registration failed at join phase.  Exit code: Unknown HResult Error code: 0x801c03f2`;
const joined = (time: string) =>
  `${time.padEnd(30)}306 Information      Automatic registration Succeeded.`;

describe('records of one text', () => {
  it('are not gone over once more for each of them', () => {
    let asked = 0;
    const records = Array.from({ length: 1000 }, (): FactRecord => ({
      get kind() {
        asked++;
        return 'dsregcmd' as const;
      },
      title: '',
      facts: [],
      codes: [],
      doubts: [],
      from: 1,
      to: 1,
    }));
    expect(joinRecords(records, NOW)).toHaveLength(1000);
    expect(asked).toBeLessThan(50 * records.length);
  });
});

describe('the failure of an event, and a later success', () => {
  it.each([
    ['newest first', log(joined('10/4/2026 9:00:02 AM'), failed('10/3/2026 6:10:01 PM'))],
    ['oldest first', log(failed('10/3/2026 6:10:01 PM'), joined('10/4/2026 9:00:02 AM'))],
    ['days first', log(joined('25.10.2026 09:00:02'), failed('24.10.2026 18:10:01'))],
  ])('is over: %s', (_, text) => {
    const findings = diagnose(readFacts(text).records, KNOWLEDGE.rules, NOW);
    expect(findings.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
    const over = findings.find(({ rule }) => rule === 'event-succeeded-later');
    expect(over!.says).toMatch(/event 306, (?:10\/4\/2026 9:00:02 AM|25\.10\.2026 09:00:02)/);
  });

  it.each([
    ['before it', log(failed('10/5/2026 6:10:01 PM'), joined('10/4/2026 9:00:02 AM'))],
    [
      'of another kind',
      log(
        `${'10/5/2026 9:00:02 AM'.padEnd(30)}300 Information      The NGC key was successfully registered.`,
        failed('10/4/2026 9:00:02 AM'),
      ),
    ],
  ])('fails where the success is %s', (_, text) => {
    expect(found(text).some((one) => one.startsWith('fails event-join'))).toBe(true);
    expect(found(text).join()).not.toContain('succeeded');
  });

  it('is an open question where the days and months may be either', () => {
    const text = log(joined('05/03/2026 09:00:02'), failed('04/04/2026 18:10:01'));
    expect(found(text)).toContain('unknown event-also-succeeded');
    expect(found(text)).not.toContain('fine event-succeeded-later');
  });

  it('is not that of another computer', () => {
    const event = (id: number, day: number, computer: string, message: string) =>
      `Log Name: Microsoft-Windows-User Device Registration/Admin\nSource: Microsoft-Windows-User Device Registration\nDate: 2026-10-0${day} 09:00:00\nEvent ID: ${id}\nLevel: Error\nComputer: ${computer}\nDescription:\n${message}\n`;
    const of = (other: string) =>
      found(
        `${event(305, 3, 'PC1', 'Automatic registration failed at authentication phase.  Unable to acquire access token. Exit code: 0xcaa1000e')}\n\n${event(306, 4, other, 'Automatic registration Succeeded.')}`,
      );
    expect(of('PC1')).toContain('unknown event-token-failed');
    expect(of('PC2')).toContain('fails event-token-failed');
  });
});

describe('the failure of an event, and a success whose order or owner the text tells otherwise', () => {
  const event = (id: number, time: string, computer: string, message: string) =>
    `Log Name: Microsoft-Windows-User Device Registration/Admin\nSource: Microsoft-Windows-User Device Registration\nDate: ${time}\nEvent ID: ${id}\nComputer: ${computer}\nDescription:\n${message}\n\n`;
  const join = (first: string, second: string, computer = 'PC1') =>
    found(
      event(
        305,
        first,
        'PC1',
        'Automatic registration failed at authentication phase. 0xcaa1000e',
      ) + event(306, second, computer, 'Automatic registration Succeeded.'),
    );

  it.each([
    ['the same minute', '2026-10-03 09:00', '2026-10-03 09:00'],
    ['a zone and none', '2026-10-03T09:00:00Z', '10/13/2026 10:30:00 AM'],
  ])('is an open question: %s', (_, first, second) =>
    expect(join(first, second)).toContain('unknown event-also-succeeded'),
  );

  it('is over where both have a zone, or one names the computer with its domain', () => {
    expect(join('2026-10-03T09:00:00Z', '2026-10-03T10:00:00+00:00')).toContain(
      'fine event-succeeded-later',
    );
    expect(join('2026-10-03 09:00', '2026-10-03 10:00', 'pc1.contoso.com')).toContain(
      'fine event-succeeded-later',
    );
  });

  it('is not that of another user', () => {
    const of = (user: string) =>
      found(
        event(
          301,
          '2026-10-03 09:00',
          'PC1',
          'The NGC key registration failed. UPN:ana@contoso.com. Exit code: 0x801c044d.',
        ) +
          event(
            300,
            '2026-10-04 09:00',
            'PC1',
            `The NGC key was successfully registered. UPN:${user}.`,
          ),
      );
    expect(of('ana@contoso.com')).toContain('fine event-succeeded-later');
    expect(of('bo@contoso.com').join()).not.toContain('succeeded-later');
  });
});

describe('a sign-on URL beside AADSTS750054', () => {
  const of = (url: string, code = 'AADSTS750054: SAMLRequest or SAMLResponse must be present') =>
    found(`${code}\n\nPreferredSingleSignOnMode : saml\nLoginUrl                  : ${url}`);
  const TENANT = '8c1b46f2-4f61-4f0c-9c1e-6d2f1f0a9b11';
  it.each([
    `https://login.microsoftonline.com/${TENANT}/saml2`,
    'https://login.microsoftonline.com/common/saml2/',
    'https://login.microsoftonline.com/',
  ])('is that of Microsoft: %s', (url) => expect(of(url)).toContain('fails sign-on-url-of-entra'));
  it.each([
    'https://app.contoso.com/login',
    `https://login.microsoftonline.com.contoso.com/${TENANT}/saml2`,
    `https://login.microsoftonline.com/${TENANT}/saml2?SAMLRequest=fZJ`,
    `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize?client_id=1`,
    '',
  ])('is another one: %s', (url) => expect(of(url).join()).not.toContain('sign-on-url'));
  it('tells nothing of another error', () =>
    expect(
      of('https://login.microsoftonline.com/common/saml2', 'AADSTS50105: x').join(),
    ).not.toContain('sign-on-url'));
});

describe('the inbound trust beside the sign-in of a guest', () => {
  const HOME = '0e3b8a54-64e7-4a3b-8a54-1f0a2f6f9d10';
  const signIn = (code: number, rows = '') =>
    `Status: Failure\nSign-in error code: ${code}\nUser type: Guest\nUsername: ana@fabrikam.com\nApplication: Teams\nHome tenant ID: ${HOME}\n${rows}`;
  const trust = (compliant: string, hybrid: string, tenant = HOME) =>
    `\nGet-MgPolicyCrossTenantAccessPolicyPartner -CrossTenantAccessPolicyConfigurationTenantId ${tenant} | select -Expand InboundTrust | fl\n\nIsCompliantDeviceAccepted           : ${compliant}\nIsHybridAzureAdJoinedDeviceAccepted : ${hybrid}\nIsMfaAccepted                       : True\n`;
  const rule = 'fails guest-device-not-trusted';
  it.each([
    [53000, trust('False', 'True')],
    [53001, trust('True', 'False')],
    [50131, trust('False', 'False')],
  ])('does not accept what %s asks for', (code, text) =>
    expect(found(signIn(code) + text)).toContain(rule),
  );
  it.each([
    [53000, trust('True', 'False')],
    [53000, trust('', '')],
    [50131, trust('True', 'False')],
    [53003, trust('False', 'False')],
    // Another organization, and two of them.
    [53000, trust('False', 'False', '7d0c5c0e-3d0c-4a3a-9a54-6c5f4a1f9d22')],
    [53000, trust('False', 'False') + trust('True', 'True')],
  ])('says nothing of %s and %j', (code, text) =>
    expect(found(signIn(code) + text)).not.toContain(rule),
  );
  it('says nothing of a guest whose organization is not shown', () =>
    expect(
      found(signIn(53000).replace(/Home tenant.*/, '') + trust('False', 'False')),
    ).not.toContain(rule));
  it('is of the command that stands next above it', () => {
    const text = trust('False', 'False', '7d0c5c0e-3d0c-4a3a-9a54-6c5f4a1f9d22').replace(
      'InboundTrust | fl',
      'InboundTrust | fl\n(Get-MgPolicyCrossTenantAccessPolicyDefault).InboundTrust | fl',
    );
    expect(found(signIn(53000) + text)).toContain(rule);
  });
  it('says nothing of a member in another organization', () => {
    const member = signIn(53000, 'Cross tenant access type: b2bCollaboration\n');
    const of = (text: string) => found(text + trust('False', 'False'));
    expect(of(member.replace('User type: Guest\n', ''))).toContain(rule);
    expect(of(member.replace('Guest', 'Member'))).not.toContain(rule);
  });
  it('says nothing of a member', () =>
    expect(found(signIn(53000).replace('Guest', 'Member') + trust('False', 'False'))).not.toContain(
      rule,
    ));
});

describe('a policy that blocks legacy clients', () => {
  const of = (clientAppTypes: string[], state = 'enabled', control = 'block') =>
    found(
      JSON.stringify({
        displayName: 'Legacy',
        state,
        conditions: {
          clientAppTypes,
          applications: { includeApplications: ['All'] },
          users: { includeUsers: ['All'] },
        },
        grantControls: { operator: 'OR', builtInControls: [control] },
      }),
    );
  const rule = 'fine access-policy-blocks-legacy';
  it.each([[['exchangeActiveSync', 'other']], [['other']]])('alone: %j', (types) =>
    expect(of(types)).toContain(rule),
  );
  it('may be what stopped a sign-in of such a client', () => {
    const besides = (app: string) =>
      found(
        `Status: Failure\nSign-in error code: 53003\nUsername: ana@contoso.com\nApplication: Exchange\nClient app: ${app}\n\n{"displayName":"Legacy","state":"enabled","conditions":{"clientAppTypes":["other"]},"grantControls":{"operator":"OR","builtInControls":["block"]}}`,
      );
    expect(besides('IMAP4')).toContain('unknown access-policy-blocks-legacy-client');
    expect(besides('IMAP4')).not.toContain(rule);
    expect(besides('Browser')).toContain(rule);
  });
  it('is another one', () => {
    expect(of(['exchangeActiveSync', 'other', 'browser'])).not.toContain(rule);
    expect(of(['all'])).not.toContain(rule);
    expect(of([])).not.toContain(rule);
    expect(of(['other'], 'enabledForReportingButNotEnforced')).not.toContain(rule);
    expect(of(['other'], 'enabled', 'mfa')).not.toContain(rule);
  });
});

describe('a row that names its user by the user principal name', () => {
  const row = (time: string, status: string) =>
    `4/14/2026, ${time}\t94341c47-88c5-4b76-8c0c-d66ac15df40d\tana@contoso.com\tWorkday\t${status}\t203.0.113.52\t${status}`;
  it('is told with its success behind it', () => {
    const text = `Date\tRequest ID\tUser principal name\tApplication\tStatus\tIP address\tConditional Access\n${row('3:31:02 PM', 'Success')}\n${row('3:28:47 PM', 'Failure')}`;
    const signIns = readFacts(text).records.filter(({ kind }) => kind === 'signIn');
    const users = signIns.map(
      ({ facts }) => facts.find(({ name }) => name === 'signIn.user')?.value,
    );
    expect(users).toEqual(['ana@contoso.com', 'ana@contoso.com']);
    expect(found(text)).toContain('unknown failed-then-success');
  });
});
