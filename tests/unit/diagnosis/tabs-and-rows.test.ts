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

describe('a failure with a success behind it', () => {
  const rows = (column: string, failed: string, passed: string, code = '53000') =>
    rulesOf(
      `Date (UTC),Username,Application,${column},Status,Sign-in error code\n` +
        `2026-10-07T05:20:11Z,ana@contoso.com,Ledger,${failed},Failure,${code}\n` +
        `2026-10-07T05:22:11Z,ana@contoso.com,Ledger,${passed},Success,0`,
    );

  it.each([
    ['device', 'Operating System', 'MacOs', 'Windows10'],
    ['browser', 'Browser', 'Firefox 130.0', 'Edge 140.0'],
    ['client', 'Client app', 'IMAP4', 'Browser'],
    [
      'app of that name',
      'Application ID',
      '4765445b-32c6-49b0-83e6-1d93765276ca',
      '4765445b-32c6-49b0-83e6-1d93765276cb',
    ],
  ])('is not over by that of another %s', (_, column, failed, passed) => {
    expect(rows(column, failed, passed)).not.toContain('failed-then-success');
    expect(rows(column, failed, failed)).toContain('failed-then-success');
  });

  it.each([
    ['50126', 'password-then-success'],
    ['500121', 'prompt-then-success'],
  ])('may be the work of an attacker: %s', (code, rule) => {
    const said = rows('Browser', 'Edge 140.0', 'Edge 140.0', code);
    expect(said).toContain(rule);
    expect(said).not.toContain('failed-then-success');
  });

  it('is the next one among many', () => {
    const at = (minute: number, rest: string) =>
      `2026-10-07T05:${String(minute % 60).padStart(2, '0')}:00Z,ana@contoso.com,Ledger,${rest}`;
    const many = Array.from({ length: 60 }, () => at(1, 'Success,0').replace('T05', 'T02')).join(
      '\n',
    );
    const head = 'Date (UTC),Username,Application,Status,Sign-in error code';
    const text = `${head}\n${many}\n${at(20, 'Failure,53000')}\n${at(22, 'Success,0')}`;
    expect(rulesOf(text)).toContain('failed-then-success');
  });
});

describe('a join of a device that is joined', () => {
  const said = (joined: string, controller = 'YES') =>
    rulesOf(
      `preCheckResult: DoNotJoin\nisPrivateKeyFound: undefined\nisJoined: ${joined}\nisDcAvailable: ${controller}\nisSystem: NO\nkeyProvider: undefined`,
    );

  it('was not left out for the user who ran the command', () => {
    expect(said('undefined')).toContain('join-not-as-system');
    expect(said('YES')).not.toContain('join-not-as-system');
  });

  it('was not left out for want of a domain controller', () => {
    expect(said('undefined', 'NO')).toContain('join-not-tried');
    expect(said('YES', 'NO')).not.toContain('join-not-tried');
  });
});

describe('a failure that may be over', () => {
  const head = 'Date (UTC),Username,Application,IP address,Status,Sign-in error code';
  const row = (time: string, rest: string, user = 'ana@contoso.com', app = 'Ledger') =>
    `2026-10-07T${time}Z,${user},${app},203.0.113.18,${rest}`;
  const FAILED = row('05:20:11', 'Failure,530002');

  it.each([
    ['minutes later', row('05:24:40', 'Success,0')],
    ['between others', `${row('05:21:00', 'Failure,530002')}\n${row('05:26:00', 'Success,0')}`],
  ])('says when the same user got in: %s', (_, rows) =>
    expect(rulesOf(`${head}\n${FAILED}\n${rows}`)).toContain('failed-then-success'),
  );

  it.each([
    ['before it', row('05:10:11', 'Success,0')],
    ['hours later', row('09:24:40', 'Success,0')],
    ['of another user', row('05:24:40', 'Success,0', 'bo@contoso.com')],
    ['to another app', row('05:24:40', 'Success,0', 'ana@contoso.com', 'Payroll')],
    ['from elsewhere', row('05:24:40', 'Success,0').replace('.18', '.77')],
    [
      'behind which it failed once more',
      `${row('05:24:40', 'Success,0')}\n${row('07:26:00', 'Failure,530002')}`,
    ],
  ])('says nothing of a success %s', (_, rows) =>
    expect(rulesOf(`${head}\n${FAILED}\n${rows}`)).not.toContain('failed-then-success'),
  );

  it('is read in records of Graph, which have no status', () => {
    const record = (time: string, errorCode: number) => ({
      createdDateTime: `2026-10-07T${time}Z`,
      userPrincipalName: 'ana@contoso.com',
      appDisplayName: 'Ledger',
      status: { errorCode },
    });
    const text = (code: number) =>
      JSON.stringify({ value: [record('05:24:40', 0), record('05:20:11', code)] });
    expect(rulesOf(text(50105))).toEqual(['failed-then-success']);
    expect(rulesOf(text(50074))).toEqual(['interrupted-then-success']);
  });

  const apps = (code: string, later: string) =>
    `Date (UTC)\tApplication\tStatus\tSign-in error code\tCorrelation ID
2026-03-01T02:00:00Z\tnightly\tFailure\t${code}\t9ed6e6b2-ad56-4ef1-8c9e-aafffa2880d1
2026-03-03T02:00:00Z\t${later}\tSuccess\t0\t876bc83e-150b-4389-97b2-2d8599382558`;

  it('says it of an app that signed in by itself, days later as well', () => {
    const found = readPaste(apps('7000222', 'nightly'), KNOWLEDGE.rules).records.flatMap(
      ({ findings }) => findings.map(({ rule, says }) => ({ rule, says })),
    );
    expect(found).toContainEqual({
      rule: 'app-failed-then-success',
      says: expect.stringContaining('2026-03-03T02:00:00Z'),
    });
  });

  it('says nothing of another app, or of a failure that is a user’s', () => {
    expect(rulesOf(apps('7000222', 'hourly'))).not.toContain('app-failed-then-success');
    expect(rulesOf(apps('50126', 'nightly'))).not.toContain('app-failed-then-success');
  });
});

describe('a sign-in without a device', () => {
  const pane = (client: string) =>
    `Sign-in error code: 530003\nUsername: bo@contoso.com\nApplication: Ledger\nClient app: ${client}\nCompliant: No\nManaged: No`;

  it('says what keeps it from an app, and what from a browser', () => {
    expect(rulesOf(pane('Browser'))).toEqual(['device-not-shown']);
    expect(rulesOf(pane('Mobile Apps and Desktop clients'))).toEqual(['device-not-shown-by-app']);
  });
});

describe('a device that is refused', () => {
  const status = (device: string) =>
    `AzureAdJoined : YES\nDomainJoined : YES\nDeviceAuthStatus : ${device}\nAzureAdPrt : NO`;

  it('is why there is no primary refresh token', () => {
    const refused = rulesOf(status('FAILED. Device is either disabled or deleted'));
    expect(refused).toContain('device-disabled-or-deleted');
    expect(refused).not.toContain('prt-reason-not-shown');
    expect(rulesOf(status('SUCCESS'))).toContain('prt-reason-not-shown');
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

describe('a redirect URI beside the registration of its app', () => {
  const APP = '67c64135-dc6a-466b-a0d3-9e9c5c80d826';
  const app = (uri: string) =>
    JSON.stringify({
      id: APP,
      appId: APP,
      displayName: 'Hours',
      signInAudience: 'AzureADMyOrg',
      web: { redirectUris: [uri] },
    });
  const request = (uri: string, id = APP) =>
    `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=${id}&response_type=code&redirect_uri=${encodeURIComponent(uri)}`;
  const RULE = 'request-redirect-uri-differs';

  it.each([
    ['cited, with a slash', 'the app sends redirect_uri=https://hours.contoso.com/auth/ here'],
    ['cited, in capitals', 'redirect_uri: "https://hours.contoso.com/Auth"'],
    ['in a request', request('https://hours.contoso.com/auth/')],
  ])('differs by little: %s', (_, text) =>
    expect(rulesOf(`${app('https://hours.contoso.com/auth')}\n\n${text}`)).toContain(RULE),
  );

  it.each([
    ['the same', 'redirect_uri=https://hours.contoso.com/auth'],
    ['another one', 'redirect_uri=https://hours.contoso.com/login'],
    [
      'two of them',
      'redirect_uri=https://hours.contoso.com/auth/\nredirect_uri=https://b.example/',
    ],
    ['of another app', request('https://hours.contoso.com/auth/', APP.replace('67', '68'))],
  ])('says nothing of %s', (_, text) =>
    expect(rulesOf(`${app('https://hours.contoso.com/auth')}\n\n${text}`)).not.toContain(RULE),
  );

  it('without a path is the same with a slash', () => {
    const text = 'redirect_uri=https://hours.contoso.com/';
    expect(rulesOf(`${app('https://hours.contoso.com')}\n\n${text}`)).not.toContain(RULE);
    const own = request('https://hours.contoso.com/');
    expect(rulesOf(`${app('https://hours.contoso.com')}\n\n${own}`)).not.toContain(RULE);
  });
});

describe('the steps of a sign-in alone', () => {
  const HEAD =
    'Date\tAuthentication method\tAuthentication method detail\tSucceeded\tResult detail\tRequirement';
  const PASSWORD =
    '11/20/2026, 4:31:02 PM\tPassword\tPassword Hash Sync\ttrue\tCorrect password\tPrimary authentication';
  const step = (succeeded: string, result: string) =>
    `11/20/2026, 4:32:30 PM\tText message\t\t${succeeded}\t${result}\tMultifactor authentication`;

  it('say what was correct and completed', () => {
    const done = [HEAD, PASSWORD, step('true', 'MFA completed in Azure AD')].join('\n');
    expect(rulesOf(done)).toEqual(['step-password-correct', 'step-mfa-completed']);
  });

  it('say no more than they show', () => {
    const denied = [HEAD, PASSWORD, step('false', 'MFA denied; user declined the authentication')];
    expect(rulesOf(denied.join('\n'))).toEqual(['mfa-declined', 'step-password-correct']);
    const wrong = [HEAD, PASSWORD.replace('Correct password', 'Incorrect password')];
    expect(rulesOf(wrong.join('\n'))).not.toContain('step-password-correct');
  });

  it.each([
    'Sign-in error code: 500121\nUsername: bo@contoso.com\nApplication: Ledger\nClient app: Browser\nAdditional Details: MFA denied; user declined the authentication',
    'Status Failure Sign-in error code 500121 Failure reason Authentication failed during strong authentication request. Additional Details MFA denied; user declined the authentication User Bo Lind Username bo@contoso.com Application Ledger Client app Browser IP address 203.0.113.58',
  ])('may stand in the additional details of a pane: %s', (text) =>
    expect(rulesOf(text)).toContain('mfa-declined'),
  );
});
