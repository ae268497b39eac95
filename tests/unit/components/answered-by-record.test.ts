import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { codesOfRecords, isAnsweredByRecord } from '../../../components/answered-by-record';
import { readPaste } from '../../../diagnosis/read-paste';
import { answerText } from '../../../lookup/answer';
import { KNOWLEDGE } from '../whole-knowledge';

const PASTES: { id: string; text: string }[] = parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/texts/pastes.yml'), 'utf8'),
);

const TABLE = `| Username | Application | Status | Sign-in error code |
|---|---|---|---|
| ana@contoso.com | Office 365 | Failure | 50126 |
| ben@contoso.com | Salesforce | Failure | CODE |`;

const codesOf = (text: string) => {
  const state = { state: 'read', reading: readPaste(text, KNOWLEDGE.rules) } as const;
  const codes = codesOfRecords(text, state, answerText(text, undefined));
  return codes && answerText(codes, undefined);
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
  const answer = codesOf(TABLE.replace('CODE', '53003'));
  expect(answer).toMatchObject({
    kind: 'text',
    rows: [{ code: 'AADSTS50126' }, { code: 'AADSTS53003' }],
  });
  expect(codesOf(TABLE.replace('CODE', '50126'))).toMatchObject({
    kind: 'text',
    rows: [{ code: 'AADSTS50126' }],
  });
});

test('a text that names its codes is answered itself', () => {
  expect(codesOf(TABLE.replace('CODE', 'AADSTS53003'))).toBeUndefined();
  expect(codesOf('AzureAdJoined : YES\nAzureAdPrt : YES')).toBeUndefined();
});
