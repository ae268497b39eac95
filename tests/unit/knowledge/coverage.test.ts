import { describe, expect, it } from 'vitest';
import { checkCoverage, readCoverage } from '../../../compiler/checks/coverage';
import type { Depth } from '../../../lookup/entry';
import { makeEntry } from './make-entry';

const yaml = (exempt = 'exempt: []', flagship = 0) => `flagship: ${flagship}
origins:
  reference: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
known:
  aadsts:
    - least: full
      from: reference
      codes: AADSTS50001
    - least: listed
      from: reference
      codes: >-
        AADSTS50002
        AADSTS50003
  hresult: []
  event: []
${exempt}
`;
const EXEMPT = `exempt:
  - reason: Microsoft publishes one sentence and no cause.
    codes: AADSTS50001`;

const check = (depths: Record<string, Depth>, text = yaml()) =>
  checkCoverage(
    Object.entries(depths).map(([code, depth]) => makeEntry(code, { depth })),
    readCoverage(text),
  ).map(({ file, line, message }) => `${file}:${line}: ${message}`);

const ALL: Record<string, Depth> = {
  AADSTS50001: 'full',
  AADSTS50002: 'listed',
  AADSTS50003: 'brief',
};

describe('checkCoverage', () => {
  it('passes entries that are as deep as asked or deeper', () => {
    expect(check(ALL)).toEqual([]);
    expect(check({ ...ALL, AADSTS50001: 'flagship' }, yaml('exempt: []', 1))).toEqual([]);
  });

  it('passes a shallow entry with a reason', () => {
    expect(check({ ...ALL, AADSTS50001: 'brief' }, yaml(EXEMPT))).toEqual([]);
  });

  it.each<[string, Record<string, Depth>, string, string]>([
    [
      'a code without an entry',
      { AADSTS50001: 'full', AADSTS50002: 'listed' },
      yaml(),
      'AADSTS50003 has no entry',
    ],
    ['a shallow entry', { ...ALL, AADSTS50001: 'brief' }, yaml(), 'asks for full'],
    ['an exemption that is not needed', ALL, yaml(EXEMPT), 'take it out of exempt'],
    ['an unknown code', { ...ALL, AADSTS50009: 'brief' }, yaml(), 'AADSTS50009 is not in'],
    ['too few flagships', ALL, yaml('exempt: []', 2), '0 flagship entries; 2'],
    [
      'an exemption for an unknown code',
      ALL,
      yaml(EXEMPT.replace('50001', '50008')),
      'not among the known',
    ],
  ])('fails %s', (_, depths, text, message) => {
    const found = check(depths, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('names the line of the code in the list', () => {
    expect(check({ AADSTS50001: 'full', AADSTS50002: 'listed' })).toEqual([
      'knowledge/coverage.yml:13: AADSTS50003 has no entry; listed is asked for',
    ]);
  });
});

describe('readCoverage', () => {
  it.each([
    ['a code that stands there twice', yaml().replace('AADSTS50003', 'AADSTS50001'), 'twice'],
    ['a code of another family', yaml().replace('AADSTS50003', 'EVENT360'), 'stands under aadsts'],
    ['a spelling that is not canonical', yaml().replace('AADSTS50003', 'aadsts50003'), 'canonical'],
    ['an unknown origin', yaml().replaceAll('from: reference', 'from: hearsay'), 'hearsay'],
    [
      'an exemption without a reason',
      yaml('exempt:\n  - reason: no\n    codes: AADSTS50001'),
      'reason',
    ],
  ])('refuses %s', (_, text, message) => expect(() => readCoverage(text)).toThrow(message));
});
