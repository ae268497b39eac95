import { describe, expect, it, vi } from 'vitest';
import { answerText, withNearest } from '../../../lookup/answer';
import { itemAddress, itemsOf } from '../../../lookup/answer-item';
import type { IndexLine } from '../../../lookup/index-line';
import { searchOf } from '../../search-of';

const line = (code: string, title: string, summary = ''): IndexLine => ({
  code,
  title,
  summary,
  name: '',
  keywords: '',
  severity: 'medium',
  fixedBy: 'admin',
  depth: 'full',
  area: 'credentials',
});

const search = searchOf([
  line('AADSTS50020', 'Account does not exist in this tenant', 'A guest was never invited.'),
  line('AADSTS50126', 'Wrong user name or password'),
  line('AADSTS501261', 'Password of another directory'),
  line('AADSTS53003', 'Blocked by Conditional Access'),
  line('0x801C03ED', 'Device join refused'),
  line('EVENT360', 'Windows Hello cannot be set up yet'),
]);
const answer = (text: string) => answerText(text, search);
const codes = (text: string) => answer(text).rows.map(({ code }) => code);

describe('one code', () => {
  it.each([
    ['AADSTS50126', 'AADSTS50126'],
    ['aadsts: 50126', 'AADSTS50126'],
    [' 50126 ', 'AADSTS50126'],
    ['801c03ed', '0x801C03ED'],
    ['2149319661', '0x801C03ED'],
    ['-2145647635', '0x801C03ED'],
    ['Event ID 360', 'EVENT360'],
  ])('%j is %s, first', (text, code) => {
    expect(answer(text)).toMatchObject({ kind: 'code' });
    expect(codes(text)[0]).toBe(code);
  });

  it('is followed by known ones that begin with its digits', () => {
    expect(codes('50126')).toEqual(['AADSTS50126', 'AADSTS501261']);
  });

  it.each([
    ['AADSTS50127', 'AADSTS50127'],
    ['99999', 'AADSTS99999'],
    ['5012612', 'AADSTS5012612'],
    ['0x801C9999', '0x801C9999'],
    ['event 99', 'EVENT99'],
  ])('that is unknown, %j, stands alone and without a line', (text, code) => {
    expect(answer(text).rows).toEqual([{ code, line: undefined }]);
  });

  it('that is unknown is not taken for a longer one that begins with its digits', () => {
    const longer = searchOf([line('AADSTS500121', 'Second factor refused')]);
    expect(answerText('50012', longer).rows).toEqual([{ code: 'AADSTS50012', line: undefined }]);
  });

  it('of an event that several logs have is each of these events', () => {
    const events = searchOf([
      line('EVENT1026-AAD', 'No token'),
      line('EVENT1026-TPM', 'Key lost'),
      line('EVENT10261', 'Another event'),
    ]);
    expect(answerText('Event ID 1026', events).rows.map(({ code }) => code)).toEqual([
      'EVENT1026-AAD',
      'EVENT1026-TPM',
    ]);
  });

  it('that is not whole finds those that begin so', () => {
    expect(codes('AADSTS501')).toEqual(['AADSTS50126', 'AADSTS501261']);
    expect(codes('0x801C03')).toEqual(['0x801C03ED']);
  });
});

describe('a text with codes', () => {
  const MESSAGE =
    'AADSTS53003: Access has been blocked by Conditional Access policies.\nCorrelation ID: 22222222-aaaa-4bbb-8ccc-000000000002\n{"error_codes":[53003,50127]}';

  it('gives these codes in its order, known or not, and its ids', () => {
    expect(answer(MESSAGE)).toMatchObject({
      kind: 'text',
      total: 2,
      isCut: false,
      ids: { correlationId: '22222222-aaaa-4bbb-8ccc-000000000002' },
    });
    expect(codes(MESSAGE)).toEqual(['AADSTS53003', 'AADSTS50127']);
  });

  it('is not sorted: an unknown one may stand first', () => {
    expect(codes('AADSTS50127 first, then AADSTS53003')).toEqual(['AADSTS50127', 'AADSTS53003']);
  });

  it('gives a bare number in hex where it is the number of a known error', () => {
    expect(codes('join failed with 801c03ed and c0ffee42')).toEqual(['0x801C03ED']);
  });

  it('may be short, and gives no neighbor of its code', () => {
    expect(codes('AADSTS50126: wrong password')).toEqual(['AADSTS50126']);
  });

  it('of any size gives a list that can be drawn, the known codes first', () => {
    const rows = Array.from({ length: 150_000 }, (_, at) => `row ${at}\tAADSTS${10_000 + at}`);
    const { rows: shown, total, isCut } = answer(rows.join('\n'));
    expect(total).toBeGreaterThan(50_000);
    expect(isCut).toBe(true);
    expect(shown).toHaveLength(200);
    expect(shown.slice(0, 3).map(({ code }) => code)).toEqual([
      'AADSTS50020',
      'AADSTS50126',
      'AADSTS53003',
    ]);
  });
});

describe('a text without a code', () => {
  it('is looked up as words, however long it is', () => {
    expect(codes('password wrong')[0]).toBe('AADSTS50126');
    const message =
      'the account\ndoes not exist in this\ntenant and the guest was never invited to it';
    expect(answer(message).kind).toBe('words');
    expect(codes(message)[0]).toBe('AADSTS50020');
  });

  it('is looked up in the catalog by digits that somebody typed carelessly', () => {
    const listed = searchOf([{ ...line('AADSTS90014', 'A field is missing'), depth: 'listed' }]);
    const found = (text: string) => answerText(text, listed).rows.map(({ code }) => code);
    expect(found('AADTSS90014 in teams')).toEqual(['AADSTS90014']);
    // Bare digits say too little for a code of which hardly anything is known.
    expect(found('90014 in teams')).toEqual([]);
    expect(found('AADTSS90015 in teams')).toEqual([]);
  });

  it('is not searched to its end', () => {
    const find = vi.spyOn(search, 'find');
    answer('lorem ipsum dolor '.repeat(3000));
    expect(find.mock.calls[0]![0].length).toBeLessThan(1000);
  });

  it('keeps its ids', () => {
    expect(answer('Correlation ID: 22222222-aaaa-4bbb-8ccc-000000000002').ids).toEqual({
      correlationId: '22222222-aaaa-4bbb-8ccc-000000000002',
    });
  });

  it.each(['', '   ', '\n'])('%j is no question', (text) => {
    expect(answer(text)).toMatchObject({ kind: 'empty', rows: [] });
  });

  it.each(['constructor', '__proto__', '%', '\ud800', '('.repeat(5000)])(
    '%j finds nothing and breaks nothing',
    (text) => expect(codes(text)).toEqual([]),
  );
});

describe('without the catalog', () => {
  it('codes are still recognized', () => {
    expect(answerText('50126', undefined).rows).toEqual([{ code: 'AADSTS50126', line: undefined }]);
    expect(answerText('see AADSTS53003 and AADSTS50126', undefined).total).toBe(2);
    expect(answerText('wrong password', undefined)).toMatchObject({ kind: 'words', rows: [] });
  });
});

describe('guides among the answers', () => {
  const hello = { name: 'hello', title: 'Windows Hello does not start', summary: '', keywords: '' };
  const withGuide = searchOf(
    [
      line('EVENT360', 'Windows Hello cannot be set up yet'),
      line('EVENT358', 'Windows Hello will be set up'),
    ],
    [hello],
  );
  const addresses = (text: string) => itemsOf(answerText(text, withGuide)).map(itemAddress);

  it('stand behind the best code, so that Enter opens what it always did', () => {
    expect(addresses('windows hello')).toEqual(['#/EVENT358', '#/guide/hello', '#/EVENT360']);
    expect(answerText('windows hello', withGuide).total).toBe(2);
  });

  it('lead where the query is their title', () => {
    expect(addresses('hello does not start')[0]).toBe('#/guide/hello');
  });

  it('that lead stand before the best code, the other guides behind it', () => {
    const others = { ...hello, name: 'pin' };
    const { rows } = answerText('windows hello', withGuide);
    const items = itemsOf({ rows, guides: [hello, others], isGuideFirst: true });
    expect(items.map(itemAddress)).toEqual([
      '#/guide/hello',
      '#/EVENT358',
      '#/guide/pin',
      '#/EVENT360',
    ]);
  });

  it('stay away from codes and from texts with codes', () => {
    expect(addresses('EVENT360')).toEqual(['#/EVENT360']);
    expect(addresses('Windows Hello: event ID 360')).not.toContain('#/guide/hello');
  });
});

describe('words that say little of what an answer is about', () => {
  // A search remembers what it was asked last.
  const asked = () =>
    searchOf([line('AADSTS50126', 'Wrong password of the account')], [], {
      ours: ['entra'],
      federation: [],
      signIn: ['password'],
      elsewhere: ['netflix'],
      products: [],
      besides: [],
    });

  it('are answered with a guess, which says that it is one', () => {
    const guess = answerText('netflix account password wrong', asked());
    expect(guess).toMatchObject({ isGuess: true, rows: [{ code: 'AADSTS50126' }] });
    expect(answerText('wrong password', asked()).isGuess).toBe(false);
  });

  it('beside the digits of a known code are no guess', () => {
    expect(answerText('netflix account password wrong 50126', asked()).isGuess).toBe(false);
  });

  it('find nothing where they say hardly anything of it', () =>
    expect(answerText('netflix wrong', asked())).toMatchObject({ isGuess: false, rows: [] }));

  it('have codes that are near to them, which stand in place of nothing as the guess that they are', () => {
    const nothing = answerText('netflix wrong', asked());
    expect(nothing.nearest.map(({ code }) => code)).toEqual(['AADSTS50126']);
    expect(withNearest(nothing)).toMatchObject({
      isGuess: true,
      rows: [{ code: 'AADSTS50126', line: { code: 'AADSTS50126' } }],
      nearest: [],
      total: 1,
    });
  });

  it.each(['netflix', 'netflix wrong 0x80070643', 'AADSTS999999', '99999999', 'wrong password'])(
    '%j has none near to it: no word is known, it names another code, or it is answered',
    (text) => {
      const answer = answerText(text, asked());
      expect(answer.nearest).toEqual([]);
      expect(withNearest(answer)).toEqual(answer);
    },
  );
});

it.each(['AADSTS500 11: The reply URL does not match', 'See AADSTS[50011](https://contoso.com)'])(
  'answers %j with the code that was broken in it',
  (text) => {
    expect(answerText(text, undefined).rows.map(({ code }) => code)).toEqual(['AADSTS50011']);
  },
);
