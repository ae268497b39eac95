import type { Fact, FactRecord } from '../facts/fact';
import { readings } from '../facts/printed-time';
import { USER_NAMES } from '../facts/value-forms';
import type { FactName } from '../facts/vocabulary';

/** Events that tell of a failure, and those that tell that the same succeeded: a join, a Windows Hello key. */
const OVER_WITH: readonly (readonly [failed: readonly string[], succeeded: readonly string[]])[] = [
  [
    ['EVENT304', 'EVENT305', 'EVENT307', 'EVENT309', 'EVENT334'],
    ['EVENT306', 'EVENT335'],
  ],
  [['EVENT301'], ['EVENT300']],
];

/** Most events that one is compared with; a log has thousands. */
const MOST_COMPARED = 50;

/** The rows by which two events are told as of two computers or users, in lower case. */
const OF_COMPUTER =
  /^(?:computer(?:_?name)?|machinename|hostname|ordinateur|equipo|computador|コンピューター|计算机|電腦)$/i;

const valueIn = ({ facts }: FactRecord, wanted: FactName) =>
  facts.find(({ name }) => name === wanted)?.value;

/** When an event was by its two readings, and whose it is. */
interface Told {
  record: FactRecord;
  at: readonly [monthFirst: number, dayFirst: number];
  hasZone: boolean;
  computer: string | undefined;
  user: string | undefined;
  named: readonly string[];
}

/** The end of a time that says its zone: it stands in one order with others of that kind alone. */
const ZONE = /(?:Z|UTC|GMT|[T ][\d:.]{4,16} ?[+-]\d\d:?\d\d)$/i;

function toldBy(record: FactRecord): Told {
  const time = valueIn(record, 'event.time')?.trim() ?? '';
  const [computer = ''] = record.facts.flatMap(({ label, value }) =>
    OF_COMPUTER.test(label) ? value.toLowerCase() : [],
  );
  return {
    record,
    at: readings(time),
    hasZone: ZONE.test(time),
    // By its name alone, or with its domain.
    computer: computer.split('.')[0],
    user: valueIn(record, 'event.user')?.toLowerCase(),
    named: record.facts.flatMap(usersIn),
  };
}

/** Whom a row of an event names: a message has its user within a sentence. */
const usersIn = ({ value }: Fact): string[] =>
  value.slice(0, LONGEST_VALUE).toLowerCase().match(USER_NAMES) ?? [];
const LONGEST_VALUE = 2000;

/**
 * Finds what the same text shows of an event's failure: that the same succeeded later, or at a time that cannot be
 * compared with it.
 *
 * @param records What was read from one text.
 * @returns A function from a record to the facts that are to be added to it.
 */
export function laterEvents(records: readonly FactRecord[]): (record: FactRecord) => Fact[] {
  const events = records.filter(({ kind }) => kind === 'event');
  const successes = OVER_WITH.map(([, codes]) =>
    events
      .filter((one) => codes.includes(valueIn(one, 'event.code') ?? ''))
      .map(toldBy)
      .sort((one, other) => (other.at[0] || other.at[1] || 0) - (one.at[0] || one.at[1] || 0))
      .slice(0, MOST_COMPARED),
  );
  return (record) => {
    const code = valueIn(record, 'event.code') ?? '';
    const form = OVER_WITH.findIndex(([failed]) => failed.includes(code));
    if (form < 0 || !successes[form]!.length) return [];
    const failure = toldBy(record);
    const others = successes[form]!.filter((one) => mayBeOfOne(failure, one));
    const later = others.filter((one) => orderOf(failure, one) === 'later');
    const [over] = OVER_WITH[form]![1].flatMap((wanted) =>
      later.filter((one) => valueIn(one.record, 'event.code') === wanted),
    );
    // The order of the lines tells nothing: most lists have the newest first, and some the oldest.
    const other = others.find((one) => orderOf(failure, one) === undefined);
    const name = over ? 'event.laterSuccess' : 'event.otherSuccess';
    return ((over ?? other)?.record.facts ?? []).flatMap((fact): Fact[] => {
      if (fact.name === 'event.id') return [{ ...fact, name }];
      return over && fact.name === 'event.time'
        ? [{ ...fact, name: 'event.laterSuccessTime' }]
        : [];
    });
  };
}

/** Whether nothing tells two events as of two computers or users. */
const mayBeOfOne = (one: Told, other: Told): boolean =>
  (!one.computer || !other.computer || one.computer === other.computer) &&
  (!one.user || !other.user || one.user === other.user) &&
  (!one.named.length || !other.named.length || one.named.some((own) => other.named.includes(own)));

/** Whether an event comes after another one; undefined where their times cannot be put in order. */
function orderOf(first: Told, second: Told): 'later' | 'earlier' | undefined {
  // Month or day first: one log has one of both, and where both can be read they have to agree.
  if (first.hasZone !== second.hasZone) return;
  const orders = [0, 1].flatMap((way) => {
    const gap = second.at[way]! - first.at[way]!;
    return Number.isNaN(gap) || gap === 0
      ? []
      : [gap > 0 ? ('later' as const) : ('earlier' as const)];
  });
  return new Set(orders).size === 1 ? orders[0] : undefined;
}
