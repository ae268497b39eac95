import { beforeAll, expect, it } from 'vitest';
import { runChecks, type CheckedKnowledge } from '../../../compiler/checks/run-checks';
import { formatProblem } from '../../../compiler/problem';

let checked: CheckedKnowledge;

beforeAll(async () => {
  checked = await runChecks(process.cwd());
}, 60_000);

it('the knowledge passes every check', () => {
  expect(checked.entries.length).toBeGreaterThan(2000);
  const problems = checked.findings.filter(({ level }) => level === 'problem').map(formatProblem);
  expect(problems).toEqual([]);
});
