import { i18n } from './i18n';
import type { IndexLine } from '../lookup/index-line';
import { SeverityPill } from './pills';

/** How much an administrator should care, and who acts. Of a listed code neither is known, and nothing is claimed. */
export function RowFacts({ line }: { line: IndexLine }) {
  const { severity, fixedBy } = line;
  // "Expected, no action" leaves nobody who would have to act.
  const who = severity === 'expected' ? undefined : fixedBy;
  if (!severity && !who) return null;
  return (
    <span class="facts">
      {severity && SeverityPill({ severity })}
      {who && <span class="soft">{i18n.t(`who.${who}`)}</span>}
    </span>
  );
}
