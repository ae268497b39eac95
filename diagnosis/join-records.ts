import type { FactRecord } from '../facts/fact';
import type { RecordKind } from '../facts/vocabulary';

/** What a record is compared with where it stands in the same text: an app registration with what failed. */
const COMPARED: Partial<Record<RecordKind, readonly RecordKind[]>> = {
  app: ['message', 'request', 'signIn'],
};

/** Most records that one is compared with; a log has thousands. */
const MOST_COMPARED = 50;

/**
 * Adds to each record what it is to be compared with: a message beside the registration of its app, say.
 *
 * @param records What was read from one text.
 * @returns As many records in the same order, each with the facts and codes of those beside it.
 */
export function joinRecords(records: readonly FactRecord[]): FactRecord[] {
  return records.map((record) => {
    const kinds = COMPARED[record.kind];
    if (!kinds) return record;
    const others = records.filter(({ kind }) => kinds.includes(kind)).slice(0, MOST_COMPARED);
    return {
      ...record,
      facts: [...record.facts, ...others.flatMap(({ facts }) => facts)],
      codes: [...new Set([...record.codes, ...others.flatMap(({ codes }) => codes)])],
    };
  });
}
