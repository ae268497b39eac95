import { describe, expect, it } from 'vitest';
import { byArea, createCatalog } from '../../../lookup/catalog';
import {
  listSuffix,
  mayStandInAddress,
  readList,
  WHOLE_CATALOG,
} from '../../../lookup/catalog-list';
import {
  countFacets,
  FACET_NAMES,
  FACETS,
  narrow,
  toggled,
  type Chosen,
} from '../../../lookup/facets';
import type { IndexLine } from '../../../lookup/index-line';
import { searchOf } from '../../search-of';

const line = (code: string, more: Partial<IndexLine> = {}): IndexLine => ({
  code,
  title: 'Sign-in was refused',
  summary: '',
  name: '',
  keywords: '',
  depth: 'listed',
  area: 'token',
  ...more,
});

const LINES = [
  line('AADSTS50011', { title: 'Reply address does not match', area: 'app', severity: 'medium' }),
  line('AADSTS50126', { area: 'credentials', severity: 'medium', fixedBy: 'user', depth: 'full' }),
  line('AADSTS53003', { area: 'conditional-access', severity: 'high', fixedBy: 'admin' }),
  line('AADSTS70011', { title: 'Reply holds a scope that does not exist' }),
  line('0x801C03ED', { area: 'device', severity: 'high', fixedBy: 'admin', depth: 'full' }),
  line('EVENT360', { area: 'windows-hello' }),
];
const catalog = createCatalog(LINES, searchOf(LINES));
const codes = (lines: readonly IndexLine[]) => lines.map(({ code }) => code);

describe('the catalog narrowed', () => {
  it('lists what has one of the chosen values in each facet', () => {
    expect(codes(narrow(LINES, {}))).toEqual(codes(LINES));
    expect(codes(narrow(LINES, { severity: ['medium', 'high'], family: ['aadsts'] }))).toEqual([
      'AADSTS50011',
      'AADSTS50126',
      'AADSTS53003',
    ]);
    expect(codes(narrow(LINES, { who: ['unknown'], family: ['event'] }))).toEqual(['EVENT360']);
    expect(narrow(LINES, { area: ['mfa'] })).toEqual([]);
  });

  it.each(FACET_NAMES)('every value of %s says how many codes choosing it would list', (facet) => {
    const chosen = { severity: ['high', 'unknown'], family: ['aadsts', 'hresult'] };
    const counts = countFacets(LINES, chosen);
    for (const value of FACETS[facet])
      expect(counts[facet].get(value) ?? 0, value).toBe(
        narrow(LINES, { ...chosen, [facet]: [value] }).length,
      );
  });

  it('a choice is added in the order of its facet and taken out again', () => {
    const one = toggled({}, 'area', 'token');
    const two = toggled(one, 'area', 'app');
    expect(two).toEqual({ area: ['app', 'token'] });
    expect(toggled(toggled(two, 'area', 'app'), 'area', 'token')).toEqual({});
  });

  it('searches words among the chosen codes', () => {
    const found = (chosen: object) =>
      codes(catalog.answer('reply', chosen).rows.flatMap((row) => row.line ?? []));
    expect(found({}).sort()).toEqual(['AADSTS50011', 'AADSTS70011']);
    expect(found({ area: ['app'] })).toEqual(['AADSTS50011']);
    expect(found({ area: ['mfa'] })).toEqual([]);
  });

  it('says of each choice how many of the codes that words find it would list', () => {
    const listed = (chosen: Chosen) => catalog.answer('reply', chosen).rows.length;
    for (const chosen of [{}, { family: ['aadsts'] }, { area: ['mfa'] }])
      for (const facet of FACET_NAMES)
        for (const value of FACETS[facet])
          expect(
            catalog.countsOf({ ...WHOLE_CATALOG, query: 'reply', chosen })![facet].get(value) ?? 0,
            `${facet} ${value}`,
          ).toBe(listed({ ...chosen, [facet]: [value] }));
  });

  it('promises no more codes than a search lists', () => {
    const many = Array.from({ length: 50 }, (_, at) => line(`AADSTS${50200 + at}`));
    const one = createCatalog(many, searchOf(many));
    const list = { ...WHOLE_CATALOG, query: 'refused' };
    expect(one.countsOf(list)!.area.get('token')).toBe(one.answer('refused', {}).rows.length);
    expect(one.countsOf(WHOLE_CATALOG)!.area.get('token')).toBe(50);
  });

  it('promises nothing where a code is answered whatever is chosen', () => {
    expect(catalog.countsOf({ ...WHOLE_CATALOG, query: '50126' })).toBeUndefined();
  });

  it('a code is answered with what is known of it, whatever is chosen', () => {
    const [row] = catalog.answer('50126', { area: ['mfa'] }).rows;
    expect(row!.line).toBe(LINES[1]);
    const pasted = catalog.answer('AADSTS50126: wrong. AADSTS53003: blocked.', { area: ['mfa'] });
    expect(pasted.rows.map(({ line: known }) => known?.code)).toEqual([
      'AADSTS50126',
      'AADSTS53003',
    ]);
  });

  it('gives the codes of a list in the order in which it is shown', () => {
    const list = { ...WHOLE_CATALOG, chosen: { family: ['aadsts'] } };
    expect(catalog.codesOf(list)).toEqual(codes(LINES.slice(0, 4)));
    expect(catalog.codesOf({ ...list, isByArea: true })).toEqual(
      byArea(LINES.slice(0, 4)).flatMap((group) => codes(group.lines)),
    );
    expect(catalog.codesOf({ ...list, query: 'reply address' })[0]).toBe('AADSTS50011');
  });

  it('under areas holds every code once', () => {
    const groups = byArea(LINES);
    expect(groups.flatMap(({ lines }) => codes(lines)).sort()).toEqual(codes(LINES).sort());
    expect(groups.every(({ area, lines }) => lines.every((one) => one.area === area))).toBe(true);
  });
});

describe('a list in an address', () => {
  it.each([
    '',
    '?q=redirect+uri',
    '?family=aadsts&family=event&area=mfa&severity=unknown&who=admin&depth=full&by=area',
  ])('%s is read and written', (text) =>
    expect(listSuffix(readList(text.replace('?', '')))).toBe(text),
  );

  it('leaves out what is no value, and a value that is given twice', () => {
    expect(readList('area=cooking&area=mfa&area=mfa&constructor=1&severity=')).toEqual({
      ...WHOLE_CATALOG,
      chosen: { area: ['mfa'] },
    });
  });

  it('holds no pasted error and no name of a person', () => {
    expect(mayStandInAddress('wrong password')).toBe(true);
    expect(mayStandInAddress('user@contoso.com is locked')).toBe(false);
    expect(mayStandInAddress('one\ntwo')).toBe(false);
    expect(mayStandInAddress('x'.repeat(200))).toBe(false);
  });

  it.each([
    'client_secret=abc8Q~example',
    'Password: Example2026!',
    'UserPrincipalName : kim',
    '"password":"Example2026!"',
    'CN=Kim Akers,OU=Sales',
    'abc8Q~abcdefghijklmnopqrstuvwxyz0123456',
    'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJ4In0.',
    '00000003-0000-0ff1-ce00-000000000000',
  ])('holds no value, secret or id: %s', (query) => expect(mayStandInAddress(query)).toBe(false));

  it.each(['BlockedByConditionalAccessOnSecurityPolicy', '0x801C03ED TPM 2.0', 'access 53003 to'])(
    'holds names and codes: %s',
    (query) => expect(mayStandInAddress(query)).toBe(true),
  );
});
