import { describe, expect, it } from 'vitest';
import { mayHoldCodes } from './may-hold-codes';
import { expectLinear, HOSTILE_PIECES } from './hostile';

// That it never refuses a text with a code is tested with every text of find-codes.test.ts.
describe('mayHoldCodes', () => {
  it.each([
    ['AADSTS50126', false],
    ['0x801C03ED', false],
    ['801c03ed', false],
    ['-2145647635', false],
    ['"error_codes":[50076]', false],
    ['ResultType !in ("0", "50126")', false],
    ['status/errorCode eq 50126', false],
    ['Error Code: 53003', true],
    ['Código de error: 53003', true],
    ['サインイン エラー コード 50126', true],
  ])('lets %j through (bare numbers: %s)', (text, bareNumbers) => {
    expect(mayHoldCodes(text, bareNumbers)).toBe(true);
  });

  it.each([
    '',
    'Sign-in logs: Success, Failure, Interrupted',
    'Error code',
    'Country code +49, room 12',
    'The AADSTS prefix is explained in the documentation.',
    '1fbd9a1e-074c-4e1e-b01c-b25a0fcc9487, 50126 sign-ins on 2026-01-05T10:11:12Z',
    'body { color: #101820 } 0x10',
  ])('spares %j', (text) => {
    expect(mayHoldCodes(text, true)).toBe(false);
    expect(mayHoldCodes(text, false)).toBe(false);
  });

  it('asks for a number near the label off Microsoft hosts', () => {
    const far = `Código de error${' cell'.repeat(30)} 53128`;
    expect(mayHoldCodes(far, true)).toBe(true);
    expect(mayHoldCodes(far, false)).toBe(false);
  });

  it.each(HOSTILE_PIECES)('does linear work on %j repeated', (piece) => {
    expectLinear((text) => mayHoldCodes(text, true), piece);
    expectLinear((text) => mayHoldCodes(text, false), piece);
  });
});
