import { beforeAll, expect, it } from 'vitest';
import { measureDuplicates } from '../../../compiler/checks/measure-duplicates';
import { runChecks, type CheckedKnowledge } from '../../../compiler/checks/run-checks';
import { formatProblem } from '../../../compiler/problem';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

let checked: CheckedKnowledge;

beforeAll(async () => {
  checked = await runChecks(process.cwd());
}, 60_000);

it('the knowledge passes every check', () => {
  expect(checked.entries.length).toBeGreaterThan(2000);
  const problems = checked.findings.filter(({ level }) => level === 'problem').map(formatProblem);
  expect(problems).toEqual([]);
});

it('shows how much entries have in common', () => {
  const english = checked.entries.filter(({ locale }) => locale === 'en');
  const start = performance.now();
  const { worst, repeated } = measureDuplicates(english);
  const took = performance.now() - start;

  const shares = worst.map(({ share }) => share).sort((a, b) => a - b);
  const at = (part: number): string =>
    percent(shares[Math.min(Math.floor(shares.length * part), shares.length - 1)] ?? 0);
  const pairs = worst
    .slice(0, 10)
    .map(
      ({ code, other, share, declared }) =>
        `  ${percent(share)} ${code} with ${other}${declared ? ' (says how it differs)' : ''}`,
    );
  const most = repeated[0];
  console.log(
    [
      `Shared sentences of ${worst.length} entries, measured in ${Math.round(took)} ms:`,
      `  median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, max ${at(1)}`,
      ...pairs,
      `  most repeated: "${most?.text ?? ''}" in ${most?.codes.length ?? 0} entries`,
    ].join('\n'),
  );
  expect(took).toBeLessThan(10_000);
});
