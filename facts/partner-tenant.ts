import type { FactRecord } from './fact';
import type { Line } from './lines';
import { makeFact } from './make-fact';

/** The organization that a command asks for: `Get-MgPolicyCrossTenantAccessPolicyPartner -CrossTenantAccessPolicyConfigurationTenantId …`. */
const PARTNER =
  /Get-MgPolicyCrossTenantAccessPolicyPartner\b.{0,200}?-(CrossTenantAccessPolicyConfigurationTenantId)[ :]{1,3}["']?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/i;

/** Any command of Graph's PowerShell: what it printed stands below it, and not what one above it did. */
const COMMAND = /(?<![\w-])[a-z]{3,10}-Mg[a-z]/i;

/** How many lines the command stands above what it printed at most. */
const NEAR = 6;

/** Adds to the settings for an organization the one that the command above them names, where they print none. */
export function addPartnerTenants(records: readonly FactRecord[], raw: readonly Line[]): void {
  for (const { kind, facts, from } of records) {
    if (kind !== 'crossTenant' || facts.some(({ name }) => name === 'crossTenant.tenantId'))
      continue;
    const above = raw.slice(Math.max(0, from - 1 - NEAR), from - 1).toReversed();
    for (const { text, number } of above) {
      const [, label, value] = PARTNER.exec(text) ?? [];
      if (label && value)
        facts.push(makeFact('crossTenant.tenantId', label, value, { line: number }));
      if (COMMAND.test(text)) break;
    }
  }
}
