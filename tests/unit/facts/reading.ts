import { deflateRawSync } from 'node:zlib';
import type { FactRecord } from '../../../facts/fact';
import { readFacts } from '../../../facts/read-facts';
import type { RecordKind } from '../../../facts/vocabulary';

/** The records of one kind in a text. */
export function recordsOf(kind: RecordKind, text: string): FactRecord[] {
  return readFacts(text).records.filter((record) => record.kind === kind);
}

/** Every fact of one kind of record as `name=value`. */
export function factsOf(kind: RecordKind, text: string): string[] {
  return recordsOf(kind, text).flatMap(({ facts }) =>
    facts.map(({ name, value }) => `${name}=${value}`),
  );
}

/** A token whose signature says so. */
export function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ typ: 'JWT', alg: 'RS256', kid: 'key1' })}.${part(claims)}.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg`;
}

/** The value of `SAMLRequest` in the redirect binding. */
export function samlRequestOf(xml: string): string {
  return encodeURIComponent(deflateRawSync(Buffer.from(xml)).toString('base64'));
}
