import { describe, expect, it } from 'vitest';
import { withoutCodesInAddresses } from '../../../facts/codes-in-addresses';
import { recordsOf } from './reading';

const codesOf = (text: string) => recordsOf('message', text).flatMap(({ codes }) => codes);

describe('a code in an address', () => {
  it.each([
    'https://login.microsoftonline.com/error?code=AADSTS50058',
    'GET https://app.contoso.com/cb?error=x&error_description=AADSTS50058%3a+no&state=1',
    'https://app.contoso.com/cb#error_description=AADSTS50058',
    'https://app.contoso.com/go?to=%2Fcb%3Ferror_description%3DAADSTS50058',
    'AADSTS50058, see https://help.contoso.com/kb/AADSTS50058',
  ])('is that of a message where it is handed over, or said beside it: %s', (text) => {
    expect(codesOf(text)).toEqual(['AADSTS50058']);
  });

  it.each([
    'Is https://help.contoso.com/kb/AADSTS50058-silent-sign-in the right page?',
    'https://learn.microsoft.com/entra/reference-error-codes#AADSTS50058',
    'redirect_uri=https://app.contoso.com/callback?prev=AADSTS50058 mode=x',
    'https://app.contoso.com/?error=none&state=AADSTS50058',
    'https://help.contoso.com/0x801c03f2',
  ])('is none that occurred elsewhere: %s', (text) => {
    expect(recordsOf('message', text)).toEqual([]);
  });

  it('is looked for in linear time', () => {
    for (const piece of ['https://a?b=', 'https://', '?b=AADSTS50058', '%26err%3d0x801c03f2&'])
      for (const start of ['', 'https://a']) {
        const begun = performance.now();
        withoutCodesInAddresses(start + piece.repeat(200_000 / piece.length));
        expect(performance.now() - begun, piece).toBeLessThan(1000);
      }
  });
});
