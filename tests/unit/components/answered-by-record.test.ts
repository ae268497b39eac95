import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isAnsweredByRecord } from '../../../components/answered-by-record';
import { readPaste } from '../../../diagnosis/read-paste';
import { answerText } from '../../../lookup/answer';
import { KNOWLEDGE } from '../whole-knowledge';

const PASTES: { id: string; text: string }[] = parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/texts/pastes.yml'), 'utf8'),
);

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
