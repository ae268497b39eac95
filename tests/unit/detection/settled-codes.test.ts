import { describe, expect, it } from 'vitest';
import { withoutSettledCodes } from '../../../detection/settled-codes';
import { readFacts } from '../../../facts/read-facts';
import { answerText } from '../../../lookup/answer';

const codesOf = (text: string) => answerText(text, undefined).rows.map(({ code }) => code);

const NEW = 'Today: AADSTS50079: User needs to enroll for second factor authentication.';

describe('codes that a text says are over', () => {
  it.each([
    'the AADSTS50053 of ola.berg@contoso.com is solved, please ignore it.',
    'Last week AADSTS50053 (fixed), thanks.',
    'AADSTS50053 wurde gestern behoben.',
    "L'erreur AADSTS50053 est résolue.",
    'El AADSTS50053 ya está resuelto.',
    'Il codice AADSTS50053 è stato risolto.',
    '- AADSTS50053: erledigt',
    'The other one (0x801c03f2) is gone since the last sync.',
  ])('are not listed beside another one: %s', (said) => {
    const pasted = `${said}\n${NEW}`;
    expect(codesOf(pasted)).toEqual(['AADSTS50079']);
    expect(readFacts(pasted).records.flatMap(({ codes }) => codes)).toEqual(['AADSTS50079']);
  });

  it.each([
    'AADSTS50053 is not solved.',
    'Is AADSTS50053 fixed?',
    'How was AADSTS50053 resolved.',
    'When AADSTS50053 is fixed, tell me.',
    'AADSTS50053 est-ce résolu.',
    'AADSTS50053 ist noch nicht behoben.',
    'AADSTS50053 is here, and the printer is fixed.',
    'AADSTS50053, but AADSTS50126 is gone again.',
  ])('stay where it does not say so: %s', (said) =>
    expect(codesOf(`${said}\n${NEW}`)).toContain('AADSTS50053'),
  );

  it('stay where no other one stands in the text', () =>
    expect(codesOf('AADSTS50053 is solved, for the record.')).toEqual(['AADSTS50053']));
});

describe('a number that somebody took back', () => {
  it.each([
    "Sign-in error code: 50140? No, sorry, it's 50131.",
    'Sign-in error code: 50140 (typo: 50131)',
    'AADSTS50140, sorry, richtig ist AADSTS50131',
    'The error is not AADSTS50140 but AADSTS50131.',
    'AADSTS50140 - wrong line, it is AADSTS50131',
  ])('is not read: %s', (text) => expect(codesOf(text)).toEqual(['AADSTS50131']));

  it.each([
    ['AADSTS50140 but later AADSTS50131', ['AADSTS50140', 'AADSTS50131']],
    ['AADSTS50140: wrong password. The other is AADSTS50131', ['AADSTS50140', 'AADSTS50131']],
    ['Sign-in error code: 50140. No idea. Ticket is 50131', ['AADSTS50140']],
    [
      'AADSTS50126: Error validating credentials due to invalid username. Call 50131',
      ['AADSTS50126'],
    ],
  ])('and one that nobody did stays: %s', (text, codes) => expect(codesOf(text)).toEqual(codes));

  it('a long text is read in time', () => {
    for (const piece of ['AADSTS50053 is ', '50053 no ', 'AADSTS50053 solved ', 'not 50053 but ']) {
      const long = piece.repeat(1_000_000 / piece.length);
      const start = performance.now();
      withoutSettledCodes(`${long}\n${NEW}`);
      expect(performance.now() - start, piece).toBeLessThan(1000);
    }
  });
});
