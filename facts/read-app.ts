import type { Node } from 'jsonc-parser';
import { mayBeAppId } from './app-ids';
import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import type { JsonRegion } from './json-regions';
import { itemsOf, keysOf, textOf, valueOf } from './json-values';
import type { LineOf } from './read-sign-in-json';
import { shownItems } from './shown-lists';
import type { FactName } from './vocabulary';

/** Keys that only an app registration or a service principal has. */
const TELLING = [
  'signinaudience',
  'publisherdomain',
  'requiredresourceaccess',
  'replyurlswithtype',
  'serviceprincipaltype',
  'approleassignmentrequired',
  'passwordcredentials',
  'isfallbackpublicclient',
  'allowpublicclient',
];

/** The platform of a redirect URI in the manifest's older form. */
const PLATFORMS: Readonly<Record<string, FactName>> = Object.assign(Object.create(null), {
  web: 'app.redirectUriWeb',
  spa: 'app.redirectUriSpa',
  installedclient: 'app.redirectUriPublicClient',
});

/** Single values: path from the root, and the fact. Graph's names, then those of the older manifest. */
const VALUES: readonly (readonly [FactName, ...string[]])[] = [
  ['app.id', 'appId'],
  ['app.objectId', 'id'],
  ['app.objectId', 'objectId'],
  ['app.name', 'displayName'],
  ['app.name', 'appDisplayName'],
  ['app.name', 'name'],
  ['app.audience', 'signInAudience'],
  ['app.servicePrincipalType', 'servicePrincipalType'],
  ['app.signOnMode', 'preferredSingleSignOnMode'],
  ['app.loginUrl', 'loginUrl'],
  ['app.enabled', 'accountEnabled'],
  ['app.assignmentRequired', 'appRoleAssignmentRequired'],
  ['app.isFallbackPublicClient', 'isFallbackPublicClient'],
  ['app.isFallbackPublicClient', 'allowPublicClient'],
  ['app.idTokenIssuance', 'web', 'implicitGrantSettings', 'enableIdTokenIssuance'],
  ['app.idTokenIssuance', 'oauth2AllowIdTokenImplicitFlow'],
  ['app.accessTokenIssuance', 'web', 'implicitGrantSettings', 'enableAccessTokenIssuance'],
  ['app.accessTokenIssuance', 'oauth2AllowImplicitFlow'],
  ['app.logoutUrl', 'web', 'logoutUrl'],
  ['app.logoutUrl', 'logoutUrl'],
  ['app.tokenVersion', 'api', 'requestedAccessTokenVersion'],
  ['app.tokenVersion', 'accessTokenAcceptedVersion'],
];

/** Where redirect URIs stand. A list that only names the type of such an object shows none. */
const URI_HOLDERS = [
  'web',
  'spa',
  'publicClient',
  'replyUrls',
  'replyUrl',
  'replyUrlsWithType',
  'redirectUris',
];

/** Lists of addresses. */
const LISTS: readonly (readonly [FactName, ...string[]])[] = [
  ['app.redirectUriWeb', 'web', 'redirectUris'],
  ['app.redirectUriSpa', 'spa', 'redirectUris'],
  ['app.redirectUriPublicClient', 'publicClient', 'redirectUris'],
  ['app.redirectUri', 'replyUrls'],
  // Az PowerShell's name of it.
  ['app.redirectUri', 'replyUrl'],
  // PowerShell prints the object of a platform by itself.
  ['app.redirectUri', 'redirectUris'],
  ['app.identifierUri', 'identifierUris'],
];

/**
 * Reads an app registration or a service principal: Graph's JSON, or a manifest as the portal shows it.
 *
 * @returns One record for each; none where the JSON is something else.
 */
export function readApp(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  return region.records.flatMap((node): FactRecord[] => {
    const keys = keysOf(node);
    // What a command shows of a member belongs to the app that the command names.
    if (!region.isOfLines && isPlatform(node)) return [platformOf(node, region, lineOf)];
    if (!keys.has('appid') || !TELLING.some((key) => keys.has(key))) return [];
    const id = textOf(node, 'appId');
    if (id && !mayBeAppId(id)) return [];
    return [
      {
        kind: 'app',
        title: isPrincipal(keys) ? 'service principal' : 'app registration',
        facts: factsOf(node, (offset) => lineOf(region.start + offset)),
        codes: [],
        doubts: region.isCutOff ? ['cut off'] : [],
        from: lineOf(region.start),
        to: lineOf(region.end - 1),
      },
    ];
  });
}

/** What the platform Web of a manifest has beside its redirect URIs: somebody copied it without the app around it. */
const OF_PLATFORM = ['implicitgrantsettings', 'homepageurl', 'logouturl'];

const isPlatform = (node: Node): boolean =>
  valueOf(node, 'redirectUris')?.type === 'array' &&
  !keysOf(node).has('appid') &&
  OF_PLATFORM.some((key) => keysOf(node).has(key));

function platformOf(node: Node, region: JsonRegion, lineOf: LineOf): FactRecord {
  const line = (offset: number) => lineOf(region.start + offset);
  const facts = itemsOf(valueOf(node, 'redirectUris')).flatMap((item) =>
    (['app.redirectUriWeb', 'app.redirectUri'] as const).map((name) =>
      makeFact(name, 'web.redirectUris', String(item.value), { line: line(item.offset) }),
    ),
  );
  const from = line(node.offset);
  // The other platforms were not copied.
  facts.push(makeFact('app.showsRedirectUris', 'redirectUris', 'NO', { line: from }));
  return {
    kind: 'app',
    title: 'app registration, platform Web',
    facts,
    codes: [],
    doubts: [],
    from,
    to: line(node.offset + Math.max(node.length - 1, 0)),
  };
}

/** Whether keys are those of a service principal: no registration has them. */
const isPrincipal = (keys: Pick<ReadonlySet<string>, 'has'>): boolean =>
  ['serviceprincipaltype', 'approleassignmentrequired', 'preferredsinglesignonmode'].some((key) =>
    keys.has(key),
  );

/**
 * Reads members of an app's manifest that stand without the rest of it.
 *
 * @param region What `partOfManifest` found.
 */
export function readPartOfApp(region: JsonRegion, lineOf: LineOf): FactRecord {
  const { root, start, end } = region;
  const facts = factsOf(root, (offset) => lineOf(start + offset));
  // Only the older form lists the URIs of all platforms in one member: others may have been left out.
  const showsAll = valueOf(root, 'replyUrlsWithType')?.children !== undefined;
  return {
    kind: 'app',
    title: 'part of an app registration',
    facts: showsAll
      ? facts
      : facts.map((one) =>
          one.name === 'app.showsRedirectUris' ? { ...one, value: 'NO', printed: 'NO' } : one,
        ),
    codes: [],
    doubts: ['cut off'],
    from: lineOf(start),
    to: lineOf(end - 1),
  };
}

/** What each entry of a list of secrets or certificates has. */
const OF_CREDENTIALS = ['keyid', 'enddatetime', 'startdatetime'];

/** Of which it has one: keys of other products run from one time to another, too. */
const OF_ONE_CREDENTIAL = ['hint', 'secrettext', 'customkeyidentifier', 'displayname', 'usage'];

/** A GUID, also one whose digits are masked. */
const KEY_ID = /^[\dA-FX*#]{8}(?:-[\dA-FX*#]{4}){3}-[\dA-FX*#]{12}$/i;

function isCredential(node: Node): boolean {
  const keys = keysOf(node);
  return (
    OF_CREDENTIALS.every((key) => keys.has(key)) &&
    OF_ONE_CREDENTIAL.some((key) => keys.has(key)) &&
    KEY_ID.test(textOf(node, 'keyId') ?? '')
  );
}

/**
 * Reads the secrets and certificates of an app that stand without it, as `az ad app credential list` prints them.
 *
 * @returns One record for all; none where the JSON is something else.
 */
export function readCredentials(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  const facts = region.records.filter(isCredential).flatMap((node): Fact[] => {
    const end = textOf(node, 'endDateTime');
    if (end === undefined) return [];
    const isCertificate = /x509|asymmetric/i.test(textOf(node, 'type') ?? '');
    const name = isCertificate ? 'app.certificateEnds' : 'app.secretEnds';
    const line = lineOf(region.start + valueOf(node, 'endDateTime')!.offset);
    return [makeFact(name, 'endDateTime', end, { line, cell: 'endDateTime' })];
  });
  if (!facts.length) return [];
  return [
    {
      kind: 'app',
      title: 'secrets or certificates of an app',
      facts,
      codes: [],
      doubts: [],
      // In the order of the text.
      from: facts[0]!.source.line,
      to: facts.at(-1)!.source.line,
    },
  ];
}

function factsOf(node: Node, line: LineOf): Fact[] {
  const facts: Fact[] = [];
  const add = (name: FactName, label: string, value: string | undefined, at: Node | undefined) => {
    if (value !== undefined && at)
      facts.push(makeFact(name, label, value, { line: line(at.offset), cell: label }));
  };
  const kind = isPrincipal(keysOf(node)) ? 'servicePrincipal' : 'application';
  add('app.kind', 'kind', kind, node);
  for (const [name, ...path] of VALUES)
    add(name, path.join('.'), textOf(node, ...path), at(node, path));
  let isWhole = true;
  for (const [name, ...path] of LISTS)
    for (const item of itemsOf(at(node, path))) {
      const shown = shownItems([String(item.value)]);
      isWhole &&= shown.isWhole;
      for (const uri of shown.items) addUri(add, name, path.join('.'), uri, item);
    }
  for (const item of itemsOf(valueOf(node, 'replyUrlsWithType'))) {
    const name = PLATFORMS[textOf(item, 'type')?.toLowerCase() ?? ''] ?? 'app.redirectUri';
    addUri(add, name, 'replyUrlsWithType', textOf(item, 'url'), item);
  }
  const isShown = URI_HOLDERS.some((key) => valueOf(node, key)?.children);
  add('app.showsRedirectUris', 'redirectUris', isShown && isWhole ? 'YES' : 'NO', node);
  for (const [key, name] of [
    ['passwordCredentials', 'app.secretEnds'],
    ['keyCredentials', 'app.certificateEnds'],
  ] as const)
    for (const item of itemsOf(valueOf(node, key)))
      for (const end of ['endDateTime', 'endDate'])
        add(name, `${key}.${end}`, textOf(item, end), item);
  return facts;
}

/** A redirect URI is one of its platform, and one of all. */
function addUri(
  add: (name: FactName, label: string, value: string | undefined, at: Node) => void,
  name: FactName,
  label: string,
  value: string | undefined,
  at: Node,
): void {
  add(name, label, value, at);
  if (name.startsWith('app.redirectUri') && name !== 'app.redirectUri')
    add('app.redirectUri', label, value, at);
}

function at(node: Node, path: readonly string[]): Node | undefined {
  let found: Node | undefined = node;
  for (const key of path) found = valueOf(found, key);
  return found;
}
