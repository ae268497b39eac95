import { runChecks } from '../compiler/checks/run-checks';
import { formatProblem } from '../compiler/problem';
import { countEvidence, type EvidenceCount } from '../compiler/statements';

// Compiles the knowledge, runs every check on it, prints each problem with its place, and ends with a
// summary. `--warnings` prints the warnings, too. For one file while writing: `npm run knowledge <code>`.
const showWarnings = process.argv.includes('--warnings');
const { entries, findings, unverified } = await runChecks(process.cwd());

for (const finding of findings) {
  if (finding.level === 'problem') console.error(formatProblem(finding));
  else if (showWarnings) console.error(`${formatProblem(finding)} (warning)`);
}

/** "3 brief, 2 full" for the values that occur, in the order given or met. */
function tally(values: string[], order: string[] = [...new Set(values)]): string {
  return order
    .map((one) => `${values.filter((value) => value === one).length} ${one}`)
    .filter((text) => !text.startsWith('0 '))
    .join(', ');
}

const DEPTHS = ['flagship', 'full', 'brief', 'listed'];
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'expected'];
const checksOf = (level: string): string =>
  tally(findings.filter((one) => one.level === level).map(({ check }) => check)) || 'none';

console.log(`${entries.length} entries`);
console.log(
  `  depth:    ${tally(
    entries.map(({ depth }) => depth),
    DEPTHS,
  )}`,
);
console.log(
  `  severity: ${tally(
    entries.map(({ severity }) => severity),
    SEVERITIES,
  )}`,
);
const written = entries.filter(({ depth }) => depth !== 'listed');
const read = written.filter(({ searched }) => searched).map(countEvidence);
const sum = (key: keyof EvidenceCount): number => read.reduce((total, one) => total + one[key], 0);
console.log(
  `  evidence: ${sum('statements')} statements, ${sum('sourced')} sourced, ${sum('reasoned')} reasoned in ` +
    `${read.length} entries; ${written.length - read.length} not yet read again under the evidence rules`,
);
console.log(`  problems: ${checksOf('problem')}`);
console.log(`  warnings: ${checksOf('warning')}${showWarnings ? '' : ' (--warnings shows them)'}`);
if (unverified.length) console.log(`  not found in documentation: ${unverified.join(', ')}`);
if (findings.some(({ level }) => level === 'problem')) process.exitCode = 1;
