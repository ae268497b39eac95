import { basename } from 'node:path';
import { runChecks } from '../compiler/checks/run-checks';
import { guideEvidence } from '../compiler/pack-knowledge';
import { formatProblem } from '../compiler/problem';
import { countEvidence } from '../compiler/statements';
import { DEPTHS } from '../lookup/entry-values';
import { canonicalCode } from '../detection/code';

// `npm run knowledge AADSTS50126 windows-hello …`: runs every check and prints what it has to say about the entries and
// guides that are named, by code, name or file. Without a name: about all of them.

/** The code that somebody typed or whose file somebody named; digits alone are those of a sign-in code. */
function codeOf(name: string): string {
  const bare = basename(name, '.md');
  return canonicalCode(bare) ?? canonicalCode(`AADSTS${bare}`) ?? bare;
}

const named = process.argv.slice(2).map(codeOf);
const { entries, guides, written, findings } = await runChecks(
  process.cwd(),
  named.length ? named : undefined,
);
const files = new Set(
  written.filter(({ entry }) => named.includes(entry.code)).map(({ file }) => file),
);
const missing = named.filter((code) => {
  const hasFile = findings.some(({ file }) => basename(file, '.md') === code);
  const isKnown =
    entries.some((entry) => entry.code === code) || guides.some(({ guide }) => guide.name === code);
  return !hasFile && !isKnown;
});
for (const code of missing) {
  console.error(
    canonicalCode(code)
      ? `${code} has no entry. Make one with: npm run new ${code}`
      : `"${code}" is no code and no guide. Write AADSTS50126, 0x801C03ED, EVENT360, or the name of a file in knowledge/en/guide.`,
  );
}

/** A finding is about a code in its own file, or where it names the code: in a list of codes, in coverage.yml. */
function isAbout({ file, message }: { file: string; message: string }): boolean {
  if (!named.length) return true;
  return named.some(
    (code) =>
      basename(file, '.md') === code ||
      (!(files.has(file) && file.endsWith('.md')) &&
        new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(message)),
  );
}
const shown = findings.filter(isAbout);
const problems = shown.filter(({ level }) => level === 'problem');
for (const finding of problems) console.error(formatProblem(finding));
if (named.length)
  for (const finding of shown.filter(({ level }) => level === 'warning'))
    console.error(`${formatProblem(finding)} (a warning)`);

for (const code of named) {
  const entry = entries.find((one) => one.code === code && one.locale === 'en');
  if (!entry) continue;
  const { statements, sourced, reasoned } = countEvidence(entry);
  console.log(
    entry.searched
      ? `${code}: ${entry.depth}, ${statements} statements, ${sourced} sourced, ${reasoned} reasoned`
      : `${code}: ${entry.depth}${entry.depth === 'listed' ? '' : ', not yet read again under the evidence rules'}`,
  );
}
for (const { guide } of guides.filter(({ guide: { name } }) => named.includes(name))) {
  const { statements, sourced, reasoned } = guideEvidence(guide);
  console.log(
    `${guide.name}: guide, ${guide.sections.length} sections, ${statements} statements, ${sourced} sourced, ${reasoned} reasoned`,
  );
}
const depths = [...DEPTHS]
  .reverse()
  .map((depth) => `${entries.filter((entry) => entry.depth === depth).length} ${depth}`);
console.log(
  named.length
    ? `${problems.length} problems`
    : `${entries.length} entries (${depths.join(', ')}), ${problems.length} problems`,
);
if (problems.length || missing.length) process.exitCode = 1;
