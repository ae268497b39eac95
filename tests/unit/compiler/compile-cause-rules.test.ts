import { describe, expect, it } from 'vitest';
import { compileCauseRules } from '../../../compiler/compile-cause-rules';
import type { Entry } from '../../../lookup/entry';

const FILE = 'knowledge/rules/causes/sign-in.yml';
const ENTRY = {
  code: 'AADSTS53003',
  locale: 'en',
  sources: [
    { id: 'page', url: 'https://learn.microsoft.com/a', kind: 'vendor', says: 'One.' },
    { id: 'other', url: 'https://learn.microsoft.com/b', kind: 'vendor', says: 'Two.' },
  ],
  causes: [
    { id: 'legacy', name: ['Legacy'], tell: ['the client is old.', { e: [0] }] },
    { id: 'place', name: ['Place'], tell: ['the address is unknown.', { e: [1] }] },
  ],
  diagnosis: {
    ask: ['Which client?'],
    answers: [
      {
        when: ['Old'],
        next: {
          ask: ['Which ', { b: 'protocol' }, '?'],
          answers: [
            { when: ['IMAP'], next: { end: ['Stop it.'] } },
            { when: ['Other'], next: { end: ['Look on.'] } },
          ],
        },
      },
      { when: ['New'], next: { end: ['Look on.'] } },
    ],
  },
} as unknown as Entry;
const ENTRIES = new Map([[ENTRY.code, ENTRY]]);
const GOOD = `conditions:
  old:
    signIn.clientApp: { matches: '^IMAP' }
entries:
  AADSTS53003:
    causes:
      legacy: { fits: { use: old }, ruledOut: { signIn.clientApp: Browser }, from: [page] }
    answers:
      Which client?:
        Old: { fits: { use: old }, from: [other] }
      Which protocol?:
        IMAP: { on: request, fits: { use: old }, from: [] }
`;
const compile = (source: string, known: string[] = []) =>
  compileCauseRules(FILE, source, ENTRIES, new Set(known));

describe('rules of causes', () => {
  it('compile to conditions by cause, and to answers by the way to their question', () => {
    const old = { fact: 'signIn.clientApp', matches: '^IMAP' };
    expect(compile(GOOD)).toEqual({
      problems: [],
      causes: {
        AADSTS53003: {
          causes: [
            {
              cause: 'legacy',
              on: 'signIn',
              fits: old,
              ruledOut: { fact: 'signIn.clientApp', is: ['Browser'] },
              from: [0],
            },
          ],
          answers: [
            { path: '', answer: 0, on: 'signIn', when: old },
            { path: '0', answer: 0, on: 'request', when: old },
          ],
        },
      },
    });
  });

  it.each<[string, string, string, RegExp]>([
    ['a code without an entry', 'AADSTS53003:', 'AADSTS53004:', /AADSTS53004 has no entry/],
    ['a cause that is not there', 'legacy:', 'legacie:', /no cause; did you mean "legacy"/],
    ['a source that the cause does not rest on', '[page]', '[other]', /does not rest on "other"/],
    ['a source that is not there', '[page]', '[book]', /does not rest on "book"/],
    ['no word on its sources', ', from: [page]', '', /from/],
    ['a condition that is not there', 'fits: { use: old }', 'fits: { use: new }', /new is no cond/],
    [
      'a question that is not there',
      'Which client?:',
      'Which app?:',
      /"Which app\?" is no question/,
    ],
    ['an answer on a source that is not there', '[other]', '[book]', /"book" is no source/],
    ['an answer that says nothing of its sources', ', from: []', '', /from/],
    ['an answer that is not there', 'Old:', 'Older:', /"Older" is no answer.*Old, New/],
    [
      'a fact outside of the vocabulary',
      'signIn.clientApp: Browser',
      'signIn.client: Browser',
      /no fact/,
    ],
    [
      'nothing to ask',
      'fits: { use: old }, ruledOut: { signIn.clientApp: Browser }, ',
      '',
      /neither/,
    ],
  ])('with %s are refused, by line', (_, from, to, message) => {
    const { causes, problems } = compile(GOOD.replace(from, to));
    expect(causes).toEqual({});
    expect(problems.map((one) => one.message).join('\n')).toMatch(message);
    for (const { line } of problems) expect(line).toBeGreaterThan(0);
  });

  it('of one code stand in one file', () => {
    expect(compile(GOOD, ['AADSTS53003']).problems[0]!.message).toMatch(/another file/);
  });

  it('that use each other in a circle are refused', () => {
    const circle = GOOD.replace("{ matches: '^IMAP' }", 'Browser\n    use: old');
    expect(compile(circle).problems[0]!.message).toMatch(/old is no condition/);
  });
});
