import { describe, expect, it } from 'vitest';
import { meantCodes } from '../../../lookup/typed-codes';

const known = new Set([
  'AADSTS50126',
  'AADSTS28000',
  'AADSTS50000',
  'AADSTS53003',
  'AADSTS7000222',
  '0xCAA82EE2',
  '0xCAA20002',
  '0x801C03ED',
]);
const listed = new Set(['AADSTS28000', 'AADSTS50127']);
const meant = (text: string) =>
  meantCodes(
    text,
    (code) => known.has(code),
    (code) => known.has(code) && !listed.has(code),
  );

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
    ['user gets 50126 in teams', ['AADSTS50126']],
    ['53003 outlook mobile', ['AADSTS53003']],
    ['jira 50126', ['AADSTS50126']],
    ['50126 then 53003', ['AADSTS50126', 'AADSTS53003']],
    ['(50126), again', ['AADSTS50126']],
    ['53003 after error 50126', ['AADSTS50126', 'AADSTS53003']],
  ])('%j means %j', (text, codes) => expect(meant(text)).toEqual(codes));

  it.each([
    'error 50127',
    'SQLSTATE 28000',
    'port 50126 is blocked',
    'error 501263',
    'order 28000 of 2026',
    'ticket 50126 is open',
    'KB50126',
    '50126 users fail to sync',
    '50000 sign-ins failed today',
    'build 10.0.50126',
    '203.0.113.50126',
    '50126-1234',
    'costs 50126 $, or $50126',
    `${'a long text '.repeat(20)} error 50126`,
  ])('%j means none', (text) => expect(meant(text)).toEqual([]));
});
