import type { FactRecord } from './fact';
import type { Line } from './lines';
import { makeFact } from './make-fact';
import { readRegisteredAddresses } from './registered-addresses';
import type { FactName } from './vocabulary';

/** How a registered redirect URI differs from the one of a message, the closest first. */
const ORDER = ['case', 'slash', 'scheme', 'case and slash', 'path', 'other'] as const;
type Difference = (typeof ORDER)[number];

/** What asks for a redirect URI, and where its record has it and the app. */
const ASKING = [
  { kind: 'message', uri: 'message.redirectUri', app: 'signIn.appId' },
  { kind: 'request', uri: 'request.redirectUri', app: 'request.clientId' },
] as const;

/** The parameter of a request that somebody cites without the rest of it. */
const CITED = /(?<![?&\w])redirect_uri\s?[=:]\s?["'‘“]?(https?:\/\/[^\s"'’”<>&]{3,500})/i;

/** An address without a path is the same with a slash behind it. */
const WITHOUT_PATH = /^https?:\/\/[^/?#]{1,255}\/?$/i;

/**
 * Adds to an app the redirect URIs that come closest to the one that a message says is not registered, or that a request
 * has, and how they differ.
 *
 * @param records Records of one text; facts are added to apps. Where none was read, an app is added whose registered
 * addresses somebody notes in a line, if one differs.
 * @param raw Lines of the text as they are.
 */
export function addRedirectDifferences(records: FactRecord[], raw: readonly Line[]): void {
  const apps = records.filter(({ kind }) => kind === 'app');
  if (apps.length) addTo(apps, records, raw);
  else addNoted(records, raw);
}

/** What is noted as registered is none of the addresses that a message asks for. */
function addNoted(records: FactRecord[], raw: readonly Line[]): void {
  if (!records.some(({ kind }) => ASKING.some((one) => one.kind === kind))) return;
  const app = readRegisteredAddresses(raw);
  if (!app) return;
  const noted = new Set(app.facts.map(({ source }) => source.line));
  for (const record of records)
    if (record.kind === 'message')
      record.facts = record.facts.filter(
        ({ name, source }) => name !== 'message.redirectUri' || !noted.has(source.line),
      );
  addTo([app], records, raw);
  const how = app.facts.find(({ name }) => name === 'app.redirectUriDiffers')?.value;
  // Other addresses than those that are noted may be registered as well.
  if (!how || how === 'path' || how === 'other') return;
  records.push(app);
  records.sort((a, b) => a.from - b.from);
}

function addTo(
  apps: readonly FactRecord[],
  records: readonly FactRecord[],
  raw: readonly Line[],
): void {
  for (const { kind, uri, app } of ASKING) {
    const asking = records.filter(
      (one) => one.kind === kind && one.facts.some(({ name }) => name === uri),
    );
    if (!asking.length) continue;
    const [asked, second] = valuesOf(asking, uri);
    if (asked && second === undefined) compare(apps, asked, valuesOf(asking, app));
    return;
  }
  const cited = raw.flatMap(({ text, number }) => {
    const [, uri] = (text.includes('redirect_uri') && CITED.exec(text)) || [];
    return uri ? [makeFact('request.redirectUri', 'redirect_uri', uri, { line: number })] : [];
  });
  const [only, other] = cited;
  if (!only || other || WITHOUT_PATH.test(only.value) || apps.length > 1) return;
  compare(apps, only.value, new Set());
  if (apps.some(({ facts }) => facts.some(({ name }) => name === 'app.redirectUriDiffers')))
    apps[0]!.facts.push(only);
}

/** Adds to apps how their redirect URIs differ from one that is asked for. */
function compare(apps: readonly FactRecord[], uri: string, own: ReadonlySet<string>): void {
  for (const record of apps) {
    if (isOfOther(own, record)) continue;
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

/** Whether what asks names its app, and a record is of another one. */
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
