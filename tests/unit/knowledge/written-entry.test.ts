import { describe, expect, it } from 'vitest';
import { lineOf, lineOfBlock } from '../../../compiler/checks/written-entry';
import { makeEntry } from './make-entry';

const entry = makeEntry('AADSTS50001', {}, [
  '## Admin',
  '',
  'Open **Sign-in logs** and read `ResultType` in [the list](https://learn.microsoft.com/x).',
  '',
  '```kql',
  '// Purpose',
  'SigninLogs',
  '```',
]);

describe('lineOf', () => {
  it.each([
    ['## Admin', 1],
    ['Open Sign-in logs and read ResultType in the list.', 3],
    ['nothing of this kind', 1],
    ['', 1],
  ])('%s', (piece, line) => expect(lineOf(entry, piece)).toBe(line));

  it('falls back to the line of a listed code', () => {
    const listed = makeEntry('0x801C0001', {}, ['entries:', '  "0x801C0001": { title: "x" }']);
    expect(lineOf(listed, 'not there')).toBe(2);
  });
});

it('lineOfBlock finds all lines of a fence', () => {
  expect(lineOfBlock(entry, '// Purpose\nSigninLogs')).toBe(6);
  expect(lineOfBlock(entry, '// Purpose\nAuditLogs')).toBe(1);
});
