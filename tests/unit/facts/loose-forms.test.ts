import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

const REQUEST = '4f1d22a0-9c3b-4e57-8a61-0b2c3d4e5f60';
const CORRELATION = '0a7b6c5d-1e2f-4a3b-9c8d-7e6f5a4b3c2d';
const APP = '9d1f4c2b-6e5a-4b3c-8d7e-1f2a3b4c5d6e';
const nothing = (text: string) => expect(readFacts(text).records).toEqual([]);

describe('a details pane whose cells a pipe parts', () => {
  it('is read with times, whose colons part nothing', () => {
    const pane = [
      'Date | 9/4/2026, 7:12:40 PM',
      `Request ID | ${REQUEST}`,
      `Correlation ID | ${CORRELATION}`,
      'Status | Failure',
      'Sign-in error code | 50105',
      'Username | lena@contoso.com',
      'Application | Ledger',
      'IP address | 203.0.113.61',
    ].join('\n');
    expect(factsOf('signIn', pane)).toEqual(
      expect.arrayContaining([
        'signIn.time=9/4/2026, 7:12:40 PM',
        'signIn.errorCode=AADSTS50105',
        'signIn.user=lena@contoso.com',
        'signIn.app=Ledger',
        'signIn.ipAddress=203.0.113.61',
      ]),
    );
  });

  it('is dsregcmd where the keys are its own', () => {
    expect(factsOf('dsregcmd', 'AzureAdJoined | YES\nDomainJoined | NO\nAzureAdPrt | NO')).toEqual(
      factsOf('dsregcmd', 'AzureAdJoined : YES\nDomainJoined : NO\nAzureAdPrt : NO'),
    );
  });

  it.each(['Fruit | Count\nApple | 50105\nPear | 53003', 'a | b | c\n1 | 50105 | x'])(
    'is none in %j',
    nothing,
  );
});

describe('a whole output of dsregcmd in one line', () => {
  it('is read behind the box of its first title', () => {
    const rule = `+${'-'.repeat(70)}+`;
    const text = `${rule} | Device State | ${rule} AzureAdJoined : YES EnterpriseJoined : NO DomainJoined : NO Device Name : HALL-07 ${rule} | SSO State | ${rule} AzureAdPrt : NO Attempt Status : 0xc000006a`;
    expect(factsOf('dsregcmd', text)).toEqual(
      expect.arrayContaining([
        'device.azureAdJoined=YES',
        'device.domainJoined=NO',
        'device.name=HALL-07',
        'prt.present=NO',
      ]),
    );
  });

  it('is read behind what somebody says before five values or more', () => {
    const said = '[09:02] Ada: from the new one: ';
    const values = 'IsDeviceJoined=YES, IsUserAzureAD=YES, PolicyEnabled=NO, DeviceEligible=YES';
    const result = 'PreReqResult=WillNotProvision';
    expect(recordsOf('dsregcmd', `${said}${values}, ${result}`)).toHaveLength(1);
    nothing('Rule: AzureAdJoined=YES, DomainJoined=NO, AzureAdPrt=YES');
  });
});

describe('the list of sign-ins without the column of the code', () => {
  const head = ['Date', 'Request ID', 'User', 'Application', 'Status', 'IP address'];
  const row = ['9/4/2026, 7:12:40 PM', REQUEST, 'Lena Ortiz', 'Ledger', 'Success', '203.0.113.61'];
  const read = [
    'signIn.time=9/4/2026, 7:12:40 PM',
    `signIn.requestId=${REQUEST}`,
    'signIn.userDisplayName=Lena Ortiz',
    'signIn.app=Ledger',
    'signIn.status=Success',
    'signIn.ipAddress=203.0.113.61',
  ];

  it('is read by its heads, with tabs and as a Markdown table', () => {
    expect(factsOf('signIn', `${head.join('\t')}\n${row.join('\t')}`)).toEqual(read);
    const markdown = [head, head.map(() => '---'), row].map((cells) => `| ${cells.join(' | ')} |`);
    expect(factsOf('signIn', markdown.join('\n'))).toEqual(read);
  });

  it('is told in French as well', () => {
    const french = ['Date', 'ID de la demande', 'Utilisateur', 'Application', 'État', 'Adresse IP'];
    const cells = row.with(4, 'Échec');
    expect(factsOf('signIn', `${french.join('\t')}\n${cells.join('\t')}`)).toContain(
      'signIn.status=Failure',
    );
  });

  it.each([
    // A firewall, a help desk.
    'Date\tUser\tApplication\tStatus\tIP address\n9/4/2026\tLena\tssl\tFailure\t203.0.113.61',
    'Date\tRequest ID\tUser\tApplication\tStatus\n9/4/2026\t50105\tLena\tLedger\tOpen',
  ])('is none in %j', nothing);
});

describe('a row of a download of which only some columns are left', () => {
  const row = `2026-09-04T07:12:40Z,${REQUEST},curl/8.5,${CORRELATION},Lena Ortiz,lena@contoso.com,Member,Ledger,203.0.113.61,"Lyon, Rhône, FR",Failure,50105,The signed in user is not assigned to a role.,Browser,Not Applied`;

  it('is read by the forms of its cells', () => {
    expect(factsOf('signIn', row)).toEqual(
      expect.arrayContaining([
        'signIn.user=lena@contoso.com',
        'signIn.ipAddress=203.0.113.61',
        'signIn.location=Lyon, Rhône, FR',
        'signIn.errorCode=AADSTS50105',
        'signIn.failureReason=The signed in user is not assigned to a role.',
        'signIn.clientApp=Browser',
        'signIn.conditionalAccess=notApplied',
      ]),
    );
  });

  it('is none without what only this log has', () => {
    nothing(row.replace('Not Applied', 'allow').replace('Browser', 'tcp'));
  });
});

describe('who signs in, in a message', () => {
  const message = `AADSTS50105: The signed in user is not assigned to a role for the application.\nTrace ID: ${REQUEST}\nCorrelation ID: ${CORRELATION}`;

  it('is the account alone in its line above the message', () => {
    const page = `Contoso\nlena@contoso.com\nSorry, but we’re having trouble signing you in.\n${message}`;
    expect(factsOf('message', page)).toContain('signIn.user=lena@contoso.com');
    expect(factsOf('message', `Thanks for your help.\n${page}`)).toContain(
      'signIn.user=lena@contoso.com',
    );
  });

  it('is the one that a command signs in', () => {
    for (const command of [
      'Connect-ExchangeOnline -UserPrincipalName lena@contoso.com',
      'az login --username lena@contoso.com',
      'PS C:\\> Connect-AzAccount -Tenant contoso.com -AccountId lena@contoso.com',
    ])
      expect(factsOf('message', `${command}\n${message}`)).toContain(
        'signIn.user=lena@contoso.com',
      );
  });

  it.each([
    `Kind regards\nLena Ruiz\nlena@contoso.com\n\n${message}`,
    `Assigned to\nlena@contoso.com\n${message}`,
    `Mit freundlichen Grüßen\nLena Ruiz\nIT\n\nlena@contoso.com\n${message}`,
    `helpdesk@contoso.com\n${message}`,
    `Tel: +1 555 0100\nlena@contoso.com\n${message}`,
    `Thanks, Lena\n\nlena@contoso.com\n${message}`,
  ])('is nobody who signed a mail or helps: %j', (text) =>
    expect(factsOf('message', text).filter((fact) => fact.startsWith('signIn.user='))).toEqual([]),
  );

  it('is nobody where two accounts stand there, below it, or in another command', () => {
    for (const text of [
      `lena@contoso.com\nomar@contoso.com\n${message}`,
      `${message}\nlena@contoso.com`,
      `Get-EXOMailbox -UserPrincipalName lena@contoso.com\n${message}`,
    ])
      expect(factsOf('message', text).filter((fact) => fact.startsWith('signIn.user='))).toEqual(
        [],
      );
  });
});

describe('a message in one line', () => {
  it('names the app up to the next label', () => {
    const page = `Error Code: 53003 Request Id: ${REQUEST} App name: Ledger Web Client App id: ${APP} IP address: 203.0.113.61 Device state: Unregistered`;
    expect(factsOf('message', page)).toEqual(
      expect.arrayContaining([
        'signIn.app=Ledger Web Client',
        `signIn.appId=${APP}`,
        'message.deviceState=Unregistered',
      ]),
    );
  });

  it('holds a code of the token broker without 0x behind a word for errors, and nowhere else', () => {
    const codes = (text: string) => readFacts(text).records.flatMap((record) => record.codes);
    expect(codes('Error code: CAA2000C')).toEqual(['0xCAA2000C']);
    expect(codes('Fehlercode CAA50021\nbeim Start von Teams')).toEqual(['0xCAA50021']);
    expect(codes('part CAA50021 of the order, error in line 4')).toEqual([]);
    expect(codes('Error CAA-50021')).toEqual([]);
  });
});

describe('an event that is noted in one line', () => {
  const noted =
    'Event 7054, HelloForBusiness: Windows Hello for Business prerequisites check failed. Error: 0x80090016';

  it('leaves what stands behind a blank line to whose it is', () => {
    const text = `${noted}\n\ndsregcmd (as her):\n  AzureAdJoined : YES\n  KeySignTest : FAILED\n\ntpmtool getdeviceinformation\n-TPM Present: True\n-Ready For Storage: True\n`;
    expect(factsOf('dsregcmd', text)).toContain('device.azureAdJoined=YES');
    expect(factsOf('tpm', text)).toContain('tpm.readyForStorage=YES');
    expect(factsOf('event', text).join()).not.toContain('FAILED');
  });

  it('has its id behind the name of its log', () => {
    const line = (log: string) =>
      `2026-09-04 07:12:40  ${log}  ID 76  Auto MDM Enroll: Device Credential (0x1), Failed (Unknown Win32 Error code: 0x80180026)`;
    const log = 'DeviceManagement-Enterprise-Diagnostics-Provider/Admin';
    expect(factsOf('event', line(log))).toContain('event.id=76');
    expect(recordsOf('event', line('Contoso-Backup/Admin'))).toEqual([]);
  });
});

describe('the first line of a request', () => {
  const line = (tenant: string) =>
    `GET /${tenant}/oauth2/v2.0/authorize?client_id=${APP}&prompt=none`;

  it('is a request without the name of the host', () => {
    for (const tenant of ['common', 'contoso.onmicrosoft.com', APP])
      expect(factsOf('request', line(tenant))).toEqual(
        expect.arrayContaining([`request.clientId=${APP}`, 'request.prompt=none']),
      );
  });

  it('is another service’s where its path is', () => {
    nothing(line('realms').replace('oauth2/v2.0', 'contoso/protocol/openid-connect'));
    nothing(line('login'));
  });
});

describe('a line of notes', () => {
  it('holds the rows of tpmtool, whatever parts them', () => {
    for (const text of [
      'tpmtool: -TPM Present: True / -TPM Version: 2.0 / -Is Locked Out: False',
      '-TPM Present: True | -TPM Version: 2.0 | -Is Locked Out: False',
      'TPM Present: True, TPM Version: 2.0, Is Locked Out: False',
    ])
      expect(factsOf('tpm', text), text).toEqual([
        'tpm.present=YES',
        'tpm.version=2.0',
        'tpm.lockedOut=NO',
      ]);
    expect(factsOf('tpm', 'Printer: -Paper Present: True / -Color: False')).toEqual([]);
  });

  it('holds an event whose message follows its source, and ends where the next point begins', () => {
    const text =
      '2) event log\n Event ID: 1086  Source: AAD  Realm discovery failed. Status: 0xC000005F\n3) sign-in log of ana@contoso.com: Sign-in error code 50074';
    const [event] = recordsOf('event', text);
    expect(event!.codes).toEqual(['0xC000005F']);
    expect(event!.facts.find(({ name }) => name === 'event.code')?.value).toBe('EVENT1086-AAD');
    expect(recordsOf('message', text).flatMap(({ codes }) => codes)).toEqual(['AADSTS50074']);
  });
});
