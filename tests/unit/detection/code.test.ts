import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalCode, decimalsOf, familyOf } from '../../../detection/code';

const valid: [spelling: string, code: string][] = [
  ['AADSTS50126', 'AADSTS50126'],
  ['aadsts 50126', 'AADSTS50126'],
  ['AADSTS:50126', 'AADSTS50126'],
  ['AADSTS: 7000218', 'AADSTS7000218'],
  ['AADSTS\u00a090094', 'AADSTS90094'],
  ['  Aadsts1000613\n', 'AADSTS1000613'],
  ['0x801c03ed', '0x801C03ED'],
  ['0X801C03ED', '0x801C03ED'],
  ['801C03ED', '0x801C03ED'],
  ['2149319661', '0x801C03ED'],
  ['-2145647635', '0x801C03ED'],
  ['2147483648', '0x80000000'],
  ['-2147483648', '0x80000000'],
  ['4294967295', '0xFFFFFFFF'],
  ['80180014', '0x80180014'],
  ['CAA20004', '0xCAA20004'],
  ['event 360', 'EVENT360'],
  ['Event ID 360', 'EVENT360'],
  ['Event ID: 360', 'EVENT360'],
  ['EVENT360', 'EVENT360'],
  ['event0360', 'EVENT360'],
  ['event 1098-aad', 'EVENT1098-AAD'],
];

const invalid = [
  '',
  '50126',
  '0',
  'AADSTS',
  'AADSTS500',
  'AADSTS5012',
  'AADSTS123456789',
  'AADSTS50126: Error validating credentials',
  'AADB2C90037',
  'ACS50008',
  '0x00000001',
  '0x801C03E',
  '0x801C03ED0',
  '12345678',
  '2147483647',
  '4294967296',
  '-2147483649',
  '53003.5',
  'event',
  'event 123456',
  'EVENT1098-AAD2',
  'eventually 360',
];

describe('canonicalCode', () => {
  it.each(valid)('reads %j as %s', (spelling, code) => {
    expect(canonicalCode(spelling)).toBe(code);
    expect(canonicalCode(code)).toBe(code);
  });

  it.each(invalid)('refuses %j', (spelling) => {
    expect(canonicalCode(spelling)).toBeUndefined();
  });

  it('never throws, and reads its own answer as the same code', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.stringMatching(/^(?:aadsts|Event |0x)?[\dA-Fa-f -]*$/),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const code = canonicalCode(text);
        if (code) expect(canonicalCode(code)).toBe(code);
      }),
    );
  });
});

describe('decimalsOf', () => {
  it('gives both readings of the same bits', () => {
    expect(decimalsOf('0x801C03ED')).toEqual({ signed: -2145647635, unsigned: 2149319661 });
  });

  it('is undone by canonicalCode', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2 ** 31, max: 2 ** 32 - 1 }), (value) => {
        const code = `0x${value.toString(16).toUpperCase()}`;
        const { signed, unsigned } = decimalsOf(code);
        expect(unsigned).toBe(value);
        expect(unsigned - signed).toBe(2 ** 32);
        expect(canonicalCode(`${signed}`)).toBe(code);
        expect(canonicalCode(`${unsigned}`)).toBe(code);
      }),
    );
  });
});

describe('familyOf', () => {
  it.each([
    ['AADSTS50126', 'aadsts'],
    ['0x801C03ED', 'hresult'],
    ['EVENT1098-AAD', 'event'],
  ])('puts %s into %s', (code, family) => {
    expect(familyOf(code)).toBe(family);
  });
});
