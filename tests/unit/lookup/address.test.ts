import { describe, expect, it } from 'vitest';
import {
  catalogAddress,
  compareAddress,
  entryAddress,
  guideAddress,
  readAddress,
} from '../../../lookup/address';
import { WHOLE_CATALOG, type CatalogList } from '../../../lookup/catalog-list';

const list = (more: Partial<CatalogList> = {}): CatalogList => ({ ...WHOLE_CATALOG, ...more });
const entry = (code: string, section = '', more?: Partial<CatalogList>) => ({
  view: 'entry',
  code,
  section,
  list: list(more),
});

describe('the address of the lookup page', () => {
  it.each([
    ['', { view: 'catalog', list: list() }],
    ['#', { view: 'catalog', list: list() }],
    ['#/', { view: 'catalog', list: list() }],
    ['#?q=redirect%20uri', { view: 'catalog', list: list({ query: 'redirect uri' }) }],
    ['#?q=100%', { view: 'catalog', list: list({ query: '100%' }) }],
    ['#?other=1', { view: 'catalog', list: list() }],
    ['#/AADSTS50126', entry('AADSTS50126')],
    ['#/50126', entry('AADSTS50126')],
    ['#/0x801c03ed', entry('0x801C03ED')],
    ['#/AADSTS%2050126', entry('AADSTS50126')],
    ['#/AADSTS50126/fix', entry('AADSTS50126', 'fix')],
    [
      '#?area=mfa&severity=high&area=token&depth=deepest&by=area',
      {
        view: 'catalog',
        list: list({ chosen: { area: ['mfa', 'token'], severity: ['high'] }, isByArea: true }),
      },
    ],
    ['#/50126?area=mfa', entry('AADSTS50126', '', { chosen: { area: ['mfa'] } })],
    ['#/50126/fix?q=a%20b', entry('AADSTS50126', 'fix', { query: 'a b' })],
    ['#/compare/50126/0x801c03ed', { view: 'compare', codes: ['AADSTS50126', '0x801C03ED'] }],
    ['#/compare/50126', { view: 'compare', codes: ['AADSTS50126', undefined] }],
    ['#/compare/banana/50126', { view: 'compare', codes: [undefined, 'AADSTS50126'] }],
    ['#/compare/1/2/3', { view: 'bad', asked: 'compare/1/2/3' }],
    ['#/guide/windows-hello', { view: 'guide', name: 'windows-hello', section: '' }],
    ['#/guide/windows-hello/tpm', { view: 'guide', name: 'windows-hello', section: 'tpm' }],
    ['#/guide/', { view: 'bad', asked: 'guide/' }],
    ['#/guide/../places', { view: 'bad', asked: 'guide/../places' }],
    ['#/guide/%2e%2e', { view: 'bad', asked: 'guide/..' }],
    ['#/guide/Windows Hello', { view: 'bad', asked: 'guide/Windows Hello' }],
    ['#/guide/a/b/c', { view: 'bad', asked: 'guide/a/b/c' }],
    ['#compare/50126', { view: 'bad', asked: 'compare/50126' }],
    ['#guide/windows-hello', { view: 'bad', asked: 'guide/windows-hello' }],
    ['#/banana', { view: 'bad', asked: 'banana' }],
    ['#banana', { view: 'bad', asked: 'banana' }],
    ['#50126', { view: 'bad', asked: '50126' }],
    ['#log', { view: 'bad', asked: 'log' }],
    ['#/log', { view: 'log' }],
    ['#/100%', { view: 'bad', asked: '100%' }],
    ['#/%ff', { view: 'bad', asked: '%ff' }],
    ['#/%E0%A4%A', { view: 'bad', asked: '%E0%A4%A' }],
    ['#/AADSTS50126/fix/more', { view: 'bad', asked: 'AADSTS50126/fix/more' }],
    ['#/constructor', { view: 'bad', asked: 'constructor' }],
    ['#/../options.html', { view: 'bad', asked: '../options.html' }],
    ['#/..%2f..%2foptions.html', { view: 'bad', asked: '../../options.html' }],
    ['#/%', { view: 'bad', asked: '%' }],
    ['#/AADSTS50126/../../x', { view: 'bad', asked: 'AADSTS50126/../../x' }],
    ['#/0xFFFFFFFF', entry('0xFFFFFFFF')],
    ['#/EVENT99999', entry('EVENT99999')],
    ['#?q=constructor', { view: 'catalog', list: list({ query: 'constructor' }) }],
    ['#&q=50126', { view: 'bad', asked: '&q=50126' }],
  ])('%j', (hash, address) => expect(readAddress(hash)).toEqual(address));

  it('shows no more of a bad one than fits a line', () => {
    expect(readAddress(`#/${'x'.repeat(100_000)}`)).toEqual({
      view: 'bad',
      asked: 'x'.repeat(60),
    });
  });

  it('of an entry is read back', () => {
    for (const section of ['', 'fix']) {
      expect(readAddress(entryAddress('0x801C03ED', section))).toEqual(
        entry('0x801C03ED', section),
      );
    }
  });

  it('of a list, of an entry in it and of two codes is read back', () => {
    const wanted = list({
      query: 'redirect & “uri” #1?',
      chosen: { family: ['aadsts'], who: ['admin', 'unknown'] },
      isByArea: true,
    });
    expect(readAddress(catalogAddress(wanted))).toEqual({ view: 'catalog', list: wanted });
    expect(readAddress(entryAddress('AADSTS50011', 'fix', wanted))).toEqual(
      entry('AADSTS50011', 'fix', wanted),
    );
    expect(compareAddress('AADSTS50126', 'EVENT360')).toBe('#/compare/AADSTS50126/EVENT360');
    expect(readAddress(compareAddress('AADSTS50126', 'EVENT360'))).toEqual({
      view: 'compare',
      codes: ['AADSTS50126', 'EVENT360'],
    });
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
