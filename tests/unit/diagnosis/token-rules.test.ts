import { expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { readFacts } from '../../../facts/read-facts';
import { tokenOf } from '../facts/reading';
import { KNOWLEDGE } from '../whole-knowledge';

const { rules } = KNOWLEDGE;

const TENANT = '11111111-2222-4333-8444-555555555555';
const CLIENT = '22222222-3333-4444-8555-666666666666';
const API = '33333333-4444-4555-8666-777777777777';

/** The time of the failure, and a token that is good at that time. */
const NOW = new Date('2026-03-01T10:00:00Z');
const seconds = (time: string) => Date.parse(time) / 1000;
const GOOD = {
  aud: 'api://orders',
  iss: `https://sts.windows.net/${TENANT}/`,
  ver: '1.0',
  nbf: seconds('2026-03-01T09:30:00Z'),
  exp: seconds('2026-03-01T10:45:00Z'),
  tid: TENANT,
  appid: CLIENT,
  scp: 'Orders.Read',
};
const V2 = { ver: '2.0', iss: `https://login.microsoftonline.com/${TENANT}/v2.0` };

/** What the rules say of a token with these claims, and of what stands beside it. `undefined` takes a claim out. */
function saidOf(claims: object, beside = ''): string[] {
  const { records } = readFacts(`${tokenOf({ ...GOOD, ...claims })}\n\n${beside}`);
  return diagnose(records, rules, NOW)
    .filter(({ record }) => record.kind === 'token')
    .map(({ verdict, rule }) => `${verdict} ${rule.replace(/^token-/, '')}`);
}

const registration = (api: object) =>
  JSON.stringify({ appId: API, signInAudience: 'AzureADMyOrg', ...api });
const request = (tenant: string, query: string) =>
  `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?client_id=${CLIENT}&response_type=code&redirect_uri=https%3A%2F%2Fa.example&${query}`;
const signInAt = (time: string) =>
  JSON.stringify({ createdDateTime: time, appId: CLIENT, status: { errorCode: 500133 } });

it('of a good token only what it is', () => {
  expect(saidOf({})).toEqual([
    'fine not-expired',
    'fine version-1',
    'fine for-own-api',
    'fine delegated',
  ]);
});

it.each<[string, object, string, string[], string[]]>([
  [
    'has expired by the clock',
    { exp: seconds('2026-03-01T09:59:00Z') },
    '',
    ['fails expired'],
    ['fine not-expired', 'fails expired-before'],
  ],
  [
    'had expired before the failure',
    { exp: seconds('2026-02-01T10:00:00Z') },
    signInAt('2026-02-01T11:00:00Z'),
    ['fails expired-before'],
    ['fails expired'],
  ],
  [
    'has expired since the failure',
    { exp: seconds('2026-02-01T10:00:00Z') },
    signInAt('2026-02-01T09:30:00Z'),
    ['fails expired'],
    ['fails expired-before'],
  ],
  ['is not valid yet', { nbf: seconds('2026-03-01T10:20:00Z') }, '', ['fails not-yet-valid'], []],
  ['is of version 2.0', V2, '', ['fine version-2'], ['fine version-1', 'fails version-issuer']],
  [
    'says 2.0 and has an issuer of 1.0',
    { ver: '2.0' },
    '',
    ['fails version-issuer'],
    ['fine version-2'],
  ],
  [
    'is of another version than its API asks for',
    { aud: API },
    registration({ api: { requestedAccessTokenVersion: 2 } }),
    ['fails version-not-registered', 'fine for-app'],
    [],
  ],
  [
    'is of the version that its API asks for',
    { aud: API, ...V2 },
    registration({ api: { requestedAccessTokenVersion: 2 } }),
    ['fine for-app'],
    ['fails version-not-registered'],
  ],
  [
    'is for another API than the one beside it',
    {},
    registration({ identifierUris: ['api://invoices'] }),
    ['fails not-for-app'],
    ['fine for-app'],
  ],
  [
    'is for the API beside it, by an address below its own',
    { aud: 'api://invoices/' },
    registration({ identifierUris: ['api://invoices'] }),
    [],
    ['fails not-for-app'],
  ],
  [
    'stands beside the registration of its client',
    { appid: API },
    registration({ identifierUris: ['api://client'] }),
    [],
    ['fails not-for-app'],
  ],
  [
    'is not what the request asked for',
    {},
    request(TENANT, 'scope=openid+api%3A%2F%2Finvoices%2FRead'),
    ['unknown not-for-scope'],
    ['fails tenant-not-requested'],
  ],
  [
    'is what the request asked for',
    {},
    request(TENANT, 'scope=openid+api%3A%2F%2Forders%2FOrders.Read'),
    [],
    ['unknown not-for-scope'],
  ],
  [
    'is for Microsoft Graph',
    { aud: '00000003-0000-0000-c000-000000000000' },
    '',
    ['fine for-graph'],
    ['fine for-own-api'],
  ],
  [
    'is app-only',
    { scp: undefined, roles: ['Orders.Read.All'], idtyp: 'app' },
    '',
    ['fine app-only'],
    ['fine delegated', 'unknown perhaps-app-only', 'fails without-permission'],
  ],
  [
    'has roles alone',
    { scp: undefined, roles: ['Orders.Read.All'] },
    '',
    ['unknown perhaps-app-only'],
    ['fine app-only'],
  ],
  [
    'has no permission',
    { scp: undefined },
    '',
    ['fails without-permission'],
    ['fine delegated', 'unknown perhaps-id-token'],
  ],
  [
    'has no permission among the claims that were copied',
    { scp: undefined, exp: undefined },
    '',
    ['fine for-own-api'],
    [
      'fails without-permission',
      'unknown without-permission-elsewhere',
      'unknown perhaps-id-token',
    ],
  ],
  [
    'has no permission for an API with its own access control',
    { scp: undefined, aud: 'https://management.azure.com/' },
    '',
    ['unknown without-permission-elsewhere'],
    ['fails without-permission'],
  ],
  [
    'is perhaps an ID token',
    { ...V2, scp: undefined, appid: undefined, aud: CLIENT },
    '',
    ['unknown perhaps-id-token'],
    ['fails without-permission', 'unknown without-permission-elsewhere'],
  ],
  [
    'is of another tenant than the request',
    {},
    request('99999999-2222-4333-8444-555555555555', 'scope=openid'),
    ['fails tenant-not-requested'],
    [],
  ],
  [
    'answers a request that names no tenant',
    {},
    request('organizations', 'scope=openid'),
    [],
    ['fails tenant-not-requested'],
  ],
  ['has a tenant that its issuer has not', { tid: CLIENT }, '', ['fails tenant-not-issuer'], []],
])('of a token that %s', (_, claims, beside, said, unsaid) => {
  const all = saidOf(claims, beside);
  expect(all).toEqual(expect.arrayContaining(said));
  for (const one of unsaid) expect(all).not.toContain(one);
});

it('shows the claim that it rests on, and the rest is in no finding', () => {
  const { records } = readFacts(tokenOf({ ...GOOD, upn: 'user@contoso.com', exp: 1 }));
  const findings = diagnose(records, rules, NOW);
  const expired = findings.find(({ rule }) => rule === 'token-expired')!;
  expect(expired.evidence).toMatchObject([{ label: 'exp', printed: '1970-01-01T00:00:01Z' }]);
  const shown = findings.map(({ says, evidence }) => [says, evidence]);
  expect(JSON.stringify(shown)).not.toContain('user@contoso.com');
});

it('of a decoded token, as jwt.ms shows it, the same', () => {
  const decoded = `{\n  "typ": "JWT",\n  "alg": "RS256"\n}.${JSON.stringify(GOOD, null, 2)}.[Signature]`;
  const { records } = readFacts(decoded);
  expect(diagnose(records, rules, NOW).map(({ rule }) => rule)).toEqual([
    'token-not-expired',
    'token-version-1',
    'token-for-own-api',
    'token-delegated',
  ]);
  const audience = records[0]!.facts.find(({ name }) => name === 'token.audience')!;
  expect(decoded.split('\n')[audience.source.line - 1]).toContain('"aud"');
});
