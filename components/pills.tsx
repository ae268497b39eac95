import { i18n } from './i18n';
import type { FixedBy, Severity } from '../lookup/entry';

/** How much an administrator should care. */
export function SeverityPill({ severity }: { severity: Severity }) {
  return (
    <span class={`pill ${severity}`} title={i18n.t(`severityHint.${severity}`)}>
      {i18n.t(`severity.${severity}`)}
    </span>
  );
}

const TONES: Record<FixedBy, string> = {
  user: 'you',
  nobody: 'ok',
  helpdesk: 'it',
  admin: 'it',
  developer: 'it',
  microsoft: 'it',
};

/** Who can end the error, said to the person who cannot sign in. */
export function Verdict({ fixedBy }: { fixedBy: FixedBy }) {
  return <span class={`pill verdict ${TONES[fixedBy]}`}>{i18n.t(`verdict.${fixedBy}`)}</span>;
}
