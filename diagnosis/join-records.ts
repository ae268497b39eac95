import type { Code } from '../detection/code';
import type { Fact, FactRecord } from '../facts/fact';
import { makeFact } from '../facts/make-fact';
import type { RecordKind } from '../facts/vocabulary';
import { inboundTrust } from './inbound-trust';
import { laterEvents } from './later-events';
import { laterSignIns } from './later-sign-ins';
import { lentCode } from './lent-code';

/**
 * What a record is compared with where it stands in the same text: an app registration with what failed, a token with
 * what asked for it and with the app that it is for, a policy with the sign-ins that it may have blocked.
 */
const COMPARED: Partial<Record<RecordKind, readonly RecordKind[]>> = {
  app: ['message', 'request', 'signIn'],
  token: ['request', 'app', 'signIn'],
  caPolicy: ['signIn'],
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
  const laterOf = laterSignIns(records);
  const laterEventsOf = laterEvents(records);
  const lent = lentCode(records);
  const trustOf = inboundTrust(records);
  const besideOf = recordsBeside(records);
  return records.map((record) => {
    if (record === lent?.signIn)
      return {
        ...record,
        facts: [...record.facts, lent.code, ...trustOf(record)],
        codes: [lent.code.value as Code],
      };
    const later =
      record.kind === 'signIn' ? [...laterOf(record), ...trustOf(record)] : laterEventsOf(record);
    if (later.length) return { ...record, facts: [...record.facts, ...later] };
    const kinds = COMPARED[record.kind];
    if (!kinds && !EXPIRING.has(record.kind)) return record;
    const others = besideOf(record.kind);
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

/** What a record of a kind is compared with, gathered once for all of that kind. */
function recordsBeside(
  records: readonly FactRecord[],
): (kind: RecordKind) => readonly FactRecord[] {
  const found = new Map<RecordKind, readonly FactRecord[]>();
  return (own) => {
    const known = found.get(own);
    if (known) return known;
    const kinds = COMPARED[own] ?? [];
    const others = records.filter(({ kind }) => kinds.includes(kind)).slice(0, MOST_COMPARED);
    found.set(own, others);
    return others;
  };
}

/** The clock stands nowhere in the text; rules compare with it, and show what they compared. */
function clockOf({ from }: FactRecord, now: Date): Fact {
  return makeFact('clock.now', 'clock', now.toISOString(), { line: from });
}
