import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileGuide } from '../../../compiler/compile-guide';
import { textOf } from '../../../compiler/inline';
import { guideEvidence } from '../../../compiler/pack-knowledge';
import { checksOf, type GuideBlock } from '../../../lookup/guide';

const GOOD = readFileSync('tests/fixtures/guides/join-desk.md', 'utf8');
const RULES = new Set([
  'hybrid-joined',
  'entra-joined',
  'not-joined',
  'domain-joined-only',
  'no-service-connection-point',
  'prt-present',
  'prt-refused',
]);
const compile = (source: string, name = 'join-desk') =>
  compileGuide(`knowledge/en/guide/${name}.md`, source, 'en', {
    places: new Set(['signInLogs']),
    rules: RULES,
  });
const messages = (source: string, name?: string) =>
  compile(source, name).problems.map(({ line, message }) => `${line}: ${message}`);

describe('a guide with each block', () => {
  const { guide, problems } = compile(GOOD);
  const blocksOf = (id: string): GuideBlock[] =>
    guide!.sections.find((section) => section.id === id)!.blocks;

  it('compiles without problems', () => expect(problems).toEqual([]));

  it('keeps its sections in order, each with the id of its address', () => {
    expect(guide!.sections.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      'where: Where it stopped',
      'events: Events',
      'checklist: Checklist',
      'service-connection-point: Service connection point',
      'repair: Order of repair',
      'unknown: What is not known',
    ]);
  });

  it('links the codes that are written plainly, and sections', () => {
    const [paragraph] = blocksOf('where');
    const links = (paragraph as { p: object[] }).p.filter((run) => 'h' in Object(run));
    expect(links).toEqual([
      { a: 'EVENT307', h: '#/EVENT307' },
      { a: '0x801C001D', h: '#/0x801C001D' },
      { a: 'Checklist', h: '#/guide/join-desk/checklist' },
    ]);
  });

  it('nests a list one level', () => {
    const list = blocksOf('where')[1];
    expect(list).toMatchObject({
      list: { start: 1, items: [{ below: { items: [{}, {}] } }, {}] },
    });
  });

  it('rests a row of a table on the mark of its last cell', () => {
    const [table] = blocksOf('events') as unknown as [{ rows: object[][][] }];
    expect(table.rows.map((row) => row.at(-1)!.at(-1))).toEqual(
      [1, 1, 1, 1, 1, 0].map((source) => ({ e: [source] })),
    );
  });

  it('cuts the items of the checklist into what to do, good and bad, with the rules that tell', () => {
    const checks = checksOf(guide!);
    expect(checks.map(({ id }) => id)).toEqual([
      'joined',
      'service-connection-point-found',
      'prt-present',
      'cable-in-its-socket',
    ]);
    const { how, good, bad, rules } = checks[2]!;
    expect([how, good, bad].map(textOf)).toEqual([
      'Run dsregcmd /status as the user.',
      'AzureAdPrt : YES.',
      'NO, see AADSTS50155.',
    ]);
    expect(rules).toEqual(['prt-present', 'prt-refused']);
    expect(blocksOf('checklist').filter((block) => 'h' in block)).toEqual([
      { h: 'Join' },
      { h: 'User' },
    ]);
  });

  it('keeps warnings, commands, examples and risky steps as such', () => {
    const [, warning, command, example] = blocksOf('service-connection-point');
    expect(warning).toEqual({ warn: [['Read the object before you change it.', { e: [] }]] });
    expect(command).toMatchObject({
      command: { lang: 'powershell', needs: 'Windows, local administrator, run on the device' },
    });
    expect(example).toMatchObject({ example: expect.stringContaining('azureADName:contoso.com') });
    const [repair] = blocksOf('repair') as unknown as [{ list: { items: { risky?: true }[] } }];
    expect(repair.list.items.map(({ risky }) => !!risky)).toEqual([false, false, true]);
  });

  it('counts what its statements rest on', () => {
    expect(guideEvidence(guide!)).toEqual({ statements: 24, sourced: 20, reasoned: 4 });
  });
});

describe('what is refused, by line', () => {
  it.each<[string, string, string, RegExp]>([
    ['a heading without id', '## Events {events}', '## Events', /^34: .*its id short/m],
    ['two sections of one id', '{events}', '{where}', /\{where\} stands for two/],
    ['the id of the page itself', '{unknown}', '{sources}', /own list of sources/],
    ['a sentence without a mark', ' first. [dsregcmd]', ' first.', /^\d+: "Run .*has no mark/m],
    [
      'a row without a mark',
      'HRESULT in its text. [hybrid-join]',
      'HRESULT in its text.',
      /^38: "EVENT307 \| User Device.*neither a source nor/m,
    ],
    [
      'an unknown source',
      'in its text. [hybrid-join]',
      'in its text. [join]',
      /\[join\] is no source/,
    ],
    ['an unknown rule', '{prt-present,', '{prt-there,', /^\d+: \{prt-there\} is no rule/m],
    ['an item without Bad', ' Bad: it hangs.', '', /write an item as/],
    [
      'ids of rules outside of the checklist',
      'connection point. [hybrid-join]\n2.',
      'connection point. [hybrid-join] {prt-present}\n2.',
      /\{risky\} or nothing/,
    ],
    ['a list that nests too deep', '   - `join`', '     - `join`', /nested one level deep/],
    [
      'a fence inside a list',
      '2. Sign out',
      '   ```text\n   x\n   ```\n\n2. Sign out',
      /an item of a list holds a code/,
    ],
    ['a command without needs', '# Needs: Windows', '# Windows', /purpose, then "needs/],
    [
      'an unknown place',
      '[Checklist](section:checklist)',
      '[Log](place:log)',
      /place "log" is not/,
    ],
    ['a strong word by reasoning', 'was not tried yet', 'was never tried', /"never" in/],
    [
      'a long summary',
      'summary: A short',
      `summary: A ${'very '.repeat(20)}short`,
      /160 is the most/,
    ],
    ['a code that is none', 'covers: [EVENT307', 'covers: [EVENT', /covers\.0|"EVENT" is no code/],
    ['a code that stands twice', "[EVENT307, '0x", "[EVENT307, EVENT307, '0x", /stands twice/],
    ['an unknown key', 'reviewed: 2026', 'code: EVENT307\nreviewed: 2026', /code: no such key/],
  ])('%s', (_, from, to, expected) => {
    expect(GOOD).toContain(from);
    expect(messages(GOOD.replace(from, to)).join('\n')).toMatch(expected);
  });

  it('too few sections', () => {
    const short = GOOD.slice(0, GOOD.indexOf('## Service connection point'));
    expect(messages(short).join('\n')).toContain('5 to 12 sections; this one has 3');
  });

  it('a file whose name is no name', () => {
    expect(messages(GOOD, 'Join Desk').join('\n')).toContain('words in lower case');
  });

  it('a source that no statement rests on', () => {
    const without = GOOD.replaceAll(' [dsregcmd]', ' [hybrid-join]');
    expect(messages(without)).toEqual([
      '7: sources: no statement rests on "dsregcmd"; cite it or take it out',
    ]);
  });
});
