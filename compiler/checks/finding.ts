import type { Problem } from '../problem';

/** Names of the checks, as `scripts/check-knowledge.ts` counts them. */
type CheckName =
  | 'asks'
  | 'compile'
  | 'coverage'
  | 'dates'
  | 'dsregcmd'
  | 'duplicates'
  | 'features'
  | 'filler'
  | 'links'
  | 'mentions'
  | 'placeholders'
  | 'reading'
  | 'risky'
  | 'snippets'
  | 'template'
  | 'twins'
  | 'wording';

/** What a check has to say. A problem fails the build; a warning is a place to look at. */
export interface Finding extends Problem {
  check: CheckName;
  level: 'problem' | 'warning';
}
