import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileKnowledge, type Knowledge, type WrittenGuide } from '../compile-knowledge';
import { guideAsEntry } from '../guide-prose';
import { checkAsks } from './asks';
import { checkCoverage, readCoverage } from './coverage';
import { checkDates } from './dates';
import { checkDsregcmd } from './dsregcmd';
import { checkFeatures } from './features';
import { checkFiller } from './filler';
import type { Finding } from './finding';
import { readKnownCommands } from './known-commands';
import { makeKqlChecker, type KqlChecker, type KqlSchema } from './kusto';
import { checkLinks } from './links';
import { checkMentions } from './mentions';
import { checkDuplicates } from './near-duplicates';
import { checkPatternCommands } from './pattern-commands';
import { checkPlaceholders } from './placeholders';
import { checkReadingGrade } from './reading-grade';
import { checkRiskySteps } from './risky-steps';
import { checkCloudOfCommands, checkSnippets } from './snippets';
import { checkTemplate } from './template';
import { checkTwins, readTwins } from './twins';
import { checkWording } from './wording';
import { readWritten, type WrittenEntry } from './written-entry';

/** What every check has to say about the knowledge. */
export interface CheckedKnowledge extends Knowledge {
  findings: Finding[];
  /** The entries with their files. */
  written: WrittenEntry[];
  /** Commands, permissions and addresses that nobody has found in the documentation yet. */
  unverified: string[];
}

/** The parser of Kusto takes seconds to load; it is loaded for the first query. */
function makeLazyKqlChecker(schema: KqlSchema): KqlChecker {
  let check: KqlChecker | undefined;
  return (query) => (check ??= makeKqlChecker(schema))(query);
}

/** Guides as the checks of entries read them. */
function asWritten({ guide, file, lines }: WrittenGuide): WrittenEntry {
  return { entry: guideAsEntry(guide), file, lines };
}

/**
 * Compiles the knowledge and runs every check on it.
 * @param root The root of the project, which holds `knowledge/`.
 * @param names The only codes and guides whose commands are parsed. Parsing takes longer than all other checks.
 */
export async function runChecks(
  root: string,
  names?: readonly string[],
): Promise<CheckedKnowledge> {
  const read = (name: string): Promise<string> => readFile(join(root, 'knowledge', name), 'utf8');
  const knowledge = await compileKnowledge(root);
  const written = await readWritten(root, knowledge.entries);
  const known = readKnownCommands(await read('commands.yml'));
  const parseKql = makeLazyKqlChecker(parse(await read('schema-kql.yml')) as KqlSchema);
  const compiled = knowledge.problems.map((problem): Finding => ({
    ...problem,
    check: 'compile',
    level: 'problem',
  }));
  // Entries not yet read again under the evidence rules are held to the older checks only.
  const guides = knowledge.guides.map(asWritten);
  const reread = [...written.filter(({ entry }) => entry.searched), ...guides].filter(
    ({ entry }) => entry.locale === 'en',
  );
  const english = new Map(
    knowledge.entries.filter(({ locale }) => locale === 'en').map((entry) => [entry.code, entry]),
  );
  const twins = readTwins(await read('twins.yml'));
  const findings = [
    ...compiled,
    ...checkCoverage(written, readCoverage(await read('coverage.yml')), knowledge.unread),
    ...checkDuplicates(written, twins),
    ...checkFiller([...written, ...guides]),
    ...checkSnippets(
      [...written, ...guides].filter(({ entry }) => !names || names.includes(entry.code)),
      { known, parseKql },
    ),
    ...checkPatternCommands(knowledge.patterns, { known, parseKql }),
    ...checkAsks([...written, ...guides].filter(({ entry }) => entry.locale === 'en')),
    ...checkLinks([...written, ...guides]),
    ...checkTemplate(written),
    ...checkDates(reread),
    ...checkDsregcmd(reread),
    ...checkFeatures(reread),
    ...checkMentions(reread, english, knowledge.unread),
    ...checkPlaceholders(reread),
    ...checkReadingGrade(reread),
    ...checkRiskySteps(reread),
    ...checkTwins(reread, twins),
    ...checkWording(reread),
    ...checkCloudOfCommands(reread),
  ];
  return { ...knowledge, written, findings, unverified: known.unverified };
}
