import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

const pane = (user: string, code: string) =>
  `Status\tFailure\nSign-in error code\t${code}\nUsername\t${user}\nApplication\tLedger`;
const DEVICE =
  'Device ID\t-\nBrowser\tEdge 130\nOperating System\tWindows 10\nCompliant\tNo\nManaged\tNo\nJoin Type\t-';
const POLICIES = 'Policy Name\tGrant Controls\tResult\nOwn devices\tBlock\tFailure';
const STEPS =
  'Date\tAuthentication method\tAuthentication method detail\tSucceeded\tResult detail\n11/12/2026, 7:58:02 AM\tPassword\tPassword Hash Sync\ttrue\t\n11/12/2026, 7:58:04 AM\tMobile app notification\t\tfalse\tMFA denied';

describe('tabs that stand apart', () => {
  it('are of the one sign-in of the text', () => {
    const text = [pane('ana@contoso.com', '53003'), DEVICE, POLICIES, STEPS].join('\n\n\n');
    expect(recordsOf('signIn', text)).toMatchObject([{ codes: ['AADSTS53003'], from: 1, to: 21 }]);
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining([
        'signIn.isCompliant=NO',
        'signIn.failedPolicy=Own devices',
        'signIn.authenticationResult=MFA denied',
      ]),
    );
  });

  it('are one sign-in without it', () => {
    expect(recordsOf('signIn', `${DEVICE}\n\n\n${POLICIES}`)).toHaveLength(1);
  });

  it('are of none where there are several', () => {
    const [ana, ben] = [pane('ana@contoso.com', '53003'), pane('ben@contoso.com', '50126')];
    const read = recordsOf('signIn', [ana, ben, POLICIES].join('\n\n\n'));
    expect(read.map(({ facts }) => facts.some(({ name }) => name === 'signIn.policy'))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('stay apart where the sign-in says the same of itself', () => {
    const text = `${pane('ana@contoso.com', '53003')}\nCompliant\tYes\n\n\n${DEVICE}`;
    expect(recordsOf('signIn', text)).toHaveLength(2);
  });
});

describe('the steps of an authentication', () => {
  it.each([
    STEPS,
    '| Datum | Authentifizierungsmethode | Details zur Authentifizierungsmethode | Erfolgreich | Ergebnisdetails |\n|---|---|---|---|---|\n| 11.12.2026, 07:58:02 | Password | Password Hash Sync | true | |\n| 11.12.2026, 07:58:04 | Mobile app notification | | false | MFA denied |',
  ])('are read without their times: %j', (text) => {
    const facts = factsOf('signIn', text);
    expect(facts).toEqual(
      expect.arrayContaining([
        'signIn.authenticationMethod=Mobile app notification',
        'signIn.authenticationSucceeded=NO',
      ]),
    );
    expect(facts.join()).not.toContain('signIn.time');
  });

  it('hold no secret, though a method is called as one', () => {
    expect(readFacts(STEPS).secrets).toEqual([]);
  });

  it('are none of a table with one of its heads', () => {
    const text = 'Product,Authentication method,Price\nVPN,Password,3';
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('policies as labels and values', () => {
  const text =
    'Policy Name: Own devices\nGrant Controls: Require compliant device\nResult: Failure\n\nPolicy Name: MFA\nGrant Controls: Require MFA\nResult: Success';

  it('are told one by one', () => {
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining([
        'signIn.failedPolicy=Own devices',
        'signIn.failedControl=Require compliant device',
        'signIn.policy=Success, Require MFA',
      ]),
    );
  });

  it('are none of another product', () => {
    expect(recordsOf('signIn', 'Policy Name: Backup\nResult: Failure')).toEqual([]);
  });
});

describe('rows of a pane in one line', () => {
  const rows = [
    'Date: 10/29/2026, 4:02:11 PM',
    'Status: Failure',
    'Sign-in error code: 50126',
    'Username: ana@contoso.com',
    'Application: Azure Portal',
    'IP address: 203.0.113.61',
  ];

  it.each([' | ', ', ', '; ', ' • ', ' / ', ' - '])('are parted by %j', (sign) => {
    expect(factsOf('signIn', rows.join(sign))).toEqual([
      'signIn.time=10/29/2026, 4:02:11 PM',
      'signIn.status=Failure',
      'signIn.errorCode=AADSTS50126',
      'signIn.user=ana@contoso.com',
      'signIn.app=Azure Portal',
      'signIn.ipAddress=203.0.113.61',
    ]);
  });

  it.each([
    'TimeGenerated: 2026-11-09T07:31:22Z, UserPrincipalName: ana@contoso.com, AppDisplayName: Ledger, ResultType: 50155, ResultDescription: Device authentication failed., IPAddress: 203.0.113.52',
  ])('may be columns of the log: %j', (text) => {
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining([
        'signIn.user=ana@contoso.com',
        'signIn.errorCode=AADSTS50155',
        'signIn.failureReason=Device authentication failed.',
      ]),
    );
  });
});

describe('a row of the list without its head', () => {
  const cells = [
    '10/21/2026, 6:41:55 AM',
    '31111111-0b1c-4d2e-8f30-a1b2c3d4e5f6',
    'Irina Popescu',
    'Ledger',
    'Failure',
    '203.0.113.140',
    '"Bucharest, Bucuresti, RO"',
    'Not Applied',
    'Single-factor authentication',
  ];

  it.each([
    cells.join(';'),
    cells.map((cell) => (cell.includes(',') ? `"${cell.replaceAll('"', '')}"` : cell)).join(','),
    `| ${cells.join(' | ').replaceAll('"', '')} |`,
    `> ${cells.join('\t').replaceAll('"', '')}`,
  ])('is read however its cells are parted: %j', (text) => {
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining([
        'signIn.app=Ledger',
        'signIn.status=Failure',
        'signIn.location=Bucharest, Bucuresti, RO',
        'signIn.conditionalAccess=notApplied',
      ]),
    );
  });
});

it('says nothing of a value that is null in YAML', () => {
  const text =
    'createdDateTime: 2026-09-30T05:44:19Z\nuserPrincipalName: ana@contoso.com\nappDisplayName: Ledger\nstatus:\n  errorCode: 53000\n  additionalDetails: null\ndeviceDetail:\n  isCompliant: null\n  isManaged: true';
  expect(JSON.stringify(readFacts(text).records)).not.toContain('null');
  expect(factsOf('signIn', text)).toContain('signIn.isManaged=YES');
});

it('reads the code that a script worked out for an object', () => {
  const text =
    'CreatedDateTime   : 11/5/2026 1:20:08 PM\nUserPrincipalName : ana@contoso.com\nAppDisplayName    : Ledger\nErrorCode         : {50126}';
  expect(recordsOf('signIn', text)).toMatchObject([{ codes: ['AADSTS50126'] }]);
});

it('puts no tab behind the message of another user into a sign-in', () => {
  const signIn =
    '{"createdDateTime":"2026-10-06T14:03:55Z","userPrincipalName":"ana@contoso.com","appDisplayName":"Ledger","status":{"errorCode":53000}}';
  const tab = 'Browser\tChrome\nOperating System\tMacOs\nCompliant\tYes\nManaged\tYes';
  const message = 'bob@contoso.com gets AADSTS50105: not assigned';
  expect(recordsOf('signIn', `${signIn}\n\n${tab}`)).toHaveLength(1);
  expect(recordsOf('signIn', `${signIn}\n\n${message}\n\n${tab}`)).toHaveLength(2);
});

it('reads no row below the table of policies as one', () => {
  const text = 'Policy Name\nGrant Controls\nResult\nRequire MFA\nMFA\nSuccess\nStatus\nFailure';
  expect(factsOf('signIn', text)).not.toContain('signIn.failedPolicy=Status');
});

describe('the tab of the device alone', () => {
  const rows = [
    ['Device ID', '7d1e0c35-4a2b-4e6f-9d81-5c3b2a190f7e'],
    ['Browser', 'Firefox 133.0'],
    ['Operating System', 'Linux'],
    ['Compliant', 'No'],
    ['Managed', 'No'],
    ['Join Type', 'Microsoft Entra registered'],
  ] as const;
  const read = [
    'signIn.deviceId=7d1e0c35-4a2b-4e6f-9d81-5c3b2a190f7e',
    'signIn.browser=Firefox 133.0',
    'signIn.operatingSystem=Linux',
    'signIn.isCompliant=NO',
    'signIn.isManaged=NO',
    'signIn.trustType=registered',
  ];

  it.each(['\t', '\t\t', '\t\t\t', ': ', ' = ', ' - ', ' -> ', ' – ', '    ', ' '])(
    'is read with %j between label and value',
    (sign) => {
      const text = rows.map((row) => row.join(sign)).join('\n');
      expect(factsOf('signIn', text)).toEqual(read);
      expect(factsOf('signIn', `Device info\n${text}`)).toEqual(read);
      expect(factsOf('signIn', text.split('\n').slice(1).join('\n'))).toEqual(read.slice(1));
    },
  );

  it('is none without the browser, as an inventory has it', () => {
    const inventory = [...rows.slice(2), ['Owner', 'Sales']];
    for (const sign of ['\t\t', ' = ', ' '])
      expect(recordsOf('signIn', inventory.map((row) => row.join(sign)).join('\n'))).toEqual([]);
  });

  it('is none in prose that begins with its words', () => {
    const text =
      'Compliant No, that is what it says.\nManaged by us since May.\nBrowser does not matter.\nOperating System updates are due.';
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('the tab of the place alone', () => {
  const rows = [
    'Location\tGraz, Steiermark, AT',
    'IP address\t203.0.113.19',
    'IP address (seen by resource)\t',
    'Autonomous system number\t64500',
    'Through Global Secure Access\tNo',
  ];

  it.each(['\t', ': ', ' = '])('is read with %j between label and value', (sign) => {
    expect(factsOf('signIn', rows.join('\n').replaceAll('\t', sign))).toEqual(
      expect.arrayContaining([
        'signIn.location=Graz, Steiermark, AT',
        'signIn.ipAddress=203.0.113.19',
        'signIn.globalSecureAccess=NO',
      ]),
    );
  });

  it('is none where no row is one of a sign-in', () => {
    const text = 'IP address: 203.0.113.19\nLocation: Graz, AT\nCountry: Austria\nISP: Example';
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('the table of a tab without its head', () => {
  const steps = [
    [
      '10/5/2026, 7:40:02 AM',
      'Password',
      'Password Hash Sync',
      'true',
      'Correct password',
      'Primary authentication',
    ],
    [
      '10/5/2026, 7:40:31 AM',
      'Text message',
      '',
      'false',
      'MFA denied; user did not respond',
      'Multifactor authentication',
    ],
  ];
  const policies = [
    ['Baseline', 'Require multifactor authentication', '', 'Success'],
    ['Outside the office', 'Block', '', 'Failure'],
    ['Pilot', 'Require compliant device', '', 'Report-only: Failure'],
  ];

  it.each(['\t', ' | ', ';'])('is read with cells parted by %j', (sign) => {
    const textOf = (rows: string[][]) => rows.map((row) => row.join(sign)).join('\n');
    expect(factsOf('signIn', textOf(steps))).toEqual([
      'signIn.authenticationMethod=Password',
      'signIn.authenticationMethodDetail=Password Hash Sync',
      'signIn.authenticationSucceeded=YES',
      'signIn.authenticationResult=Correct password',
      'signIn.authenticationMethod=Text message',
      'signIn.authenticationSucceeded=NO',
      'signIn.authenticationResult=MFA denied; user did not respond',
    ]);
    const facts = factsOf('signIn', textOf(policies));
    expect(facts).toContain('signIn.failedPolicy=Outside the office');
    expect(facts).toContain('signIn.reportOnlyPolicy=Pilot');
    expect(facts).not.toContain('signIn.failedPolicy=Pilot');
  });

  it.each([
    'Rule 7\tBlock\tSuccess\nRule 8\tBlock\tFailure',
    'Nightly\tFull\t\tSuccess\nWeekly\tIncremental\t\tFailure',
    '2026-10-05 10:00\tlogin page\tchrome\tfalse\telement not found\tretry',
    'Sign-in test\tRequire login\tSuccess\nLogout test\tRequire session\tFailure',
    'Password policy\tRequire MFA\tSuccess\nGlobal session\tRequire MFA\tFailure',
    '2026-10-05 10:00\tSSH\ttrue\tAuthentication completed',
  ])('is none of something else: %j', (text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });

  it('is read in other languages, as policies of the sign-in above', () => {
    const pane =
      'Code d’erreur de connexion : 53003\nUtilisateur : Maud Perrin\nApplication : Field Notes\nAdresse IP : 203.0.113.180';
    const tab =
      'CA-App | Exiger une stratégie de protection des applications | Échec\nCA-MFA | Exiger l’authentification multifacteur | Réussite\nCA-Alt | Bloquer | Non appliqué';
    const text = `${pane}\n\nonglet « Accès conditionnel » :\n${tab}`;
    expect(recordsOf('signIn', text)).toHaveLength(1);
    const facts = factsOf('signIn', text);
    expect(facts).toContain('signIn.errorCode=AADSTS53003');
    expect(facts.filter((one) => one.startsWith('signIn.failed'))).toEqual([
      'signIn.failedPolicy=CA-App',
      'signIn.failedControl=Exiger une stratégie de protection des applications',
    ]);
  });

  it.each([
    ['CA1 | Mehrstufige Authentifizierung anfordern | Fehler', 'failedPolicy=CA1'],
    ['CA1    Exigir autenticación multifactor    Error', 'failedPolicy=CA1'],
    ['CA1;多要素認証を要求する;失敗', 'failedPolicy=CA1'],
    [
      'Onglet accès conditionnel (rapport seul) de la connexion de Maud hier :\nCA1 | Exiger un appareil conforme | Échec',
      'reportOnlyPolicy=CA1',
    ],
    ['Rapport uniquement\nCA1 | Exiger un appareil conforme | Échec', 'reportOnlyPolicy=CA1'],
    [
      'Onglet accès conditionnel (rapport seul) :\nCA1 | Exiger un appareil conforme | Échec',
      'reportOnlyPolicy=CA1',
    ],
  ])('is read alone: %j', (text, wanted) =>
    expect(factsOf('signIn', text)).toContain(`signIn.${wanted}`),
  );

  it.each([
    'Regel 1 | Blockieren | Fehler\nRegel 2 | Blockieren | Nicht angewendet',
    'Projet A | Exiger un devis | Échec\nProjet B | Exiger une facture | Réussite',
    'Fazit | Multi-Faktor einrichten | Fehler',
    'Fazit | MFA für alle ist erforderlich | Fehler',
  ])('is none of something else in them: %j', (text) =>
    expect(recordsOf('signIn', text)).toEqual([]),
  );

  it('keeps a time and a sentence whole where commas part its cells', () => {
    const head =
      'Date,Authentication method,Authentication method detail,Succeeded,Result detail,Requirement';
    const text = [head, ...steps.map((row) => row.join(','))].join('\n');
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining([
        'signIn.authenticationMethod=Text message',
        'signIn.authenticationResult=MFA denied; user did not respond',
      ]),
    );
  });
});
