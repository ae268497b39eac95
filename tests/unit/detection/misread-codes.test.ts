import { describe, expect, it } from 'vitest';
import { withReadLetters } from '../../../detection/misread-codes';

describe('a code that text recognition misread', () => {
  it.each([
    ['AADST550105: Your administrator', 'AADSTS50105: Your administrator'],
    ['AADST5700016', 'AADSTS700016'],
    ['AAD5TS50126 and AADST5 90002', 'AADSTS50126 and AADSTS 90002'],
    ['AAD5T553003', 'AADSTS53003'],
    ['Fehlercode 8018oo14.', 'Fehlercode 80180014.'],
    ['error code: 8O18OO18', 'error code: 80180018'],
    ['(0x8oo7OO57)', '(0x80070057)'],
  ])('%s is %s', (text, wanted) => expect(withReadLetters(text)).toBe(wanted));

  it.each([
    // An S that was left out: the 5 is the code's own.
    'AADST50126',
    'AADST530034',
    'AADST500113',
    'AADSTS50126',
    'AADST5',
    'XAADST550105',
    'AADST55010500000',
    // A name, or no code at all.
    'image 8018oo14',
    'promo code 8coffooo',
    '0x8oo7OO57g',
  ])('%s stays as it is', (text) => expect(withReadLetters(text)).toBe(text));
});
