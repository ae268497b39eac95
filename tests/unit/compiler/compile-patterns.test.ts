import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readKnownCommands } from '../../../compiler/checks/known-commands';
import { makeKqlChecker } from '../../../compiler/checks/kusto';
import { checkPatternCommands } from '../../../compiler/checks/pattern-commands';
import { compilePatterns } from '../../../compiler/compile-patterns';

const ROOT = join(import.meta.dirname, '..', '..', '..', 'knowledge');
const FILE = 'knowledge/rules/patterns.yml';
const SHIPPED = readFileSync(join(ROOT, 'rules/patterns.yml'), 'utf8');
const CODES = new Set(SHIPPED.match(/AADSTS\d+/g));

const messagesOf = (text: string, codes = CODES) =>
  compilePatterns(FILE, text, codes).problems.map(({ line, message }) => `${line}: ${message}`);

/** The shipped file with one slip in it. */
function slip(from: string | RegExp, to: string): string[] {
  const text = SHIPPED.replace(from, to);
  if (text === SHIPPED) throw new Error(`${from} does not stand in the file.`);
  return messagesOf(text);
}

it('the shipped file has no problem', () => {
  expect(messagesOf(SHIPPED)).toEqual([]);
});

it.each<[string, string | RegExp, string, RegExp]>([
  ['a claim that names no scope', 'In {scope}, passwords', 'Passwords', /says: names \{scope\}/],
  [
    'a value that nobody fills in',
    '{minutes} minutes]), and no user',
    '{hours} hours]), and no user',
    /\{hours\} is not filled in/,
  ],
  [
    'a bracket that is not closed',
    '{minutes} minutes]), and no user',
    '{minutes} minutes), and no user',
    /is no part in brackets/,
  ],
  ['a source that is missing', 'from: [legacy]', 'from: [legacies]', /legacies is no source/],
  [
    'a pattern without a query',
    /commands:\n {6}- \|\n {8}\/\/ Where[^]*$/,
    'commands: []\n',
    /commands: is empty/,
  ],
  ['a share above one', 'shareOfFailures: 0.9', 'shareOfFailures: 90', /is 0 to 1/],
  [
    'a name of a pattern that no test knows',
    'pattern: spray',
    'pattern: spraying',
    /pattern: is one of/,
  ],
  [
    'two patterns of one id',
    'id: legacy-client',
    'id: spray',
    /spray: another pattern has this id/,
  ],
  ['a command without its needs', '// needs: table SigninLogs\n', '\n', /purpose, then "needs/],
  ['a misspelled key', 'mostRightShare:', 'mostRightShares:', /mostRightShares: no such key/],
])('%s is told', (_, from, to, message) => {
  expect(slip(from, to).join('\n')).toMatch(message);
});

it('a code without an entry is told', () => {
  const fewer = new Set([...CODES].filter((code) => code !== 'AADSTS50199'));
  expect(messagesOf(SHIPPED, fewer).join()).toContain('AADSTS50199 has no entry');
});

it('a column that the table does not have is told by the check of snippets', () => {
  const tools = {
    known: readKnownCommands(readFileSync(join(ROOT, 'commands.yml'), 'utf8')),
    parseKql: makeKqlChecker(parse(readFileSync(join(ROOT, 'schema-kql.yml'), 'utf8'))),
  };
  const text = SHIPPED.replace('by UserPrincipalName\n', 'by UserName\n');
  const { patterns } = compilePatterns(FILE, text, CODES);
  const found = checkPatternCommands(patterns.slice(0, 1), tools);
  expect(found).toMatchObject([
    { message: expect.stringMatching(/^spray, "Every user.*UserName/) },
  ]);
}, 60_000);
