import { FAILED, REPORT_ONLY, type PolicyRow } from './sign-in-labels';
import type { SignIn } from './sign-in-record';

/**
 * Adds a row of the Conditional Access tab. One that lacks the name of its policy or the result tells nothing.
 *
 * @param line Where the row stands.
 * @param tab The name of the tab, where it is known: in that of report-only policies none refused.
 */
export function addPolicy(
  signIn: SignIn,
  { name, controls = '', result }: Partial<PolicyRow>,
  line: number,
  tab = '',
): void {
  if (!name || !result) return;
  const source = { line };
  signIn.add('signIn.policy', name, [result, controls].filter(Boolean).join(', '), source);
  if (REPORT_ONLY.test(`${tab} ${result}`))
    signIn.add('signIn.reportOnlyPolicy', result, name, source);
  else if (FAILED.test(result)) {
    signIn.add('signIn.failedPolicy', result, name, source);
    if (controls) signIn.add('signIn.failedControl', name, controls, source);
  }
}
