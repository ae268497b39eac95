import { i18n } from './i18n';
import type { FixedBy, Severity } from '../lookup/entry';
import type { IndexLine } from '../lookup/index-line';
import { SeverityPill } from './pills';

/** How much an administrator should care, and who acts. Of a listed code neither is known, and nothing is claimed. */
export function RowFacts({ line }: { line: IndexLine }) {
  if (line[7] === 'listed') return null;
  const severity: Severity | undefined = line[5];
  const fixedBy: FixedBy | undefined = line[6];
  // "Expected, no action" leaves nobody who would have to act.
  const who = severity === 'expected' ? undefined : fixedBy;
  if (!severity && !who) return null;
  return (
    <span class="facts">
      {severity && <SeverityPill severity={severity} />}
      {who && <span class="soft">{i18n.t(`who.${who}`)}</span>}
    </span>
  );
}
