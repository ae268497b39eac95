import { describe, expect, it } from 'vitest';
import { createNearestWord } from '../../../lookup/nearest-word';

const VOCABULARY: [string, number][] = [
  ['password', 2000],
  ['conditional', 60],
  ['access', 60],
  ['pointer', 30],
  ['trail', 20],
  ['strip', 7],
  ['malfunctioned', 2],
  ['expires', 14],
  ['expired', 40],
  ['user', 80],
  ['tenant', 70],
  ['guest', 30],
  ['start', 30],
  ['lock', 30],
  ['grants', 50],
  ['granted', 20],
  ['grade', 30],
  ['resize', 30],
  ['multifactor', 60],
  ['organization', 60],
  ['temporary', 20],
  ['secret', 40],
  ['disabled', 50],
  ['subnet', 4],
];
// Made anew for each word: it remembers what it was asked.
const meantBy = (typed: string) => createNearestWord(VOCABULARY).to(typed);

describe('the word that was meant', () => {
  it.each([
    ['pasword', 'password'],
    ['passwrod', 'password'],
    ['conditonal', 'conditional'],
    ['acess', 'access'],
    ['expried', 'expired'],
    // The commoner of two.
    ['expire', 'expired'],
    // A letter that was left out, before one that was taken for another.
    ['grantd', 'granted'],
    ['gurst', 'guest'],
    ['multifaktor', 'multifactor'],
    ['organisation', 'organization'],
    ['tenent', 'tenant'],
    ['usre', 'user'],
    ['gest', 'guest'],
    ['malfunctoned', 'malfunctioned'],
    // Two errors in a word of few letters, which are the same.
    ['tempory', 'temporary'],
    // A letter too many, and one too few.
    ['diisbled', 'disabled'],
  ])('%s → %s', (typed, meant) => expect(meantBy(typed)).toBe(meant));

  it.each([
    'printer',
    'train',
    'excel',
    'stripe',
    'usr',
    'star',
    'lick',
    'graze',
    'reside',
    // Two errors, and other letters.
    'tenancy',
    // Two errors from a word that hardly any text holds.
    'subbent',
    'clock',
    'abc',
    'p4ssword',
    'x'.repeat(100_000),
  ])('%.20s is another word', (typed) => expect(meantBy(typed)).toBeUndefined());
});
