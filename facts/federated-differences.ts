import type { Fact, FactRecord } from './fact';
import type { Line } from './lines';
import { makeFact } from './make-fact';
import { listsAPart } from './read-federated';
import { FACTS, type FactName } from './vocabulary';

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
 * @param raw Its lines as they are.
 */
export function addFederatedDifferences(
  records: readonly FactRecord[],
  raw: readonly Line[],
): void {
  const lists = records.filter(
    ({ kind, facts }) => kind === 'app' && facts.some(({ name }) => name === SHOWS),
  );
  const failed = records.filter(({ codes }) => codes.some((code) => CODES.has(code)));
  if (!lists.length || areOfOtherApp(records, failed)) return;
  // What a console or a command left out may be what fits.
  const isWhole = lists.every((list) => isShownWhole(list, raw));
  const credentials = lists.flatMap(credentialsOf);
  /** The credentials whose subject comes closest to that of the token. */
  let nearest: ReadonlySet<Credential> | undefined;
  let isSame = false;
  for (const { claim, said, registered, is, order, compare } of CLAIMS) {
    const presented = theOne(failed, said);
    const values = credentials.flatMap((credential) =>
      credential.facts
        .filter(({ name }) => name === registered)
        .map((fact) => ({ credential, fact })),
    );
    if (!presented || !values.length) continue;
    const compared = values.map((one) => ({
      ...one,
      how: compare(presented.value, one.fact.value),
    }));
    let how: string = order.find((one) => compared.some((other) => other.how === one))!;
    const closest = compared.filter((one) => one.how === how);
    const isApart =
      how === 'same' && nearest && !closest.some(({ credential }) => nearest!.has(credential));
    if ((how !== 'same' || isApart) && !isWhole) continue;
    if (isApart) {
      // A credential that only comes near may be neither the one that was meant nor the one to change.
      if (
        !isSame ||
        ![...nearest!].some(({ facts }) => facts.some(({ name }) => name === registered))
      )
        continue;
      how = 'apart';
    }
    const { credential, fact } = closest[0]!;
    credential.list.facts.push(
      { ...presented, name: `federated.${claim}`, label: `${claim} of the token` },
      makeFact(is, claim, how, fact.source),
    );
    if (claim !== 'subject' || how === 'other') continue;
    isSame = how === 'same';
    nearest = new Set(closest.map((one) => one.credential));
    for (const { list, facts } of nearest) list.facts.push(...asClosest(facts));
  }
}

/** One credential of a list. */
interface Credential {
  list: FactRecord;
  facts: readonly Fact[];
}

/** The credentials of a list: the facts of each follow its subject, and what has none stands before the first. */
function credentialsOf(list: FactRecord): Credential[] {
  const parts: Fact[][] = [[]];
  for (const fact of list.facts) {
    if (fact.name === 'app.federatedSubject') parts.push([]);
    parts.at(-1)!.push(fact);
  }
  return parts.map((facts) => ({ list, facts }));
}

/** What is named of the credential that comes closest, where a list has many of them. */
const CLOSEST: Partial<Record<FactName, FactName>> = {
  'app.federatedSubject': 'federated.closestSubject',
  'app.federatedAudience': 'federated.closestAudience',
};

const asClosest = (facts: readonly Fact[]): Fact[] =>
  facts.flatMap((fact) => {
    const name = CLOSEST[fact.name];
    return name ? [{ ...fact, name }] : [];
  });

/** Whether the message names one app and the text shows another one: its credentials are none of the message. */
function areOfOtherApp(records: readonly FactRecord[], failed: readonly FactRecord[]): boolean {
  const named = valuesOf(failed, 'signIn.appId');
  const shown = valuesOf(records, 'app.id');
  return named.length > 0 && shown.length > 0 && !shown.some((id) => named.includes(id));
}

const valuesOf = (records: readonly FactRecord[], wanted: FactName): string[] =>
  records.flatMap(({ facts }) =>
    facts.filter(({ name }) => name === wanted).map(({ value }) => value.toLowerCase()),
  );

/** How many lines above its first value the command of a list stands at most. */
const REACH = 10;

/** Whether a list shows all credentials that there are. */
const isShownWhole = ({ facts, from }: FactRecord, raw: readonly Line[]): boolean =>
  facts.some(({ name, value }) => name === SHOWS && value === 'YES') &&
  !raw.slice(Math.max(0, from - 1 - REACH), from).some(({ text }) => listsAPart(text));

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

/** How two subjects differ, the closest first, as the vocabulary has them. */
const [SUBJECT_ORDER] = FACTS['federated.subjectIs'];

/** How two subjects differ. */
function subjectDifference(one: string, other: string): (typeof SUBJECT_ORDER)[number] {
  const plain = differenceOf(one, other);
  const [first, second] = [partsOf(one), partsOf(other)];
  if (plain === 'case') {
    if (first?.kind !== 'repo' || second?.kind !== 'repo') return 'case';
    if (first.owner === second.owner) return 'case of environment';
    return first.rest === second.rest ? 'case of repository' : 'case';
  }
  if (plain !== 'other') return plain;
  if (withUnderscore(one) === withUnderscore(other)) return 'underscore';
  if (!first || !second) return 'other';
  if (first.kind !== second.kind) return isOfPipeline(first, second) ? 'format' : 'other';
  if (first.kind === 'service account') return 'service account';
  return first.kind === 'ids' ? 'other' : partDifference(first, second);
}

/** How subjects of one form differ: in whose they are, or in what may ask. */
function partDifference(one: Parts, other: Parts): (typeof SUBJECT_ORDER)[number] {
  if (one.owner === other.owner) return 'trigger';
  if (withoutIds(one.owner) === withoutIds(other.owner)) {
    // Other IDs are those of another repository of the same name.
    if (hasIds(one.owner) === hasIds(other.owner)) return 'other';
    return one.rest === other.rest ? 'ids' : 'ids and trigger';
  }
  return one.rest === other.rest && isRenamed(one, other) ? 'name' : 'other';
}

/** Azure DevOps names a connection in one form, and has its IDs in the other. */
const isOfPipeline = (...both: readonly Parts[]): boolean =>
  both.every(({ kind }) => kind === 'sc' || kind === 'ids');

const withUnderscore = (subject: string) => subject.replace(/:pull[-_]request$/, ':pull_request');

/** `contoso@5544123/payments-api@821093847` */
const withoutIds = (repository: string) => repository.replace(/@\d{1,20}(?=\/|$)/g, '');

const hasIds = (repository: string) => withoutIds(repository) !== repository;

/** A subject: its form, whose it is, and what may ask. */
interface Parts {
  kind: string;
  owner: string;
  rest: string;
}

/** The forms of subjects whose parts are known: whose they are, and what may ask. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['repo', /^repo:([^:]{1,200}):(.{1,400})$/],
  ['project', /^project_path:([^:]{1,300}):(.{1,300})$/],
  ['workspace', /^organization:(.{1,400}):(run_phase:.{1,40})$/],
  ['sc', /^sc:\/\/(.{1,400})$/],
  ['ids', /^\/eid\d\/c\/pub\/(.{1,400})$/],
  ['service account', /^system:serviceaccount:(.{1,400})$/],
];

function partsOf(subject: string): Parts | undefined {
  for (const [kind, form] of FORMS) {
    const [, owner, rest = ''] = form.exec(subject) ?? [];
    if (owner) return { kind, owner, rest };
  }
  return;
}

/** Whether two names of a repository, workspace or connection differ in one part alone. */
function isRenamed({ owner: one }: Parts, { owner: other }: Parts): boolean {
  const names = one.split(/[/:]/);
  const others = other.split(/[/:]/);
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
