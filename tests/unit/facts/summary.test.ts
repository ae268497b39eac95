import { describe, expect, it } from 'vitest';
import { withCodesOfRecords } from '../../../components/answered-by-record';
import { diagnose } from '../../../diagnosis/diagnose';
import { readPaste } from '../../../diagnosis/read-paste';
import { readFacts } from '../../../facts/read-facts';
import { answerText } from '../../../lookup/answer';
import { KNOWLEDGE } from '../whole-knowledge';
import { factsOf, recordsOf } from './reading';

// What a query over the sign-in log counts. No row of it is a sign-in.

describe('counts of sign-ins', () => {
  it.each([
    ['tab separated', 'ResultType\tcount_\n50126\t1,284\n0\t3'],
    ['Markdown', '| ResultType | count_ |\n|---|---|\n| 50126 | 1284 |\n| 0 | 3 |'],
    [
      'fixed width',
      'ResultType  count_\n----------  ------\n50126         1284\n0                3',
    ],
    [
      'CSV',
      '"ResultType","ResultDescription","count_"\n"50126","Invalid password, or user","1284"\n"0","","3"',
    ],
    [
      'JSON of the Azure CLI',
      '[{"ResultType":"50126","TableName":"PrimaryResult","count_":"1284"},{"ResultType":"0","TableName":"PrimaryResult","count_":"3"}]',
    ],
    [
      'an answer of Log Analytics',
      '{"tables":[{"name":"PrimaryResult","columns":[{"name":"ResultType"},{"name":"count_"}],"rows":[["50126",1284],["0",3]]}]}',
    ],
    [
      'Group-Object',
      'Count Name   Group\n----- ----   -----\n 1284 50126  {@{Id=1}, @{Id=2}...}\n    3 0      {@{Id=1}}',
    ],
    ['a name that somebody made up', 'ResultType\tTriesThisWeek\n50126\t1284\n0\t3'],
  ])('are read as %s', (_, text) => {
    const facts = factsOf('summary', text);
    expect(facts).toContain('summary.code=AADSTS50126');
    expect(facts).toContain('summary.count=1284');
    expect(facts).toContain('summary.code=0');
    expect(recordsOf('signIn', text)).toEqual([]);
    expect(recordsOf('summary', text).flatMap(({ codes }) => codes)).toEqual(['AADSTS50126']);
  });

  it.each([
    [
      'lists of codes by user',
      'UserPrincipalName      set_ResultType         Attempts\n---------------------  ---------------------  --------\nana@contoso.com        ["50076","50079"]            14\nguest_x.com#EXT#       ["530004"]                    5',
      [
        'summary.code=AADSTS50076',
        'summary.code=AADSTS50079',
        'summary.code=AADSTS530004',
        'summary.user=ana@contoso.com',
        'summary.user=guest_x.com#EXT#',
        'summary.count=5',
      ],
    ],
    [
      'times, users and addresses',
      'ErrorCode,AppDisplayName,dcount_UserPrincipalName,IPs,FirstSeen,max_TimeGenerated,Failures\n53003,Payroll,4,2,2026-11-01,2026-11-02,31',
      [
        'summary.app=Payroll',
        'summary.users=4',
        'summary.addresses=2',
        'summary.first=2026-11-01',
        'summary.last=2026-11-02',
        'summary.count=31',
      ],
    ],
    [
      'a user beside the code of Group-Object',
      'Count Name                    Group\n----- ----                    -----\n    7 ana@contoso.com, 50053  {@{Id=1}}',
      ['summary.code=AADSTS50053', 'summary.user=ana@contoso.com', 'summary.count=7'],
    ],
    [
      'codes that are written out',
      'code | attempts\nAADSTS50126 | 20\nAADSTS50053 | 2',
      ['summary.code=AADSTS50053'],
    ],
    [
      'German heads',
      'App\tFehler\tAnzahl\nTeams\t53003\t4',
      ['summary.app=Teams', 'summary.count=4'],
    ],
    [
      'users by name',
      'User | Error | Count\nana@contoso.com | 50126 | 3\nben@contoso.com | 0 | 9',
      ['summary.user=ben@contoso.com'],
    ],
    [
      'hours',
      'TimeGenerated,ResultType,count_\n2026-11-01T10:00:00Z,50126,12',
      ['summary.count=12'],
    ],
  ])('hold %s', (_, text, wanted) => {
    expect(factsOf('summary', text)).toEqual(expect.arrayContaining(wanted));
  });

  it.each([
    ['another product', 'ResultType\tcount_\nSuccess\t3\nFailure\t9'],
    ['numbers of another product', 'ResultType\tcount_\n50126\t3\n10060\t9'],
    ['errors of programs', 'App | Error | Count\nSQL | 50000 | 3\nSQL | 51000 | 1'],
    ['users of another product', 'User | Error | Count\nKim | 50126 | 3'],
    ['a table of files', 'Count Name\n----- ----\n  120 readme.md\n   50 50126.log'],
    ['parts of a store', 'Name,Count\nBolt,50126\nNut,53003'],
    [
      'sign-ins',
      'CreatedDateTime,UserPrincipalName,ResultType,CorrelationId,Attempts\n2026-11-01T10:00:00Z,ana@contoso.com,50126,7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d,1',
    ],
    [
      'sign-ins with a duration',
      'UserPrincipalName,ResultType,IPAddress,DurationMs\nana@contoso.com,50126,203.0.113.9,120',
    ],
    [
      'sign-ins with the number of a network',
      'UserPrincipalName,ResultType,AutonomousSystemNumber\nana@contoso.com,50126,8075',
    ],
    ['sign-ins with a score', 'UserPrincipalName,ResultType,RiskScore\nana@contoso.com,50126,75'],
    ['prose', 'We had a ResultType of 50126, and a count of 31 users, all from one IP.'],
    ['successes alone', 'Code | Count | User\n0 | 12 | ana@contoso.com'],
  ])('are none in %s', (_, text) => {
    expect(recordsOf('summary', text)).toEqual([]);
  });
});

describe('what a text says of all counts', () => {
  it('ends where another thing is named', () => {
    const text =
      'For all of them the app is Ledger and IP = 203.0.113.7\n\n| ResultType | count_ |\n|---|---|\n| 50126 | 61 |';
    const facts = factsOf('summary', text);
    expect(facts).toContain('summary.app=Ledger');
    expect(facts).toContain('summary.ipAddress=203.0.113.7');
  });
});

const WRITTEN = new Map(KNOWLEDGE.entries.map((entry) => [entry.code, entry]));

describe('the answer to counts', () => {
  it('lists each code with its count, the most frequent first', () => {
    const text = 'ResultType\tcount_\n53003\t12\nAADSTS50126\t1,284\n0\t90\n50076\t3';
    const { rows } = withCodesOfRecords(
      text,
      { state: 'read', reading: readPaste(text, KNOWLEDGE.rules) },
      answerText(text, undefined),
      (code) => WRITTEN.get(code) as never,
    );
    expect(rows.map(({ code, times }) => [code, times])).toEqual([
      ['AADSTS50126', 1284],
      ['AADSTS53003', 12],
      ['AADSTS50076', 3],
    ]);
  });

  it('adds up no counts of two queries, which may be of the same sign-ins', () => {
    const text =
      'ResultType,count_\n50126,61\n53003,12\n\nUserPrincipalName,ResultType,count_\nana@contoso.com,50126,50\nben@contoso.com,53003,12';
    const { rows } = withCodesOfRecords(
      text,
      { state: 'read', reading: readPaste(text, KNOWLEDGE.rules) },
      answerText(text, undefined),
      (code) => WRITTEN.get(code) as never,
    );
    expect(rows.map(({ code, times }) => [code, times])).toEqual([
      ['AADSTS50126', undefined],
      ['AADSTS53003', 12],
    ]);
  });

  it('has no count of a code that shares one with others', () => {
    const text =
      'UserPrincipalName\tset_ResultType\tcount_\nana@contoso.com\t["50076","50079"]\t14\nben@contoso.com\t["530004"]\t5';
    const { rows } = withCodesOfRecords(
      text,
      { state: 'read', reading: readPaste(text, KNOWLEDGE.rules) },
      answerText(text, undefined),
      (code) => WRITTEN.get(code) as never,
    );
    expect(rows.map(({ code, times }) => [code, times])).toEqual([
      ['AADSTS50076', undefined],
      ['AADSTS50079', undefined],
      ['AADSTS530004', 5],
    ]);
  });
});

const rulesOf = (text: string) =>
  diagnose(readFacts(text).records, KNOWLEDGE.rules).map(
    ({ verdict, rule }) => `${verdict} ${rule}`,
  );
const HEADS = 'ResultType | Users | IPs | Attempts\n';

describe('many names at one address', () => {
  const tried = `${HEADS}50034 | 210 | 1 | 230\n50126 | 12 | 1 | 40`;
  const note = '\n\nAll of them from 203.0.113.77, same app Payroll.';

  it('are told where the address is said of all rows', () => {
    expect(rulesOf(tried + note)).toEqual(['fails summary-spray']);
    const [finding] = diagnose(readFacts(tried + note).records, KNOWLEDGE.rules);
    expect(finding!.says).toContain('203.0.113.77 failed for 210 users or more');
    expect(finding!.evidence.map(({ label }) => label)).toEqual(['50034', '50126']);
  });

  it('are told by each code that the pattern of a log has for them', () => {
    const spray = KNOWLEDGE.patterns.find(({ id }) => id === 'spray');
    const digits = (spray as { codes: string[] }).codes.map((code) => code.slice('AADSTS'.length));
    expect(digits.length).toBeGreaterThan(2);
    for (const code of digits)
      expect([code, ...rulesOf(`${HEADS}${code} | 210 | 1 | 230${note}`)]).toEqual([
        code,
        'fails summary-spray',
      ]);
  });

  it('are told with the success among them, and whose it is', () => {
    const text = `${tried}\n0 | 1 | 1 | 1\n\nIP = 203.0.113.77 for all of them. The 0 is mia@contoso.com`;
    expect(rulesOf(text)).toEqual([
      'fails summary-spray-success',
      'fails summary-spray-success-user',
    ]);
    expect(factsOf('summary', text)).toContain('summary.successUser=mia@contoso.com');
  });

  it('are told where each row has its address', () => {
    const rows = ['ana', 'ben', 'cem', 'dan', 'eva'].map(
      (name) => `203.0.113.9\t${name}@contoso.com\t50126\t2`,
    );
    const text = (list: string[]) =>
      `IPAddress\tUserPrincipalName\tResultType\tcount_\n${list.join('\n')}`;
    expect(rulesOf(text(rows))).toEqual(['fails summary-spray']);
    expect(rulesOf(text(rows.slice(1)))).toEqual([]);
    expect(rulesOf(text(rows.map((row, at) => row.replace('.9\t', `.${at}\t`))))).toEqual([]);
  });

  it.each([
    ['no address', tried],
    ['two addresses', `${tried}\n\nAll of them from 203.0.113.77 and 203.0.113.78.`],
    ['several addresses in the column', `${tried.replaceAll('| 1 |', '| 7 |')}${note}`],
    ['an address of something else', `${tried}\n\nMy address is 203.0.113.77.`],
    ['few users', `${HEADS}50126 | 4 | 1 | 40${note}`],
    ['more successes', `${HEADS}50126 | 12 | 1 | 40\n0 | 300 | 1 | 900${note}`],
    ['other failures', `${HEADS}53003 | 210 | 1 | 230${note}`],
    [
      'a success of nobody knows whom',
      `IPAddress\tset_ResultType\tUsers\n203.0.113.9\t["50126","0"]\t60`,
    ],
  ])('are not told with %s', (_, text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});
