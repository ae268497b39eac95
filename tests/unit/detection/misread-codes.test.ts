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
    ['AADSTS5OO34: The user', 'AADSTS50034: The user'],
    ['aadsts5OO34: the user', 'aadsts50034: the user'],
    ['AADSTSI6OO0 and AADSTS7OOOI6.', 'AADSTS16000 and AADSTS700016.'],
    ['Attempt Status : Oxc000006a', 'Attempt Status : 0xc000006a'],
    ['HRESULT Ox8OO9OO16', 'HRESULT 0x80090016'],
    ['Sign-in error code 5O0l1', 'Sign-in error code 50011'],
    ['Fehlercode: 53OO3.', 'Fehlercode: 53003.'],
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
    'AADSTSOOOOO',
    // A number that no code has.
    'AADSTS2OO34',
    'Error code: 99OO3',
    'AADSTS5OO',
    'AADSTS5OO2Ox',
    'AADSTS50O34567',
    'Oxford05 Oxcafebabe',
    'foOxc000006d',
    // The number of an order.
    'Order OX20260117, ox12345678',
    // No label, or a label of something else.
    'room 53OO3',
    'exit code 53OO3',
    'Error code: 53OO3-01',
    'Error code: OOOOO',
    'Error code:\n\n53OO3 is the room',
  ])('%s stays as it is', (text) => expect(withReadLetters(text)).toBe(text));
});
