import { describe, expect, it } from 'vitest';
import { checkFiller } from '../../../compiler/checks/filler';
import type { Sentence } from '../../../lookup/entry';
import { makeEntry } from './make-entry';

const findings = (...fix: Sentence[]) =>
  checkFiller([makeEntry('AADSTS50001', { fix: fix.map((text) => ({ text })) })]);
const problems = (...fix: Sentence[]) =>
  findings(...fix).filter(({ level }) => level === 'problem');
const warnings = (...fix: Sentence[]) =>
  findings(...fix).filter(({ level }) => level === 'warning');

describe('advice that fits any code', () => {
  it.each<[string]>([
    ['Check your configuration.'],
    ['Verify the app settings and try again.'],
    ['Review the permissions.'],
    ['Ensure that federation is configured correctly.'],
    ['Make sure that the agent is properly installed.'],
    ['Confirm that the certificate was set up correctly on both servers.'],
  ])('fails: %s', (text) => expect(problems([text])).toHaveLength(1));

  it.each<[Sentence]>([
    [['Check the settings under ', { b: 'Authentication' }, '.']],
    [['Compare ', { c: 'redirect_uri' }, ' with the registered address, letter by letter.']],
    [['Choose ', { b: 'Review permissions' }, '.']],
    [['Check the permissions of the service account on the private key.']],
    [['The record shows how the policy was set.']],
  ])('passes: %j', (step) => expect(problems(step)).toEqual([]));
});

describe('a Fix that hands the problem on', () => {
  it('fails when no step does anything else', () => {
    expect(problems(['Contact your administrator.'], ['Open a support request.'])).toHaveLength(1);
  });

  it('passes when a step comes before', () => {
    expect(problems([{ c: 'dsregcmd /status' }], ['Open a support request.'])).toEqual([]);
  });

  it('passes in entries without a Fix', () => {
    expect(checkFiller([makeEntry('AADSTS50001', { depth: 'listed' })])).toEqual([]);
  });
});

describe('a step that names nothing', () => {
  it.each<[Sentence]>([[['Restart and repeat the join.']], [['If it does, close the case.']]])(
    'warns: %j',
    (step) => expect(warnings(step)).toHaveLength(1),
  );

  it.each<[Sentence]>([
    [['Open ', { a: 'Sign-in logs', p: 'signInLogs' }, '.']],
    [['Run ', { c: 'klist purge' }, '.']],
    [['Wait for 30 minutes.']],
    [['Open the event in Event Viewer.']],
    [['Reset the MFA methods.']],
  ])('passes: %j', (step) => expect(warnings(step)).toEqual([]));
});
