import { describe, expect, it } from 'vitest';
import { partsOfCompound } from '../../../lookup/compound';

const KNOWN = new Set([
  'konto',
  'zugriff',
  'richtlinie',
  'client',
  'secret',
  'sec',
  'ret',
  'sign',
  'in',
]);
const parts = (word: string) => partsOfCompound(word, (one) => KNOWN.has(one));

describe('a compound', () => {
  it.each([
    ['zugriffsrichtlinie', ['zugriff', 'richtlinie']],
    ['kontorichtlinie', ['konto', 'richtlinie']],
    ['clientsecret', ['client', 'secret']],
  ])('%s is the two words that make it', (word, both) => expect(parts(word)).toEqual(both));

  it('is parted where its parts are most alike in length', () => {
    const known = new Set(['abc', 'defghi', 'abcdef', 'ghi', 'abcd', 'efghi']);
    expect(partsOfCompound('abcdefghi', (one) => known.has(one))).toEqual(['abcd', 'efghi']);
  });

  it.each([
    ['has an unknown part', 'clientnetflix'],
    ['is as short as a word', 'secret'],
    ['has a part that is too short to say anything', 'signclientin'],
    ['is too long for a word', `${'konto'.repeat(9)}`],
  ])('is none where it %s', (_, word) => expect(parts(word)).toBeUndefined());
});
