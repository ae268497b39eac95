import { readFacts } from '../facts/read-facts';
import type { FactRecord } from '../facts/fact';
import type { Secret } from '../facts/secrets';
import { diagnose, doubtedBy, type Finding } from './diagnose';
import { LONGEST_PASTE } from './longest-paste';
import type { Rule } from './rule';

/** A record that was read, and what it shows. */
interface ReadRecord {
  record: FactRecord;
  /** What fails first, then what cannot be told, then what is fine. */
  findings: Finding[];
  /** Facts of it that are not to be relied on, by the start of their names. */
  doubted: string[];
}

/** What a pasted or dropped text shows. */
export interface PasteReading {
  /** In the order of the text. Records that no rule speaks about are there too, without findings. */
  records: ReadRecord[];
  /** What was recognized as a secret and left out. */
  secrets: Secret[];
  /** The text was too long to be read to its end. */
  isCut: boolean;
}

/**
 * Reads the records in a text and holds them to the rules.
 *
 * @param text What somebody pasted or dropped.
 * @param rules All rules, in the order in which their findings are wanted.
 */
export function readPaste(text: string, rules: readonly Rule[]): PasteReading {
  const { records, secrets } = readFacts(text.slice(0, LONGEST_PASTE));
  const byRecord = new Map<FactRecord, Finding[]>(records.map((record) => [record, []]));
  for (const finding of diagnose(records, rules)) byRecord.get(finding.record)!.push(finding);
  return {
    records: [...byRecord].map(([record, findings]) => ({
      record,
      findings,
      doubted: doubtedBy(record, rules),
    })),
    secrets,
    isCut: text.length > LONGEST_PASTE,
  };
}
