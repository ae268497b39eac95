import { mayBeAppId } from './app-ids';
import type { Fact, FactRecord } from './fact';
import { SIGN, type Line } from './lines';
import { makeFact } from './make-fact';
import type { JsonRegion } from './json-regions';
import { itemsOf, valueOf } from './json-values';
import type { LineOf } from './read-sign-in-json';
import type { TakenLines } from './taken-lines';
import type { FactName } from './vocabulary';

/** How a token begins. Its capital is looked for first: engines find the rarer sign faster. */
const MAY_BE_JWT = /J(?<=\beyJ)/;

/** Lines of a token that a console broke at its edge. */
const BROKEN = '(?:[\\w-]{20,400}[ \\t]{0,4}\\r?\\n[ \\t>]{0,8}){0,200}';

/** Head and claims of a JSON web token. The signature behind them is not looked at. */
const JWT = /\b(eyJ[\w-]{8,12000})\.(eyJ[\w-]{8,40000})/g;
const BROKEN_JWT = new RegExp(
  `\\b(eyJ${BROKEN}[\\w-]{8,12000})\\.(eyJ${BROKEN}[\\w-]{1,40000})\\.`,
  'g',
);

/** Claims that tell why a token is refused, and whose it is. */
const CLAIMS: Readonly<Record<string, FactName>> = Object.assign(Object.create(null), {
  aud: 'token.audience',
  iss: 'token.issuer',
  ver: 'token.version',
  iat: 'token.issued',
  nbf: 'token.notBefore',
  exp: 'token.expires',
  tid: 'token.tenantId',
  appid: 'token.appId',
  azp: 'token.appId',
  app_displayname: 'token.appName',
  preferred_username: 'token.user',
  upn: 'token.user',
  unique_name: 'token.user',
  scp: 'token.scope',
  roles: 'token.role',
  amr: 'token.methods',
  idtyp: 'token.subjectType',
});

/** Claims that are times. */
const TIMES: ReadonlySet<string> = new Set(['iat', 'nbf', 'exp']);

const HEAD: Readonly<Record<string, FactName>> = { alg: 'token.algorithm', kid: 'token.keyId' };

/**
 * Reads the claims of JSON web tokens. The tokens themselves are secrets and stand in no fact.
 *
 * @param text Any text, before secrets were taken out.
 * @param lineOf Line of an offset in it.
 * @returns One record for each token whose claims can be read.
 */
export function readTokens(text: string, lineOf: LineOf): FactRecord[] {
  const records: FactRecord[] = [];
  if (!MAY_BE_JWT.test(text)) return records;
  const starts = new Set<number>();
  for (const form of [JWT, BROKEN_JWT])
    for (const match of text.matchAll(form)) {
      const line = lineOf(match.index);
      const facts = [...factsOf(match[1]!, HEAD, line), ...factsOf(match[2]!, CLAIMS, line)];
      const isToken = facts.some(
        ({ name }) => name === 'token.issuer' || name === 'token.audience',
      );
      if (!isToken || starts.has(match.index)) continue;
      starts.add(match.index);
      records.push(tokenOf(facts, line, lineOf(match.index + match[0].length - 1)));
    }
  return records;
}

/** The sign-in service as an issuer; in a domain of the customer its address ends with the tenant. */
const ISSUER =
  /^https:\/\/(?:sts\.(?:windows\.net|chinacloudapi\.cn)|login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|microsoft\.com|windows\.net)|[\w-]{1,60}\.(?:ciamlogin|b2clogin)\.com|[\w.-]{4,120}\/[\da-fx*-]{36}\/v2\.0)(?:\/|$)/i;

/** @returns Whether a text is the sign-in service as an issuer. */
export const isIssuer = (text: string): boolean => ISSUER.test(text);

/** Claims that tokens have and settings do not. */
export const OF_TOKENS = [
  'tid',
  'oid',
  'sub',
  'scp',
  'appid',
  'azp',
  'upn',
  'unique_name',
  'ver',
  'idtyp',
];

/**
 * @param printed As a table or a list prints it.
 * @returns The fact that a claim is; undefined for those that tell nothing.
 */
export function claimFact(claim: string, printed: string, line: number): Fact | undefined {
  if (!Object.hasOwn(CLAIMS, claim)) return undefined;
  const value = TIMES.has(claim) ? timeOf(printed) : printed;
  return value ? makeFact(CLAIMS[claim]!, claim, value, { line, cell: claim }) : undefined;
}

/**
 * Reads the claims of a token that was decoded already, as jwt.ms shows them.
 *
 * @returns One record for each object of claims; none where the JSON is something else.
 */
export function readTokenJson(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  const line = (offset: number) => lineOf(region.start + offset);
  return region.records.flatMap((node) => {
    if (!valueOf(node, 'aud')) return [];
    const issuer = valueOf(node, 'iss')?.value;
    if (typeof issuer !== 'string' || !(isIssuer(issuer) || mayBeAppId(issuer))) return [];
    const expires = valueOf(node, 'exp')?.value;
    // In a program the names of claims stand beside types.
    if (expires !== undefined && timeOf(String(expires)) === undefined) return [];
    // The settings of an API have an audience and an issuer, too.
    const areOthers = OF_TOKENS.some((claim) => typeof valueOf(node, claim)?.value === 'string');
    if (expires === undefined && !(areOthers && isIssuer(issuer))) return [];
    const facts = Object.entries(CLAIMS).flatMap(([claim, name]) => {
      const value = valueOf(node, claim);
      if (!value) return [];
      return (value.type === 'array' ? itemsOf(value) : [value]).flatMap((item) => {
        const text = textOf(claim, item.value);
        return text === undefined
          ? []
          : [makeFact(name, claim, text, { line: line(item.offset), cell: claim })];
      });
    });
    return [tokenOf(facts, lineOf(region.start), lineOf(region.end - 1))];
  });
}

/** The head of the table in which jwt.ms explains claims. */
const TABLE_HEAD = /^\|?\s{0,4}Claim type\s{0,4}[|\t]\s{0,4}Value\b/i;

/**
 * Reads the claims of a token from the table of jwt.ms, as it was copied or as Markdown.
 *
 * @param lines Cleaned lines of the text.
 * @param taken Lines that another reader has; those that this one takes are added.
 */
export function readTokenTable(lines: readonly Line[], taken: TakenLines): FactRecord[] {
  const records: FactRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!taken.leaves(at, SIGN.cell) || !TABLE_HEAD.test(lines[at]!.text)) continue;
    const from = lines[at]!.number;
    const facts: Fact[] = [];
    taken.add(at);
    while (at + 1 < lines.length && taken.leaves(at + 1, SIGN.cell)) {
      const { text, number } = lines[++at]!;
      taken.add(at);
      const [claim = '', printed = ''] = text
        .replace(/^\s{0,8}\|/, '')
        .split(/[|\t]/, 2)
        .map((cell) => cell.trim());
      const fact = claimFact(claim, printed, number);
      if (fact) facts.push(fact);
    }
    if (facts.length) records.push(tokenOf(facts, from, lines[at]!.number));
  }
  return records;
}

/** A time as a table prints it, `Tue Sep 07 2021 10:00:00 GMT+0200`, in ISO 8601. */
function timeOf(printed: string): string | undefined {
  const date = new Date(/^\d{9,11}$/.test(printed) ? +printed * 1000 : printed);
  return Number.isNaN(+date) ? undefined : date.toISOString().replace('.000Z', 'Z');
}

/** The record of a token whose claims were read. */
export function tokenOf(facts: Fact[], from: number, to: number): FactRecord {
  return { kind: 'token', title: 'token', facts, codes: [], doubts: [], from, to };
}

function factsOf(encoded: string, names: Readonly<Record<string, FactName>>, line: number): Fact[] {
  const claims = decoded(encoded);
  return Object.entries(names).flatMap(([claim, name]) => {
    if (!Object.hasOwn(claims, claim)) return [];
    return [claims[claim]].flat().flatMap((value: unknown) => {
      const text = textOf(claim, value);
      return text === undefined ? [] : [makeFact(name, claim, text, { line, cell: claim })];
    });
  });
}

/** Times are seconds since 1970 in a token, and ISO 8601 in a fact. */
function textOf(claim: string, value: unknown): string | undefined {
  if (typeof value === 'string') return TIMES.has(claim) ? (timeOf(value) ?? value) : value;
  if (typeof value !== 'number' || !Number.isFinite(value)) return;
  if (!TIMES.has(claim)) return String(value);
  const date = new Date(value * 1000);
  return Number.isNaN(+date) ? undefined : date.toISOString().replace('.000Z', 'Z');
}

function decoded(encoded: string): Record<string, unknown> {
  try {
    const bytes = atob(encoded.replace(/[\s>]/g, '').replace(/-/g, '+').replace(/_/g, '/'));
    const json = new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value ? (value as Record<string, unknown>) : {};
  } catch {
    // Cut off, or no token: nothing can be read.
    return {};
  }
}
