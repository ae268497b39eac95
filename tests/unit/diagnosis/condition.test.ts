import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Condition } from '../../../diagnosis/condition';
import { recordsOf } from '../facts/reading';

const [RECORD] = recordsOf(
  'dsregcmd',
  [
    'AzureAdJoined : YES',
    'MdmUrl :',
    'AzureAdPrt : NO',
    'AzureAdPrtUpdateTime : 2024-05-14 02:00:00.000 UTC',
    'Attempt Status : 0xc000006d',
    'User Identity : user@contoso.com',
    'Client Time : 2024-05-14 07:00:00.000 UTC',
    'Executing Account Name : CONTOSO\\user, user@contoso.com',
  ].join('\n'),
);

const YES: Condition = { fact: 'device.azureAdJoined', is: ['YES'] };
const NO: Condition = { fact: 'device.azureAdJoined', is: ['NO'] };
const OPEN: Condition = { fact: 'device.domainJoined', is: ['YES'] };

describe('a condition', () => {
  it.each<[string, Condition, boolean | undefined]>([
    ['one of several values', { fact: 'prt.present', is: ['YES', 'NO'] }, true],
    ['another value', NO, false],
    ['a value that was not read', OPEN, undefined],
    ['an empty row', { fact: 'tenant.mdmUrl', empty: true }, true],
    ['an empty row that is not there', { fact: 'tenant.name', empty: true }, undefined],
    ['a row that is not there', { fact: 'tenant.name', read: false }, true],
    ['a form', { fact: 'prt.attemptStatus', matches: '^0x[1-9a-f]' }, true],
    [
      'five hours, asked for four',
      { fact: 'prt.updateTime', olderThan: { hours: 4, than: 'run.clientTime' } },
      true,
    ],
    [
      'five hours, asked for six',
      { fact: 'prt.updateTime', olderThan: { hours: 6, than: 'run.clientTime' } },
      false,
    ],
    [
      'older than a time that was not read',
      { fact: 'prt.updateTime', olderThan: { hours: 4, than: 'prt.attemptTime' } },
      undefined,
    ],
    ['a part of another value', { fact: 'prt.userIdentity', within: 'run.account' }, true],
    ['not the same as another value', { fact: 'prt.userIdentity', sameAs: 'run.account' }, false],
    ['a code of the record', { code: ['0xC000006D'] }, true],
    ['a code that is not there', { code: ['0xC000006A'] }, false],
    ['not an open one', { not: OPEN }, undefined],
    ['all, one of them open', { all: [YES, OPEN] }, undefined],
    ['all, one of them false and one open', { all: [NO, OPEN] }, false],
    ['any, one of them open', { any: [NO, OPEN] }, undefined],
    ['any, one of them true and one open', { any: [YES, OPEN] }, true],
  ])('%s', (_, condition, holds) => {
    expect(evaluate(condition, RECORD!).holds).toBe(holds);
  });

  it('names what shows it, and what would have to be read', () => {
    expect(evaluate({ all: [YES, { not: NO }] }, RECORD!).evidence).toMatchObject([
      { label: 'AzureAdJoined', source: { line: 1 } },
      { label: 'AzureAdJoined' },
    ]);
    expect(evaluate({ all: [YES, OPEN] }, RECORD!).missing).toEqual(['device.domainJoined']);
  });

  it('keeps to the laws of De Morgan, open questions or not', () => {
    const one = fc.constantFrom(YES, NO, OPEN);
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (parts) => {
        const not = parts.map((part): Condition => ({ not: part }));
        expect(evaluate({ not: { all: parts } }, RECORD!).holds).toBe(
          evaluate({ any: not }, RECORD!).holds,
        );
      }),
    );
  });
});
