import { expect, it } from 'vitest';
import { readAddress } from '../../../lookup/address';
import { selectionAddress } from '../../../lookup/selection-query';

it.each([
  ['AADSTS50126', '#/AADSTS50126'],
  [' 0x801c03ed ', '#/0x801C03ED'],
  ['user@contoso.com got Error Code: 53003 in Teams', '#/AADSTS53003'],
  [`${'x '.repeat(5000)}AADSTS50126 and AADSTS53003`, '#?q=AADSTS50126%20AADSTS53003'],
  ['wrong password 🔑', '#?q=wrong%20password%20%F0%9F%94%91'],
  ['', '#?q='],
])('a selection leads to its answer: %#', (text, address) => {
  expect(selectionAddress(text)).toBe(address);
});

it('a long selection is cut between characters, and stays an address', () => {
  const address = selectionAddress(`${'a'.repeat(399)}🔑🔑`);
  expect(readAddress(address)).toMatchObject({ list: { query: `${'a'.repeat(399)}\ufffd` } });
});

it('names no person who stands beside a code', () => {
  expect(selectionAddress('anna@contoso.com AADSTS50126 AADSTS53003')).not.toContain('anna');
});

it('takes no name and no secret along where it has no code', () => {
  expect(
    selectionAddress('anna@contoso.com wrong password, client_secret=abc8Q~example for\nkim'),
  ).toBe('#?q=wrong%20password%2C%20for%20kim');
  expect(selectionAddress('token abc8Q~abcdefghijklmnopqrstuvwxyz0123456')).toBe('#?q=token');
});
