import type { Fact, FactRecord } from './fact';
import { makeFact } from './make-fact';
import type { FactName } from './vocabulary';

/** Codes of a token that fits no federated credential; their messages say what the token holds. */
const CODES: ReadonlySet<string> = new Set([
  'AADSTS70021',
  'AADSTS70025',
  'AADSTS700211',
  'AADSTS700212',
  'AADSTS700213',
  'AADSTS7002138',
]);

/**
 * Compares what the message says of a workload's token with the federated credentials in the same text, letter by letter.
 *
 * @param records Records of one text; facts are added to the list of credentials that comes closest.
 */
export function addFederatedDifferences(records: readonly FactRecord[]): void {
  const lists = records.filter(({ facts }) => facts.some(({ name }) => name === SHOWS));
  if (!lists.length) return;
  const failed = records.filter(({ codes }) => codes.some((code) => CODES.has(code)));
  // What a console cut may be what fits.
  const isWhole = lists.every(({ facts }) =>
    facts.some(({ name, value }) => name === SHOWS && value === 'YES'),
  );
  for (const { claim, said, registered, is, order, compare } of CLAIMS) {
    const presented = theOne(failed, said);
    const values = lists.flatMap((list) =>
      list.facts.filter(({ name }) => name === registered).map((fact) => ({ list, fact })),
    );
    if (!presented || !values.length) continue;
    const compared = values.map((one) => ({
      ...one,
      how: compare(presented.value, one.fact.value),
    }));
    const how = order.find((one) => compared.some((other) => other.how === one))!;
    if (how !== 'same' && !isWhole) continue;
    const closest = compared.filter((one) => one.how === how);
    const { list, fact } = closest[0]!;
    list.facts.push(
      { ...presented, name: `federated.${claim}`, label: `${claim} of the token` },
      makeFact(is, claim, how, fact.source),
    );
    if (how === 'other') continue;
    const name = CLOSEST[claim];
    for (const { fact: own } of closest) if (name) list.facts.push({ ...own, name });
  }
}

const SHOWS = 'app.showsFederated' satisfies FactName;

/** What all messages say of a token; nothing where two tokens failed. */
function theOne(records: readonly FactRecord[], name: FactName): Fact | undefined {
  const [first, ...others] = records.flatMap(({ facts }) =>
    facts.filter((fact) => fact.name === name && !fact.isApart),
  );
  return others.every(({ value }) => value === first?.value) ? first : undefined;
}

/** How two values differ, the closest first. */
const ORDER = ['same', 'case', 'end', 'other'] as const;

function differenceOf(one: string, other: string): (typeof ORDER)[number] {
  if (one === other) return 'same';
  if (one.toLowerCase() === other.toLowerCase()) return 'case';
  return withoutEnd(one) === withoutEnd(other) ? 'end' : 'other';
}

/** A slash or a blank at the end of a value, which counts. */
const withoutEnd = (value: string) => value.replace(/[/\s]{1,9}$/, '');

const SUBJECT_ORDER = [
  'same',
  'case of environment',
  'case of repository',
  'case',
  'end',
  'underscore',
  'ids',
  'trigger',
  'name',
  'other',
] as const;

/** How two subjects differ. */
function subjectDifference(one: string, other: string): (typeof SUBJECT_ORDER)[number] {
  const plain = differenceOf(one, other);
  const [first, second] = [partsOf(one), partsOf(other)];
  if (plain === 'case') {
    if (!first || !second) return 'case';
    if (first.owner === second.owner) return 'case of environment';
    return first.rest === second.rest ? 'case of repository' : 'case';
  }
  if (plain !== 'other') return plain;
  if (withUnderscore(one) === withUnderscore(other)) return 'underscore';
  if (!first || !second || first.kind !== second.kind) return 'other';
  if (withoutIds(first.owner) === withoutIds(second.owner) && first.owner !== second.owner)
    return first.rest === second.rest ? 'ids' : 'other';
  if (first.owner === second.owner) return 'trigger';
  return first.rest === second.rest && isRenamed(first, second) ? 'name' : 'other';
}

const withUnderscore = (subject: string) => subject.replace(/:pull[-_]request$/, ':pull_request');

/** `contoso@5544123/payments-api@821093847` */
const withoutIds = (repository: string) => repository.replace(/@\d{1,20}(?=\/|$)/g, '');

/** A subject: its form, whose it is, and what may ask. */
interface Parts {
  kind: string;
  owner: string;
  rest: string;
}

/** The subjects whose parts are known: GitHub's, and those of Azure DevOps with names. */
function partsOf(subject: string): Parts | undefined {
  const [, owner, rest] = /^repo:([^:]{1,200}):(.{1,400})$/.exec(subject) ?? [];
  if (owner && rest) return { kind: 'repo', owner, rest };
  const [, connection] = /^sc:\/\/(.{1,400})$/.exec(subject) ?? [];
  return connection ? { kind: 'sc', owner: connection, rest: '' } : undefined;
}

/** Whether two names of a repository or connection have a part in common: its owner, or its own name. */
function isRenamed({ owner: one }: Parts, { owner: other }: Parts): boolean {
  const names = one.split('/');
  const others = other.split('/');
  return (
    names.length === others.length && names.filter((name, at) => name !== others[at]).length === 1
  );
}

/** What a token shows, where it stands in a message and in the list, and how both are compared. */
interface Claim {
  claim: 'subject' | 'issuer' | 'audience';
  said: FactName;
  registered: FactName;
  is: FactName;
  order: readonly string[];
  compare: (one: string, other: string) => string;
}

const CLAIMS: readonly Claim[] = [
  {
    claim: 'subject',
    said: 'message.subject',
    registered: 'app.federatedSubject',
    is: 'federated.subjectIs',
    order: SUBJECT_ORDER,
    compare: subjectDifference,
  },
  {
    claim: 'issuer',
    said: 'message.issuer',
    registered: 'app.federatedIssuer',
    is: 'federated.issuerIs',
    order: ORDER,
    compare: differenceOf,
  },
  {
    claim: 'audience',
    said: 'message.audience',
    registered: 'app.federatedAudience',
    is: 'federated.audienceIs',
    order: ORDER,
    compare: differenceOf,
  },
];

/** The registered values that come closest are named where a list has many of them. */
const CLOSEST: Partial<Record<Claim['claim'], FactName>> = { subject: 'federated.closestSubject' };
