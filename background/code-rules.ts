import type { Code } from '../detection/code';
import type { CodeRules } from '../diagnosis/rule';
import { packagedOnce } from '../lookup/load-entries';

/**
 * Loads what a record can tell of a code.
 * @returns undefined where no rule speaks of it.
 * @throws Error when the packaged file is missing or broken.
 */
export async function codeRules(code: Code): Promise<CodeRules | undefined> {
  const rules = await packagedOnce<Record<string, CodeRules>>('causes.json');
  return Object.hasOwn(rules, code) ? rules[code] : undefined;
}
