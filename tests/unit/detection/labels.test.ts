import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFromLabeledValue, isErrorCodeLabel } from '../../../detection/labels';

describe('isErrorCodeLabel', () => {
  it.each([
    'Error Code',
    'Error code:',
    'ErrorCode',
    'error_code',
    'Sign-in error code',
    'SIGN-IN ERROR CODE -',
    'Sign in error code',
    'ResultType',
    '\n        Error Code:\n    ',
    'Fehlercode',
    'Anmeldefehlercode:',
    'Code d’erreur',
    "Code d'erreur de connexion",
    'Code d’erreur de connexion\u00a0:',
    'Código de error',
    'Código de error de inicio de sesión',
    'Código de erro',
    'Código de erro de entrada',
    'Código de erro de início de sessão',
    'Codice errore',
    'エラー コード',
    'サインイン エラー コード',
    'サインインのエラー コード：',
    '错误代码',
    '登录错误代码：',
    '登入錯誤碼',
  ])('takes %j', (label) => {
    expect(isErrorCodeLabel(label)).toBe(true);
  });

  it.each([
    '',
    'Error',
    'Code',
    'Error code 53003',
    'Error code missing',
    'Exit code',
    'Event code',
    'Country code',
    'Failure reason',
    'Fehlerursache',
    'Fehler',
    'Status',
    'ResultDescription',
    'Server error code',
    'Terror code',
  ])('refuses %j', (label) => {
    expect(isErrorCodeLabel(label)).toBe(false);
  });
});

describe('codeFromLabeledValue', () => {
  it.each([
    ['50126', 'AADSTS50126'],
    [' 7000218\n', 'AADSTS7000218'],
    ['AADSTS50126', 'AADSTS50126'],
    ['aadsts 50126', 'AADSTS50126'],
  ])('reads %j as %s', (value, code) => {
    expect(codeFromLabeledValue(value)).toBe(code);
  });

  it.each([
    '',
    '0',
    '00000',
    '53',
    '5012',
    '123456789',
    '50126 Invalid username',
    '50,126',
    '-50126',
    '50126.0',
    '0x801C03ED',
    '80180014',
    'Event 360',
    'None',
  ])('refuses %j', (value) => {
    expect(codeFromLabeledValue(value)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        isErrorCodeLabel(text);
        codeFromLabeledValue(text);
      }),
    );
  });
});
