import { describe, expect, it } from 'vitest';
import { compileListed } from '../../../compiler/compile-listed';

const FILE = 'knowledge/en/listed/aadsts.yml';
const GOOD = `reviewed: "2026-11-21"
sources:
  list: { url: "https://github.com/contoso/list", kind: community, says: "Prints the bare message of the service." }
entries:
  AADSTS50998: { title: "The header is missing", summary: "The request came without the header that names its client.", severity: low, fixedBy: developer, area: app, from: [list] }
`;

describe('listed codes', () => {
  it('compile to entries that say where they are known from', () => {
    const { entries, problems } = compileListed(FILE, GOOD, 'en');
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([
      { code: 'AADSTS50998', depth: 'listed', sources: [{ kind: 'community' }] },
    ]);
  });

  it.each([
    [
      'a source that the file does not name',
      GOOD.replace('from: [list]', 'from: [other]'),
      /source "other" is not among the sources/,
    ],
    ['broken YAML', GOOD.replace('entries:', 'entries: ['), /./],
    ['a wrong code', GOOD.replace('AADSTS50998', 'AADSTS5'), /no code|AADSTS5/],
    ['a long summary', GOOD.replace('The request came', 'x'.repeat(230)), /220/],
  ])('%s is a problem with file and line', (_, source, expected) => {
    const { problems } = compileListed(FILE, source, 'en');
    expect(problems.map(({ message }) => message).join('\n')).toMatch(expected);
    expect(problems.every(({ file, line }) => file === FILE && line > 0)).toBe(true);
  });
});
