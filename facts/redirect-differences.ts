import type { FactRecord } from './fact';
import { makeFact } from './make-fact';
import type { FactName } from './vocabulary';

/** How a registered redirect URI differs from the one of a message, the closest first. */
const ORDER = ['case', 'slash', 'scheme', 'case and slash', 'path', 'other'] as const;
type Difference = (typeof ORDER)[number];

/**
 * Adds to an app the redirect URIs that come closest to the one that a message says is not registered, and how they differ.
 *
 * @param records Records of one text; facts are added to apps.
 */
export function addRedirectDifferences(records: readonly FactRecord[]): void {
  const asking = records.filter(
    ({ kind, facts }) =>
      kind === 'message' && facts.some(({ name }) => name === 'message.redirectUri'),
  );
  const asked = valuesOf(asking, 'message.redirectUri');
  const apps = valuesOf(asking, 'signIn.appId');
  const [uri] = asked;
  if (!uri || asked.size > 1) return;
  for (const record of records) {
    if (record.kind !== 'app' || isOfOther(apps, record)) continue;
    const registered = record.facts.filter(({ name }) => name === 'app.redirectUri');
    if (registered.some(({ value }) => value === uri)) continue;
    const compared = registered.map((fact) => ({ fact, how: differenceOf(uri, fact.value) }));
    const how = ORDER.find((one) => compared.some((other) => other.how === one));
    if (!how) continue;
    const closest = compared.filter((one) => one.how === how);
    record.facts.push(
      makeFact('app.redirectUriDiffers', 'redirectUris', how, closest[0]!.fact.source),
    );
    if (how === 'other') continue;
    for (const { fact } of closest) record.facts.push({ ...fact, name: 'app.closestRedirectUri' });
  }
}

const valuesOf = (records: readonly FactRecord[], wanted: FactName): ReadonlySet<string> =>
  new Set(
    records.flatMap(({ facts }) =>
      facts.filter(({ name }) => name === wanted).map(({ value }) => value),
    ),
  );

/** Whether a message names its app, and a record is of another one. */
function isOfOther(apps: ReadonlySet<string>, record: FactRecord): boolean {
  const [id] = valuesOf([record], 'app.id');
  return id !== undefined && apps.size > 0 && !apps.has(id);
}

/** How two addresses differ. */
function differenceOf(one: string, other: string): Difference {
  if (one.toLowerCase() === other.toLowerCase()) return 'case';
  const [first, second] = [withoutSlash(one), withoutSlash(other)];
  if (first === second) return 'slash';
  if (withoutScheme(first) === withoutScheme(second)) return 'scheme';
  if (first.toLowerCase() === second.toLowerCase()) return 'case and slash';
  return hostOf(one) !== undefined && hostOf(one) === hostOf(other) ? 'path' : 'other';
}

const withoutSlash = (uri: string) => uri.replace(/\/$/, '');
const withoutScheme = (uri: string) => uri.replace(/^https?:/, '');
const hostOf = (uri: string) => /^https?:\/\/([^/?#]{1,255})/.exec(uri)?.[0];
