import { describe, expect, it } from 'vitest';
import { compileEntry } from '../../../compiler/compile-entry';
import type { Entry } from '../../../lookup/entry';
import { localesToTry, overlayEntry } from '../../../lookup/locales';

describe('languages', () => {
  it.each([
    ['de-CH', ['de', 'en']],
    ['pt-BR', ['pt-BR', 'pt', 'en']],
    ['en-US', ['en']],
    ['ja', ['en']],
    ['', ['en']],
  ])('%s looks in %j', (language, expected) => {
    expect(localesToTry(language, ['de', 'en', 'pt', 'pt-BR'])).toEqual(expected);
  });
});

describe('a translation', () => {
  const german = compileEntry(
    'knowledge/de/aadsts/AADSTS50126.md',
    `---
code: AADSTS50126
title: Falscher Benutzername oder falsches Kennwort
status: reviewed
severity: low
fixedBy: user
area: credentials
sources:
  - url: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    kind: vendor
    says: Gives the symbolic name of the code.
reviewed: 2026-11-21
---

## Summary

Benutzername und Kennwort passen zu keinem Konto.
`,
    'de',
    new Set(),
  );
  const english = {
    code: 'AADSTS50126',
    depth: 'flagship',
    title: 'Wrong user name or password',
    summary: 'The pair matches no account.',
    admin: [{ p: ['A few are typing mistakes.'] }],
    locale: 'en',
  } as unknown as Entry;

  it('may leave out sections, which stay English', () => {
    expect(german.problems).toEqual([]);
    expect(overlayEntry(english, german.entry)).toMatchObject({
      title: 'Falscher Benutzername oder falsches Kennwort',
      summary: 'Benutzername und Kennwort passen zu keinem Konto.',
      admin: english.admin,
      depth: 'flagship',
    });
  });

  it('that does not exist leaves the English entry', () => {
    expect(overlayEntry(english, undefined)).toBe(english);
    expect(overlayEntry(undefined, undefined)).toBeUndefined();
  });
});
