import type { Node } from 'jsonc-parser';
import { makeFact } from './make-fact';
import type { Fact, FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { keysOf, leavesOf, textOf, valueOf } from './json-values';
import type { LineOf } from './read-sign-in-json';
import type { FactName } from './vocabulary';

/** Values of a policy by their paths in Graph's record, in lower case. */
const PATHS: ReadonlyMap<string, FactName> = new Map<string, FactName>([
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

const STATES: ReadonlySet<string> = new Set([
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
    STATES.has((textOf(node, 'state') ?? '').toLowerCase()) &&
    valueOf(node, 'conditions')?.type === 'object' &&
    (keys.has('grantcontrols') || keys.has('sessioncontrols'))
  );
}

function policyOf(node: Node, region: JsonRegion, lineOf: LineOf): FactRecord {
  const line = (offset: number) => lineOf(region.start + offset);
  const facts = leavesOf(node).flatMap(({ path, key, text, offset }): Fact[] => {
    const name = PATHS.get(path);
    return name && text ? [makeFact(name, key, text, { line: line(offset), cell: path })] : [];
  });
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
