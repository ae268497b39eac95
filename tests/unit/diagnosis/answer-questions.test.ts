import { describe, expect, it } from 'vitest';
import { answerQuestions } from '../../../diagnosis/answer-questions';
import type { AnswerRule } from '../../../diagnosis/rule';
import { readSignInPane } from '../../../facts/read-sign-in-pane';

const record = (...rows: [label: string, value: string][]) =>
  readSignInPane(rows.map(([label, value]) => ({ label, value })));
const client = (path: string, answer: number, ...is: string[]): AnswerRule => ({
  path,
  answer,
  on: 'signIn',
  when: { fact: 'signIn.clientApp', is },
});

describe('questions that a record answers', () => {
  it('are answered with the value that tells, at whatever depth they stand', () => {
    const rules = [client('', 0, 'Browser'), client('', 1, 'IMAP4'), client('1.0', 2, 'IMAP4')];
    expect(answerQuestions(record(['Client app', 'IMAP4']), rules)).toMatchObject({
      '': { answer: 1, evidence: [{ label: 'Client app', printed: 'IMAP4' }] },
      '1.0': { answer: 2 },
    });
  });
  it('stay open where two answers hold', () => {
    const rules = [client('', 0, 'IMAP4'), client('', 1, 'IMAP4', 'POP3')];
    expect(answerQuestions(record(['Client app', 'IMAP4']), rules)).toEqual({});
  });
  it('stay open where the fact was not read', () => {
    expect(answerQuestions(record(['User type', 'Guest']), [client('', 0, 'Browser')])).toEqual({});
  });
  it('are not answered by a record of another kind', () => {
    const rule: AnswerRule = { ...client('', 0, 'IMAP4'), on: 'dsregcmd' };
    expect(answerQuestions(record(['Client app', 'IMAP4']), [rule])).toEqual({});
  });
});
