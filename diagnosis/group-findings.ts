import type { Finding } from './diagnose';
import type { PasteReading } from './read-paste';

/** One finding, and in how many records it was made. */
export interface FindingGroup {
  /** The first one, whose evidence is shown. */
  finding: Finding;
  /** Records in which it was made, at least 1. */
  count: number;
}

/**
 * Gathers what a text shows: the same finding in many records, as in the rows of a log, stands once.
 *
 * @param reading What was read.
 * @returns Groups by verdict, each in the order in which they were first made.
 */
export function groupFindings({
  records,
}: PasteReading): Record<Finding['verdict'], FindingGroup[]> {
  const groups = new Map<string, FindingGroup>();
  for (const finding of records.flatMap(({ findings }) => findings)) {
    const key = [finding.rule, finding.verdict, finding.says, finding.why].join('\n');
    const known = groups.get(key);
    if (known) known.count++;
    else groups.set(key, { finding, count: 1 });
  }
  const of = (verdict: Finding['verdict']) =>
    [...groups.values()].filter(({ finding }) => finding.verdict === verdict);
  return { fails: of('fails'), unknown: of('unknown'), fine: of('fine') };
}
