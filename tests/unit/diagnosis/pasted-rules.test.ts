import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { readFacts } from '../../../facts/read-facts';
import { KNOWLEDGE } from '../whole-knowledge';

const NOW = new Date('2026-11-20T00:00:00Z');
const found = (text: string) =>
  diagnose(readFacts(text).records, KNOWLEDGE.rules, NOW).map(
    ({ verdict, rule }) => `${verdict} ${rule}`,
  );

const principal = (rows: string) =>
  `AppId : 93f42be1-f5a5-4a7a-a4a3-104a208e1245\nDisplayName : Travel\nServicePrincipalType : Application\n${rows}`;
const MESSAGE =
  "AADSTS50011: The redirect URI 'https://a.contoso.com/9' specified in the request does not match";
const pane = (status: string, access: string, requirement: string) =>
  `Date\t11/10/2026, 1:03:22 PM\nRequest ID\t0561b372-84cc-4eab-a8ba-c639589f5bd1\nAuthentication requirement\t${requirement}\nStatus\t${status}\nUsername\tuser@contoso.com\nApplication\tTeams\nConditional Access\t${access}\nIP address\t203.0.113.9`;
const app = (endDateTime: string) =>
  JSON.stringify({
    appId: '93f42be1-f5a5-4a7a-a4a3-104a208e1245',
    signInAudience: 'AzureADMyOrg',
    passwordCredentials: [{ endDateTime }],
  });
const saml = (comparison: string) =>
  `<samlp:AuthnRequest ID="_1" Destination="https://login.microsoftonline.com/common/saml2"><saml:Issuer>https://a.contoso.com</saml:Issuer><samlp:RequestedAuthnContext${comparison}><saml:AuthnContextClassRef>urn:x</saml:AuthnContextClassRef></samlp:RequestedAuthnContext></samlp:AuthnRequest>`;
const SPA =
  "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.";
const keys = (healthy: string, joined: string) =>
  `preCheckResult: DoNotJoin\ndeviceKeysHealthy: ${healthy}\nisJoined: ${joined}\nisDcAvailable: YES\nresultCode: 0x80090016`;

const tpmtool = (version: string, attestation: string) =>
  `-TPM Present: True\n-TPM Version: ${version}\n-Ready For Attestation: ${attestation}`;
const authorize = (uri: string, type = 'code') =>
  `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=93f42be1-f5a5-4a7a-a4a3-104a208e1245&response_type=${encodeURIComponent(type)}&redirect_uri=${encodeURIComponent(uri)}&scope=openid&nonce=1`;
const settings = (
  identifier: string,
  reply = 'https://a.contoso.com/acs',
  issuer = 'https://a.contoso.com',
) =>
  `<samlp:AuthnRequest ID="_1" AssertionConsumerServiceURL="https://a.contoso.com/acs"><saml:Issuer>${issuer}</saml:Issuer></samlp:AuthnRequest>\n\nIdentifier (Entity ID): ${identifier}\nReply URL: ${reply}`;
const enrollment = (reason: string) =>
  `Server Error Code: 801c0003\nServer Message: User 'user@contoso.com' is not eligible to enroll a device of type 'Windows'. Reason '${reason}'.`;
const trust = (id: number, message: string) =>
  `Log Name: Microsoft-Windows-AAD/Operational\nSource: Microsoft-Windows-AAD\nEvent ID: ${id}\nLevel: Error\nDescription:\n${message}`;
const prt = (expiry: string, client = '') =>
  `AzureAdPrt : YES\nAzureAdPrtExpiryTime : ${expiry} 05:10:32.000 UTC${client && `\nClient Time : ${client} 05:10:32.000 UTC`}`;

const policy = (change: object = {}, users: object = {}) =>
  JSON.stringify({
    id: '7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d',
    displayName: 'Block',
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      applications: { includeApplications: ['All'], excludeApplications: [] },
      users: {
        includeUsers: ['All'],
        excludeUsers: [],
        excludeGroups: [],
        excludeRoles: [],
        ...users,
      },
      platforms: null,
      ...change,
    },
    grantControls: { operator: 'OR', builtInControls: ['block'] },
  });
const OTHER_APP = '3b0de1f5-f5a5-4a7a-a4a3-104a208e1245';
const registered = (...uris: string[]) =>
  `${MESSAGE}\n\n${JSON.stringify({
    appId: '93f42be1-f5a5-4a7a-a4a3-104a208e1245',
    signInAudience: 'AzureADMyOrg',
    web: { redirectUris: uris },
  })}`;
/** What somebody copied of a manifest, and the message. */
const web = (uri: string) =>
  `manifest:\n"web": {\n  "homePageUrl": "https://a.contoso.com",\n  "redirectUris": [\n    "${uri}"\n  ]\n},\n\n${MESSAGE}`;
const rows = (time: string, user: string, address: string) =>
  `Date\tRequest ID\tUsername\tApplication\tStatus\tIP address\n11/19/2026, ${time} AM\t6d00d3ae-20f8-5705-9f05-d73fbae0d0b9\t${user}@contoso.com\tTravel\tSuccess\t${address}\n11/19/2026, 8:01:58 AM\t5e08623a-45fd-5c59-89e0-6377ffc2dd3c\tana@contoso.com\tTravel\tInterrupted\t203.0.113.9`;
const printed = (row: string) =>
  `AppDisplayName : Travel\nClientAppUsed : Browser\nConditionalAccessStatus : success\nCorrelationId : c5eec724-f498-5d8e-87de-a21b5f50f557\n${row}Id : a4208d46-32ec-5604-85c4-dd253f094963\nStatus : Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus\nUserPrincipalName : ana@contoso.com`;
const device = (compliant: string) =>
  `Device ID\t61e6f60c-a6b3-5cdc-a75e-4286a3d58bcb\nBrowser\tEdge 142.0.0\nOperating System\tWindows10\nCompliant\t${compliant}\nManaged\tYes\nJoin Type\tMicrosoft Entra hybrid joined`;
const joined = (tenant: string) =>
  `AzureAdJoined : YES\nDomainJoined : NO\nWorkplaceJoined : YES\nWorkplaceTenantName : ${tenant}`;
const OUTSIDE = { locations: { includeLocations: ['All'], excludeLocations: ['4f1c'] } };

const token = (parameters: string) =>
  `POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token?client_id=93f42be1-f5a5-4a7a-a4a3-104a208e1245&${parameters}`;
const ofClass = (name: string, destination = 'https://login.microsoftonline.com/common/saml2') =>
  saml(' Comparison="exact"')
    .replace('urn:x', `urn:oasis:names:tc:SAML:2.0:ac:classes:${name}`)
    .replace('https://login.microsoftonline.com/common/saml2', destination);
const tpm = (pending: string) =>
  `TpmPresent : True\nTpmReady : True\nTpmEnabled : True\nTpmActivated : True\nTpmOwned : True\nRestartPending : ${pending}\nLockedOut : False`;
const refused = (subcode: string, id = 204) =>
  `Log Name: Microsoft-Windows-User Device Registration/Admin\nSource: User Device Registration\nEvent ID: ${id}\nDescription:\nThe get join response operation failed with exit code: Unknown HResult Error code: 0x801c03ed.\nServer response was: {"code":"invalid_request","subcode":"${subcode}","message":"x"}`;
const event305 = (type: string) =>
  `Log Name: Microsoft-Windows-User Device Registration/Admin\nSource: User Device Registration\nEvent ID: 305\nDescription:\nAutomatic registration failed at authentication phase.\nTenant type: ${type}`;
const controls = (operator: string, ...all: string[]) =>
  policy().replace(
    '{"operator":"OR","builtInControls":["block"]}',
    JSON.stringify({ operator, builtInControls: all }),
  );

describe('what a pasted text shows', () => {
  it.each([
    [
      'fails redirect-uri-not-registered',
      `${principal('ReplyUrls : {https://a.contoso.com/1}')}\n\n${MESSAGE}`,
      `${principal('ReplyUrls : {https://a.contoso.com/1, https://a.contoso.com/2...}')}\n\n${MESSAGE}`,
    ],
    [
      'fine assigned-only',
      principal('AppRoleAssignmentRequired : True'),
      principal('AppRoleAssignmentRequired : False'),
    ],
    ['unknown secret-ended', app('2026-10-31T00:00:00Z'), app('2027-10-31T00:00:00Z')],
    [
      'fine no-policy-one-factor',
      pane('Success', 'Not Applied', 'Single-factor authentication'),
      pane('Failure', 'Not Applied', 'Single-factor authentication'),
    ],
    [
      'unknown interrupted-without-code',
      pane('Interrupted', 'Not Applied', 'Single-factor authentication'),
      `${pane('Interrupted', 'Not Applied', 'Single-factor authentication')}\nSign-in error code\t50140`,
    ],
    ['fails saml-comparison', saml(' Comparison="minimum"'), saml(' Comparison="exact"')],
    ['unknown saml-exact-password', ofClass('PasswordProtectedTransport'), ofClass('unspecified')],
    [
      'unknown saml-exact-password',
      ofClass('Password'),
      ofClass('Password', 'https://adfs.contoso.com/adfs/ls'),
    ],
    [
      'fails request-scope-without-default',
      token('grant_type=client_credentials&scope=https://graph.microsoft.com/User.Read.All'),
      token('grant_type=client_credentials&scope=https://graph.microsoft.com/.default'),
    ],
    [
      'fails request-scope-without-default',
      token('grant_type=client_credentials&scope=User.Read'),
      token('grant_type=refresh_token&scope=User.Read'),
    ],
    ['unknown tpm-restart-pending', tpm('True'), tpm('False')],
    ['unknown tpm-version-1', tpmtool('1.2', 'True'), tpmtool('2.0', 'True')],
    ['unknown tpm-version-1', tpmtool('1.2, 2, 3', 'True'), tpmtool('1.2 or 2.0', 'True')],
    ['unknown tpm-not-ready-for-attestation', tpmtool('2.0', 'False'), tpmtool('2.0', 'True')],
    [
      'unknown request-http-redirect',
      authorize('http://a.contoso.com/cb'),
      authorize('https://a.contoso.com/cb'),
    ],
    [
      'unknown request-http-redirect',
      authorize('http://localhost.contoso.com/cb'),
      authorize('http://localhost:4200/cb'),
    ],
    [
      'unknown request-implicit',
      authorize('https://a.contoso.com', 'code token'),
      authorize('https://a.contoso.com', 'id_token token'),
    ],
    [
      'unknown request-implicit-both',
      authorize('https://a.contoso.com', 'id_token token'),
      authorize('https://a.contoso.com', 'id_token'),
    ],
    [
      'unknown request-silent',
      `${authorize('https://a.contoso.com')}&prompt=none`,
      `${authorize('https://a.contoso.com')}&prompt=login`,
    ],
    ['fails saml-issuer-differs', settings('urn:contoso:b'), settings('https://a.contoso.com')],
    [
      'fails saml-issuer-differs',
      settings('https://a.contoso.com/'),
      settings('https://A.contoso.com'),
    ],
    [
      'fails saml-issuer-differs',
      settings('urn:contoso:b'),
      settings('urn:contoso:b', undefined, 'spn:93f42be1-f5a5-4a7a-a4a3-104a208e1245'),
    ],
    [
      'fails saml-issuer-differs',
      settings('urn:contoso:b, urn:contoso:c'),
      settings('urn:contoso:b, https://a.contoso.com'),
    ],
    [
      'fails saml-reply-url-differs',
      settings('urn:b', 'https://b.contoso.com/acs'),
      settings('urn:b', 'https://b.contoso.com/acs, https://a.contoso.com/acs'),
    ],
    [
      'fails saml-reply-url-differs',
      settings('urn:b', 'https://b.contoso.com/acs'),
      settings('urn:b', 'https://*.contoso.com/acs'),
    ],
    [
      'fails saml-reply-url-differs',
      settings('urn:b', 'https://a.contoso.com/acs/'),
      settings('urn:b', 'https://a.contoso.com/acs'),
    ],
    ['fails device-cap-reached', enrollment('DeviceCapReached'), enrollment('AdminPolicy')],
    [
      'fails federation-refused',
      trust(1088, 'WSTrust response error: FailedAuthentication'),
      trust(1081, 'OAuth response error: invalid_grant'),
    ],
    ['unknown prt-ended', prt('2026-11-16'), prt('2026-12-16')],
    ['fine prt-present', prt('2026-12-16'), prt('2026-11-16')],
    ['fails prt-expired', prt('2026-11-16', '2026-11-17'), prt('2026-11-16', '2026-11-15')],
    ['fine prt-present', prt('2026-11-16', '2026-11-15'), prt('2026-11-16', '2026-11-17')],
    ['fails event-device-limit', refused('DeviceCapReached'), refused('DirectoryError')],
    ['fails event-device-limit', refused('DeviceCapReached'), refused('DeviceCapReached', 305)],
    ['unknown event-token-managed', event305('Managed'), event305('Federated')],
    [
      'fine access-policy-all-controls',
      controls('AND', 'mfa', 'compliantDevice'),
      controls('OR', 'mfa', 'compliantDevice'),
    ],
    [
      'fine access-policy-all-controls',
      controls('AND', 'mfa', 'compliantDevice'),
      controls('AND', 'mfa'),
    ],
    ['fails join-keys-not-healthy', keys('NO', 'YES'), keys('YES', 'YES')],
    [
      'fine interrupted-then-success',
      rows('8:02:44', 'ana', '203.0.113.9'),
      rows('8:22:44', 'ana', '203.0.113.9'),
    ],
    [
      'fine interrupted-then-success',
      rows('8:02:44', 'ana', '203.0.113.9'),
      rows('8:02:44', 'ben', '203.0.113.9'),
    ],
    [
      'fine interrupted-then-success',
      rows('8:02:44', 'ana', '203.0.113.9'),
      rows('8:02:44', 'ana', '203.0.113.7'),
    ],
    [
      'fine interrupted-then-success',
      rows('8:02:44', 'ana', '203.0.113.9'),
      rows('7:59:00', 'ana', '203.0.113.9'),
    ],
    ['unknown result-not-printed', printed(''), printed('ErrorCode : 50126\n')],
    ['unknown device-not-compliant-alone', device('No'), device('Yes')],
    ['fine work-account-beside-join', joined('Fabrikam'), joined('')],
    ['fails redirect-uri-slash', web('https://a.contoso.com/9/'), web('https://a.contoso.com/9')],
    ['fails redirect-uri-case', web('https://a.Contoso.com/9'), web('https://a.contoso.com/8')],
    ['fails redirect-uri-scheme', web('http://a.contoso.com/9'), web('http://b.contoso.com/9')],
    ['fails access-policy-blocks-all', policy(), policy({ clientAppTypes: ['other'] })],
    ['fails access-policy-blocks-all', policy(), policy({ signInRiskLevels: ['high'] })],
    ['fails access-policy-blocks-all', policy(), policy().replace('"enabled"', '"disabled"')],
    ['fails access-policy-blocks-all', policy(), policy().replace('"block"', '"mfa"')],
    ['fine access-policy-blocks-outside', policy(OUTSIDE), policy()],
    [
      'fails access-policy-excludes-nobody',
      policy(OUTSIDE),
      policy(OUTSIDE, { excludeGroups: ['4f1c'] }),
    ],
    ['fails access-policy-excludes-nobody', policy(), policy({ users: { includeUsers: ['All'] } })],
    [
      'fails access-policy-excludes-nobody',
      policy({}, { excludeGuestsOrExternalUsers: { externalTenants: null } }),
      policy({}, { excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: 'internalGuest' } }),
    ],
    [
      'fails access-policy-excludes-nobody',
      policy({ devices: { deviceFilter: { mode: null } } }),
      policy().replace(',"excludeRoles":[]', ''),
    ],
    ['fails access-policy-excludes-nobody', policy(), policy({}, { excludeRoles: ['4f1c'] })],
    ['fails redirect-uri-not-registered', registered('https://b.contoso.com/9'), registered()],
    ['fails redirect-uri-not-registered', registered('https://a.contoso.com:8443/9'), registered()],
    [
      'fails redirect-uri-slash',
      registered('https://a.contoso.com/9/'),
      registered('https://a.contoso.com/9/').replace(
        MESSAGE,
        `${MESSAGE} for the application '${OTHER_APP}'`,
      ),
    ],
  ])('is %s, and not in another case', (rule, text, other) => {
    expect(found(text)).toContain(rule);
    expect(found(other)).not.toContain(rule);
  });

  it.each([
    [
      'fails saml-comparison',
      saml(' Comparison="minimum"').replace(
        'login.microsoftonline.com/common/saml2',
        'adfs.contoso.com/adfs/ls',
      ),
    ],
    [
      'fails no-single-page-platform',
      `${principal('ReplyUrls : {https://a.contoso.com/1}')}\n\n${SPA}`,
    ],
    [
      'fails no-single-page-platform',
      `AppId : 93f42be1-f5a5-4a7a-a4a3-104a208e1245\nSignInAudience : AzureADMyOrg\nSpa : Microsoft.Graph.PowerShell.Models.MicrosoftGraphSpaApplication\n\n${SPA}`,
    ],
  ])('is not %s of what the text does not show', (rule, text) => {
    expect(found(text)).not.toContain(rule);
  });

  it('is a registration without a single-page platform', () => {
    const text = JSON.stringify({
      appId: '93f42be1-f5a5-4a7a-a4a3-104a208e1245',
      signInAudience: 'AzureADMyOrg',
      web: { redirectUris: ['https://a.contoso.com/1'] },
      spa: { redirectUris: [] },
    });
    expect(found(`${text}\n\n${SPA}`)).toContain('fails no-single-page-platform');
  });

  it('is the output below an event, too', () => {
    const text = `Log Name: Microsoft-Windows-AAD/Operational\nSource: Microsoft-Windows-AAD\nEvent ID: 1088\nDescription:\nWSTrust response error: FailedAuthentication.\n\n2) dsregcmd\n AzureAdPrt : NO\n Attempt Status : 0xc000006a`;
    expect(readFacts(text).records.map(({ kind }) => kind)).toEqual(['event', 'dsregcmd']);
    expect(found(text)).toContain('fails prt-attempt-failed');
  });

  it('is shown by rows that stand there, and by none that we made up', () => {
    const [disabled] = diagnose(
      readFacts(principal('AccountEnabled : False')).records,
      KNOWLEDGE.rules,
      NOW,
    ).filter(({ rule }) => rule === 'app-disabled');
    expect(disabled!.evidence.map(({ label, printed }) => `${label}: ${printed}`)).toEqual([
      'accountEnabled: False',
    ]);
  });

  it.each([
    ['NO      (should be YES?)', 'NO'],
    ['NO (why is that!)', 'NO'],
    ['ERROR (0x80070520)', 'ERROR (0x80070520)'],
  ])('is the value without a remark: %j', (printed, wanted) => {
    const text = `AzureAdJoined : YES\nWamDefaultSet : ${printed}\nAzureAdPrt : YES`;
    const facts = readFacts(text).records.flatMap((record) => record.facts);
    expect(facts.find(({ name }) => name === 'user.wamDefaultSet')!.printed).toBe(wanted);
  });
});

it('what a query asks for is no answer to it', () => {
  const text =
    'az ad app show --id 1 --query "{displayName:displayName,signInAudience:signInAudience,isFallbackPublicClient:isFallbackPublicClient}"\n{\n  "displayName": "Travel",\n  "isFallbackPublicClient": false,\n  "signInAudience": "AzureADMyOrg"\n}';
  expect(readFacts(text).records.map(({ kind, from }) => [kind, from])).toEqual([['app', 3]]);
});

describe('a status that PowerShell printed as the name of its type', () => {
  const list = (status: string) =>
    `Id : 39be9f5e-9de4-592b-b29d-8d30ff21bda8\nCreatedDateTime : 11/10/2026 7:31:55 AM\nUserPrincipalName : ana@contoso.com\nAppDisplayName : Ledger\nClientAppUsed : Browser\nConditionalAccessStatus : failure\nStatus : ${status}`;
  const TYPE = 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus';

  it.each([TYPE, TYPE.replace('Graph.PowerShell', 'Graph.Beta.PowerShell')])(
    'hides the code: %s',
    (type) => expect(found(list(type))).toContain('unknown status-not-expanded'),
  );

  it.each([
    list('@{ErrorCode=53003; FailureReason=Blocked}'),
    `${list(TYPE)}\n\nPS C:\\> $s.Status | fl\n\nErrorCode : 53003\nFailureReason : Blocked\nAdditionalDetails :`,
    list('Microsoft.Graph.PowerShell.Models.MicrosoftGraphDeviceDetail'),
  ])('does not where it stands there: %j', (text) =>
    expect(found(text)).not.toContain('unknown status-not-expanded'),
  );
});

describe('a request with name and password', () => {
  const request = (grant: string, host = 'login.microsoftonline.com') =>
    `curl -X POST https://${host}/contoso.onmicrosoft.com/oauth2/v2.0/token -d grant_type=${grant} -d client_id=ba552d1f-6876-54e2-8e79-9da3e7abf349 -d username=svc@contoso.com -d scope=https://graph.microsoft.com/.default`;

  it('cannot do MFA', () =>
    expect(found(request('password'))).toContain('unknown request-password-grant'));

  it.each([request('client_credentials'), request('password', 'id.example.com')])(
    'is another one: %s',
    (text) => expect(found(text)).not.toContain('unknown request-password-grant'),
  );
});
