import type { Fact, FactRecord } from '../facts/fact';

/** What the one inbound trust of a text says of the organization that a guest comes from. */
export function inboundTrust(records: readonly FactRecord[]): (record: FactRecord) => Fact[] {
  const [trust, second] = records.filter(({ kind }) => kind === 'crossTenant');
  if (!trust || second) return () => [];
  const tenantOf = (
    { facts }: FactRecord,
    wanted: 'crossTenant.tenantId' | 'signIn.homeTenantId',
  ) => facts.find(({ name, value }) => name === wanted && value)?.value.toLowerCase();
  const partner = tenantOf(trust, 'crossTenant.tenantId');
  return (record) => {
    const home = tenantOf(record, 'signIn.homeTenantId');
    // Whose settings these are has to be shown of the guest, too.
    return partner && partner !== home ? [] : trust.facts;
  };
}
