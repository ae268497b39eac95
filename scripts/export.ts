import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeKqlChecker, type KqlSchema } from '../compiler/checks/kusto';
import { compileKnowledge } from '../compiler/compile-knowledge';
import { EXPORTS, knowledgeRow } from '../report/knowledge-table';
import { exportFaults } from './check-export';

// `npm run export`: writes every code with what is known of it to .output/export/, for spreadsheets, KQL and Microsoft
// Sentinel, and reads the files back.
const FOLDER = join('.output', 'export');

/**
 * Largest file that Sentinel takes as a watchlist straight from the computer, in bytes: 3.8 MB
 * (https://learn.microsoft.com/azure/sentinel/watchlists, "Limitations of watchlists").
 */
const LARGEST_WATCHLIST = 3.8e6;

const { entries } = await compileKnowledge('.');
const rows = entries.filter(({ locale }) => locale === 'en').map(knowledgeRow);
const schema = parse(await readFile('knowledge/schema-kql.yml', 'utf8')) as KqlSchema;
const faults = exportFaults(rows, makeKqlChecker(schema));

await mkdir(FOLDER, { recursive: true });
await copyFile(join('knowledge', 'LICENSE.md'), join(FOLDER, 'LICENSE.md'));
for (const [format, make] of Object.entries(EXPORTS)) {
  const { name, text } = make(rows);
  const size = Buffer.byteLength(text);
  if (format === 'watchlist' && size > LARGEST_WATCHLIST)
    faults.push(`${name}: ${size} bytes are more than Sentinel takes as a watchlist`);
  await writeFile(join(FOLDER, name), text);
  console.log(`${join(FOLDER, name)}  ${rows.length} codes, ${size} bytes`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
