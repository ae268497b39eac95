import { describe, expect, it } from 'vitest';
import { compileListed } from '../../../compiler/compile-listed';

const FILE = 'knowledge/en/listed/aadsts-50000-59999.yml';
const GOOD = `reviewed: 2026-11-21
sources:
  list:
    url: https://github.com/contoso/list
    kind: community
    says: Prints the bare message of the service.
entries:
  AADSTS50998:
    title: The header is missing
    summary: The request came without the header that names its client.
    area: app
    from: [list]
  AADSTS50999:
    title: The clock is ahead
    summary: The token is not valid yet. The message refers to the administrator.
    fixedBy: admin
    area: token
    asks:
      - server clock runs behind
    from: [list]
`;

describe('listed codes', () => {
  it('compile to entries that say where they are known from, and claim nothing that no source says', () => {
    const { entries, problems } = compileListed(FILE, GOOD, 'en');
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      {
        code: 'AADSTS50998',
        depth: 'listed',
        sources: [{ kind: 'community' }],
      },
      { code: 'AADSTS50999', fixedBy: 'admin', asks: ['server clock runs behind'] },
    ]);
    expect(entries[0]).not.toHaveProperty('severity');
    expect(entries[0]).not.toHaveProperty('fixedBy');
  });

  it.each<[string, string, string, string, RegExp]>([
    [
      'a source that is not there',
      FILE,
      'from: [list]',
      'from: [lisst]',
      /^12: AADSTS50998: source "lisst" is not among/,
    ],
    [
      'a source without a line',
      FILE,
      'sources:',
      'sources:\n  idle:\n    url: https://github.com/contoso/x\n    kind: community\n    says: Prints nothing at all.',
      /^3: source "idle" supports no line/,
    ],
    ['broken YAML', FILE, 'from: [list]', 'from: [list', /^1[23]: /],
    ['an unquoted colon', FILE, 'title: The clock is', 'title: Clock: it is', /^14: .*in quotes/],
    ['a wrong code', FILE, 'AADSTS50999', 'AADSTS5', /^13: .*no code/],
    [
      'a misspelled key',
      FILE,
      'summary: The token',
      'sumary: The token',
      /^15: sumary: no such key; did you mean "summary"\?/,
    ],
    ['a missing key', FILE, '    area: token\n', '', /^13: entries\.AADSTS50999\.area is missing/],
    ['a long summary', FILE, 'The token is', `The ${'x'.repeat(230)} is`, /^15: .*220/],
    [
      'a code of another range',
      'knowledge/en/listed/aadsts-60000-69999.yml',
      '',
      '',
      /^8: AADSTS50998 is outside of the range/,
    ],
    [
      'a code of another family',
      'knowledge/en/listed/event-1-99999.yml',
      '',
      '',
      /^8: AADSTS50998 is outside/,
    ],
    [
      'a name of another form',
      'knowledge/en/listed/aadsts-1.yml',
      '',
      '',
      /^1: the name of the file says what it holds/,
    ],
    [
      'codes out of order',
      FILE,
      'AADSTS50998',
      'AADSTS51998',
      /^13: AADSTS50999 stands after AADSTS51998/,
    ],
    [
      'a filler word',
      FILE,
      'The token is not',
      'The token simply is not',
      /^15: AADSTS50999: "simply"/,
    ],
  ])('%s is a problem with its line', (_, file, from, to, expected) => {
    const { problems } = compileListed(file, GOOD.replace(from, to), 'en');
    expect(problems.map(({ line, message }) => `${line}: ${message}`).join('\n')).toMatch(
      new RegExp(expected.source, 'm'),
    );
  });

  it('reads a file with line ends of Windows', () =>
    expect(compileListed(FILE, GOOD.replaceAll('\n', '\r\n'), 'en').problems).toEqual([]));
});
