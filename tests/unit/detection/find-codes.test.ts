import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../detection/find-codes';
import { mayHoldCodes } from './may-hold-codes';
import { expectLinear, HOSTILE_PIECES } from './hostile';

const known = new Set(['0x801C001D', '0x801C03ED', '0x801C0003', '0x80090016']);
const isKnownHresult = (code: string) => known.has(code);

/** Each occurrence as `code@underlined text`, and the same text must pass the gate. */
function read(text: string, bareNumbers: boolean): string[] {
  const found = findCodes(text, { bareNumbers, isKnownHresult });
  if (found.length) expect(mayHoldCodes(text, bareNumbers)).toBe(true);
  return found.map(({ code, start, end }) => `${code}@${text.slice(start, end)}`);
}

const anywhere: Record<string, { valid: [string, string[]][]; invalid: string[] }> = {
  'AADSTS and its digits': {
    valid: [
      ['AADSTS50126: Error validating credentials.', ['AADSTS50126@AADSTS50126']],
      ['aadsts50126', ['AADSTS50126@aadsts50126']],
      ['AADSTS 50052, InvalidPassword', ['AADSTS50052@AADSTS 50052']],
      ['AADSTS\u00a050052입니다', ['AADSTS50052@AADSTS\u00a050052']],
      ['AADSTS:50126', ['AADSTS50126@AADSTS:50126']],
      ['visitAADSTS50020.', ['AADSTS50020@AADSTS50020']],
      ['INVALID_GRANT-AADSTS70002: x', ['AADSTS70002@AADSTS70002']],
      ['error_description=AADSTS65004%3a+The+user', ['AADSTS65004@AADSTS65004']],
      ['AADSTS70008：提供的访问权限已过期', ['AADSTS70008@AADSTS70008']],
      ['AADSTS50001AADSTS50002', ['AADSTS50001@AADSTS50001', 'AADSTS50002@AADSTS50002']],
      ['AADSTS1000613', ['AADSTS1000613@AADSTS1000613']],
      ['AADSTS50126Invalid', ['AADSTS50126@AADSTS50126']],
      ['(AADSTS50011)', ['AADSTS50011@AADSTS50011']],
    ],
    invalid: [
      'AADSTS500-class errors',
      'AADSTS991',
      'AADSTS5012',
      'AADSTS123456789',
      'AADSTS12345678901',
      'AADSTS700[21](https://example.com)1',
      'AADSTS   50126',
      'AADSTS\n50126',
      'AADB2C90037: An error',
      'ACS50008: token',
      'AADSTS{code}',
    ],
  },
  'known HRESULTs': {
    valid: [
      ['Error code: 0x801c03ed', ['0x801C03ED@0x801c03ed']],
      ['HRESULT=0X801C03ED;', ['0x801C03ED@0X801C03ED']],
      ['error0x80090016_', ['0x80090016@0x80090016']],
      ['Server error: 801c0003.', ['0x801C0003@801c0003']],
      ['(0x801c001d/-2145648611)', ['0x801C001D@0x801c001d', '0x801C001D@-2145648611']],
      ['failed with -2145647635', ['0x801C03ED@-2145647635']],
      ['hr = 2149318685', ['0x801C001D@2149318685']],
    ],
    invalid: [
      '0x801C84A0 + 0x1E0',
      '0x801C03ED0 0x0801C03ED 0x801C03E',
      '0x80180014',
      'ServerErrorCode:-2147024894',
      'NTE_BAD_KEYSET -2146893802',
      '1fbd9a1e-074c-4e1e-801c-b25a0fcc9487',
      '801c0003-074c-4e1e-901c-b25a0fcc9487',
      '801c0003b6aef70f3b71c4af5ef01c4cb9e15de9',
      'color: #801C0003',
      '7.52801C0003',
      '-2149318685',
      '12149318685',
      '2149318685.25',
    ],
  },
  'JSON, KQL and the error address': {
    valid: [
      ['"error_codes":[50076]', ['AADSTS50076@50076']],
      ['"error_codes": [\n    7000218\n  ],', ['AADSTS7000218@7000218']],
      ['\\"error_codes\\":[70002,70000]', ['AADSTS70002@70002', 'AADSTS70000@70000']],
      ['ResultType == "50126"', ['AADSTS50126@50126']],
      ['where ResultType != 50126', ['AADSTS50126@50126']],
      ['ResultType in (50053,"50126")', ['AADSTS50053@50053', 'AADSTS50126@50126']],
      ['ResultType !in ("0", "50125", "50140")', ['AADSTS50125@50125', 'AADSTS50140@50140']],
      ['tostring(ResultType) has "50126"', ['AADSTS50126@50126']],
      ['"resultType": "50126"', ['AADSTS50126@50126']],
      ['$filter=status/errorCode eq 50126', ['AADSTS50126@50126']],
      ['"status": {\n    "errorCode": 50126,', ['AADSTS50126@50126']],
      ['https://login.microsoftonline.com/error?code=50076', ['AADSTS50076@50076']],
      ['https://login.microsoftonline.us/error?code=50076', ['AADSTS50076@50076']],
      ['https:\\/\\/login.microsoftonline.com\\/error?code=50076"', ['AADSTS50076@50076']],
    ],
    invalid: [
      '"error_codes":[0]',
      '"error_codes":[],"port":50126',
      '"errorCode": 53001',
      'ResultType == 0',
      'ResultType in (0, 1) and Port == 50126',
      'https://example.com/error?code=50076',
      '"count": 50126',
    ],
  },
  'numbers that mean something else': {
    valid: [],
    invalid: [
      '50126',
      'error code: 53001',
      'Error Code: 53003',
      '2026-01-05T10:11:12.1234567Z',
      '790d21d9-50126-53003',
      'server listening on https://localhost:50058/',
      'Call +49 50126 530003 or 0800 50058',
      'version 10.0.50126.1, EUR 50126.00',
      '05012653003501265300350126',
    ],
  },
};

const onMicrosoftHosts: { valid: [string, string[]][]; invalid: string[] } = {
  valid: [
    ['Error Code: 53003', ['AADSTS53003@53003']],
    ['Error Code53003', ['AADSTS53003@53003']],
    ['**Error code**: 53000', ['AADSTS53000@53000']],
    ['**Anmeldefehlercode** `50126`', ['AADSTS50126@50126']],
    ['**Anmeldefehlercode**`50126`', ['AADSTS50126@50126']],
    ['| Sign-in error code | `53003` |', ['AADSTS53003@53003']],
    ['Error code `53003`.', ['AADSTS53003@53003']],
    ['"errorCode":50126,', ['AADSTS50126@50126']],
    ['Sign-in error code 50126', ['AADSTS50126@50126']],
    ['SIGN-IN ERROR CODE - 81012\nFAILURE REASON', ['AADSTS81012@81012']],
    ['Error Code: 53003, Application: x', ['AADSTS53003@53003']],
    ['Anmeldefehlercode 50126: ', ['AADSTS50126@50126']],
    ['Código de erro de entrada: 50140', ['AADSTS50140@50140']],
    ['Código de erro de início de sessão: 50140', ['AADSTS50140@50140']],
    ['Código de error de inicio de sesión: 50140', ['AADSTS50140@50140']],
    ['Code d’erreur de connexion 50126 - ', ['AADSTS50126@50126']],
    ["Code d'erreur : 50126", ['AADSTS50126@50126']],
    ['Codice errore: 50126', ['AADSTS50126@50126']],
    ['サインインのエラー コード：50126', ['AADSTS50126@50126']],
    ['登录错误代码：50126', ['AADSTS50126@50126']],
    ['Error code: 1002016', ['AADSTS1002016@1002016']],
  ],
  invalid: [
    'Error Code: 0',
    'Error Code: 00000',
    'Error Code: 53',
    'Error Code: 53128Ganancias',
    'Error Code: 50126.17',
    'Error Code: 12:50126',
    'Error Code: 80180014',
    'Error Code: 12345678-074c-4e1e-801c-b25a0fcc9487',
    'Error Code: see 50126',
    'exit code 50126',
    'Windows event code 50126',
    'Correlation: 50126',
  ],
};

describe.each(Object.entries(anywhere))('findCodes: %s', (_, { valid, invalid }) => {
  it.each(valid)('finds in %j', (text, expected) => {
    expect(read(text, false)).toEqual(expected);
    expect(read(text, true)).toEqual(expected);
  });

  it.each(invalid)('finds nothing in %j', (text) => {
    expect(read(text, false)).toEqual([]);
  });
});

describe('findCodes: labeled bare numbers', () => {
  it.each(onMicrosoftHosts.valid)('finds in %j on a Microsoft host', (text, expected) => {
    expect(read(text, true)).toEqual(expected);
  });

  it.each(onMicrosoftHosts.valid)('finds nothing in %j elsewhere', (text) => {
    expect(read(text, false)).toEqual([]);
  });

  it.each(onMicrosoftHosts.invalid)('finds nothing in %j', (text) => {
    expect(read(text, true)).toEqual([]);
  });
});

describe('findCodes: properties', () => {
  const pieces = fc.constantFrom(
    'AADSTS',
    'aadsts ',
    '0x',
    '801C',
    '03ed',
    '50126',
    '0',
    ',',
    '"',
    ' ',
    '[',
    ']',
    ': ',
    '-',
    'error_codes":[',
    'ResultType',
    ' in (',
    ' == ',
    'Error code',
    'エラー コード',
    '214931',
    '9661',
  );
  const soup = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 });

  it('never throws, orders what it finds, and never finds what the gate refuses', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (parts, bareNumbers) => {
        const text = parts.join('');
        const found = findCodes(text, { bareNumbers, isKnownHresult });
        let last = 0;
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        if (found.length) expect(mayHoldCodes(text, bareNumbers)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every planted code at its place', () => {
    const code = fc.oneof(
      fc.integer({ min: 10_000, max: 99_999_999 }).map((number) => `AADSTS${number}`),
      fc.constantFrom(...known),
    );
    const word = fc.constantFrom(' and ', '\n', ' (', ') 2026-01-05 ', '：', ' user@contoso.com ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, code)), (planted) => {
        let text = '';
        const expected = planted.map(([before, code]) => {
          text += before;
          const start = text.length;
          text += code;
          return { code, start, end: text.length };
        });
        expect(findCodes(`${text} `, { bareNumbers: false, isKnownHresult })).toEqual(expected);
      }),
    );
  });

  it.each(HOSTILE_PIECES)('does linear work on %j repeated', (piece) => {
    expectLinear((text) => findCodes(text, { bareNumbers: true, isKnownHresult }), piece);
  });
});
