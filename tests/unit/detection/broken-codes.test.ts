import { describe, expect, it } from 'vitest';
import { withWholeCodes } from '../../../detection/broken-codes';

describe('a code that was broken', () => {
  it.each([
    ['AADSTS500 11: The reply URL', 'AADSTS50011: The reply URL'],
    ['AADSTS 50 126', 'AADSTS50126'],
    ['AADSTS500-11', 'AADSTS50011'],
    ['AADSTS[50011](https://contoso.com)', 'AADSTS50011'],
    ['AADSTS **50126**', 'AADSTS50126**'],
    ['**AADSTS**50126', '**AADSTS50126'],
    ['AADSTS_50126', 'AADSTS50126'],
    ['AADSTS (50126)', 'AADSTS50126)'],
    ['AADSTS error 50126', 'AADSTS50126'],
    ['AAD STS50126', 'AADSTS50126'],
    ['AADSTS700 0215', 'AADSTS7000215'],
    ['AADSTS500 11 errors', 'AADSTS50011 errors'],
  ])('%j is %j', (text, wanted) => expect(withWholeCodes(text)).toBe(wanted));

  it.each([
    ['at the end of a line', 'AADSTS500\n11: x', 'AADSTS50011\n: x'],
    ['behind its prefix', 'AADSTS\r\n50126: x', 'AADSTS50126\n: x'],
    ['as mail programs break a line', '> AADSTS500=\n> 11: x', '> AADSTS50011\n: x'],
  ])('%s leaves as many lines', (_, text, wanted) => expect(withWholeCodes(text)).toBe(wanted));

  it.each([
    'AADSTS50126 11 users',
    'AADSTS50126: x',
    'AADSTS 50126',
    'AADSTS500 12:30',
    'AADSTS123 45 users',
    'AADSTS5 of 12',
    'AADSTS codes: 3 of 50126',
    'AADSTS500 11th',
    'We moved from AADSTS500 11 users ago',
    'AADSTS700-16 tickets',
    'Seit AADSTS500 11 Benutzer',
    'AADSTS500\n11 users in sales',
    'AADSTS500\n11. Try again',
    'AADSTS - 50011 orders were lost',
    'AADSTS - 12345 users',
    'XAADSTS_50126',
  ])('%j stays as it is', (text) => expect(withWholeCodes(text)).toBe(text));
});
