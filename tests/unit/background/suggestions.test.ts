import { describe, expect, it } from 'vitest';
import { addressFor, asXml, suggestionsFor } from '../../../background/suggestions';
import type { IndexLine } from '../../../lookup/index-line';
import type { Search } from '../../../lookup/search';

const line = (code: string, title: string): IndexLine => ({
  code,
  title,
  summary: '',
  name: '',
  keywords: '',
  depth: 'full',
  area: 'mfa',
});
const LINES = [
  line('AADSTS50126', 'Wrong user name or password'),
  line('AADSTS50053', 'Account is locked <or> address blocked & more'),
  line('0x801C03ED', 'Device registration refused'),
];
/** A search that knows three codes, and one of them by words. */
const search: Search = {
  get: (code) => LINES.find((one) => one.code === code),
  find: (words) => (words === 'wrong pasword' ? LINES.slice(0, 1) : []),
  nearest: () => [],
  findGuides: () => [],
  leadsToGuide: () => false,
  isGuess: () => false,
  preparations: () => [],
};

describe('the address bar', () => {
  it.each([
    ['50126', 'AADSTS50126', 'AADSTS50126: Wrong user name or password'],
    ['wrong pasword', 'AADSTS50126', 'AADSTS50126: Wrong user name or password'],
    ['801c03ed', '0x801C03ED', '0x801C03ED: Device registration refused'],
    ['AADSTS999999', 'AADSTS999999', 'AADSTS999999: Not known'],
  ])('%s suggests %s first', (typed, content, description) => {
    expect(suggestionsFor(typed, search, 'Not known')[0]).toEqual({ content, description });
  });

  it('suggests codes without the catalog, and nothing for nothing', () => {
    expect(suggestionsFor('50126', undefined, '?').map(({ content }) => content)).toEqual([
      'AADSTS50126',
    ]);
    expect(suggestionsFor('  ', search, '?')).toEqual([]);
    expect(suggestionsFor('zzzzqqqq', search, '?')).toEqual([]);
  });

  it.each([
    ['AADSTS50126', '#/AADSTS50126'],
    ['50126', '#/AADSTS50126'],
    ['-2145647635', '#/0x801C03ED'],
    ['guide/windows-hello', '#/guide/windows-hello'],
    ['guide/../options', '#?q=guide%2F..%2Foptions'],
    ['wrong password', '#?q=wrong%20password'],
    ['50126 and 50053 AADSTS50053 AADSTS50126', '#?q=AADSTS50053%20AADSTS50126'],
    ['', '#'],
  ])('Enter on %j opens %s', (typed, address) => {
    expect(addressFor(typed, search)).toBe(address);
  });

  it('what Chrome reads as XML is a text, whatever stands in it', () => {
    expect(asXml(`a <b> & "c" 'd' \u0000\u0007 \ud800 e`)).toBe(
      'a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;  \ufffd e',
    );
  });
});
