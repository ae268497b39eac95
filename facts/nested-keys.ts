/**
 * Names under which forwarders and search tools keep the record that they were sent: `body.properties.appDisplayName` of
 * Splunk, `azure.signinlogs.properties.app_display_name` of Elastic, `data.office365.UserId` of Wazuh. In lower case.
 */
const ENVELOPES: ReadonlySet<string> = new Set(
  '_source attributes body content data event eventdata evt fields json log message original payload raw record records result vendor'.split(
    ' ',
  ),
);

/** Those of them that are Entra's or Microsoft 365's own: whatever stands below them is of its log. */
const OWN_ENVELOPES: ReadonlySet<string> = new Set(
  'aad aadsignin audit azure azuread azure-ad entra entraid entra_id graph o365 office365 office_365 prop properties props signin signinlogs sign_in'.split(
    ' ',
  ),
);

/** A name and what parts it from the next one. */
const FIRST = /^@?([a-z][\w-]{0,40}?)(?:\[[\d*]{0,6}\]|\{\})?([.:/]|_(?=[a-z]))/i;

/** The index of an item of a list: `target.user.email_addresses[0]`, `ip{}`. */
const INDEX = /(?:\[[\d*]{0,6}\]|\{\})$/;

/** A longer key is none. */
const LONGEST = 160;

/**
 * Takes off the names under which a record was kept.
 *
 * @returns The key that the record has; undefined where nothing stands before it. The id of a record is its own only
 * among its properties.
 */
export function keyInRecord(key: string): string | undefined {
  if (key.length > LONGEST) return;
  let rest = key.replace(INDEX, '');
  let last = '';
  for (;;) {
    const [before = '', name = '', sign] = FIRST.exec(rest) ?? [];
    const lower = name.toLowerCase();
    // `result_type` is a name of two words.
    const isEnvelope = OWN_ENVELOPES.has(lower) || (ENVELOPES.has(lower) && sign !== '_');
    if (!before || !isEnvelope) break;
    rest = rest.slice(before.length);
    last = lower;
  }
  const bare = rest.replace(/^@/, '');
  const isForeignId = /^_?id$/i.test(bare) && !last.startsWith('prop');
  return bare === key || isForeignId ? undefined : bare;
}
