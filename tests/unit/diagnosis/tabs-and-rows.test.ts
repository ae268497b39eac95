import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../diagnosis/read-paste';
import { KNOWLEDGE } from '../whole-knowledge';

/** What is said of a text: the rules that hold. */
const rulesOf = (text: string): string[] =>
  readPaste(text, KNOWLEDGE.rules).records.flatMap(({ findings }) =>
    findings.map(({ rule }) => rule),
  );

describe('a part of a sign-in', () => {
  it('that failed says that its code is not shown', () => {
    const row =
      '11/2/2026, 1:22:47 PM\te6976864-2ffc-4076-90c2-87612b199dba\tKim Sato\tLedger\tFailure\t203.0.113.12\tOsaka, Osaka, JP\tNot Applied\tSingle-factor authentication';
    expect(rulesOf(row)).toEqual(['failed-without-code']);
    expect(rulesOf(row.replace('Failure', 'Success'))).not.toContain('failed-without-code');
  });

  it('names the policies that are report-only as what stopped nothing', () => {
    const head = 'Policy Name\tGrant Controls\tSession Controls\tResult';
    const blocked = 'Outside the office\tBlock\t\tFailure';
    const pilot = 'Pilot\tRequire authentication strength\t\tReport-only: Failure';
    expect(rulesOf([head, blocked, pilot].join('\n'))).toEqual([
      'policy-blocked',
      'report-only-policy',
    ]);
    const passed = pilot.replace('Failure', 'Success');
    expect(rulesOf([head, blocked, passed].join('\n'))).toEqual(['policy-blocked']);
  });

  it('that had to register, and then got in, is an ordinary step', () => {
    const rows =
      '2026-10-07T05:20:11Z;ana@contoso.com;Ledger;203.0.113.18;Failure;50072;User needs to enroll for second factor authentication.\n2026-10-07T05:23:11Z;ana@contoso.com;Ledger;203.0.113.18;Success;0;Other.';
    expect(rulesOf(rows)).toEqual(['interrupted-then-success']);
  });
});

describe('a join that was debugged', () => {
  const text =
    'preCheckResult: DoNotJoin\nisJoined: undefined\nisDcAvailable: undefined\nisSystem: NO\nresultCode: 0x0';

  it('as somebody else than SYSTEM was not tried', () => {
    expect(rulesOf(text)).toEqual(['join-not-as-system']);
    expect(rulesOf(text.replace('isSystem: NO', 'isSystem: YES'))).not.toContain(
      'join-not-as-system',
    );
  });
});
