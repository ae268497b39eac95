import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf } from './reading';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const SIGN_IN = {
  createdDateTime: '2025-11-20T08:00:00Z',
  userPrincipalName: 'ana@contoso.com',
  appId: 'aaaaaaaa-1111-4111-8111-111111111101',
  status: { errorCode: 50126 },
};

const DEVICE = '{"deviceId":"","operatingSystem":"Windows10","trustType":"Hybrid Azure AD joined"}';
const POLICIES =
  '[{"displayName":"Require MFA","result":"failure","enforcedGrantControls":["Mfa"]}]';

describe('the device of a sign-in in a cell', () => {
  const head = [
    'TimeGenerated',
    'UserPrincipalName',
    'ResultType',
    'AppDisplayName',
    'DeviceDetail',
  ];
  const row = ['2025-11-20T08:00:00Z', 'ana@contoso.com', '53000', 'Teams', DEVICE];

  it.each([
    ['a grid', `${head.join('\t')}\n${row.join('\t')}`],
    ['Markdown', `| ${head.join(' | ')} |\n|---|---|---|---|---|\n| ${row.join(' | ')} |`],
    ['a list', head.map((key, at) => `${key.padEnd(20)}: ${row[at]}`).join('\n')],
    ['CSV', `${head.join(',')}\n${row.slice(0, 4).join(',')},${quoted(DEVICE)}`],
  ])('of %s is its own, and none of the directory', (_, text) => {
    expect(factsOf('signIn', text)).toContain('signIn.trustType=hybrid joined');
    expect(factsOf('deviceObject', text)).toEqual([]);
  });

  it('is one of the directory where it stands alone', () => {
    expect(factsOf('deviceObject', DEVICE)).not.toEqual([]);
  });
});

describe('a record behind a sign that parts cells', () => {
  const record = {
    id: 'aaaaaaaa-2222-4111-8111-111111111101',
    ...SIGN_IN,
    status: { errorCode: 50126, failureReason: 'Invalid username or password' },
  };
  it.each([' | ', '\t'])('in the line of a log is read whole: %j', (sign) => {
    const line = ['2025-11-20T10:00:00Z', 'INFO', JSON.stringify(record)].join(sign);
    const facts = factsOf('signIn', line);
    expect(facts).toContain(`signIn.requestId=${record.id}`);
    expect(facts).toContain('signIn.failureReason=Invalid username or password');
    expect(factsOf('message', line)).toEqual([]);
  });

  it('may be the state of a computer, or a device of the directory', () => {
    const state = '{"AzureAdJoined":"YES","DomainJoined":"NO","AzureAdPrt":"NO"}';
    expect(factsOf('dsregcmd', `PC1\t${state}`)).toContain('prt.present=NO');
    const device =
      '{"deviceId":"aaaaaaaa-4444-4111-8111-111111111101","displayName":"PC1","accountEnabled":false,"trustType":"AzureAd","operatingSystem":"Windows"}';
    expect(factsOf('deviceObject', `10:00 | ${device}`)).toContain('deviceObject.enabled=NO');
  });
});

describe('a record that a log keeps as text', () => {
  it.each([
    ['of another column', `Ticket,Raw\nINC1,${quoted(JSON.stringify(SIGN_IN))}`],
    ['over several lines', `Ticket,Raw\nINC1,${quoted(JSON.stringify(SIGN_IN, null, 2))}`],
    [
      'within the text of an object',
      `Ticket,Raw\nINC1,${quoted(JSON.stringify({ body: JSON.stringify(SIGN_IN) }))}`,
    ],
    ['in a list', `Ticket,Raw\nINC1,${quoted(JSON.stringify([SIGN_IN]))}`],
    ['of a forwarder', JSON.stringify({ host: 'a', message: JSON.stringify(SIGN_IN) })],
    [
      'value by value',
      JSON.stringify({ ...SIGN_IN, status: JSON.stringify(SIGN_IN.status), deviceDetail: DEVICE }),
    ],
  ])('is read: %s', (_, text) => {
    const facts = factsOf('signIn', text);
    expect(facts).toContain('signIn.errorCode=AADSTS50126');
    expect(facts).toContain('signIn.user=ana@contoso.com');
    expect(readFacts(text).records.map(({ kind }) => kind)).not.toContain('message');
  });

  it.each(['{}', '{"a":1}', '[]', '{"correlationId":"x"}'])(
    'is not lost behind properties that say less: %s',
    (properties) => {
      const text = JSON.stringify({
        time: '2025-11-20T10:00:00Z',
        category: 'SignInLogs',
        userPrincipalName: 'ana@contoso.com',
        resultType: '50126',
        correlationId: SIGN_IN.appId,
        properties,
      });
      expect(factsOf('signIn', text)).toContain('signIn.errorCode=AADSTS50126');
      expect(factsOf('signIn', text)).toContain('signIn.user=ana@contoso.com');
    },
  );

  it('has its policies in a list of PowerShell, too', () => {
    const text = `UserPrincipalName : ana@contoso.com\nResultType : 53003\nAppDisplayName : Teams\nCorrelationId : ${SIGN_IN.appId}\nConditionalAccessPolicies : ${POLICIES}`;
    expect(factsOf('signIn', text)).toContain('signIn.failedPolicy=Require MFA');
  });

  it('does not swallow what stands below it', () => {
    const csv =
      'UserPrincipalName,ResultType,AppDisplayName,CorrelationId\nana@contoso.com,53003,Teams,x';
    const text = `${csv}\n{"AzureAdJoined":"YES","DomainJoined":"NO","AzureAdPrt":"NO"}`;
    expect(factsOf('signIn', text)).toContain('signIn.errorCode=AADSTS53003');
    expect(factsOf('dsregcmd', text)).toContain('prt.present=NO');
  });
});
