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
    'AADSTS50053 for the new colleague has been fixed yesterday.',
    'Der Fehler AADSTS50053 bei der Kollegin ist inzwischen erledigt.',
    'AADSTS50053 is solved with a reset, but now there is another one:',
    'Last week: 50053 → solved, thanks',
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
    'AADSTS50053 was solved last week but came back.',
    'AADSTS50053 was fixed last week. Today it is back.',
    'AADSTS50053 was fixed last week, same today.',
    'AADSTS50053 war gelöst, kommt aber wieder.',
    'AADSTS50053 était résolu, mais il revient.',
    'AADSTS50053 fue resuelto pero volvió.',
    'AADSTS50053 is unsolved.',
    'AADSTS50053 (unresolved), since Monday',
    'AADSTS50053 ist ungelöst.',
    "L'erreur AADSTS50053 est non résolue.",
    'AADSTS50053 está sin ser resuelto.',
    'AADSTS50053 is fixed for one user.',
    'AADSTS50053 was fixed on staging.',
    'AADSTS50053 is almost gone.',
    'AADSTS50053 was supposedly fixed.',
    'AADSTS50053 wurde angeblich behoben.',
    'Support says AADSTS50053 is fixed.',
    'AADSTS50053 can be resolved by the user.',
    'AADSTS50053: the device is gone.',
    'AADSTS50053: the registration of the app is gone.',
    'AADSTS50053 since the certificate was fixed',
    'Fehler AADSTS50053, die App ist weg.',
    'AADSTS50053: DNS name was resolved',
    'DNS: host resolved, AADSTS50053',
    'AADSTS50053: host login.microsoftonline.com was resolved to 203.0.113.7',
    '[SOLVED] AADSTS50053 at sign-in',
    'AADSTS50053 (solved)',
    'Sign-in ends with AADSTS50053 - solved',
    'AADSTS50053 is solved.\nAADSTS50053 since this morning.',
    'AADSTS50053 is resolved by resetting the password.',
    'AADSTS50053 ist gelöst durch ein neues Kennwort.',
    'AADSTS50053 is gone with a private window.',
    'I read that AADSTS50053 was solved by a reset.',
    'Apparently AADSTS50053 was solved by a reset.',
    'AADSTS50053 was solved with a reset in another forum.',
    'AADSTS50053 is fixed, and then it happened to Tom.',
  ])('stay where it does not say so: %s', (said) =>
    expect(codesOf(`${said}\n${NEW}`)).toContain('AADSTS50053'),
  );

  it('stay where no other one stands in the text', () =>
    expect(codesOf('AADSTS50053 is solved, for the record.')).toEqual(['AADSTS50053']));

  it('stay where the other number is none that is known', () =>
    expect(codesOf('AADSTS50053 is solved. The address was 0x8abc1234.')).toEqual(['AADSTS50053']));
});

describe('a number that somebody took back', () => {
  it.each([
    "Sign-in error code: 50140? No, sorry, it's 50131.",
    'Sign-in error code: 50140 (typo: 50131)',
    'AADSTS50140, sorry, richtig ist AADSTS50131',
    'The error is not AADSTS50140 but AADSTS50131.',
    'AADSTS50140 - wrong line, it is AADSTS50131',
    'Sign-in error code: 501315? No, it is 50131.',
    'Log: error code 50140? no, it shows 50131.',
    'Es ist nicht der Fehler AADSTS50140, sondern AADSTS50131.',
    "Ce n'est pas AADSTS50140 mais AADSTS50131.",
    'AADSTS50140, perdón, es el AADSTS50131',
  ])('is not read: %s', (text) => expect(codesOf(text)).toEqual(['AADSTS50131']));

  it.each([
    ['AADSTS50140 but later AADSTS50131', ['AADSTS50140', 'AADSTS50131']],
    ['AADSTS50140: wrong password. The other is AADSTS50131', ['AADSTS50140', 'AADSTS50131']],
    ...[
      'Not only AADSTS50140 but AADSTS50131.',
      'AADSTS50140, sorry, AADSTS50131 is for another user.',
      'AADSTS50140 (sorry AADSTS50131 was closed)',
      'Nicht nur AADSTS50140 sondern AADSTS50131.',
      'Non seulement AADSTS50140 mais AADSTS50131.',
      'No solo AADSTS50140 sino AADSTS50131.',
      'It is not AADSTS50140 but AADSTS50131 too.',
      'I do not understand AADSTS50140 but AADSTS50131 I do.',
      'We could not solve AADSTS50140 but AADSTS50131 is fine.',
      'AADSTS50140, sorry to ask, on the phone it is AADSTS50131',
      'AADSTS50140 (wrong password), on the phone it is AADSTS50131',
      'AADSTS50140, falsch konfiguriert, am Handy: es ist AADSTS50131',
      'AADSTS50140; no VPN, and it is AADSTS50131 then',
      'AADSTS50140, no idea why, and on the phone it shows AADSTS50131',
    ].map((text): [string, string[]] => [text, ['AADSTS50140', 'AADSTS50131']]),
    ['AADSTS50140 - sorry - it is 44300 that the port has', ['AADSTS50140']],
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
