import type { FactRecord } from './fact';
import { factOfHeading, plainHeading } from './sign-in-fields';
import { policyHeadings, type PolicyRow } from './sign-in-labels';
import { addPolicy } from './sign-in-policies';
import { SignIn } from './sign-in-record';

/** A value of a page with what names it: a label beside it, or the head of its column. */
export interface LabeledValue {
  label: string;
  value: string;
  /** Number of the row of a table, where it stands in one. */
  row?: number;
}

/**
 * Reads the sign-in that a part of a page shows: the open tab of the details pane, or the row of a list.
 *
 * @param cells What is drawn there, in the order of the page. Labels that are not known are passed over.
 * @param tab The name of the open tab, where there are tabs.
 * @returns Its facts, each with the number of its cell as its line.
 */
export function readSignInPane(cells: readonly LabeledValue[], tab = ''): FactRecord {
  const signIn = new SignIn();
  const policies = new Map<number, Partial<PolicyRow> & { line: number }>();
  cells.forEach(({ label, value, row }, at) => {
    const line = at + 1;
    const heading = row === undefined ? undefined : policyHeadings.get(plainHeading(label));
    if (heading) {
      const policy = policies.get(row!) ?? { line };
      policy[heading] = value;
      policies.set(row!, policy);
      return;
    }
    const name = factOfHeading(label);
    // Of the steps in a table, the time of each is not that of the sign-in.
    if (name && (row === undefined || name.startsWith('signIn.authentication')))
      signIn.add(name, label, value, { line });
  });
  for (const { line, ...row } of policies.values()) addPolicy(signIn, row, line, tab);
  return signIn.record('Sign-in details', 1, cells.length, false);
}

/** Facts of which two values mean two sign-ins. */
const IDENTITY = new Set<string>([
  'signIn.errorCode',
  'signIn.requestId',
  'signIn.correlationId',
  'signIn.time',
  'signIn.user',
  'signIn.userId',
  'signIn.appId',
  'signIn.servicePrincipalId',
  'signIn.ipAddress',
  'signIn.deviceId',
]);

/**
 * Joins what two tabs say of one sign-in.
 *
 * @param before What was read of it earlier.
 * @param now What is read now; where both have a fact, this is the newer one.
 * @returns undefined where they are of two sign-ins.
 */
export function joinReadings(before: FactRecord, now: FactRecord): FactRecord | undefined {
  const names = new Map(now.facts.map(({ name, value }) => [name, value]));
  for (const { name, value } of before.facts) {
    const other = names.get(name);
    // A row is drawn before its value.
    if (IDENTITY.has(name) && value && other && other !== value) return undefined;
  }
  const kept = before.facts.filter(({ name }) => !names.has(name));
  return {
    ...now,
    facts: [...kept, ...now.facts],
    codes: [...new Set([...before.codes, ...now.codes])],
  };
}
