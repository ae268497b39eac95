import { describe, expect, it } from 'vitest';
import { entryAddress, guideAddress, readAddress } from '../../../lookup/address';

describe('the address of the lookup page', () => {
  it.each([
    ['', { view: 'catalog', query: '' }],
    ['#', { view: 'catalog', query: '' }],
    ['#/', { view: 'catalog', query: '' }],
    ['#?q=redirect%20uri', { view: 'catalog', query: 'redirect uri' }],
    ['#?q=100%', { view: 'catalog', query: '100%' }],
    ['#?other=1', { view: 'catalog', query: '' }],
    ['#/AADSTS50126', { view: 'entry', code: 'AADSTS50126', section: '' }],
    ['#/50126', { view: 'entry', code: 'AADSTS50126', section: '' }],
    ['#/0x801c03ed', { view: 'entry', code: '0x801C03ED', section: '' }],
    ['#/AADSTS%2050126', { view: 'entry', code: 'AADSTS50126', section: '' }],
    ['#/AADSTS50126/fix', { view: 'entry', code: 'AADSTS50126', section: 'fix' }],
    ['#/guide/windows-hello', { view: 'guide', name: 'windows-hello', section: '' }],
    ['#/guide/windows-hello/tpm', { view: 'guide', name: 'windows-hello', section: 'tpm' }],
    ['#/guide/', { view: 'bad', asked: 'guide/' }],
    ['#/guide/../places', { view: 'bad', asked: 'guide/../places' }],
    ['#/guide/%2e%2e', { view: 'bad', asked: 'guide/..' }],
    ['#/guide/Windows Hello', { view: 'bad', asked: 'guide/Windows Hello' }],
    ['#/guide/a/b/c', { view: 'bad', asked: 'guide/a/b/c' }],
    ['#guide/windows-hello', { view: 'bad', asked: 'guide/windows-hello' }],
    ['#/banana', { view: 'bad', asked: 'banana' }],
    ['#banana', { view: 'bad', asked: 'banana' }],
    ['#/100%', { view: 'bad', asked: '100%' }],
    ['#/%ff', { view: 'bad', asked: '%ff' }],
    ['#/%E0%A4%A', { view: 'bad', asked: '%E0%A4%A' }],
    ['#/AADSTS50126/fix/more', { view: 'bad', asked: 'AADSTS50126/fix/more' }],
    ['#/constructor', { view: 'bad', asked: 'constructor' }],
    ['#/../options.html', { view: 'bad', asked: '../options.html' }],
  ])('%j', (hash, address) => expect(readAddress(hash)).toEqual(address));

  it('shows no more of a bad one than fits a line', () => {
    expect(readAddress(`#/${'x'.repeat(100_000)}`)).toEqual({
      view: 'bad',
      asked: 'x'.repeat(60),
    });
  });

  it('of an entry is read back', () => {
    for (const section of ['', 'fix']) {
      expect(readAddress(entryAddress('0x801C03ED', section))).toEqual({
        view: 'entry',
        code: '0x801C03ED',
        section,
      });
    }
  });

  it('of a guide is read back', () => {
    for (const section of ['', 'tpm'])
      expect(readAddress(guideAddress('windows-hello', section))).toEqual({
        view: 'guide',
        name: 'windows-hello',
        section,
      });
  });
});
