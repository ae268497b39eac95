import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalCode, familyOf } from '../detection/code';

// `npm run new AADSTS50126`: makes the file of an entry from the template.
const [spelling = ''] = process.argv.slice(2);
const code = canonicalCode(spelling);
if (!code) {
  console.error(`"${spelling}" is no code. Write AADSTS50126, 0x801C03ED or EVENT360.`);
  process.exit(1);
}
const path = join('knowledge', 'en', familyOf(code), `${code}.md`);
const template = await readFile(join('knowledge', 'TEMPLATE.md'), 'utf8');
const text = template
  .replace('__CODE__', familyOf(code) === 'hresult' ? `"${code}"` : code)
  .replace('__DATE__', new Date().toISOString().slice(0, 10));
await mkdir(dirname(path), { recursive: true });
try {
  await writeFile(path, text, { flag: 'wx' });
  console.log(
    `${path} is ready. Rules: knowledge/README.md. Check it with: npm run knowledge ${code}`,
  );
} catch {
  console.error(`${path} exists already; it was left as it is.`);
  process.exit(1);
}
