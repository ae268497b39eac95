import type { Node } from 'jsonc-parser';
import type { FactRecord } from './fact';
import type { JsonRegion } from './json-regions';
import { itemsOf, keysOf, textOf, valueOf } from './json-values';
import { addPolicies, type LineOf } from './read-sign-in-json';
import { SignIn } from './sign-in-record';

/** What a record is of which no more than its policies is known. */
export const POLICIES_OF_SIGN_IN = 'policies of a sign-in';

/** What the log says that became of a policy. */
const RESULT =
  /^(?:success|failure|notApplied|notEnabled|unknown|reportOnly(?:Success|Failure|NotApplied|Interrupted))$/i;

/** Keys of which one at least stands beside the result. */
const OF_POLICY = [
  'enforcedgrantcontrols',
  'enforcedsessioncontrols',
  'conditionssatisfied',
  'conditionsnotsatisfied',
];

/**
 * Reads the policies of one sign-in that somebody copied out of its record, with the name of their list or without it.
 *
 * @param region The JSON.
 * @param lineOf Line of an offset in the whole text.
 * @returns The sign-in with no more than its policies; none where the JSON is something else.
 */
export function readPoliciesOfSignIn(region: JsonRegion, lineOf: LineOf): FactRecord[] {
  const { root, start, end, isCutOff } = region;
  const list = valueOf(root, 'appliedConditionalAccessPolicies') ?? root;
  const policies = itemsOf(list);
  if (!policies.length || !policies.every(isPolicy)) return [];
  const signIn = new SignIn();
  addPolicies(signIn, list, (offset) => lineOf(start + offset));
  return [signIn.record(POLICIES_OF_SIGN_IN, lineOf(start), lineOf(end - 1), isCutOff)];
}

function isPolicy(node: Node): boolean {
  if (node.type !== 'object') return false;
  const keys = keysOf(node);
  const name = textOf(node, 'displayName') ?? textOf(node, 'id');
  return (
    !!name && RESULT.test(textOf(node, 'result') ?? '') && OF_POLICY.some((key) => keys.has(key))
  );
}
