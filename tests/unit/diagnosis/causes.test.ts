import { describe, expect, it } from 'vitest';
import { judgeCauses } from '../../../diagnosis/judge-causes';
import { readFacts } from '../../../facts/read-facts';
import { readSignInPane } from '../../../facts/read-sign-in-pane';
import { placeOf } from '../../../facts/vocabulary';
import { tokenOf } from '../facts/reading';
import { KNOWLEDGE } from '../whole-knowledge';

const { causes, entries } = KNOWLEDGE;
const rulesOf = (code: string) => causes[code]!.causes;

/** Ids of the causes in each state, as a sign-in with these rows shows them. */
function statesOf(code: string, rows: Record<string, string>) {
  const cells = Object.entries(rows).map(([label, value]) => ({ label, value }));
  const judged = judgeCauses(readSignInPane(cells), rulesOf(code), placeOf);
  const inState = (wanted: string) =>
    judged.filter(({ state }) => state === wanted).map(({ cause }) => cause);
  return { fits: inState('fits'), out: inState('ruled out') };
}

describe('causes that a record can tell', () => {
  it('are known for 120 entries at least', () => {
    const deep = entries.filter(({ depth }) => depth === 'full' || depth === 'flagship');
    const told = deep.filter(({ code }) => causes[code]?.causes.length);
    expect(told.length).toBeGreaterThanOrEqual(120);
  });

  it('are asked for by expressions without a doubled backslash, which would match a backslash', () => {
    const expressions = JSON.stringify(causes).match(/"matches":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(expressions.length).toBeGreaterThan(100);
    expect(expressions.filter((one) => /\\\\\\\\[bdsw]/.test(one))).toEqual([]);
  });

  it('of entries with the same service message need no word that tells them apart in English only', () => {
    // What rules out has to be a value that was read: a record without any facts rules nothing out.
    for (const code of Object.keys(causes)) {
      const { fits, out } = statesOf(code, {});
      expect({ code, fits, out }).toEqual({ code, fits: [], out: [] });
    }
  });

  it.each<[string, Record<string, string>, string[], string[]]>([
    ['AADSTS53003', { 'Client app': 'IMAP4' }, ['legacy'], []],
    [
      'AADSTS50005',
      { Application: 'Azure CLI', 'Failure reason': 'from a platform (Unknown)' },
      ['tool'],
      ['window'],
    ],
    [
      'AADSTS50005',
      {
        Application: 'Azure CLI',
        'Client app': 'Browser',
        'Failure reason': 'from a platform (Unknown)',
      },
      ['tool'],
      ['window'],
    ],
    [
      'AADSTS50005',
      {
        Application: 'Contoso Tool',
        'Client app': 'Browser',
        'Authentication Protocol': 'Device code',
      },
      [],
      [],
    ],
    [
      'AADSTS50005',
      {
        Application: 'GlobalProtect',
        'Client app': 'Browser',
        'Authentication Protocol': 'SAML 2.0',
        'Failure reason': 'from a platform (Unknown)',
      },
      [],
      ['tool'],
    ],
    [
      'AADSTS50005',
      {
        Application: 'Contoso Tool',
        'Client app': 'Browser',
        'Failure reason': 'from a platform (Unknown)',
      },
      [],
      [],
    ],
    [
      'AADSTS53003',
      { 'Client app': 'Browser', Username: 'a@contoso.com' },
      [],
      ['legacy', 'workload'],
    ],
    ['AADSTS53003', { 'Authentication Protocol': 'Device code' }, ['flow'], []],
    [
      'AADSTS53003',
      { Username: 'Sync_DC01_4f2a91c07b3e@contoso.onmicrosoft.com' },
      ['job'],
      ['workload'],
    ],
    // The account of Entra Connect signs in with its password, whatever the record calls it.
    [
      'AADSTS50076',
      {
        Username: 'Sync_DC01_4f2a91c07b3e@contoso.onmicrosoft.com',
        'Authentication Protocol': 'None',
      },
      ['script'],
      [],
    ],
    ['AADSTS53003', { 'Authentication Protocol': 'None' }, [], []],
    [
      'AADSTS53003',
      { 'Authentication Protocol': 'None', 'Original transfer method': 'None' },
      [],
      ['flow'],
    ],
    // A renewed token has no protocol, though a device code may have brought it.
    ['AADSTS50199', { 'Authentication Protocol': 'None' }, [], []],
    [
      'AADSTS50199',
      { 'Authentication Protocol': 'None', 'Original transfer method': 'None' },
      [],
      ['device-code', 'phishing'],
    ],
    [
      'AADSTS50199',
      { 'Authentication Protocol': 'None', 'Original transfer method': 'Device code flow' },
      [],
      [],
    ],
    // An application ID in the message stands in a missing consent and in a wrong tenant alike.
    [
      'AADSTS70001',
      {
        'Failure reason':
          "Application with identifier '5a3c9e17-6d42-4f0b-b8a1-7c2e0d9f4b35' was not found in the directory contoso.com",
      },
      [],
      [],
    ],
    [
      'AADSTS70002',
      {
        'Failure reason': 'Error validating credentials. AADSTS50126: Invalid username or password',
      },
      ['user'],
      [],
    ],
    [
      'AADSTS53000',
      { 'Device ID': '', Compliant: 'No' },
      ['no-device'],
      ['rule', 'not-enrolled', 'no-policy'],
    ],
    ['AADSTS53000', { 'Device ID': 'b0e2', Compliant: 'No' }, [], ['no-device']],
    // A compliant device may be newly enrolled, or its user without a license: the row tells neither.
    ['AADSTS53000', { 'Device ID': 'b0e2', Compliant: 'Yes' }, [], ['no-device', 'rule']],
    // Neither a hybrid join that isn't finished nor a missing token shows a device.
    ['AADSTS53001', { 'Device ID': '' }, [], ['other-join']],
    // The aggregate is the risk of the sign-in, with what was found later; it says nothing of the user.
    ['AADSTS530032', { 'Risk level (aggregate)': 'High' }, [], []],
    ['AADSTS530032', { 'Risk level (aggregate)': 'None' }, [], []],
    ['AADSTS530032', { 'Risk level (real-time)': 'High' }, ['sign-in-risk'], ['policy']],
    [
      'AADSTS500121',
      { 'Result detail': 'MFA denied; invalid mobile app verification code' },
      ['code'],
      ['timeout', 'declined', 'delivery', 'setup'],
    ],
    [
      'AADSTS500121',
      { 'Result detail': "MFA denied; unable to reach the user's phone" },
      ['delivery'],
      ['timeout', 'declined', 'code', 'setup'],
    ],
    [
      'AADSTS500121',
      {
        'Result detail':
          'MFA denied; user hung up the phone call without succeeding the authentication',
      },
      ['declined'],
      ['timeout', 'code', 'delivery', 'setup'],
    ],
    ['AADSTS53001', { 'Join Type': 'Microsoft Entra registered' }, ['other-join'], []],
    ['AADSTS53001', { 'Join Type': 'Microsoft Entra hybrid joined' }, [], ['other-join']],
    ['AADSTS53001', { 'Operating System': 'MacOs' }, ['not-windows'], []],
    ['AADSTS530035', { 'Client app': 'IMAP4' }, ['protocol'], ['office', 'activesync', 'unsafe']],
    [
      'AADSTS530035',
      {
        'Client app': 'Browser',
        'Authentication Protocol': 'None',
        'Original transfer method': 'None',
      },
      ['unsafe'],
      ['protocol', 'office', 'activesync', 'device-code'],
    ],
    ['AADSTS50076', { 'Authentication Protocol': 'ROPC' }, ['script'], []],
    [
      'AADSTS50076',
      { 'Conditional Access': 'Not Applied', Application: 'Azure Portal' },
      ['azure'],
      [],
    ],
    // These names may stand for an admin portal or an Azure tool, so they tell neither of the two causes.
    [
      'AADSTS50076',
      {
        'Conditional Access': 'Not Applied',
        Application: 'Windows Azure Service Management API',
      },
      [],
      [],
    ],
    [
      'AADSTS50076',
      { 'Conditional Access': 'Not Applied', Application: 'Microsoft Office 365 Portal' },
      [],
      [],
    ],
    [
      'AADSTS50076',
      { 'Conditional Access': 'Not Applied', Application: 'Azure Virtual Desktop Client' },
      ['other'],
      [],
    ],
    // Enrollment and Microsoft Graph PowerShell aren't among the tools whose MFA Microsoft requires.
    [
      'AADSTS50076',
      { 'Conditional Access': 'Not Applied', Application: 'Microsoft Intune Enrollment' },
      ['other'],
      [],
    ],
    [
      'AADSTS50076',
      {
        'Conditional Access': 'Not Applied',
        Application: 'Microsoft Graph Command Line Tools',
      },
      ['other'],
      [],
    ],
    [
      'AADSTS530035',
      {
        'Client app': 'Browser',
        'Authentication Protocol': 'OAuth 2.0',
        'Original transfer method': 'Device code flow',
      },
      ['device-code'],
      ['protocol', 'office', 'activesync', 'unsafe'],
    ],
    // A personal account may be an invited guest; at an admin center it has no directory.
    [
      'AADSTS16000',
      { 'Failure reason': "User account 'a' from identity provider 'live.com' does not exist." },
      [],
      [],
    ],
    [
      'AADSTS16000',
      {
        'Failure reason': "User account 'a' from identity provider 'live.com' does not exist.",
        Application: 'Azure Portal',
      },
      ['personal'],
      [],
    ],
    ['AADSTS70044', { 'Join Type': 'Microsoft Entra registered' }, [], []],
    ['AADSTS70044', { 'Join Type': 'Microsoft Entra joined' }, [], ['registered']],
    ['AADSTS50142', { 'User type': 'Guest' }, ['guest'], []],
    [
      'AADSTS50017',
      { 'Failure reason': 'Unable to download a Certificate Revocation List (CRL).' },
      ['list'],
      [],
    ],
    [
      'AADSTS90093',
      {
        'Failure reason':
          'An administrator of Contoso Pharmaceuticals Europe has set a policy that prevents you from granting Planner the permissions it is requesting.',
      },
      ['settings'],
      [],
    ],
    [
      'AADSTS90093',
      {
        'Failure reason':
          "Planner is requesting one or more permissions that you aren't authorized to grant.",
      },
      ['permission'],
      [],
    ],
    // Members can be from another tenant, and guests from this one: the type of access tells.
    ['AADSTS50142', { 'User type': 'Member' }, [], []],
    ['AADSTS50142', { 'User type': 'Member', 'Cross tenant access type': 'None' }, [], ['guest']],
    ['AADSTS50142', { 'User type': 'Guest', 'Cross tenant access type': 'None' }, [], []],
    [
      'AADSTS50142',
      { 'User type': 'Guest', 'Cross tenant access type': 'B2B collaboration' },
      ['guest'],
      [],
    ],
    [
      'AADSTS90072',
      { 'User type': 'Member', 'Cross tenant access type': 'B2B collaboration' },
      [],
      [],
    ],
    [
      'AADSTS50079',
      { 'User type': 'Member', 'Cross tenant access type': 'B2B collaboration' },
      [],
      [],
    ],
    ['AADSTS50079', { 'User type': 'Member', 'Cross tenant access type': 'None' }, [], ['guest']],
    [
      'AADSTS50053',
      {
        'Failure reason':
          'Sign-in was blocked because it came from an IP address with malicious activity.',
      },
      ['address'],
      ['own', 'device', 'guess', 'risk'],
    ],
    [
      'AADSTS50053',
      { 'Failure reason': "The account is locked, you've tried to sign in too many times." },
      [],
      ['address'],
    ],
    [
      'AADSTS500121',
      { 'Result detail': 'MFA denied; user declined the authentication' },
      ['declined'],
      ['timeout', 'code', 'delivery', 'setup'],
    ],
    [
      'AADSTS500121',
      { 'Additional Details': "MFA denied; user didn't respond to mobile app notification" },
      ['timeout'],
      ['declined', 'code', 'delivery', 'setup'],
    ],
    [
      'AADSTS50020',
      {
        'Failure reason':
          "User account '{email}' from identity provider '{idp}' does not exist in tenant '{tenant}'.",
      },
      [],
      [],
    ],
    [
      'AADSTS50020',
      {
        'Failure reason':
          "User account 'a@contoso.com' from identity provider 'https://sts.windows.net/1/' does not exist in tenant 'Fabrikam'.",
      },
      [],
      ['personal', 'ropc'],
    ],
    [
      'AADSTS700016',
      {
        'Failure reason':
          "Application with identifier 'https://app.contoso.com' was not found in the directory 'Contoso'.",
      },
      ['saml'],
      [],
    ],
    [
      'AADSTS700016',
      {
        'Failure reason':
          "Application with identifier 'https://app.contoso.com' was not found in the directory 'Contoso'.",
        'Authentication Protocol': 'oAuth2',
      },
      [],
      [],
    ],
    [
      'AADSTS700016',
      {
        'Failure reason':
          "Application with identifier '{appIdentifier}' was not found in the directory '{tenantName}'.",
      },
      [],
      [],
    ],
    [
      'AADSTS700016',
      {
        'Failure reason':
          "Application with identifier 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' was not found.",
      },
      [],
      ['saml'],
    ],
    [
      'AADSTS90023',
      {
        'Failure reason':
          "SAML authentication request's RequestedAuthenticationContext's Comparison value must be 'Exact'.",
      },
      ['comparison'],
      [],
    ],
    [
      'AADSTS90023',
      {
        'Failure reason':
          'Invalid request. The request specified session id but did not specify issuer',
      },
      ['sid'],
      [],
    ],
    // The page of the service gives this text for each of them.
    ['AADSTS90023', { 'Failure reason': 'Invalid STS request.' }, [], []],
    [
      'AADSTS75011',
      {
        'Failure reason':
          "Authentication method 'X509, MultiFactor' by which the user authenticated with the service doesn't match requested authentication method 'Password, ProtectedTransport'.",
      },
      ['passwordless'],
      ['mfa'],
    ],
    [
      'AADSTS75011',
      {
        'Failure reason':
          "Authentication method 'MultiFactor, Unsolicited' by which the user authenticated with the service doesn't match requested authentication method 'Password'.",
      },
      ['mfa'],
      [],
    ],
    [
      'AADSTS75011',
      {
        'Failure reason':
          "Authentication method 'Password, ProtectedTransport' by which the user authenticated with the service doesn't match requested authentication method 'X509, MultiFactor'.",
      },
      ['password'],
      [],
    ],
    [
      'AADSTS50027',
      {
        'Failure reason':
          "Invalid JWT token because of the following reasons: doesn't contain nonce claim, sub claim; subject identifier mismatch; duplicate claim in idToken claims; unexpected issuer.",
      },
      [],
      [],
    ],
    [
      'AADSTS900144',
      { 'Failure reason': "The request body must contain the following parameter: 'scope'." },
      ['scope'],
      ['client', 'external', 'other'],
    ],
    [
      'AADSTS900144',
      {
        'Failure reason':
          "The request body must contain the following parameter: 'externalAuthenticationMethodId'.",
      },
      ['external'],
      ['scope', 'client', 'other'],
    ],
    [
      'AADSTS50011',
      {
        'Failure reason':
          "The redirect URI 'ms-appx-web://microsoft.aad.brokerplugin/1' specified in the request does not match.",
      },
      ['broker'],
      ['proxy'],
    ],
    [
      'AADSTS50011',
      {
        'Failure reason':
          "The redirect URI 'https://app.contoso.com' specified in the request does not match.",
      },
      [],
      ['broker'],
    ],
    [
      'AADSTS50008',
      {
        'Failure reason':
          'Cannot read SecurityToken. Expected element is (Assertion, urn:oasis:names:tc:SAML:1.0:assertion) the actual element is (Assertion, urn:oasis:names:tc:SAML:2.0:assertion).',
      },
      ['version'],
      [],
    ],
    // Before the issuer is known, nobody is: a row says Member of a person whose partner is not known, too.
    ['AADSTS50107', { 'User type': 'Member', 'Cross tenant access type': 'None' }, [], []],
    [
      'AADSTS50001',
      { 'Failure reason': 'The resource is disabled or the resource named could not be found.' },
      [],
      [],
    ],
    ['AADSTS50001', { 'Failure reason': "Resource 'api://1' is disabled." }, ['disabled'], []],
    [
      'AADSTS50012',
      {
        'Failure reason':
          "Authentication failed for one of the following reasons: the certificate chain isn't valid; client assertion contains an invalid signature.",
      },
      [],
      [],
    ],
    [
      'AADSTS50053',
      {
        'Failure reason':
          'This error can result from two different reasons: (1) the account is locked; (2) sign-in was blocked because it came from an IP address with malicious activity.',
      },
      [],
      [],
    ],
    [
      'AADSTS70000',
      {
        'Failure reason':
          'Authentication failed. Error might be due to the following reasons: token binding header is empty; token binding hash does not match.',
      },
      [],
      [],
    ],
    ['AADSTS70000', { 'Failure reason': 'Token binding header is empty.' }, ['binding'], []],
    // An empty list alone is no sign of Azure CLI: apps of one's own have shown it, too.
    [
      'AADSTS650057',
      {
        'Failure reason':
          'Invalid resource. Client app ID: 04b07795-8ddb-461a-bbee-02f9e1bf7b46(Microsoft Azure CLI). Resource value from request: api://a. Resource app ID: 242092bf-f250-404c-8db8-c6742842d9a1. List of valid resources from app registration: .',
      },
      ['tool'],
      [],
    ],
    [
      'AADSTS650057',
      {
        'Failure reason':
          'Invalid resource. Client app ID: 9c3b7d05-1e48-4fa2-86d7-b0f5e2a9c413(Contoso). Resource value from request: api://a. Resource app ID: 242092bf-f250-404c-8db8-c6742842d9a1. List of valid resources from app registration: .',
      },
      [],
      [],
    ],
    // A SAML app with a wrong identifier gets the words of an API that isn't listed.
    [
      'AADSTS65005',
      {
        'Failure reason':
          "The client hasn't specified this resource in its requiredResourceAccess list.",
        'Authentication Protocol': 'SAML 2.0',
      },
      [],
      [],
    ],
    [
      'AADSTS65005',
      {
        'Failure reason':
          "The client hasn't specified this resource in its requiredResourceAccess list.",
        'Authentication Protocol': 'OAuth 2.0',
      },
      ['resource'],
      [],
    ],
    // The text on an unmanaged organization, whole and where a log cut it.
    [
      'AADSTS650051',
      {
        'Failure reason':
          'Using application Contoso Mail is currently not supported for your organization contoso.com because it is in an unmanaged state. An administrator needs to claim ownership of the company by DNS validation of contoso.com before the application Contoso Mail can be provisioned.',
      },
      ['unmanaged'],
      ['leftover', 'first', 'outdated', 'service'],
    ],
    [
      'AADSTS650051',
      {
        'Failure reason':
          'Using application Contoso Mail is currently not supported for your organization contoso.com because it is in an unmanaged state.',
      },
      ['unmanaged'],
      ['leftover', 'first', 'outdated', 'service'],
    ],
    [
      'AADSTS650051',
      {
        'Failure reason':
          'The application needs access to a service that your organization Contoso has not subscribed to. Please contact your administrator to review the configuration of your service subscriptions.',
      },
      ['service'],
      ['leftover', 'first', 'outdated', 'unmanaged'],
    ],
    [
      'AADSTS650051',
      {
        'Failure reason':
          "Consent action for Application '11112222-bbbb-3333-cccc-4444dddd5555' failed due to following error: The 11112222-bbbb-3333-cccc-4444dddd5555 service principal name is already present for the tenant aaaabbbb-0000-cccc-1111-dddd2222eeee",
      },
      [],
      ['outdated', 'unmanaged', 'service'],
    ],
    // The causes are those of a certificate; the message may name another credential, or a placeholder.
    [
      'AADSTS54008',
      {
        'Failure reason':
          'Multi-Factor authentication is required and the credential used (Certificate) is not supported as a First Factor.',
      },
      [],
      [],
    ],
    [
      'AADSTS54008',
      {
        'Failure reason':
          'Multi-Factor authentication is required and the credential used (Sms) is not supported as a First Factor.',
      },
      [],
      ['second', 'mode', 'level'],
    ],
    [
      'AADSTS54008',
      {
        'Failure reason':
          'Multi-Factor authentication is required and the credential used ({credential}) is not supported as a First Factor.',
      },
      [],
      [],
    ],
    // A placeholder as the client ID meets the same code in device code flow.
    ['AADSTS50059', { 'Authentication Protocol': 'Device code' }, [], []],
  ])('of %s with %j fit and are ruled out as its entry tells', (code, rows, fits, out) => {
    expect(statesOf(code, rows)).toEqual({ fits, out });
  });

  it.each([
    ['https://graph.microsoft.com/', 'fits'],
    ['https://graph.microsoft.us', 'fits'],
    ['https://graph.microsoft.com.contoso.com', 'unknown'],
  ])('of a token for %s tell whether it is one for Microsoft Graph', (aud, wanted) => {
    const [record] = readFacts(tokenOf({ aud })).records.filter(({ kind }) => kind === 'token');
    const graph = judgeCauses(record!, rulesOf('AADSTS50013'), placeOf).find(
      ({ cause }) => cause === 'graph',
    );
    expect(graph?.state).toBe(wanted);
  });

  it.each([
    ['PasswordResetService', 'fits'],
    ['Contoso Backup', 'unknown'],
  ])('of an event of %s are told by source and number', (source, wanted) => {
    const [record] = readFacts(
      `TimeCreated  : 11/19/2026 9:14:51 AM\nId           : 31044\nProviderName : ${source}\nMessage      : A service host is not running.\n`,
    ).records.filter(({ kind }) => kind === 'event');
    const relay = judgeCauses(record!, rulesOf('AADSTS120013'), placeOf).find(
      ({ cause }) => cause === 'relay',
    );
    expect(relay?.state).toBe(wanted);
  });

  it.each([
    [
      "MSIS7042: The same client browser session has made '6' requests in the last '11' seconds.",
      'fits',
    ],
    ['MSIS7065: There are no registered protocol handlers on path /adfs/ls/.', 'unknown'],
  ])('of a failed passive request of AD FS are told by its exception: %s', (exception, wanted) => {
    const [record] = readFacts(
      `Log Name:      AD FS/Admin\nSource:        AD FS\nDate:          11/19/2026 9:14:51 AM\nEvent ID:      364\nLevel:         Error\nDescription:\nEncountered error during federation passive request.\n\nAdditional Data\n\nProtocol Name:\nwsfed\n\nException details:\nMicrosoft.IdentityServer.Web.InvalidRequestException: ${exception}\n`,
    ).records.filter(({ kind }) => kind === 'event');
    const loop = judgeCauses(record!, rulesOf('EVENT364-ADFS'), placeOf).find(
      ({ cause }) => cause === 'loop',
    );
    expect(loop?.state).toBe(wanted);
  });

  it('of a device are told from its output', () => {
    const [record] = readFacts(
      '+---+\n| Diagnostic Data |\n+---+\n  Registration Type : sync\n  Error Phase : join\n  Client ErrorCode : 0x801c03f2\n  Server ErrorCode : DirectoryError\n  Server Message : The device object by the given id (1) is not found.\n',
    ).records.filter(({ kind }) => kind === 'dsregcmd');
    const states = Object.fromEntries(
      judgeCauses(record!, rulesOf('0x801C0006'), placeOf).map(({ cause, state }) => [
        cause,
        state,
      ]),
    );
    expect(states).toMatchObject({ sync: 'fits', throttled: 'ruled out', tenant: 'ruled out' });
  });

  it.each<[string, string, string[], string, string | undefined]>([
    [
      '0x801C0002',
      'a message on the SID',
      [
        'Registration Type : sync',
        'Server ErrorCode : AuthenticationError',
        "Server Message : The verification of the target computer's SID failed.",
      ],
      'sync',
      'fits',
    ],
    [
      '0x801C0002',
      'another message',
      [
        'Registration Type : sync',
        'Server ErrorCode : AuthenticationError',
        'Server Message : The request was refused.',
      ],
      'sync',
      'unknown',
    ],
    [
      '0xCAA50021',
      'a test that could not run',
      ['AzureAdJoined : YES', 'DeviceAuthStatus : FAILED. ERROR'],
      'join',
      'unknown',
    ],
    [
      'AADSTS50155',
      'a test that could not run',
      ['AzureAdJoined : YES', 'DeviceAuthStatus : FAILED. ERROR'],
      'deleted',
      'unknown',
    ],
    [
      '0xCAA50021',
      'an accepted device',
      ['AzureAdJoined : YES', 'DeviceAuthStatus : SUCCESS'],
      'join',
      'unknown',
    ],
    [
      '0x801C03EA',
      'a joined device',
      ['AzureAdJoined : YES', 'IsUserAzureAD : YES', 'AzureAdPrt : NO'],
      'token',
      'fits',
    ],
    [
      '0x801C03EA',
      'the temporary user of setup',
      ['AzureAdJoined : YES', 'IsUserAzureAD : NO', 'AzureAdPrt : NO'],
      'token',
      'unknown',
    ],
    [
      '0x801C03EA',
      'a device whose join failed',
      ['AzureAdJoined : NO', 'AzureAdPrt : NO'],
      'token',
      'unknown',
    ],
    [
      '0x801C0021',
      'the second code of the test',
      ['DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]'],
      'timeout',
      'fits',
    ],
    [
      '0x801C0021',
      'the same code in another row',
      ['DRS Discovery Test : FAIL [0x801c0021/0x8007000d]', 'HTTP Error : 0x80072ee2'],
      'timeout',
      'unknown',
    ],
    ['0x801C044D', 'a token of Windows', ['AzureAdPrt : YES'], 'refused', 'unknown'],
    [
      '0x801C03ED',
      'a device that is in order',
      ['DeviceAuthStatus : SUCCESS'],
      'object',
      undefined,
    ],
    [
      'EVENT384',
      'the default reset',
      ['NgcSet : YES', 'CanReset : DestructiveOnly'],
      'policy',
      'unknown',
    ],
    [
      'EVENT384',
      'both resets',
      ['NgcSet : YES', 'CanReset : DestructiveAndNonDestructive'],
      'policy',
      'ruled out',
    ],
  ])('of %s with %s are told no further than they say', (code, _, lines, cause, state) => {
    const [record] = readFacts(
      ['+---+', '| Diagnostic Data |', '+---+', ...lines.map((line) => `  ${line}`), ''].join('\n'),
    ).records.filter(({ kind }) => kind === 'dsregcmd');
    const judged = judgeCauses(record!, rulesOf(code), placeOf).find((one) => one.cause === cause);
    expect(judged?.state).toBe(state);
  });
});
