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
const leads = (query: string) => subject.leadsOf(allWords(query));

describe('what a query is about', () => {
  it.each([
    ['printer offline', 1],
    ['netflix asks for mfa', 1],
    ['credit cards declined', 2],
    ['netflix with saml', 1],
    ['jira asks for a password', 1],
    ['my jira printer', 2],
  ])('%s: words about another matter: %i', (query, many) =>
    expect(leads(query).foreign).toBe(many),
  );

  it.each([
    'printer cannot sign in',
    'netflix app in entra',
    'jira with saml',
    'credit of a card',
    'wrong password',
  ])('%s: what leads to the catalog outweighs the rest', (query) =>
    expect(leads(query).foreign).toBe(0),
  );

  it('is the farther, the less the other matter has to do with signing in by Microsoft', () => {
    expect(leads('netflix password').away).toBeGreaterThan(leads('jira password').away);
    expect(leads('jira password').away).toBeGreaterThan(leads('printer offline').away);
    expect(leads('mfa').away).toBe(0);
  });

  it('leads the more to the catalog, the more words of ours it holds', () => {
    expect(leads('entra password')).toMatchObject({ here: 3, timesHere: 2 });
    expect(leads('password')).toMatchObject({ here: 1, timesHere: 1 });
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
    expect(found('printer blocked')[0]).toBe('AADSTS530035');
    expect(found('netflix password')).toEqual([]);
    expect(found('account password wrong')[0]).toBe('AADSTS50126');
  });

  it('is answered where it is but the place in which something happened that an answer says', () => {
    expect(found('printer group has no role in app')[0]).toBe('AADSTS50105');
    expect(found('printer group lost')).toEqual([]);
    expect(search.isGuess('netflix group has no role in app')).toBe(true);
    expect(found('netflix group lost')).toEqual([]);
  });

  it('is answered beside a product that people sign in to, where an answer says what happened there', () => {
    expect(found('jira account password wrong')[0]).toBe('AADSTS50126');
    expect(found('jira ticket password')).toEqual([]);
  });

  it('is but guessed at where an answer says much of it and not the name', () => {
    expect(search.isGuess('netflix account password wrong')).toBe(true);
    expect(search.isGuess('account password wrong')).toBe(false);
    expect(search.isGuess('netflix password')).toBe(false);
    expect(search.isGuess('AADSTS50126')).toBe(false);
  });

  it('holds no typing error where a name stands', () => {
    expect(subject.names('printer')).toBe(true);
    expect(subject.names('pointer')).toBe(false);
  });
});
