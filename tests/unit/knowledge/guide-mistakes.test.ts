import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runChecks } from '../../../compiler/checks/run-checks';
import { formatProblem } from '../../../compiler/problem';

// What is said of a guide beside the other files of the knowledge: codes, rules, other guides, and the checks that
// entries are held to as well.

const GUIDE = 'knowledge/en/guide/join-desk.md';
const TEXT = readFileSync('tests/fixtures/guides/join-desk.md', 'utf8');
const CODES = ['EVENT201', 'EVENT220', 'EVENT304', 'EVENT305', 'EVENT307', 'EVENT334'];
const RULE_IDS = [
  'hybrid-joined',
  'entra-joined',
  'not-joined',
  'domain-joined-only',
  'no-service-connection-point',
  'prt-present',
  'prt-refused',
];

const listed = (codes: string[]) => `reviewed: 2026-11-21
sources:
  list:
    url: https://github.com/contoso/list
    kind: community
    says: Prints the bare message of the service.
entries:
${codes
  .map(
    (code) => `  '${code}':
    title: Something about the device
    summary: Something about the device was not as expected.
    area: device
    from: [list]
`,
  )
  .join('')}`;

const RULES = `sources:
  dsregcmd:
    url: https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
    dated: 2025-04-25
    says: The fields of each section of the output.
rules:
${RULE_IDS.map(
  (id) => `  - id: ${id}
    on: dsregcmd
    when: { device.azureAdJoined: 'YES' }
    verdict: fine
    says: The device is joined.
    from: [dsregcmd]
`,
).join('')}`;

const FILES: Record<string, string> = {
  [GUIDE]: TEXT,
  'knowledge/en/listed/event-1-999.yml': listed(CODES),
  'knowledge/en/listed/hresult-0x801C0000-0x801CFFFF.yml': listed(['0x801C001D']),
  'knowledge/en/listed/aadsts-50000-59999.yml': listed(['AADSTS50155']),
  'knowledge/rules/device.yml': RULES,
  'knowledge/twins.yml': '[]',
  'knowledge/coverage.yml': `flagship: 0
origins:
  reference: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
known:
  aadsts:
    - { least: listed, from: reference, codes: AADSTS50155 }
  hresult:
    - { least: listed, from: reference, codes: '0x801C001D' }
  event:
    - { least: listed, from: reference, codes: ${CODES.join(' ')} }
exempt: []
`,
};

let root: string;

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'signpost-guides-'));
  mkdirSync(join(root, 'knowledge'));
  for (const name of ['places.yml', 'commands.yml', 'schema-kql.yml'])
    cpSync(join('knowledge', name), join(root, 'knowledge', name));
  write({
    'knowledge/search/synonyms.yml': '[]',
    'knowledge/search/subject.yml': '{}',
    'knowledge/search/frequency.yml': '{}',
    'knowledge/search/message-terms.yml': '{}',
    'knowledge/search/message-variants.yml': '{}',
    ...FILES,
  });
});
afterEach(() => rmSync(root, { recursive: true }));

const problems = async (): Promise<string[]> =>
  (await runChecks(root)).findings
    .filter(({ level }) => level === 'problem')
    .map((one) => `${one.check} ${formatProblem(one)}`);

it('a good guide has no problem, and its codes lead to it', async () => {
  expect(await problems()).toEqual([]);
  const { entries } = await runChecks(root);
  const leading = entries.filter(({ guides }) => guides).map(({ code, guides }) => [code, guides]);
  const guide = { name: 'join-desk', title: 'Example guide for a computer that does not join' };
  expect(leading).toEqual([
    ['0x801C001D', [guide]],
    ['EVENT307', [guide]],
  ]);
});

it.each<[string, string, string, RegExp]>([
  [
    'a code without an entry is covered',
    'covers: [EVENT307',
    'covers: [EVENT999',
    /^compile .*md:4: covers: EVENT999 has no entry; .*npm run new EVENT999$/,
  ],
  [
    'a code without an entry is named',
    '| EVENT304',
    '| EVENT404',
    /^mentions .*md:39: EVENT404 has no entry/,
  ],
  [
    'a rule that is none',
    '{prt-present, prt-refused}',
    '{prt-here}',
    /^compile .*md:56: \{prt-here\} is no rule of knowledge\/rules/,
  ],
  [
    'a link to no section',
    '(section:checklist)',
    '(section:checks)',
    /^compile .*md:27: a link leads to #\/guide\/join-desk\/checks.*sections here: where, events/,
  ],
  [
    'a link to no guide',
    '(section:checklist)',
    '(guide:windows-hello)',
    /^compile .*md:27: a link leads to #\/guide\/windows-hello,.*guides: join-desk/,
  ],
  [
    'a risky step that does not say so',
    'removes the join. [hybrid-join] {risky}',
    'removes the join. [hybrid-join]',
    /^risky .*md:79: "dsregcmd \/leave" can destroy/,
  ],
  [
    'a risky step without a role',
    'As a local administrator, run',
    'Run',
    /^risky .*md:79: a risky step names who may do it/,
  ],
  [
    'a risky step before one that can be undone',
    '1. Correct the tenant in the service connection point. [hybrid-join]\n',
    '1. As a local administrator, run `dsregcmd /leave`. [hybrid-join] {risky}\n1. Correct the tenant in the service connection point. [hybrid-join]\n',
    /^risky .*md:77: a risky step stands before one that can be undone/,
  ],
  [
    'wording that is refused',
    'The discovery failed.',
    'The helpdesk has to look.',
    /^wording .*md:38: "helpdesk": write "help desk"/,
  ],
  ['a snippet that cannot be', 'Id = 304, 307 }', 'Id = 304, 307', /^snippets .*md:6\d: /],
  [
    'a source with the locale in its address',
    'microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
    'microsoft.com/en-us/entra/identity/devices/troubleshoot-device-dsregcmd',
    /^compile .*locale part/,
  ],
])('%s', async (_, from, to, expected) => {
  expect(TEXT).toContain(from);
  write({ [GUIDE]: TEXT.replace(from, to) });
  const found = await problems();
  expect(found.join('\n')).toMatch(new RegExp(expected.source, 'm'));
});

it('a file of rules that cannot be read is told once, and not for each item of a checklist', async () => {
  write({ 'knowledge/rules/device.yml': RULES.replace('verdict: fine', 'verdict: good') });
  const found = await problems();
  expect(found.length).toBe(1);
  expect(found[0]).toContain('knowledge/rules/device.yml');
});
