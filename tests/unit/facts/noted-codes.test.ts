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
