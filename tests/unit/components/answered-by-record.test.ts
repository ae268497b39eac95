import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isAnsweredByRecord, withCodesOfRecords } from '../../../components/answered-by-record';
import { readPaste } from '../../../diagnosis/read-paste';
import { answerText } from '../../../lookup/answer';
import type { IndexLine } from '../../../lookup/index-line';
import { KNOWLEDGE } from '../whole-knowledge';

const PASTES: { id: string; text: string }[] = parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/texts/pastes.yml'), 'utf8'),
);

const TABLE = `| Username | Application | Status | Sign-in error code |
|---|---|---|---|
| ana@contoso.com | Office 365 | Failure | 50126 |
| ben@contoso.com | Salesforce | Failure | CODE |`;

/** Codes with an entry; the catalog itself is not needed to answer a text. */
const WRITTEN = new Map(KNOWLEDGE.entries.map((entry) => [entry.code, entry]));

const answered = (text: string) => {
  const paste = { state: 'read', reading: readPaste(text, KNOWLEDGE.rules) } as const;
  return withCodesOfRecords(
    text,
    paste,
    answerText(text, undefined),
    (code) => WRITTEN.get(code) as IndexLine | undefined,
  );
};
const codesOf = (text: string) => {
  const { kind, rows, total } = answered(text);
  return kind === 'text' ? { codes: rows.map(({ code }) => code), total } : undefined;
};

const isAnswered = (text: string) =>
  isAnsweredByRecord(
    text,
    { state: 'read', reading: readPaste(text, KNOWLEDGE.rules) },
    answerText(text, undefined),
  );

test('the output of a healthy device is answered by what it shows, and its labels are not looked up', () => {
  expect(isAnswered(PASTES.find(({ id }) => id === 'd018')!.text)).toBe(true);
});

test.each([
  ['a text with codes', 'AzureAdJoined : YES\nAzureAdPrt : NO\nAttempt Status : 0xc000006d'],
  ['one line, which may be a question', 'AzureAdPrt : NO'],
  [
    'a message without a code',
    'Sorry, but we’re having trouble signing you in.\nTimestamp: 2026-11-20T08:00:00Z',
  ],
])('%s is looked up as well', (_, text) => {
  expect(isAnswered(text)).toBe(false);
});

test('what is still being read hides nothing', () => {
  expect(isAnsweredByRecord('a: b\nc: d', { state: 'none' }, { kind: 'words' })).toBe(false);
});

test('the bare numbers of a table are the codes of the text, and no words of it are looked up', () => {
  const table = (code: string) => codesOf(TABLE.replace('CODE', code));
  expect(table('53003')).toEqual({ codes: ['AADSTS50126', 'AADSTS53003'], total: 2 });
  expect(table('50126')).toEqual({ codes: ['AADSTS50126'], total: 1 });
  // Beside one that is written out.
  expect(table('AADSTS53003')).toEqual({ codes: ['AADSTS53003', 'AADSTS50126'], total: 2 });
});

test('an event is a code of the text, and so is what only a reader knows for one', () => {
  const event =
    'Log Name: Microsoft-Windows-HelloForBusiness/Operational\nEvent ID: 7510\nDescription:\nWindows Hello key registration failed with error: 0x80090016.';
  expect(codesOf(event)?.codes).toEqual(['0x80090016', 'EVENT7510-HELLO']);
  expect(codesOf('Teams does not start.\nError code: CAA50021\nAADSTS50126')?.codes).toEqual([
    'AADSTS50126',
    '0xCAA50021',
  ]);
});

test('a text without codes in its records, and one line, are answered by themselves', () => {
  expect(codesOf('AzureAdJoined : YES\nAzureAdPrt : YES')).toBeUndefined();
  expect(codesOf('Error code: CAA50021')).toBeUndefined();
});

test('a line that tells of an error by its bare number is answered with it', () => {
  const told =
    'the dialog says "Your account has been locked. Contact your support person to unlock it." 50053. It worked on Monday';
  expect(codesOf(told)).toEqual({ codes: ['AADSTS50053'], total: 1 });
  expect(codesOf(told.replace('50053', 'room 50053'))).toBeUndefined();
});

test('what nothing is known of is no further code of a text that has some', () => {
  expect(codesOf('Result 0x80090016\nHTTP Error : 0x8fffffff')?.codes).toEqual(['0x80090016']);
});

test('of a list that is cut, nothing is counted twice', () => {
  const codes = Array.from({ length: 250 }, (_, at) => `AADSTS${60_000 + at}`);
  const text = `${codes.join('\n')}\n${TABLE.replace('CODE', '53003')}`;
  const { rows, total } = answered(text);
  expect(total).toBe(answerText(text, undefined).total);
  expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
});
