import { describe, expect, it } from 'vitest';
import { meantCodes } from '../../../lookup/typed-codes';

const known = new Set([
  'AADSTS50126',
  'AADSTS28000',
  'AADSTS7000222',
  '0xCAA82EE2',
  '0xCAA20002',
  '0x801C03ED',
]);
const meant = (text: string) => meantCodes(text, (code) => known.has(code));

describe('codes that were typed carelessly', () => {
  it.each([
    ['error 50126', ['AADSTS50126']],
    ['Fehler 50126', ['AADSTS50126']],
    ['wam error code 3399614466', ['0xCAA20002']],
    ['error -2145647635', ['0x801C03ED']],
    ['AADTSS50126', ['AADSTS50126']],
    ['ADDSTS50126 again', ['AADSTS50126']],
    ['AADSTS_7000222', ['AADSTS7000222']],
    ['caa 82ee2', ['0xCAA82EE2']],
    ['AADSTS5O126', ['AADSTS50126']],
    ['error 50126 or code 7000222', ['AADSTS50126', 'AADSTS7000222']],
  ])('%j means %j', (text, codes) => expect(meant(text)).toEqual(codes));

  it.each([
    'error 50127',
    'SQLSTATE 28000',
    'port 50126 is blocked',
    'error 501263',
    'order 28000 of 2026',
    `${'a long text '.repeat(20)} error 50126`,
  ])('%j means none', (text) => expect(meant(text)).toEqual([]));
});
