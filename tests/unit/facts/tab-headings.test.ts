import { describe, expect, it } from 'vitest';
import { factsOf } from './reading';

const TAB =
  'Policy Name\tGrant Controls\tSession Controls\tResult\nCA01 - Devices\tRequire compliant device\t\tFailure\nCA02 - MFA\tRequire multifactor authentication\t\tSuccess';

const told = (text: string) =>
  factsOf('signIn', text).filter((fact) => /^signIn\.(?:user|errorCode)=/.test(fact));

describe('the line above a copied tab', () => {
  it.each([
    ['Conditional Access (tab of the sign-in, user@contoso.com, code 53000)'],
    ['Sign-in of user@contoso.com, AADSTS53000'],
    ['Anmeldung von user@contoso.com (Fehlercode 53000):'],
    ['Connexion de user@contoso.com, code 53000'],
    ['Inicio de sesión: user@contoso.com, código 53000'],
  ])('tells whose it is and how it ended: %j', (heading) => {
    const wanted = ['signIn.user=user@contoso.com', 'signIn.errorCode=AADSTS53000'];
    expect(told(`${heading}\n\n${TAB}`)).toEqual(wanted);
    expect(told(`${heading}\n${TAB}`)).toEqual(wanted);
  });

  it('may tell one of both', () => {
    expect(told(`Failed sign-in, user@contoso.com\n${TAB}`)).toEqual([
      'signIn.user=user@contoso.com',
    ]);
    expect(told(`Sign-in with error 53003\n${TAB}`)).toEqual(['signIn.errorCode=AADSTS53003']);
  });

  it.each([
    ['a sentence', 'The sign-in of user@contoso.com is fine. This one is another.'],
    ['another sign-in', 'Not the sign-in of user@contoso.com, code 53000'],
    ['a comparison', 'Same policies as the sign-in of user@contoso.com'],
    ['two users', 'Sign-in of user@contoso.com and bo@contoso.com'],
    ['two codes', 'Sign-in with code 53000 or code 53003'],
    ['the head of a mail', 'From: sign-in-team@contoso.com'],
    ['no word of a sign-in', 'Ticket of user@contoso.com, code 53000'],
    ['who reported it', 'Sign-in reported by user@contoso.com'],
    ['who exported it', 'Sign-in logs, exported by user@contoso.com'],
    ['whom to ask', 'Contact for sign-in problems: user@contoso.com'],
    ['a greeting', 'Hi user@contoso.com, here is the sign-in'],
    ['a mention', '@user@contoso.com the sign-in tab'],
    ['another moment', 'After the sign-in error 50126:'],
    ['what is over', 'Sign-in of user@contoso.com fixed, this is the next one'],
    ['the code of a ticket', 'Sign-in failed, ticket code 50126'],
    ['a number of something else', 'Sign-in ticket 53000, order code 12345'],
  ])('tells nothing with %s', (_, heading) => expect(told(`${heading}\n\n${TAB}`)).toEqual([]));

  it.each(['Failed sign-in by user@contoso.com', 'Sign-in of after.hours@contoso.com'])(
    'tells the user of %j',
    (heading) => expect(told(`${heading}\n${TAB}`)).toHaveLength(1),
  );

  it('tells nothing above a text between', () => {
    expect(told(`Sign-in of user@contoso.com\n\nThe policies are these:\n${TAB}`)).toEqual([]);
  });

  it('tells nothing where the sign-in itself stands there', () => {
    const own =
      'Username: bo@contoso.com\nApplication: Teams\nStatus: Failure\nSign-in error code: 53003\nIP address: 203.0.113.9';
    expect(told(`${own}\n\nSign-in of user@contoso.com\n${TAB}`)).not.toContain(
      'signIn.user=user@contoso.com',
    );
  });
});
