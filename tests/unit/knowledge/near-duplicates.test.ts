import { describe, expect, it } from 'vitest';
import { LIMITS, measureDuplicates, normalize } from '../../../compiler/checks/measure-duplicates';
import { checkDuplicates } from '../../../compiler/checks/near-duplicates';
import { makeEntry } from './make-entry';

const OWN = [
  'The clock of the device runs ahead of the service by minutes.',
  'A proxy between browser and service cuts the long answer off.',
  'Somebody removed the certificate from the store of the computer.',
  'The policy of the tenant asks for a network that nobody uses.',
];
const COMMON = [
  'The token of the app holds no claim with the name of the user.',
  'Open the registration of the app and add the claim to the token.',
  'Compare the claims of two users, one of whom can use the app.',
];

const fix = (...sentences: string[]) => ({ fix: sentences.map((one) => ({ text: [one] })) });

describe('normalize', () => {
  it.each([
    ['AADSTS50126 follows 0x801C03ED after 30 days.', '# follows # after # days'],
    ['Open **https://learn.microsoft.com/x** twice!', 'open @ twice'],
    ['EVENT1098-AAD says so', '# says so'],
  ])('%s', (text, key) => expect(normalize(text)).toBe(key));
});

describe('measureDuplicates', () => {
  it('counts sentences that are the same but for numbers and a word', () => {
    const [one, two] = [
      makeEntry('AADSTS50001', fix('The app asked 3 times for a token of the other resource.')),
      makeEntry('AADSTS50002', fix('The app asked 12 times for a token of the other resource.')),
    ];
    const { worst } = measureDuplicates([one.entry, two.entry]);
    expect(worst.map(({ share }) => share)).toEqual([1, 1]);
  });

  it('leaves short sentences and other sentences alone', () => {
    const entries = [
      makeEntry('AADSTS50001', fix('Sign in again.', OWN[0]!)).entry,
      makeEntry('AADSTS50002', fix('Sign in again.', OWN[1]!)).entry,
    ];
    expect(measureDuplicates(entries).worst.map(({ share }) => share)).toEqual([0, 0]);
  });
});

describe('checkDuplicates', () => {
  const parent = makeEntry('AADSTS50001', fix(...COMMON, OWN[0]!, OWN[1]!));
  const child = makeEntry('AADSTS500011', fix(...COMMON, OWN[2]!, OWN[3]!));

  it('fails two entries that share more than half of their sentences', () => {
    const messages = checkDuplicates([parent, child]).map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/^shares 60 % of its sentences with AADSTS500011/);
  });

  it('passes them when one says how it differs', () => {
    const related = [{ code: 'AADSTS50001', differs: 'is about one kind of app' }];
    const declared = makeEntry('AADSTS500011', { ...child.entry, related });
    expect(checkDuplicates([parent, declared])).toEqual([]);
  });

  it('passes twins, which share on purpose', () => {
    expect(checkDuplicates([parent, child], [{ codes: ['AADSTS500011', 'AADSTS50001'] }])).toEqual(
      [],
    );
  });

  it('passes what User sections have in common', () => {
    const text = COMMON.map((one) => [one]);
    const entries = ['AADSTS50001', 'AADSTS500011'].map((code) =>
      makeEntry(code, { user: { text, steps: [] } }),
    );
    expect(checkDuplicates(entries)).toEqual([]);
  });

  it('fails them when they are related without a word on the difference', () => {
    const related = [{ code: 'AADSTS50001' }];
    const named = makeEntry('AADSTS500011', { ...child.entry, related });
    expect(checkDuplicates([parent, named])).toHaveLength(2);
  });

  const inMany = (count: number, depth: 'brief' | 'listed') =>
    Array.from({ length: count }, (_, at) =>
      makeEntry(`AADSTS6000${at}`, { depth, summary: COMMON[0]! }),
    );

  it('fails a sentence that stands in too many entries', () => {
    const most = LIMITS.entriesOfOneSentence;
    const repeated = (count: number) =>
      checkDuplicates(inMany(count, 'brief')).filter(({ message }) => /stands in/.test(message));
    expect(repeated(most)).toEqual([]);
    expect(repeated(most + 1)).toHaveLength(1);
  });

  it('only warns of it in listed entries', () => {
    const found = checkDuplicates(inMany(LIMITS.entriesOfOneSentence + 1, 'listed'));
    expect(found.map(({ level }) => level)).toEqual(['warning']);
  });
});
