import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalCode, familyOf } from '../detection/code';

// `npm run new AADSTS50126`: makes the file of an entry from the template, and says what else to change.
const [spelling = ''] = process.argv.slice(2);
const code = canonicalCode(spelling);
if (!code) {
  console.error(`"${spelling}" is no code. Write AADSTS50126, 0x801C03ED or EVENT360.`);
  process.exit(1);
}
const family = familyOf(code);

/** Events speak to administrators alone, and say where they are logged. */
function forEvent(text: string): string {
  return text
    .replace(/## User\n[^]*?(?=## Admin)/, '')
    .replace(
      /^area: .*$/m,
      `area: device\nevent:\n  log: TODO the log, such as Microsoft-Windows-AAD/Operational\n  id: ${code!.replace(/\D/g, '')}\n  level: Error`,
    );
}

const path = join('knowledge', 'en', family, `${code}.md`);
const template = await readFile(join('knowledge', 'TEMPLATE.md'), 'utf8');
const text = template
  .replaceAll(/(?<=^(?:code: | +- ))__CODE__$/gm, family === 'hresult' ? `"${code}"` : code)
  .replaceAll('__CODE__', code)
  .replaceAll('__DATE__', new Date().toISOString().slice(0, 10));
await mkdir(dirname(path), { recursive: true });
try {
  await writeFile(path, family === 'event' ? forEvent(text) : text, { flag: 'wx' });
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  console.error(`${path} exists already; it was left as it is.`);
  process.exit(1);
}
console.log(`${path} is ready. Replace each TODO; the rules are in knowledge/README.md.`);

const listed = join('knowledge', 'en', 'listed');
for (const name of await readdir(listed)) {
  const lines = (await readFile(join(listed, name), 'utf8')).split('\n');
  const at = lines.findIndex((line) => new RegExp(`^ {2}["']?${code}["']?:$`).test(line));
  if (at >= 0)
    console.log(`It leaves the list: delete its lines from ${join(listed, name)}:${at + 1} on.`);
}
const coverage = await readFile(join('knowledge', 'coverage.yml'), 'utf8');
if (!new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(coverage))
  console.log(
    'Add the code to knowledge/coverage.yml, in the group of the place it is known from.',
  );
console.log(`Check it with: npm run knowledge ${code}`);
