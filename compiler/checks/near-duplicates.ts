import type { Finding } from './finding';
import { LIMITS, measureDuplicates, type Overlap } from './measure-duplicates';
import type { Twins } from './twins';
import { lineOf, type WrittenEntry } from './written-entry';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function overlapMessage({ other, share, shared }: Overlap): string {
  return (
    `shares ${percent(share)} of its sentences with ${other} (${percent(LIMITS.share)} is the most), ` +
    `such as "${shared[0] ?? ''}". Say what holds for this code alone, or name ${other} under related with differs`
  );
}

function repeatedMessage(text: string, codes: string[], what: string): string {
  const named = codes.slice(0, 10).join(', ') + (codes.length > 10 ? ' …' : '');
  return `"${text}" stands in ${codes.length} ${what} (${LIMITS.entriesOfOneSentence} is the most): ${named}. Say what is special to each code`;
}

/**
 * Fails entries that share too much with another one, and sentences that stand in too many.
 * Parent and child codes may share when one is `related` to the other and says how it `differs`.
 * A listed entry repeats where the bare messages do and where the same caveat holds, so that is
 * only a warning.
 * @param twins Codes with the same message, which share on purpose.
 */
export function checkDuplicates(written: WrittenEntry[], twins: Twins = []): Finding[] {
  const isTwin = (one: string, other: string): boolean =>
    twins.some(({ codes }) => codes.includes(one) && codes.includes(other));
  const findings: Finding[] = [];
  for (const locale of new Set(written.map(({ entry }) => entry.locale))) {
    const own = written.filter(({ entry }) => entry.locale === locale);
    const byCode = new Map(own.map((one) => [one.entry.code, one]));
    const { worst, repeated } = measureDuplicates(own.map(({ entry }) => entry));
    const find = (level: Finding['level'], code: string, text: string, message: string): void => {
      const where = byCode.get(code);
      if (!where) return;
      const line = lineOf(where, text);
      findings.push({ check: 'duplicates', level, file: where.file, line, message });
    };
    for (const overlap of worst) {
      const { code, share, shared, declared } = overlap;
      if (
        declared ||
        isTwin(code, overlap.other) ||
        share <= LIMITS.share ||
        shared.length < LIMITS.fewestShared
      )
        continue;
      find('problem', code, shared[0] ?? '', overlapMessage(overlap));
    }
    // Variants of one sentence stand in the same entries and are one finding.
    const said = new Set<string>();
    for (const { text, codes, listed } of repeated) {
      const group = [...codes, ...listed].sort().join();
      if (said.has(group)) continue;
      said.add(group);
      if (codes.length > LIMITS.entriesOfOneSentence)
        find('problem', codes[0] ?? '', text, repeatedMessage(text, codes, 'entries'));
      if (listed.length > LIMITS.entriesOfOneSentence)
        find('warning', listed[0] ?? '', text, repeatedMessage(text, listed, 'listed entries'));
    }
  }
  return findings;
}
