import { describe, expect, it } from 'vitest';
import { withoutAddressedCodes } from '../../../detection/addressed-codes';
import { answerText } from '../../../lookup/answer';
import { readFacts } from '../../../facts/read-facts';

const codesOf = (text: string) => answerText(text, undefined).rows.map(({ code }) => code);

const MESSAGE =
  'AADSTS90072: User account from identity provider does not exist in tenant Contoso.';

describe('codes in addresses of pages about them', () => {
  it.each([
    'I read https://learn.microsoft.com/entra/identity-platform/reference-error-codes#aadsts50076 first.',
    'See https://help.contoso.com/kb/AADSTS65001-consent, which was not it.',
    'Not https://help.contoso.com/kb?lang=en#0x801c03f2 either.',
    'https://portal.contoso.com/news/article?id=AADSTS50076&utm_source=mail is a link of ours.',
    'I searched https://search.contoso.com/?q=0x801c03f2&lang=de before.',
    'Read https://login.microsoftonline.com/error?code=50034 first.',
    'I read https://login.microsoftonline.com/error?code=50105, and it is another one.',
    'https://help.contoso.com/kb?id=AADSTS700016-old does not help.',
    'Found nothing at https://search.example.com/?hl=en&q=error+AADSTS65001 so far.',
  ])('beside the message of another one are not listed: %s', (text) => {
    const pasted = `${text}\n${MESSAGE}`;
    expect(codesOf(pasted)).toEqual(['AADSTS90072']);
    expect(readFacts(pasted).records.flatMap(({ codes }) => codes)).toEqual(['AADSTS90072']);
  });

  it.each([
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=9b282a94-29f5-4a4c-9b0b-d1117d138f81&nonce=AADSTS53003&prompt=none',
    'https://app.contoso.com/cb?code_challenge=x&state=page%3DAADSTS65001',
    'https://app.contoso.com/cb#session_state=1&state=0x801c03f2',
    'https://idp.contoso.com/acs?SAMLRequest=fZMadeAADSTS50105up&RelayState=AADSTS53003',
  ])('are none in what an app sent and gets back: %s', (text) => expect(codesOf(text)).toEqual([]));

  it('beside what an app sent stay', () =>
    expect(
      codesOf(
        'https://app.contoso.com/cb#state=AADSTS53003&error=access_denied&error_description=AADSTS65004%3a+declined',
      ),
    ).toEqual(['AADSTS65004']));

  it.each(['|', ',', ';'])('in the next cell of a row stay: %s', (sign) =>
    expect(
      codesOf(`https://idp.contoso.com/acs?RelayState=x1${sign}AADSTS50105${sign}Failure`),
    ).toEqual(['AADSTS50105']),
  );

  it('behind what an app sent stay in a fragment', () =>
    expect(
      codesOf('https://app.contoso.com/cb?state=7#error_description=AADSTS65004%3a+declined'),
    ).toEqual(['AADSTS65004']));

  it.each([
    ['alone', 'What is https://help.contoso.com/kb/AADSTS65001-consent about?', ['AADSTS65001']],
    [
      'two of them alone',
      'https://help.contoso.com/AADSTS65001 or https://help.contoso.com/AADSTS50076',
      ['AADSTS65001', 'AADSTS50076'],
    ],
    [
      'in a query, where the error itself is handed over',
      `https://app.contoso.com/cb?error_description=AADSTS65004%3A+declined&state=1 and ${MESSAGE}`,
      ['AADSTS65004', 'AADSTS90072'],
    ],
    [
      'in a fragment that hands the error over, beside a page about another one',
      `https://app.contoso.com/cb#error=access_denied&error_description=AADSTS65004%3A+declined, https://help.contoso.com/kb#aadsts50076 and ${MESSAGE}`,
      ['AADSTS65004', 'AADSTS90072'],
    ],
    [
      'behind `code` in the query of an app',
      `https://app.contoso.com/error?code=AADSTS65004 and ${MESSAGE}`,
      ['AADSTS65004', 'AADSTS90072'],
    ],
    [
      'of the page that the very error names',
      `{"error":"invalid_grant","error_uri":"https://login.microsoftonline.com/error?code=50034"} and ${MESSAGE}`,
      ['AADSTS50034', 'AADSTS90072'],
    ],
    [
      'in a query, glued to a word',
      `https://app.contoso.com/cb?error_description=login_failed_AADSTS65004&state=1 and ${MESSAGE}`,
      ['AADSTS65004', 'AADSTS90072'],
    ],
    [
      'in an address and in words',
      `AADSTS50076, see https://help.contoso.com/AADSTS50076 and ${MESSAGE}`,
      ['AADSTS50076', 'AADSTS90072'],
    ],
  ])('%s stay', (_, text, codes) => expect(codesOf(text)).toEqual(codes));

  it('a text without an address is the same, and a long one is read in time', () => {
    expect(withoutAddressedCodes(MESSAGE)).toBe(MESSAGE);
    for (const piece of ['https://help.contoso.com/a/b-c_d.e#f ', 'https://']) {
      const long = `${piece.repeat(2_000_000 / piece.length)} ${MESSAGE}`;
      const start = performance.now();
      expect(withoutAddressedCodes(long)).toBe(long);
      expect(performance.now() - start, piece).toBeLessThan(1000);
    }
  });
});
