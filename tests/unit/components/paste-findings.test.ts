import { expect, test } from 'vitest';
import { explainsCodes } from '../../../components/answered-by-record';
import { saysSomething } from '../../../components/paste-findings';
import { readPaste } from '../../../diagnosis/read-paste';
import { answerText } from '../../../lookup/answer';
import { KNOWLEDGE } from '../whole-knowledge';

const says = (text: string) =>
  saysSomething(readPaste(text, KNOWLEDGE.rules), explainsCodes(answerText(text, undefined)));

const IDS = 'Correlation ID: 0b33e9a4-37d0-49a5-b6d4-1b6de1f4a901\nTimestamp: 2026-11-10 10:23:29Z';

test('a message whose code is explained is not said to be without findings', () => {
  expect(says(`AADSTS50011: The redirect URI does not match.\n${IDS}`)).toBe(false);
});

test('a record without a code and without findings is said to be read', () => {
  expect(says('Device Id : 6bff0bd9-820b-484b-ab20-2a4f7b76c58e\nDomainJoined : YES')).toBe(true);
});

test('findings are shown beside a code', () => {
  expect(says('AzureAdJoined : NO\nDomainJoined : YES\nError: AADSTS50011')).toBe(true);
});

test('a sign-in that no rule speaks about is listed beside its code', () => {
  expect(
    says(
      '{"createdDateTime":"2026-11-18T06:00:14Z","appDisplayName":"Contoso app","status":{"errorCode":7000112}}',
    ),
  ).toBe(true);
});
