import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCodes } from '../../../detection/find-codes';
import { candidatesIn, holdsLabel } from '../../../detection/gate';
import { mayHoldCodes } from './may-hold-codes';
import {
  codeFromLabeledValue,
  ERROR_CODE_LABELS,
  isErrorCodeLabel,
  LABEL_PARTS,
} from '../../../detection/labels';

/** Labels as they are met, in every language of the table. */
const LABELS = [
  'Error Code',
  'Error code:',
  'ErrorCode',
  'error_code',
  'Sign-in error code',
  'SIGN-IN ERROR CODE -',
  'Sign in error code',
  'ResultType',
  'ResultSignature',
  'Result type',
  'Result signature',
  'resultType',
  'Status.errorCode',
  'Status_errorCode',
  'status.ErrorCode',
  'ErrorCode1',
  'ResultType1',
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
];

describe('the table of labels', () => {
  it.each(ERROR_CODE_LABELS)(
    'has an example here for %j, with a part for the gate in it',
    (label) => {
      const whole = new RegExp(label, 'i');
      const examples = LABELS.filter((text) => whole.test(text));
      expect(examples).not.toEqual([]);
      for (const text of examples)
        expect(whole.exec(text)![0]).toMatch(new RegExp(LABEL_PARTS, 'i'));
    },
  );

  it.each(LABELS)('lets %j through everywhere it is asked', (label) => {
    const text = `${label} 50126`;
    // The digit of a joined column stands in heads, never before a value in a line.
    const inLine = text.replace(/\d (?=50126)/, ' ');
    const found = findCodes(inLine, {
      bareNumbers: true,
      isKnownHresult: () => false,
    });
    expect(found.map(({ code }) => code)).toEqual(['AADSTS50126']);
    expect(mayHoldCodes(text, true)).toBe(true);
    expect(candidatesIn(text, false).formAt).toHaveLength(1);
    // A value that stands far from its label, in another cell.
    expect(holdsLabel(`${label}${' cell'.repeat(100)}50126`)).toBe(true);
    expect(mayHoldCodes(`${label}${' cell'.repeat(100)}50126`, true)).toBe(true);
  });
});

describe('isErrorCodeLabel', () => {
  it.each(LABELS)('takes %j', (label) => {
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
    'ResultDescription',
    'Result',
    'Resource type',
    'Signature',
    'Status',
    'Status.failureReason',
    'ErrorCode12',
    'HTTP status.errorCode',
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
