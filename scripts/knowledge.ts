import { formatProblem } from '../compiler/problem';
import { compileKnowledge } from '../compiler/compile-knowledge';

// Compiles the knowledge and prints every problem, or only those of the codes or files that are named.
const named = process.argv.slice(2);
const isNamed = (file: string): boolean =>
  named.some((name) => (name.includes('/') ? file.endsWith(name) : file.endsWith(`/${name}.md`)));
const { entries, problems } = await compileKnowledge(process.cwd());
const shown = problems.filter(({ file }) => !named.length || isNamed(file));
for (const problem of shown) console.error(formatProblem(problem));

const depths = ['flagship', 'full', 'brief', 'listed'].map(
  (depth) => `${entries.filter((entry) => entry.depth === depth).length} ${depth}`,
);
console.log(`${entries.length} entries (${depths.join(', ')}), ${shown.length} problems`);
if (shown.length) process.exitCode = 1;
