import type { Node } from 'jsonc-parser';
import { makeFact } from './make-fact';
import type { Fact, FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { itemsOf, keysOf, leavesOf, textOf, valueOf } from './json-values';
import type { LineOf } from './read-sign-in-json';
import type { FactName } from './vocabulary';

/** Values of a policy by their paths in Graph's record, in lower case. */
const PATHS: ReadonlyMap<string, FactName> = new Map<string, FactName>([
  ['id', 'caPolicy.id'],
  ['displayname', 'caPolicy.name'],
  ['state', 'caPolicy.state'],
  ['grantcontrols.operator', 'caPolicy.operator'],
  ['grantcontrols.builtincontrols[]', 'caPolicy.control'],
  ['grantcontrols.authenticationstrength.displayname', 'caPolicy.control'],
  ['conditions.users.includeusers[]', 'caPolicy.includes'],
  ['conditions.users.includegroups[]', 'caPolicy.includes'],
  ['conditions.users.includeroles[]', 'caPolicy.includes'],
  ['conditions.applications.includeapplications[]', 'caPolicy.includes'],
  ['conditions.applications.includeuseractions[]', 'caPolicy.includes'],
  ['conditions.platforms.includeplatforms[]', 'caPolicy.includes'],
  ['conditions.locations.includelocations[]', 'caPolicy.includes'],
  ['conditions.clientapptypes[]', 'caPolicy.includes'],
  ['conditions.signinrisklevels[]', 'caPolicy.includes'],
  ['conditions.userrisklevels[]', 'caPolicy.includes'],
  ['conditions.users.excludeusers[]', 'caPolicy.excludes'],
  ['conditions.users.excludegroups[]', 'caPolicy.excludes'],
  ['conditions.users.excluderoles[]', 'caPolicy.excludes'],
  ['conditions.applications.excludeapplications[]', 'caPolicy.excludes'],
  ['conditions.platforms.excludeplatforms[]', 'caPolicy.excludes'],
  ['conditions.locations.excludelocations[]', 'caPolicy.excludes'],
]);

/** What the state of a policy is, in lower case. */
export const POLICY_STATES: ReadonlySet<string> = new Set([
  'enabled',
  'disabled',
  'enabledforreportingbutnotenforced',
]);

/**
 * Reads Conditional Access policies as Graph and its PowerShell write them to JSON.
 *
 * @returns One record for each policy; none where the JSON is something else.
 */
export function readAccessPolicies(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  return region.records.flatMap((node) => (isPolicy(node) ? [policyOf(node, region, lineOf)] : []));
}

function isPolicy(node: Node): boolean {
  const keys = keysOf(node);
  return (
    !!textOf(node, 'displayName') &&
    POLICY_STATES.has((textOf(node, 'state') ?? '').toLowerCase()) &&
    valueOf(node, 'conditions')?.type === 'object' &&
    (keys.has('grantcontrols') || keys.has('sessioncontrols'))
  );
}

function policyOf(node: Node, region: JsonRegion, lineOf: LineOf): FactRecord {
  const line = (offset: number) => lineOf(region.start + offset);
  const source = { line: line(node.offset) };
  const facts = leavesOf(node).flatMap(({ path, key, text, offset }): Fact[] => {
    const name = PATHS.get(path);
    if (!name || !text) return [];
    const fact = makeFact(name, key, text, { line: line(offset), cell: path });
    // Said once more by itself, for what only a location is left out of.
    return path === LOCATIONS ? [fact, { ...fact, name: 'caPolicy.excludedLocation' }] : [fact];
  });
  const reach = reachOf(node);
  if (reach && !region.isCutOff)
    facts.push(makeFact('caPolicy.reach', 'conditions', reach, source));
  const clients = listOf(valueOf(node, 'conditions'), 'clientAppTypes') ?? [];
  const isLegacy = clients.length > 0 && clients.every((one) => LEGACY.has(one.toLowerCase()));
  if (isLegacy && !region.isCutOff)
    facts.push(makeFact('caPolicy.legacyClients', 'clientAppTypes', clients.join(', '), source));
  const nobody = region.isCutOff ? undefined : excludesNobody(node);
  if (nobody !== undefined)
    facts.push(makeFact('caPolicy.excludesNobody', 'users', nobody ? 'YES' : 'NO', source));
  return {
    kind: 'caPolicy',
    title: 'Conditional Access policy',
    facts,
    codes: [],
    doubts: region.isCutOff ? ['cut off'] : [],
    from: line(node.offset),
    to: line(node.offset + Math.max(node.length - 1, 0)),
  };
}

const LOCATIONS = 'conditions.locations.excludelocations[]';

/** Clients that cannot answer a second factor, as policies call them in lower case. */
const LEGACY: ReadonlySet<string> = new Set(['exchangeactivesync', 'other']);

/** The conditions that are looked at; any other one makes a policy one of a part of all sign-ins. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  'users',
  'applications',
  'locations',
  'clientapptypes',
]);

/** What a list of a condition says; nothing where it is no list. */
const listOf = (node: Node | undefined, key: string): string[] | undefined => {
  const value = valueOf(node, key);
  return value?.type === 'array' ? itemsOf(value).map((item) => String(item.value)) : undefined;
};

const isAll = (list: readonly string[] | undefined): boolean =>
  list?.length === 1 && /^all$/i.test(list[0]!);

/** Which sign-ins a policy is for; nothing where a part of it was not printed. */
function reachOf(policy: Node): 'all' | 'all but locations' | 'a part' | undefined {
  const conditions = valueOf(policy, 'conditions');
  const users = listOf(valueOf(conditions, 'users'), 'includeUsers');
  const applications = valueOf(conditions, 'applications');
  const apps = listOf(applications, 'includeApplications');
  const clients = listOf(conditions, 'clientAppTypes');
  if (!users || !apps || !clients) return;
  const isNarrow = conditions?.children?.some(({ children: [key, value] = [] }) => {
    if (!value || LOOKED_AT.has(String(key?.value).toLowerCase())) return false;
    return !isEmpty(value);
  });
  const excluded = listOf(applications, 'excludeApplications') ?? [];
  const isFiltered = !isEmpty(valueOf(applications, 'applicationFilter'));
  if (isNarrow || isFiltered || excluded.length || ![users, apps, clients].every(isAll))
    return 'a part';
  const locations = valueOf(conditions, 'locations');
  if (!locations || isEmpty(locations)) return 'all';
  if (!isAll(listOf(locations, 'includeLocations'))) return 'a part';
  return listOf(locations, 'excludeLocations')?.length ? 'all but locations' : 'all';
}

/** Whether a policy leaves out no user, group or role; nothing where their lists were not printed. */
function excludesNobody(policy: Node): boolean | undefined {
  const users = valueOf(valueOf(policy, 'conditions'), 'users');
  if (!EXCLUDED.every((key) => valueOf(users, key))) return;
  return [...EXCLUDED, 'excludeGuestsOrExternalUsers'].every((key) => isEmpty(valueOf(users, key)));
}

const EXCLUDED = ['excludeUsers', 'excludeGroups', 'excludeRoles'];

/** Whether nothing stands in a value: PowerShell prints an object with empty members where Graph has null. */
const isEmpty = (value: Node | undefined): boolean =>
  value === undefined || leavesOf(value).every(({ text }) => !text);
