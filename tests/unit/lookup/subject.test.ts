import { describe, expect, it } from 'vitest';
import { createSubject, MATTERS } from '../../../lookup/subject';
import { stemLists } from '../../../lookup/synonyms';
import { allWords } from '../../../lookup/text-words';
import { searchOf } from '../../search-of';

const PHRASES = {
  ours: ['entra'],
  federation: ['saml'],
  signIn: ['mfa', 'sign in', 'password'],
  elsewhere: ['netflix', 'credit card'],
  products: ['jira'],
  besides: ['printer'],
};
const subject = createSubject(stemLists(MATTERS.map((matter) => PHRASES[matter])));
const foreign = (query: string) => {
  const words = allWords(query);
  const { words: found, isFar } = subject.foreignIn(words);
  return { words: words.filter((_, at) => found.has(at)), isFar };
};

describe('what a query is about', () => {
  it.each([
    ['printer offline', ['printer']],
    ['netflix asks for mfa', ['netflix']],
    ['credit cards declined', ['credit', 'cards']],
    ['netflix with saml', ['netflix']],
    ['jira asks for a password', ['jira']],
  ])('%s: %j is another matter', (query, words) => expect(foreign(query).words).toEqual(words));

  it.each([
    'printer cannot sign in',
    'netflix app in entra',
    'jira with saml',
    'credit of a card',
    'wrong password',
  ])('%s: what leads to the catalog outweighs the rest', (query) =>
    expect(foreign(query).words).toEqual([]),
  );

  it('is far where the other matter has nothing to do with signing in by Microsoft', () => {
    expect(foreign('netflix password').isFar).toBe(true);
    expect(foreign('printer offline').isFar).toBe(false);
  });
});

describe('a query that names another matter', () => {
  const line = (code: string, title: string, keywords = '') => ({
    code,
    title,
    keywords,
    name: '',
    summary: '',
    depth: 'brief' as const,
    area: 'service' as const,
  });
  const search = searchOf(
    [
      line('AADSTS50126', 'Wrong password of the account'),
      line('AADSTS53003', 'Account blocked by a policy'),
      line('AADSTS50105', 'Group has no role in the app'),
      line('AADSTS530035', 'Printer uses old protocols', 'printer blocked'),
    ],
    [],
    PHRASES,
  );
  const found = (query: string) => search.find(query).map(({ code }) => code);

  it('is answered by what names it, too', () => {
    expect(found('printer blocked')).toEqual(['AADSTS530035']);
    expect(found('netflix account password wrong')).toEqual([]);
    expect(found('account password wrong')[0]).toBe('AADSTS50126');
  });

  it('is answered where it is but the place in which something happened that an answer says', () => {
    expect(found('printer group has no role in app')).toEqual(['AADSTS50105']);
    expect(found('printer group lost')).toEqual([]);
    expect(found('netflix group has no role in app')).toEqual([]);
  });

  it('is answered beside a product that people sign in to, where an answer says what happened there', () => {
    expect(found('jira account password wrong')[0]).toBe('AADSTS50126');
    expect(found('jira ticket password')).toEqual([]);
  });

  it('holds no typing error where a name stands', () => {
    expect(subject.names('printer')).toBe(true);
    expect(subject.names('pointer')).toBe(false);
  });
});
