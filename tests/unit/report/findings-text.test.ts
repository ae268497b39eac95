import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../diagnosis/diagnose';
import type { Fact, FactRecord } from '../../../facts/fact';
import { findingsText, type FindingsWords, type NamedCode } from '../../../report/findings-text';
import { masked } from '../../../report/masked';

const WORDS: FindingsWords = {
  heading: (verdict) => verdict.toUpperCase(),
  place: (title, line) => `${title}, line ${line}`,
  next: (text) => `Next: ${text}`,
  more: (count) => `and in ${count} more`,
};

const fact = (name: string, label: string, printed: string, line = 1) =>
  ({ name, label, printed, value: printed, source: { line } }) as Fact;

const recordOf = (...facts: Fact[]) => ({ title: 'dsregcmd /status', facts }) as FactRecord;

const finding = (record: FactRecord, more: Partial<Finding> = {}): Finding => ({
  rule: 'rule',
  verdict: 'fails',
  says: 'The device is not joined.',
  codes: [],
  evidence: [],
  sources: [],
  record,
  ...more,
});

function textOf(
  records: { record: FactRecord; findings: Finding[] }[],
  isPersonalKept = true,
  codes: NamedCode[] = [],
) {
  const read = records.map((one) => ({ ...one, doubted: [] }));
  const reading = { records: read as never, secrets: [], isCut: false };
  return findingsText(reading, codes, WORDS, isPersonalKept);
}

describe('what a pasted text shows, as a ticket has it', () => {
  const record = recordOf(fact('azureAdJoined', 'AzureAdJoined', 'NO', 7));

  it('is what fails, then what is not known, then what is fine, each under its heading', () => {
    const findings = [
      finding(record, { rule: 'a', verdict: 'unknown', says: 'Nobody knows.' }),
      finding(record, { rule: 'b', verdict: 'fine', says: 'The clock is right.' }),
      finding(record, { rule: 'c', says: 'Not joined.' }),
    ];
    expect(textOf([{ record, findings }])).toBe(
      'FAILS\n- Not joined.\n\nUNKNOWN\n- Nobody knows.\n\nFINE\n- The clock is right.',
    );
    expect(textOf([{ record, findings: [findings[1]!] }])).toBe('FINE\n- The clock is right.');
  });

  it('says codes, evidence with its place, why and what to do next', () => {
    const whole = finding(record, {
      codes: ['0x801C03ED', '0x801C0021'],
      evidence: record.facts,
      why: 'It was run by another user.',
      next: 'Join it.',
    });
    expect(textOf([{ record, findings: [whole] }])).toBe(
      [
        'FAILS',
        '- The device is not joined. (0x801C03ED, 0x801C0021)',
        '  AzureAdJoined: NO (dsregcmd /status, line 7)',
        '  It was run by another user.',
        '  Next: Join it.',
      ].join('\n'),
    );
  });

  it('says a finding of many records once, with how many more there are', () => {
    const records = [1, 2, 3].map(() => ({ record, findings: [finding(record)] }));
    expect(textOf(records)).toBe('FAILS\n- The device is not joined.\n  and in 2 more');
  });

  it('takes no text of the record for more than one line', () => {
    const evil = fact('deviceName', 'Device', 'PC\u202e\r\nFAILS', 2);
    expect(textOf([{ record, findings: [finding(record, { evidence: [evil] })] }])).toContain(
      '\n  Device: PC FAILS (',
    );
  });

  it('begins with the codes and with what finds the record again', () => {
    const signIn = {
      title: 'Sign-in details',
      facts: [
        fact('signIn.requestId', 'Request ID', '0b33e9a4-37d0-49a5-b6d4-1b6de1f4a901'),
        fact('signIn.user', 'Username', 'user@contoso.com'),
        fact('signIn.time', 'Date', '11/4/2026, 9:12:46 AM'),
        fact('signIn.latency', 'Latency', '141ms'),
      ],
    } as FactRecord;
    const findings = [finding(signIn), finding(signIn, { verdict: 'fine', says: 'All is well.' })];
    const codes: NamedCode[] = [
      { code: 'AADSTS53003', title: 'Conditional Access blocked the sign-in' },
      { code: 'AADSTS999999' },
    ];
    const text = textOf([{ record: signIn, findings }], true, codes);
    expect(text).toBe(
      [
        'AADSTS53003: Conditional Access blocked the sign-in',
        'AADSTS999999',
        '',
        'Sign-in details',
        '  Date: 11/4/2026, 9:12:46 AM',
        '  Request ID: 0b33e9a4-37d0-49a5-b6d4-1b6de1f4a901',
        '  Username: user@contoso.com',
        '',
        'FAILS',
        '- The device is not joined.',
        '',
        'FINE',
        '- All is well.',
      ].join('\n'),
    );
    // A row that would be a mask alone tells nobody anything.
    const masked = textOf([{ record: signIn, findings }], false, codes);
    expect(masked).toContain('Request ID: 0b33e9a4');
    expect(masked).not.toContain('Username');
  });

  it('takes the ids of a record beside the one that findings are about, which names none', () => {
    const request = recordOf(fact('request.missing', 'missing', 'nonce'));
    const answer = {
      title: 'message',
      facts: [fact('signIn.correlationId', 'Correlation ID', '6dd877d8-4013')],
    } as FactRecord;
    const text = textOf([
      { record: request, findings: [finding(request)] },
      { record: answer, findings: [] },
    ]);
    expect(text).toBe(
      'message\n  Correlation ID: 6dd877d8-4013\n\nFAILS\n- The device is not joined.',
    );
  });

  it('masks who it is about unless that is kept', () => {
    const record = recordOf(
      fact('user', 'User', 'Kim Akers'),
      fact('deviceName', 'Device', 'KIM-LAPTOP'),
      fact('azureAdJoined', 'AzureAdJoined', 'NO'),
    );
    const findings = [finding(record, { evidence: record.facts })];
    expect(textOf([{ record, findings }])).toContain('User: Kim Akers');
    const text = textOf([{ record, findings }], false);
    expect(text).toContain('User: [name] (');
    expect(text).toContain('Device: [name] (');
    expect(text).toContain('AzureAdJoined: NO (');
  });
});

describe('a text that is sent on', () => {
  it.each([
    ['a user name', 'for user@contoso.com.', 'for [user].'],
    ['a domain account', 'CONTOSO\\kim failed', '[user] failed'],
    ['a security identifier', 'SID S-1-5-21-1111-2222-3333-1001', 'SID [user]'],
    ['an IPv4 address', 'from 203.0.113.7, again', 'from [address], again'],
    ['an IPv6 address', 'from 2001:db8:0:1:1:1:1:1 again', 'from [address] again'],
    ['an id, which support needs', '62e76ee1-52af-46d3-ba8f-3f0be6aea289', undefined],
    ['a version', 'Windows 10.0.26100.1.5', undefined],
    ['a time', '2026-09-03T13:32:53Z', undefined],
    ['a time of a page', '11/4/2026, 9:12:46 AM', undefined],
    ['a time of dsregcmd', '2026-11-02 06:58:13.420 UTC', undefined],
    ['a hardware address', 'MAC 00:1A:2B:3C:4D:5E', 'MAC [address]'],
    ['the short form of an IPv6 address', 'from 2001:db8::17.', 'from [address].'],
  ])('%s', (_, text, expected = text) => expect(masked(text, [])).toBe(expected));

  it('has none of the names in it that the record tells, nor the rest of one within another', () => {
    const record = recordOf(
      fact('user', 'User', 'Kim'),
      fact('userDisplayName', 'Name', 'Kim Akers'),
    );
    expect(masked('Kim Akers and Kim signed in', [record])).toBe('[name] and [name] signed in');
  });

  it('leaves no rest of an account with a blank, and no number of a phone', () => {
    const record = recordOf(
      fact('run.account', 'Executing Account Name', 'CONTOSO\\bob roy'),
      fact('signIn.authenticationMethodDetail', 'Authentication method detail', '+1 555 0100123'),
    );
    expect(masked('CONTOSO\\bob roy was called at +1 555 0100123', [record])).toBe(
      '[name] was called at [name]',
    );
    const method = fact('signIn.authenticationMethodDetail', 'Detail', 'Password Hash Sync');
    expect(masked('Password Hash Sync', [recordOf(method)])).toBe('Password Hash Sync');
  });

  it('keeps what two letters name, which may be part of any word', () => {
    expect(masked('Status: Success in US', [recordOf(fact('location', 'Location', 'US'))])).toBe(
      'Status: Success in US',
    );
  });

  it('keeps the values that name nobody', () => {
    expect(masked('Browser: Edge', [recordOf(fact('browser', 'Browser', 'Edge'))])).toBe(
      'Browser: Edge',
    );
  });
});
