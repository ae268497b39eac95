import type { Problem } from '../problem';

/** Names of the checks, as `scripts/check-knowledge.ts` counts them. */
type CheckName = 'compile' | 'coverage' | 'duplicates' | 'filler' | 'snippets' | 'links';

/** What a check has to say. A problem fails the build; a warning is a place to look at. */
export interface Finding extends Problem {
  check: CheckName;
  level: 'problem' | 'warning';
}
