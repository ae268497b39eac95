import { describe, expect, it } from 'vitest';
import { notedCodes } from '../../../facts/noted-codes';
import { readFacts } from '../../../facts/read-facts';

describe('a number that somebody notes beside a user', () => {
  it.each([
    'max@contoso.com, App: Power BI, Fehler 65004',
    'usuario: max@contoso.com, aplicación: Power BI, error 65004',
    'max@contoso.com cannot sign in, err: 65004',
    'サインイン max@contoso.com エラー 65004',
    'max@contoso.com, App: Oracle Fusion, Fehler 65004',
  ])('is a code: %j', (text) => {
    expect(notedCodes(text)).toEqual(['AADSTS65004']);
  });

  it.each([
    ['of no range of codes', 'max@contoso.com, App: SAP, Fehler 12345'],
    ['beside no app', 'mail to max@contoso.com: error 65004 of the backup'],
    ['of another product', 'Okta: max@contoso.com sign-in error 65004 app: Ledger'],
    ['of a database', 'MySQL login error: 50100 for user max@contoso.com'],
    ['of an order', 'Order error 50105: customer max@contoso.com, application: Shop'],
    ['beside no user', 'App: Power BI, error 65004'],
    ['that is a time', 'max@contoso.com, App: Power BI, error 65004:12'],
    ['that is a count', 'max@contoso.com, App: Power BI, 65004 errors'],
  ])('is none %s', (_, text) => {
    expect(notedCodes(text)).toEqual([]);
  });

  it.each([
    ['the page shows "Your account has been disabled" (50057), what now?', 'AADSTS50057'],
    ['it said “Your password has expired.” 50055.', 'AADSTS50055'],
    ['log: 500121, "MFA denied; user declined the authentication", twice', 'AADSTS500121'],
    ['policies of the failed sign-in (53000):', 'AADSTS53000'],
    ['Fehlgeschlagene Anmeldung (53003) bei Teams', 'AADSTS53003'],
  ])('is a code beside what the service says: %j', (text, code) => {
    expect(notedCodes(text)).toEqual([code]);
  });

  it.each([
    ['of an invoice', 'Invoice 50053, "Your account is paid until June"'],
    ['of a room', 'The door of room 50053 says "Your account is locked"'],
    ['of a place', 'She lives at "Your account is here", 50126 Firenze'],
    ['of a ticket', 'Ticket "Your account is locked" #50053'],
    ['of another product', 'Okta says "Your account is locked." 50053'],
    ['behind another quote', 'He said "please call me back tomorrow" 50053.'],
    ['of no range, behind a quote', 'it says "Your account has been locked" 12345.'],
    ['that counts sign-ins', 'last week: failed sign-ins (50126)'],
    ['that counts lines of a log', 'log: 50126 lines, "your account is locked" somewhere'],
    ['that says nothing', 'log: 50126'],
  ])('is none %s', (_, text) => {
    expect(notedCodes(text)).toEqual([]);
  });

  it('belongs to the user of its point of a list', () => {
    const text =
      'Two cases:\n1) max@contoso.com, App: Power BI, Fehler 65004\n2) lea@contoso.com, App: Ledger, Fehler 50105';
    const read = readFacts(text).records.map(({ codes, facts }) => [
      ...codes,
      ...facts.filter(({ name }) => name === 'signIn.user').map(({ value }) => value),
    ]);
    expect(read).toEqual([
      ['AADSTS65004', 'max@contoso.com'],
      ['AADSTS50105', 'lea@contoso.com'],
    ]);
  });
});
