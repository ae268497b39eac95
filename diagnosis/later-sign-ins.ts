import type { Fact, FactRecord } from '../facts/fact';
import type { FactName } from '../facts/vocabulary';

/** How long after a step the same sign-in may have succeeded. */
const SOON = 10 * 60_000;

/** Most sign-ins behind one that are compared with it; a log has thousands. */
const MOST_COMPARED = 50;

/** By what two rows are told as of one user and app. */
const SAME: readonly FactName[] = ['signIn.user', 'signIn.userDisplayName', 'signIn.app'];

/** What two rows of one user and app have alike where both show it: another device that got in proves nothing of this one. */
const NEVER_DIFFERENT: readonly FactName[] = [
  'signIn.userId',
  'signIn.appId',
  'signIn.servicePrincipalId',
  'signIn.resource',
  'signIn.resourceTenantId',
  'signIn.clientApp',
  'signIn.deviceId',
  'signIn.operatingSystem',
  'signIn.browser',
];

/** A sign-in and its time. */
interface Timed {
  record: FactRecord;
  time: Fact;
  at: number;
}

const valueIn = ({ facts }: FactRecord, wanted: FactName) =>
  facts.find(({ name }) => name === wanted)?.value;

/** Whose and to what a sign-in is: of a row without a user the app alone. Nothing where the record does not say it. */
function keyOf(record: FactRecord): string | undefined {
  const [user, displayName, app] = SAME.map((name) => valueIn(record, name)?.toLowerCase());
  return app && `${user ?? displayName ?? ''}\n${app}`;
}

/** Whether a record names its user; an app that signs in by itself has none. */
const hasUser = (record: FactRecord) => SAME.slice(0, 2).some((name) => valueIn(record, name));

/** Whether a sign-in succeeded. */
const isSuccess = (record: FactRecord): boolean =>
  !record.codes.length &&
  (valueIn(record, 'signIn.errorCode') === '0' || valueIn(record, 'signIn.status') === 'Success');

/** What a sign-in ended in: a code, or a success. Those that do not say it are compared with none. */
const endOf = (record: FactRecord): string | undefined =>
  isSuccess(record) ? SUCCESS : valueIn(record, 'signIn.errorCode');

const SUCCESS = 'success';

/**
 * Finds what the same text shows behind a sign-in: that it succeeded, and that it failed once more behind that.
 *
 * @param records What was read from one text.
 * @returns A function from a record to the facts that are to be added to it; none for a record of another kind.
 */
export function laterSignIns(records: readonly FactRecord[]): (record: FactRecord) => Fact[] {
  const signIns = records.filter(({ kind }) => kind === 'signIn');
  if (!signIns.some(isSuccess)) return () => [];
  const byEnd = new Map<string, Timed[]>();
  for (const record of signIns) {
    const [key, end] = [keyOf(record), endOf(record)];
    const time = record.facts.find(({ name }) => name === 'signIn.time');
    const at = Date.parse(time?.value ?? '');
    if (!key || !end || !time || Number.isNaN(at)) continue;
    const own = `${key}\n${end}`;
    const known = byEnd.get(own);
    if (known) known.push({ record, time, at });
    else byEnd.set(own, [{ record, time, at }]);
  }
  for (const own of byEnd.values()) own.sort((a, b) => a.at - b.at);
  const nextOf = (record: FactRecord, from: number, end: string | undefined) =>
    behind(byEnd.get(`${keyOf(record)}\n${end}`) ?? [], from).find((one) =>
      areAlike(record, one.record),
    );
  return (record) => {
    const from = Date.parse(valueIn(record, 'signIn.time') ?? '');
    if (record.kind !== 'signIn' || isSuccess(record) || Number.isNaN(from)) return [];
    const isOfUser = hasUser(record);
    const success = nextOf(record, from, SUCCESS);
    // An app signs in by itself when it has to.
    if (!success || (isOfUser && success.at - from > SOON)) return [];
    const again = nextOf(record, success.at, endOf(record));
    return [
      { ...success.time, name: isOfUser ? 'signIn.laterSuccess' : 'signIn.laterAppSuccess' },
      ...(again ? [{ ...again.time, name: 'signIn.failedAgain' as const }] : []),
    ];
  };
}

/** Those behind a time, of sign-ins by their times. */
function behind(own: readonly Timed[], time: number): readonly Timed[] {
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (own[middle]!.at <= time) low = middle + 1;
    else high = middle;
  }
  return own.slice(low, low + MOST_COMPARED);
}

/** Whether two sign-ins differ in nothing that both show. An app may run at several addresses, a user is at one. */
function areAlike(one: FactRecord, other: FactRecord): boolean {
  const names = hasUser(one) ? [...NEVER_DIFFERENT, 'signIn.ipAddress' as const] : NEVER_DIFFERENT;
  return names.every((name) => {
    const [own, their] = [valueIn(one, name), valueIn(other, name)];
    return !own || !their || own.toLowerCase() === their.toLowerCase();
  });
}
