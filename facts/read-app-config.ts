import type { Node } from 'jsonc-parser';
import type { Fact, FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { keysOf, textOf, valueOf } from './json-values';
import { Question, SIGN, type Line } from './lines';
import { makeFact } from './make-fact';
import type { LineOf } from './read-sign-in-json';
import { plainKey } from './sign-in-keys';
import { spanOfLines } from './span-of-lines';
import { GUID } from './value-forms';
import type { FactName } from './vocabulary';

/** Settings of the sign-in libraries, by the end of their names as `plainKey` writes them. Secrets are none of them. */
const SETTINGS: ReadonlyMap<string, FactName> = new Map<string, FactName>([
  ['clientid', 'appConfig.clientId'],
  ['tenantid', 'appConfig.tenant'],
  ['tenant', 'appConfig.tenant'],
  ['authority', 'appConfig.authority'],
  ['instance', 'appConfig.authority'],
  ['identitymetadata', 'appConfig.authority'],
  ['redirecturi', 'appConfig.redirectUri'],
  ['redirecturl', 'appConfig.redirectUri'],
  ['callbackpath', 'appConfig.redirectUri'],
  ['audience', 'appConfig.audience'],
]);

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const TENANT = /^(?:common|organizations|consumers|[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})$/i;
const AUDIENCE = /^(?:api|https?):\/\/[^\s"'<>]{1,190}$/i;
const ADDRESS = /^(?:https?:\/\/|msal|\/)[^\s"'<>]{0,400}$/i;

/** Where an authority or tenant of Microsoft Entra ID is: other servers have clients and tenants, too. */
const OURS =
  /\.onmicrosoft\.(?:com|us)\b|\.partner\.onmschina\.cn\b|login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|windows\.net)|sts\.windows\.net|ciamlogin\.com|b2clogin\.com/i;

/** Whether a value has the form that its setting has. */
function isOfForm(name: FactName, value: string): boolean {
  if (name === 'appConfig.clientId') return ID.test(value);
  if (name === 'appConfig.tenant') return GUID.test(value) || TENANT.test(value);
  if (name === 'appConfig.audience') return ID.test(value) || AUDIENCE.test(value);
  return ADDRESS.test(value);
}

/** Keys of records that have such settings beside what happened, of identities, and of other identity providers. */
const OF_OTHERS = [
  'granttype',
  'grant_type',
  'errorcode',
  'correlationid',
  'createddatetime',
  'appid',
  'aud',
  'principalid',
  'userprincipalname',
  'userpoolid',
  'identitypoolid',
  'projectid',
  'realm',
];

/** Keys under which settings name the server at which an app signs in. */
const SERVERS = ['issuer', 'domain', 'authdomain', 'authorizationurl'];

/** Whether settings name another server than those of Microsoft Entra ID. */
const isOfOtherServer = (node: Node): boolean =>
  SERVERS.some((key) => {
    const server = textOf(node, key);
    return (
      server !== undefined && /^https:|\.(?:okta|auth0)\.com$/i.test(server) && !OURS.test(server)
    );
  });

/**
 * Reads the settings of an app that signs in: the configuration of ASP.NET, MSAL or passport as JSON.
 *
 * @returns One record for each; none where the JSON is something else.
 */
export function readAppConfig(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  return region.records.flatMap((node) => {
    const isOther = OF_OTHERS.some((key) => keysOf(node).has(key)) || isOfOtherServer(node);
    const facts = isOther ? [] : membersOf(node, (offset) => lineOf(region.start + offset));
    return recordOf(facts);
  });
}

function membersOf(node: Node, lineOf: LineOf): Fact[] {
  if (!valueOf(node, 'clientId')) return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    const name = SETTINGS.get(plainKey(String(key?.value)));
    const text = value?.type === 'string' ? String(value.value) : '';
    return name && isOfForm(name, text)
      ? [makeFact(name, String(key!.value), text, { line: lineOf(value!.offset) })]
      : [];
  });
}

/** The settings of one app: its client, and where it signs in. */
function recordOf(facts: Fact[]): FactRecord[] {
  const has = (name: FactName) => facts.some((fact) => fact.name === name);
  const isOurs = facts.some(
    ({ name, value }) => (name === 'appConfig.tenant' && ID.test(value)) || OURS.test(value),
  );
  const isOther = facts.some(
    ({ name, value }) =>
      name === 'appConfig.authority' && /^https?:/i.test(value) && !OURS.test(value),
  );
  if (!has('appConfig.clientId') || !isOurs || isOther) return [];
  return [
    {
      kind: 'appConfig',
      title: 'settings of an app',
      facts,
      codes: [],
      doubts: [],
      ...spanOfLines(facts.map(({ source }) => source.line)),
    },
  ];
}

/**
 * A setting in a line: `AZURE_TENANT_ID=…`, `spring.cloud.azure.active-directory.credential.client-id: …`,
 * `<add key="ida:ClientId" value="…" />`. The name before it tells that it is none of a message.
 */
export const SETTING =
  /(?:^|\s|key=")((?:export )?(?:AZURE|ARM|AAD|MSAL|ENTRA|AzureAd|ida|spring\.(?:cloud|security)|quarkus\.oidc|NEXT_PUBLIC|VITE|REACT_APP)[\w.:-]{0,90}?[_.:-](client[_-]?id|tenant[_-]?id|tenant|authority|redirect[_-]?ur[il]))["']?\s{0,5}(?:[:=]|value=)\s{0,5}["']?([^\s"'<>,;]{3,400})/i;

/** @returns Whether a line may hold one: a sign parts it from its value, and its name has one of some words. */
export const mayBeSetting = (line: Line): boolean =>
  line.has(SIGN.colon | SIGN.equals) && line.ask(HAS_WORD_OF_SETTING);

const HAS_WORD_OF_SETTING = new Question(({ text }) =>
  /client|tenant|authority|redirect/i.test(text),
);

/** Other providers, whose registrations frameworks name in their settings. */
const OTHER_PROVIDER =
  /[_.:-](?:okta|auth0|google|github|gitlab|facebook|apple|cognito|aws|keycloak|ping\w{0,9}|onelogin)[_.:-]/i;

/** How many lines apart the settings of one app are at most. */
const NEAR = 12;

/**
 * Reads the settings of an app from lines of an environment, a properties file or web.config.
 *
 * @param lines Cleaned lines of the text, which other readers read, too.
 */
export function readConfigLines(lines: readonly Line[]): FactRecord[] {
  const records: FactRecord[] = [];
  let facts: Fact[] = [];
  let family = '';
  const finish = () => {
    for (const record of recordOf(facts)) records.push(record);
    facts = [];
  };
  for (const line of lines) {
    if (!mayBeSetting(line)) continue;
    const { text, number } = line;
    const [, label, setting, value] = SETTING.exec(text) ?? [];
    const name = setting && SETTINGS.get(plainKey(setting));
    if (!name || !isOfForm(name, value!) || OTHER_PROVIDER.test(label!)) continue;
    const last = facts.at(-1)?.source.line ?? number;
    const own = /[a-z]+/i.exec(label!.replace('export ', ''))![0].toLowerCase();
    if (number - last > NEAR || own !== family || facts.some((fact) => fact.name === name))
      finish();
    family = own;
    facts.push(makeFact(name, label!, value!, { line: number }));
  }
  finish();
  return records;
}
