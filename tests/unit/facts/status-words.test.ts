import { describe, expect, it } from 'vitest';
import { factOfHeading } from '../../../facts/sign-in-fields';
import { valueInAnyLanguage } from '../../../facts/sign-in-labels';
import { isStatusLabel, statusOf } from '../../../facts/status-words';

describe('the status of a sign-in', () => {
  it.each([
    ['Success', 'Success'],
    [' interrupted ', 'Interrupted'],
    ['\uE73E Erfolg', 'Success'],
    ['✓ Réussite', 'Success'],
    ['✔️ Success', 'Success'],
    ['Unterbrochen', 'Interrupted'],
    ['已中断', 'Interrupted'],
    ['失敗', 'Failure'],
  ])('%j is read as %s', (text, status) => expect(statusOf(text)).toBe(status));

  it.each(['', 'Success: no', 'Successfully signed in', 'Failure (Success)', 'constructor', '0'])(
    'is not read from %j',
    (text) => expect(statusOf(text)).toBeUndefined(),
  );

  it.each(['Status', 'Estado', 'STATUS ↑', '\uE70DÉtat', '状态'])('stands under %j', (head) =>
    expect(isStatusLabel(head)).toBe(true),
  );

  it.each(['Conditional Access', 'Status reason', 'MFA status', ''])('not under %j', (head) =>
    expect(isStatusLabel(head)).toBe(false),
  );

  it('is a fact with the same words for those who read a record', () => {
    expect(['Status', 'Estado', 'État'].map(factOfHeading)).toEqual(
      Array.from({ length: 3 }, () => 'signIn.status'),
    );
    expect(valueInAnyLanguage('signIn.status', 'Unterbrochen')).toBe('Interrupted');
    expect(valueInAnyLanguage('signIn.status', 'falha')).toBe('Failure');
  });
});
