import { measureDuplicates } from '../compiler/checks/measure-duplicates';
import { formatPair, mentionsOf } from '../compiler/checks/mentions';
import { gradeOf, MOST_GRADE } from '../compiler/checks/reading-grade';
import { runChecks } from '../compiler/checks/run-checks';
import { DEPTHS, SEVERITIES } from '../lookup/entry-values';
import { guideEvidence } from '../compiler/pack-knowledge';
import { formatProblem } from '../compiler/problem';
import { countEvidence, type EvidenceCount } from '../compiler/statements';

// Compiles the knowledge, runs every check on it, prints each problem with its place, and ends with a summary.
// `--warnings` prints the warnings, too; `--pairs [CODE …]` prints what entries say of other codes beside what those
// codes' own entries say. For one entry while writing: `npm run knowledge <code>`.
const options = process.argv.slice(2);
const showWarnings = options.includes('--warnings');
const { entries, guides, written, findings, unverified } = await runChecks(process.cwd());

if (options.includes('--pairs')) {
  const codes = options.filter((option) => !option.startsWith('--'));
  const english = new Map(
    entries.filter(({ locale }) => locale === 'en').map((entry) => [entry.code, entry]),
  );
  for (const one of written.filter(({ entry }) => !codes.length || codes.includes(entry.code)))
    for (const mention of mentionsOf(one, (code) => english.has(code)))
      console.log(`${formatPair(mention, english.get(mention.code))}\n`);
}

for (const finding of findings) {
  if (finding.level === 'problem') console.error(formatProblem(finding));
  else if (showWarnings) console.error(`${formatProblem(finding)} (a warning)`);
}

/** "3 brief, 2 full" for the values that occur, in the order given or met. */
function tally(values: string[], order: string[] = [...new Set(values)]): string {
  return order
    .map((one) => `${values.filter((value) => value === one).length} ${one}`)
    .filter((text) => !text.startsWith('0 '))
    .join(', ');
}

/** Half, nearly all and the highest of the school grades of User sections. */
function reading(): string {
  const grades = written
    .flatMap(({ entry }) => {
      const grade = entry.locale === 'en' ? gradeOf(entry) : undefined;
      return grade === undefined ? [] : [{ grade, code: entry.code }];
    })
    .sort((a, b) => a.grade - b.grade);
  const at = (part: number): string =>
    (grades[Math.min(Math.floor(grades.length * part), grades.length - 1)]?.grade ?? 0).toFixed(1);
  const over = grades.filter(({ grade }) => grade > MOST_GRADE);
  const named = over.map(({ code }) => code).join(', ');
  return (
    `grade of ${grades.length} User sections: half up to ${at(0.5)}, 95 % up to ${at(0.95)}, highest ${at(1)}; ` +
    `${over.length} over ${MOST_GRADE}${named && `: ${named}`}`
  );
}

/** How much entries have in common with the one that is most like them. */
function shared(): string {
  const { worst } = measureDuplicates(
    written.filter(({ entry }) => entry.locale === 'en').map(({ entry }) => entry),
  );
  const shares = worst.map(({ share }) => share).sort((a, b) => a - b);
  const at = (part: number): string =>
    `${Math.round((shares[Math.min(Math.floor(shares.length * part), shares.length - 1)] ?? 0) * 100)} %`;
  return `of their sentences with one other entry: half ${at(0.5)}, 95 % up to ${at(0.95)}, 99 % up to ${at(0.99)}, most ${at(1)}`;
}

const checksOf = (level: string): string =>
  tally(findings.filter((one) => one.level === level).map(({ check }) => check)) || 'none';
const own = entries.filter(({ depth, locale }) => depth !== 'listed' && locale === 'en');
const reread = own.filter(({ searched }) => searched).map(countEvidence);
const inGuides = guides
  .filter(({ guide }) => guide.locale === 'en')
  .map(({ guide }) => guideEvidence(guide));

/** "40 statements, 30 sourced, 10 reasoned". */
function evidence(counts: EvidenceCount[]): string {
  return (['statements', 'sourced', 'reasoned'] as const)
    .map((key) => `${counts.reduce((total, one) => total + one[key], 0)} ${key}`)
    .join(', ');
}

const lines = {
  depth: tally(
    entries.map(({ depth }) => depth),
    [...DEPTHS].reverse(),
  ),
  severity: tally(
    entries.map(({ severity = 'none' }) => severity),
    [...SEVERITIES, 'none'],
  ),
  evidence:
    `${evidence(reread)} in ${reread.length} entries; ` +
    `${own.length - reread.length} entries not yet read again under the evidence rules`,
  guides: `${inGuides.length} with ${evidence(inGuides)}`,
  reading: reading(),
  shared: shared(),
  problems: checksOf('problem'),
  warnings: `${checksOf('warning')}${showWarnings ? '' : ' (--warnings shows them)'}`,
  ...(unverified.length && { 'not found in documentation': unverified.join(', ') }),
};
console.log(`${entries.length} entries`);
for (const [name, text] of Object.entries(lines)) console.log(`  ${name}: ${text}`);
if (findings.some(({ level }) => level === 'problem')) process.exitCode = 1;
