import { describe, expect, it } from 'vitest';
import { groupFindings } from '../../../diagnosis/group-findings';
import { readPaste } from '../../../diagnosis/read-paste';
import { findingsText } from '../../../report/findings-text';
import { KNOWLEDGE } from '../whole-knowledge';

const { rules } = KNOWLEDGE;

const MESSAGE =
  "AADSTS50011: The redirect URI 'https://app.contoso.com/Signin-oidc' specified in the request does not match the redirect URIs configured for the application '11112222-3333-4444-5555-666677778888'.";

const registration = (web: string[], more: object = {}) =>
  JSON.stringify(
    {
      id: '99990000-1111-4222-8333-444455556666',
      appId: '11112222-3333-4444-5555-666677778888',
      displayName: 'Contoso Orders',
      signInAudience: 'AzureADMyOrg',
      web: { redirectUris: web },
      ...more,
    },
    null,
    2,
  );

const found = (text: string) =>
  readPaste(text, rules).records.flatMap(({ findings }) =>
    findings.map(({ verdict, rule }) => `${verdict} ${rule}`),
  );

const words = {
  heading: (verdict: string) => verdict.toUpperCase(),
  place: (title: string, line: number) => `${title}, line ${line}`,
  next: (step: string) => `Next: ${step}`,
  more: (count: number) => `and ${count} more`,
};

describe('a message beside the registration of its app', () => {
  it('is compared letter by letter', () => {
    expect(
      found(`${MESSAGE}\n\n${registration(['https://app.contoso.com/signin-oidc'])}`),
    ).toContain('fails redirect-uri-case');
    expect(found(`${registration(['https://app.contoso.com/Signin-oidc'])}\n${MESSAGE}`)).toEqual(
      expect.arrayContaining(['fine redirect-uri-registered']),
    );
    expect(
      found(`${MESSAGE}\n${registration(['https://app.contoso.com/Signin-oidc'])}`),
    ).not.toContain('fails redirect-uri-not-registered');
  });

  it('shows both addresses as evidence, each with its line', () => {
    const text = `${MESSAGE}\n${registration(['https://app.contoso.com/signin-oidc'])}`;
    const [finding] = readPaste(text, rules)
      .records.flatMap(({ findings }) => findings)
      .filter(({ rule }) => rule === 'redirect-uri-case');
    expect(finding!.says).toContain('https://app.contoso.com/Signin-oidc');
    expect(finding!.codes).toEqual(['AADSTS50011']);
    expect(finding!.evidence.map(({ printed, source }) => [printed, source.line])).toEqual([
      ['https://app.contoso.com/Signin-oidc', 1],
      ['https://app.contoso.com/signin-oidc', 9],
    ]);
  });

  it('says nothing of a registration that stands alone', () => {
    expect(found(registration(['https://app.contoso.com/signin-oidc']))).toEqual([]);
  });

  it('finds the secret that had ended when the sign-in failed, and not one that had not', () => {
    const signIn = JSON.stringify({
      createdDateTime: '2026-03-01T10:00:00Z',
      appId: '11112222-3333-4444-5555-666677778888',
      status: { errorCode: 7000222, failureReason: 'The provided client secret keys are expired.' },
    });
    const ending = (endDateTime: string) =>
      `${signIn}\n${registration([], { passwordCredentials: [{ endDateTime }] })}`;
    expect(found(ending('2026-02-28T00:00:00Z'))).toContain('fails secret-ended-before');
    expect(found(ending('2026-09-28T00:00:00Z'))).not.toContain('fails secret-ended-before');
  });

  it('blames an ended certificate, unless the sign-in used a key that is not registered', () => {
    const failedFor = (failureReason: string) =>
      JSON.stringify({
        createdDateTime: '2026-03-01T10:00:00Z',
        appId: '11112222-3333-4444-5555-666677778888',
        status: { errorCode: 700027, failureReason },
      });
    const app = registration([], { keyCredentials: [{ endDateTime: '2026-02-28T00:00:00Z' }] });
    const ended = 'fails certificate-ended-before';
    expect(found(`${failedFor('[Reason - The key used is expired.]')}\n${app}`)).toContain(ended);
    expect(found(`${failedFor('[Reason - The key was not found.]')}\n${app}`)).not.toContain(ended);
  });
});

describe('the text for a ticket', () => {
  const STATUS = [
    '+----------------------------------------------------------------------+',
    '| Device State                                                         |',
    '+----------------------------------------------------------------------+',
    '             AzureAdJoined : YES',
    '              DomainJoined : YES',
    '               Device Name : LAPTOP-07.contoso.com',
    '+----------------------------------------------------------------------+',
    '| SSO State                                                            |',
    '+----------------------------------------------------------------------+',
    '                AzureAdPrt : NO',
    '       Attempt Status : 0xc000006d',
    '            User Identity : user@contoso.com',
    '              HTTP Error : 0x0',
  ].join('\n');

  it('names each finding with its lines and what to do', () => {
    const text = findingsText(readPaste(STATUS, rules), [], words, true);
    expect(text).toContain('AzureAdPrt: NO (dsregcmd /status, line 10)');
    expect(text.indexOf('FAILS')).toBeLessThan(text.indexOf('FINE'));
  });

  it('masks people, devices and addresses unless they are to be kept', () => {
    const reading = readPaste(
      `${STATUS}\n${JSON.stringify({
        createdDateTime: '2026-03-01T10:00:00Z',
        userPrincipalName: 'user@contoso.com',
        userDisplayName: 'Kim Example',
        ipAddress: '203.0.113.9',
        clientAppUsed: 'IMAP4',
        appliedConditionalAccessPolicies: [],
        conditionalAccessStatus: 'failure',
        status: { errorCode: 53003 },
      })}`,
      rules,
    );
    const masked = findingsText(reading, [], words, false);
    for (const personal of ['user@contoso.com', 'Kim Example', '203.0.113.9', 'LAPTOP-07'])
      expect(masked).not.toContain(personal);
    expect(masked).toContain('IMAP4');
  });
});

it('says the same finding of many records once, and in how many', () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    createdDateTime: `2026-03-01T10:00:${String(at).padStart(2, '0')}Z`,
    correlationId: '11112222-3333-4444-5555-666677778888',
    clientAppUsed: 'IMAP4',
    status: { errorCode: 50126 },
  }));
  const { fails } = groupFindings(readPaste(JSON.stringify(rows, null, 1), rules));
  expect(fails.find(({ finding }) => finding.rule === 'legacy-client')?.count).toBe(30);
});

it('tells of secrets without showing them', () => {
  const reading = readPaste(
    `https://login.microsoftonline.com/common/oauth2/v2.0/token\nclient_id=11112222-3333-4444-5555-666677778888&client_secret=NotARealSecretAtAll42&grant_type=client_credentials`,
    rules,
  );
  expect(reading.secrets).toEqual([{ kind: 'client secret', line: 2 }]);
  expect(JSON.stringify(reading)).not.toContain('NotARealSecretAtAll42');
});
