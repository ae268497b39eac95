import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileKnowledge, type Knowledge } from '../compile-knowledge';
import { checkCoverage, readCoverage } from './coverage';
import { checkFiller } from './filler';
import type { Finding } from './finding';
import { readKnownCommands } from './known-commands';
import { makeKqlChecker, type KqlSchema } from './kusto';
import { checkLinks } from './links';
import { checkDuplicates } from './near-duplicates';
import { checkSnippets } from './snippets';
import { readWritten } from './written-entry';

/** What every check has to say about the knowledge. */
export interface CheckedKnowledge extends Knowledge {
  findings: Finding[];
  /** Commands, permissions and addresses that nobody has found in the documentation yet. */
  unverified: string[];
}

/**
 * Compiles the knowledge and runs every check on it.
 * @param root The root of the project, which holds `knowledge/`.
 */
export async function runChecks(root: string): Promise<CheckedKnowledge> {
  const read = (name: string): Promise<string> => readFile(join(root, 'knowledge', name), 'utf8');
  const knowledge = await compileKnowledge(root);
  const written = await readWritten(root, knowledge.entries);
  const known = readKnownCommands(await read('commands.yml'));
  const parseKql = makeKqlChecker(parse(await read('schema-kql.yml')) as KqlSchema);
  const compiled = knowledge.problems.map((problem): Finding => ({
    ...problem,
    check: 'compile',
    level: 'problem',
  }));
  const findings = [
    ...compiled,
    ...checkCoverage(written, readCoverage(await read('coverage.yml'))),
    ...checkDuplicates(written),
    ...checkFiller(written),
    ...checkSnippets(written, { known, parseKql }),
    ...checkLinks(written),
  ];
  return { ...knowledge, findings, unverified: known.unverified };
}
