import type { Fact, FactRecord } from '../facts/fact';
import { makeFact } from '../facts/make-fact';
import type { FactName, RecordKind } from '../facts/vocabulary';

/**
 * What a record is compared with where it stands in the same text: an app registration with what failed, a token with
 * what asked for it and with the app that it is for.
 */
const COMPARED: Partial<Record<RecordKind, readonly RecordKind[]>> = {
  app: ['message', 'request', 'signIn'],
  token: ['request', 'app', 'signIn'],
};

/** Records with a time after which they, or what they list, are worth nothing. */
const EXPIRING: ReadonlySet<RecordKind> = new Set(['app', 'token', 'dsregcmd']);

/** Most records that one is compared with; a log has thousands. */
const MOST_COMPARED = 50;

/**
 * Adds to each record what it is to be compared with: a message beside the registration of its app, say.
 *
 * @param records What was read from one text.
 * @param now The time by the clock of this computer.
 * @returns As many records in the same order, each with the facts and codes of those beside it.
 */
export function joinRecords(records: readonly FactRecord[], now: Date): FactRecord[] {
  const successes = successesIn(records);
  return records.map((record) => {
    const later = record.kind === 'signIn' ? laterSuccess(record, successes) : undefined;
    if (later) return { ...record, facts: [...record.facts, later] };
    const kinds = COMPARED[record.kind];
    if (!kinds && !EXPIRING.has(record.kind)) return record;
    const others = records.filter(({ kind }) => kinds?.includes(kind)).slice(0, MOST_COMPARED);
    return {
      ...record,
      facts: [
        ...record.facts,
        ...others.flatMap(({ facts }) => facts),
        ...(EXPIRING.has(record.kind) ? [clockOf(record, now)] : []),
      ],
      codes: [...new Set([...record.codes, ...others.flatMap(({ codes }) => codes)])],
    };
  });
}

/** How long after a step the same sign-in may have succeeded. */
const SOON = 10 * 60_000;

/** By what two rows are told as of one user and app. */
const SAME: readonly FactName[] = ['signIn.user', 'signIn.userDisplayName', 'signIn.app'];

const valueIn = ({ facts }: FactRecord, wanted: FactName) =>
  facts.find(({ name }) => name === wanted)?.value;

/** Whose and to what a sign-in is: of a row without a user the app alone. Nothing where the record does not say it. */
function keyOf(record: FactRecord): string | undefined {
  const [user, displayName, app] = SAME.map((name) => valueIn(record, name)?.toLowerCase());
  return app && `${user ?? displayName ?? ''}\n${app}`;
}

/** Whether a record names its user; an app that signs in by itself has none. */
const hasUser = (record: FactRecord) => SAME.slice(0, 2).some((name) => valueIn(record, name));

/** Successful sign-ins by user and app. */
function successesIn(records: readonly FactRecord[]): ReadonlyMap<string, readonly FactRecord[]> {
  const successes = new Map<string, FactRecord[]>();
  for (const record of records) {
    if (record.kind !== 'signIn' || record.codes.length) continue;
    const isSuccess =
      valueIn(record, 'signIn.errorCode') === '0' || valueIn(record, 'signIn.status') === 'Success';
    const key = isSuccess ? keyOf(record) : undefined;
    if (!key) continue;
    const known = successes.get(key);
    if (known) known.push(record);
    else successes.set(key, [record]);
  }
  return successes;
}

/** The first success of the same user and app soon after a sign-in; of an app that signs in by itself, whenever it was. */
function laterSuccess(
  record: FactRecord,
  successes: ReadonlyMap<string, readonly FactRecord[]>,
): Fact | undefined {
  if (!successes.size) return;
  const time = Date.parse(valueIn(record, 'signIn.time') ?? '');
  const own = successes.get(keyOf(record) ?? '');
  if (!own || Number.isNaN(time)) return;
  const isOfUser = hasUser(record);
  const address = isOfUser ? valueIn(record, 'signIn.ipAddress') : undefined;
  const later = own
    .slice(0, MOST_COMPARED)
    .filter((success) => !address || (valueIn(success, 'signIn.ipAddress') ?? address) === address)
    .flatMap(({ facts }) => facts.filter(({ name }) => name === 'signIn.time'))
    .map((fact) => ({ fact, after: Date.parse(fact.value) - time }))
    .filter(({ after }) => after > 0 && (after <= SOON || !isOfUser))
    .sort((a, b) => a.after - b.after);
  const name = isOfUser ? 'signIn.laterSuccess' : 'signIn.laterAppSuccess';
  return later[0] && { ...later[0].fact, name };
}

/** The clock stands nowhere in the text; rules compare with it, and show what they compared. */
function clockOf({ from }: FactRecord, now: Date): Fact {
  return makeFact('clock.now', 'clock', now.toISOString(), { line: from });
}
