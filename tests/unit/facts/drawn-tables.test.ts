import { describe, expect, it } from 'vitest';
import { undecorated } from '../../../facts/undecorated';
import { recordsOf } from './reading';

const ID = (last: number) => `aaaaaaaa-3333-4111-8111-11111111110${last}`;

/** User, code, app or reason of each sign-in that is read. */
const signIns = (text: string) =>
  recordsOf('signIn', text).map(({ facts, codes }) => [
    ...codes,
    ...['signIn.user', 'signIn.app', 'signIn.failureReason', 'signIn.correlationId'].flatMap(
      (wanted) => facts.find(({ name }) => name === wanted)?.value ?? [],
    ),
  ]);

const BOX = `+-------------------+------------+-----------------+--------------------------------------+
| UserPrincipalName | ResultType | AppDisplayName  | CorrelationId                        |
+-------------------+------------+-----------------+--------------------------------------+
| ana@contoso.com   | 50126      | Office 365      | ${ID(1)} |
|                   |            | Exchange Online |                                      |
| ben@contoso.com   | 53003      | Salesforce      | ${ID(2)} |
+-------------------+------------+-----------------+--------------------------------------+`;

const ROWS = [
  ['AADSTS50126', 'ana@contoso.com', 'Office 365 Exchange Online', ID(1)],
  ['AADSTS53003', 'ben@contoso.com', 'Salesforce', ID(2)],
];

describe('a table that a program drew', () => {
  it('is read row by row, in a box of ASCII or of other signs, and behind the quote signs of a mail', () => {
    expect(signIns(BOX)).toEqual(ROWS);
    const drawn = BOX.replaceAll('|', '│').replaceAll('-+-', '-┼-').replace(/^\+-/gm, '├─');
    expect(signIns(drawn.replaceAll(/-(?=[-┼+])|(?<=[─┼])-/g, '─').replace(/\+$/gm, '┤'))).toEqual(
      ROWS,
    );
    expect(signIns(BOX.replace(/^/gm, '> '))).toEqual(ROWS);
  });

  it('names the lines of the text that was given', () => {
    const [first, second] = recordsOf('signIn', `Hi,\n\n${BOX}`);
    expect(first!.facts.map(({ source }) => source.line)).toEqual([6, 6, 6, 6]);
    expect(second!.from).toBe(8);
  });

  it('of psql is read with the cells that go on behind a plus', () => {
    const text = ` userprincipalname | resulttype |         resultdescription          | correlationid
-------------------+------------+------------------------------------+--------------------------------------
 ana@contoso.com   | 50126      | Error validating credentials due  +| ${ID(1)}
                   |            | to invalid username or password.   |
 ben@contoso.com   | 53003      | Blocked                            | ${ID(2)}
(2 rows)`;
    expect(signIns(text)).toEqual([
      [
        'AADSTS50126',
        'ana@contoso.com',
        'Error validating credentials due to invalid username or password.',
        ID(1),
      ],
      ['AADSTS53003', 'ben@contoso.com', 'Blocked', ID(2)],
    ]);
  });

  it('of psql is read where its columns stand below each other', () => {
    const row = (user: string, last: number) =>
      `-[ RECORD ${last} ]-----+------\nuserprincipalname | ${user}\nresulttype        | 50126\nappdisplayname    | Teams\ncorrelationid     | ${ID(last)}\n`;
    expect(signIns(row('ana@contoso.com', 1) + row('ben@contoso.com', 2))).toEqual([
      ['AADSTS50126', 'ana@contoso.com', 'Teams', ID(1)],
      ['AADSTS50126', 'ben@contoso.com', 'Teams', ID(2)],
    ]);
    const long = row('ana@contoso.com', 1).replace(
      'Teams',
      'Office 365     +\n                  | Exchange+\n                  | Online',
    );
    expect(signIns(long)[0]![2]).toBe('Office 365 Exchange Online');
    const cut = long.slice(long.indexOf('-['), long.indexOf('Online')).trimEnd();
    expect(undecorated(cut.slice(0, cut.lastIndexOf('\n'))).text).toContain('Office 365 Exchange');
  });

  it('with a rule between all rows has the lines between two rules as one row', () => {
    const rule = '+-------------------+------------+---------------------+-------------+';
    const text = `${rule}
| userPrincipalName | resultType | appDisplayName      | resultDesc. |
${rule.replaceAll('-', '=')}
| ana@contoso.com   | 50126      | Office 365 Exchange | Error       |
|                   |            | Online              |             |
${rule}
| ben@contoso.com   | 53003      | Teams               | Blocked     |
${rule}`;
    expect(signIns(text).map((row) => row[2])).toEqual(['Office 365 Exchange Online', 'Teams']);
  });

  it('of Markdown has rows that lack the first cell as the rest of the row above', () => {
    const text = `| Username | Application | Status | Sign-in error code | Failure reason |
|---|---|---|---|---|
| ana@contoso.com | Office 365 | Failure | 50126 | Error validating |
| | Exchange Online | | | credentials |`;
    expect(signIns(text)).toEqual([
      [
        'AADSTS50126',
        'ana@contoso.com',
        'Office 365 Exchange Online',
        'Error validating credentials',
      ],
    ]);
  });

  it('of Markdown keeps a row apart that lacks the user, but has a code and an address of its own', () => {
    const text = `| Username | Sign-in error code | IP address | Application | Correlation ID |
|---|---|---|---|---|
| ana@contoso.com | 50126 | 203.0.113.5 | Teams | ${ID(1)} |
| | 53003 | 203.0.113.9 | | |`;
    expect(signIns(text)).toContainEqual(['AADSTS50126', 'ana@contoso.com', 'Teams', ID(1)]);
    const [first] = recordsOf('signIn', text);
    expect(first!.facts.find(({ name }) => name === 'signIn.ipAddress')?.value).toBe('203.0.113.5');
    const boxed = BOX.replace(
      '|                   |            |',
      '|                   | 53003      |',
    );
    expect(signIns(boxed)[0]).toEqual(['AADSTS50126', 'ana@contoso.com', 'Office 365', ID(1)]);
  });

  it('with a footer has rows, though a column of theirs is empty', () => {
    const rule = '+------------------+-------------+------+';
    const text = `${rule}
| User             | Error       | Note |
${rule}
| ana@contoso.com  | AADSTS50126 |      |
| ben@contoso.com  | AADSTS53003 |      |
${rule}
| total            | 2           |      |
${rule}`;
    const said = JSON.stringify(recordsOf('message', text));
    expect(said).toContain('AADSTS50126');
    expect(said).not.toMatch(/comben|AADSTS50126 ?AADSTS53003/);
    expect(undecorated(text).text.split('\n')).toHaveLength(5);
  });

  it('ends above the box of the next one', () => {
    const other = BOX.replaceAll('ana@', 'eva@').replace('ResultType', 'ErrorCode ');
    expect(signIns(`${BOX}\n${other}`).map(([code, user]) => [code, user])).toEqual([
      ['AADSTS50126', 'ana@contoso.com'],
      ['AADSTS53003', 'ben@contoso.com'],
      ['AADSTS50126', 'eva@contoso.com'],
      ['AADSTS53003', 'ben@contoso.com'],
    ]);
    expect(recordsOf('signIn', `${BOX}\n${other}`).map(({ from }) => from)).toEqual([4, 6, 11, 13]);
  });

  it('that is the box of a heading stays one', () => {
    const box = `+-----------+\n| SSO State |\n+-----------+\n AzureAdPrt : NO`;
    const [record] = recordsOf('dsregcmd', box);
    expect(record!.facts.map(({ name }) => name)).toEqual(['prt.present']);
  });
});

describe('columns of fixed width', () => {
  it('go on in the lines below, ids within', () => {
    const text = `UserPrincipalName ErrorCode AppDisplayName FailureReason                CorrelationId
----------------- --------- -------------- -------------                -------------
ana@contoso.com       50126 Teams          Error validating credentials aaaaaaaa-3333-4111-8111-
                                           due to invalid username or   111111111101
                                           password.
ben@contoso.com       50105 Office 365     The signed in user is not    aaaaaaaa-3333-4111-8111-
                            SharePoint     assigned to a role.          111111111102`;
    expect(signIns(text)).toEqual([
      [
        'AADSTS50126',
        'ana@contoso.com',
        'Teams',
        'Error validating credentials due to invalid username or password.',
        ID(1),
      ],
      [
        'AADSTS50105',
        'ben@contoso.com',
        'Office 365 SharePoint',
        'The signed in user is not assigned to a role.',
        ID(2),
      ],
    ]);
  });

  it('end above a sentence, and take nothing of it', () => {
    const text = `UserPrincipalName  ErrorCode IPAddress   AppDisplayName   CorrelationId
-----------------  --------- ---------   --------------   -------------
ana@contoso.com        50126 203.0.113.5 Teams            ${ID(1)}
Both failed.`;
    expect(signIns(text)).toEqual([['AADSTS50126', 'ana@contoso.com', 'Teams', ID(1)]]);
  });

  it('have an id that was broken twice, below which nothing else belongs to it', () => {
    const text = `UserPrincipalName ErrorCode AppDisplayName CorrelationId
----------------- --------- -------------- ------------------
ana@contoso.com       50126 Teams          aaaaaaaa-3333-4111
                                           -8111-111111111101
                                           1 of 2
ben@contoso.com       50105 Teams          aaaaaaaa-3333-4111
                                           -8111-111111111102`;
    expect(signIns(text).map((row) => row.at(-1))).toEqual([ID(1), ID(2)]);
  });

  it('keep a row apart that lacks a value, though its other values are as wide as those above', () => {
    const text = `UserPrincipalName ErrorCode AppDisplayName CorrelationId
----------------- --------- -------------- -------------
alice@contoso.com 50126     Salesforce.com ${ID(1)}
bobby@contoso.com                          ${ID(2)}
carol@contoso.com 53003     Salesforce.com ${ID(3)}`;
    expect(signIns(text)).toEqual([
      ['AADSTS50126', 'alice@contoso.com', 'Salesforce.com', ID(1)],
      ['AADSTS53003', 'carol@contoso.com', 'Salesforce.com', ID(3)],
    ]);
  });
});
