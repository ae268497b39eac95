import { describe, expect, it } from 'vitest';
import { createSynonyms, stemLists } from '../../../lookup/synonyms';
import { allWords } from '../../../lookup/text-words';

const synonyms = createSynonyms(
  stemLists([
    ['redirect uri', 'reply url'],
    ['not joined', 'unjoined'],
    ['multifactor authentication', 'mfa', 'second factor'],
    ['locked', 'gesperrt'],
  ]),
);
const meanings = (text: string) =>
  synonyms.meaningsIn(allWords(text)).map(({ meaning, from, to }) => [meaning, from, to]);

describe('what words and phrases mean', () => {
  it('is the same for all of a list, in any form of the words', () => {
    expect(meanings('Reply URLs')).toEqual([['~0', 0, 2]]);
    expect(meanings('the redirect URI')).toEqual([['~0', 1, 3]]);
    expect(meanings('locking')).toEqual(meanings('gesperrt'));
  });

  it('is found across words that fill a phrase, and not across others', () => {
    expect(meanings('device is not yet joined')).toEqual([]);
    expect(meanings('device was not being joined')).toEqual([]);
    expect(meanings('not been joined')).toEqual([['~1', 0, 3]]);
  });

  it('needs the whole phrase', () => {
    expect(meanings('second')).toEqual([]);
    expect(meanings('reply address')).toEqual([]);
  });
});
