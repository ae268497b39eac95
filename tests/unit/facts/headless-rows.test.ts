import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

// Rows of the list or of a download of sign-ins that were copied without the heads of their columns.

const REQUEST = '5b1c7a90-2f4e-4f0b-9a55-0c7e1d2f3a4b';
const OTHER_ID = 'c0f3d1e2-7a6b-4c5d-8e9f-1a2b3c4d5e6f';

const CELLS = [
  '11/3/2026, 8:41:12 AM',
  REQUEST,
  'Rosa Keller',
  'rkeller@contoso.com',
  'Field Notes',
  'Failure',
  '203.0.113.44',
  'Graz, Steiermark, AT',
  '50055',
  'The password is expired.',
  'Browser',
  'Failure',
];

const READ = [
  'signIn.user=rkeller@contoso.com',
  'signIn.status=Failure',
  'signIn.ipAddress=203.0.113.44',
  'signIn.location=Graz, Steiermark, AT',
  'signIn.clientApp=Browser',
  'signIn.errorCode=AADSTS50055',
  'signIn.failureReason=The password is expired.',
];

const quoted = (cells: readonly string[], sign: string) =>
  cells.map((cell) => (cell.includes(sign) ? `"${cell}"` : cell)).join(sign);

describe('one row without its head', () => {
  it.each(['\t', ';', '|', ','])('is read by the forms of its cells, parted by %j', (sign) => {
    const facts = factsOf('signIn', quoted(CELLS, sign));
    expect(facts).toEqual(expect.arrayContaining(READ));
    expect(facts).toContain('signIn.app=Field Notes');
    expect(facts).toContain('signIn.userDisplayName=Rosa Keller');
    expect(facts).toContain(`signIn.requestId=${REQUEST}`);
  });

  it('is read in another order, and with empty cells', () => {
    const order = [9, 8, 3, 2, 11, 5, 0, 6, 7, 10, 1];
    const other = order.map((place) => CELLS[place]!);
    for (const sign of ['\t', ';', ',']) {
      const facts = factsOf('signIn', quoted(other, sign));
      expect(facts, sign).toEqual(expect.arrayContaining(READ));
      expect(facts.join(), sign).not.toContain('signIn.app');
    }
    const sparse = CELLS.flatMap((cell, place) => (place % 3 ? [cell, ''] : [cell]));
    expect(factsOf('signIn', sparse.join('\t'))).toEqual(expect.arrayContaining(READ));
  });

  it.each([
    '2026-11-03T08:41:12Z',
    '03.11.2026, 08:41:12',
    '3/11/2026 08:41',
    '2026/11/03 8:41:12',
  ])('may have the time %s', (time) => {
    expect(factsOf('signIn', CELLS.with(0, time).join('\t'))).toEqual(
      expect.arrayContaining([...READ, `signIn.time=${time}`]),
    );
  });

  it.each(['Fehler', 'Échec', 'Error', 'Fallo', 'Falha', 'Mislukt', '失敗'])(
    'may say %s',
    (status) => {
      expect(factsOf('signIn', CELLS.with(5, status).with(11, status).join('\t'))).toEqual(
        expect.arrayContaining(READ),
      );
    },
  );

  it('leaves open which id is which where some stand in it', () => {
    const facts = factsOf('signIn', CELLS.toSpliced(2, 0, OTHER_ID).join('\t'));
    expect(facts).toEqual(expect.arrayContaining(READ));
    expect(facts.join()).not.toMatch(/5b1c7a90|c0f3d1e2/);
  });

  it('tells browser, system, join and kind of user by their words', () => {
    const more = [...CELLS, 'Edge 142.0.0', 'Windows11', 'Hybrid Azure AD joined', 'guest', 'No'];
    expect(factsOf('signIn', more.join('\t'))).toEqual(
      expect.arrayContaining([
        'signIn.browser=Edge 142.0.0',
        'signIn.operatingSystem=Windows11',
        'signIn.trustType=hybrid joined',
        'signIn.userType=Guest',
      ]),
    );
  });

  it('names the address that has a place, where the resource saw another', () => {
    expect(factsOf('signIn', [...CELLS, '203.0.113.9'].join('\t'))).toEqual(
      expect.arrayContaining(READ),
    );
  });

  it('is one of some', () => {
    const second = CELLS.with(3, 'b.odum@contoso.com').with(2, 'Ben Odum');
    const text = [CELLS, second].map((cells) => cells.join('\t')).join('\n');
    expect(recordsOf('signIn', text)).toHaveLength(2);
    expect(recordsOf('log', text)[0]!.facts.map(({ value }) => value)).toContain('2');
  });

  it('names no person who is not the user', () => {
    const facts = factsOf('signIn', CELLS.with(2, 'Service Desk').join('\t'));
    expect(facts.join()).not.toContain('userDisplayName');
  });
});

describe('rows of a download of which few columns are left', () => {
  const failed = [
    '2026-10-07T05:20:11Z',
    REQUEST,
    'mira.lund@contoso.com',
    'Expense Desk',
    '203.0.113.18',
    'Failure',
    '50079',
    'User needs to enroll for multi-factor authentication.',
  ];
  const passed = failed.with(5, 'Success').with(6, '0').with(7, 'Other.');

  it.each([';', ',', '\t', ' | '])('are read by status, code and reason, parted by %j', (sign) => {
    const text = [passed, failed].map((cells) => cells.join(sign)).join('\n');
    expect(recordsOf('log', text)[0]!.facts.map(({ value }) => value)).toContain('2');
    expect(factsOf('signIn', text)).toEqual(
      expect.arrayContaining([
        'signIn.errorCode=0',
        'signIn.errorCode=AADSTS50079',
        'signIn.user=mira.lund@contoso.com',
        'signIn.app=Expense Desk',
        'signIn.ipAddress=203.0.113.18',
      ]),
    );
  });

  it('have no id and no address where those were removed', () => {
    const text = [0, 2, 3, 5, 6, 7].map((place) => failed[place]).join(';');
    expect(factsOf('signIn', text)).toEqual([
      'signIn.time=2026-10-07T05:20:11Z',
      'signIn.user=mira.lund@contoso.com',
      'signIn.status=Failure',
      'signIn.app=Expense Desk',
      'signIn.errorCode=AADSTS50079',
      'signIn.failureReason=User needs to enroll for multi-factor authentication.',
    ]);
  });

  it.each([
    failed.with(6, 'INVALID_CREDENTIALS'),
    failed.with(7, 'tunnel closed'),
    failed.with(3, 'deny'),
    failed.with(2, 'mira.lund'),
    failed.with(5, 'Failed'),
    failed.toSpliced(1, 1).with(6, 'The user denied the push request on the phone.'),
    passed.with(7, 'The invoice was sent to the customer.'),
    passed.with(6, '200'),
  ])('are none in the log of something else: %j', (...cells) => {
    expect(recordsOf('signIn', cells.join(';'))).toEqual([]);
  });
});

describe('a row of something else', () => {
  const at = '2026-11-03T08:41:12Z';
  it.each([
    [
      'Okta',
      `${at},${REQUEST},Rosa Keller,rkeller@contoso.com,user.session.start,FAILURE,INVALID_CREDENTIALS,203.0.113.44,"Graz, Steiermark, AT",Chrome 142.0.0,Windows 10`,
    ],
    [
      'Google',
      `${at}\trkeller@contoso.com\tLogin failure\t203.0.113.44\tGoogle Password\tFailure\tGraz, Steiermark, AT`,
    ],
    [
      'Duo',
      `${at},${REQUEST},rkeller@contoso.com,Duo Push,Failure,"No response was received.",203.0.113.44,"Graz, Styria, AT",VPN,Browser`,
    ],
    [
      'a firewall',
      `${at};fw01;deny;203.0.113.44;203.0.113.9;50055;443;tcp;Failure;policy 53003;The session was closed.`,
    ],
    [
      'a web server',
      `203.0.113.44 - rkeller@contoso.com [03/Nov/2026:08:41:12 +0000] "GET /a" 500`,
    ],
    [
      'a CRM',
      `3/11/2026 08:41,${REQUEST},Rosa Keller,rkeller@contoso.com,50055,The contact was not found.,"Graz, Steiermark, AT",Failure`,
    ],
    [
      'an invoice',
      `3/11/2026 08:41;RE-50055;Rosa Keller;rkeller@contoso.com;50055;Paid in full today.;199,00`,
    ],
    [
      'a list of users',
      `${REQUEST},Rosa Keller,rkeller@contoso.com,Member,203.0.113.44,"Graz, Steiermark, AT",${at},Browser`,
    ],
    ['two codes', CELLS.toSpliced(9, 0, 'The account is locked now.', '50053').join('\t')],
  ])('is no sign-in: %s', (_, text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});

describe('a row of which single blanks are left between the cells', () => {
  const row = CELLS.join(' ');
  const ownFacts = [...READ, 'signIn.app=Field Notes', 'signIn.userDisplayName=Rosa Keller'];

  it.each([
    ['as copied', row],
    ['with a time in ISO', row.replace('11/3/2026, 8:41:12 AM', '2026-11-03T08:41:12Z')],
    ['below a sentence', `this one:\n${row}\nthanks`],
    ['without the id of the request', row.replace(` ${REQUEST}`, '')],
    ['with a client of many words', row.replace('Browser', 'Mobile Apps and Desktop clients')],
  ])('is parted by its forms: %s', (_, text) => {
    const client = /Browser/.test(text) ? 'Browser' : 'Mobile Apps and Desktop clients';
    const wanted = ownFacts.map((one) =>
      one.startsWith('signIn.clientApp') ? `signIn.clientApp=${client}` : one,
    );
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(wanted));
  });

  it.each([
    '2026-11-03 08:41:12 rkeller@contoso.com login Failure 203.0.113.44 via proxy',
    '2026-11-03T08:41:12Z Rosa Keller rkeller@contoso.com Webmail Failure 203.0.113.44 Graz, Steiermark, AT',
    '11/3/2026, 8:41:12 AM rkeller@contoso.com Invoice 50055 Success 203.0.113.44 Graz, Steiermark, AT',
    '11/3/2026, 8:41:12 AM Rosa Keller rkeller@contoso.com wrote: it was a Failure 203.0.113.44',
    '11/3/2026, 8:41:12 AM rkeller@contoso.com VPN Failure 203.0.113.44 Graz, Steiermark, AT 50055',
  ])('is none of another log: %s', (text) => expect(recordsOf('signIn', text)).toEqual([]));
});

describe('a row of an app that signs in by itself', () => {
  const row = (...cells: string[]) => cells.join('  ');
  const TIME = '2026-11-03T08:41:12Z';
  const SENTENCE = `The provided client secret keys for app '${OTHER_ID}' are expired.`;

  it('is read beside an answer that names other codes', () => {
    const text = `Log:\n${row(TIME, REQUEST, 'svc-notes', 'Failure', '7000222', SENTENCE)}\n\nAnswer:\n> 7000222 is usually AADSTS7000215 or AADSTS700016.`;
    const [signIn, ...others] = recordsOf('signIn', text);
    expect(others).toEqual([]);
    expect(signIn!.codes).toEqual(['AADSTS7000222']);
    expect(factsOf('signIn', text)).toContain(`signIn.requestId=${REQUEST}`);
    expect(factsOf('signIn', text).join()).not.toContain('signIn.user');
  });

  it.each([
    row(TIME, REQUEST, 'svc-notes', 'Failure', '7000222', 'The parcel with this number is gone.'),
    row(TIME, 'svc-notes', 'batch', 'Failure', '7000222', SENTENCE),
    row(TIME, REQUEST, 'svc-notes', 'Success', '7000222', SENTENCE),
    row(TIME, REQUEST, 'svc-notes', 'Failure', '53', SENTENCE),
    row('Monday', REQUEST, 'svc-notes', 'Failure', '7000222', SENTENCE),
  ])('is none otherwise: %s', (text) => expect(recordsOf('signIn', text)).toEqual([]));
});

describe('a row of the download with the ids of its app', () => {
  const cells = (app: string) =>
    `2026-11-03T08:41:12Z,${REQUEST},${OTHER_ID},${OTHER_ID},Rosa Keller,rkeller@contoso.com,Member,${app},203.0.113.44,"Graz, Steiermark, AT",Failure,50055,"The password is expired.",Browser,Not Applied`;

  it('has the app before its id, and the resource behind', () => {
    const facts = factsOf('signIn', cells(`Field Notes,${OTHER_ID},Microsoft Graph`));
    expect(facts).toContain('signIn.app=Field Notes');
  });

  it.each([
    ['two names without an id', 'Field Notes,Microsoft Graph'],
    ['an id before the first', `${OTHER_ID},Microsoft Graph,${OTHER_ID},Contoso`],
    ['three names', `Field Notes,${OTHER_ID},Microsoft Graph,${OTHER_ID},Contoso`],
  ])('names none of %s', (_, app) =>
    expect(factsOf('signIn', cells(app)).join()).not.toContain('signIn.app='),
  );
});

describe('rows of few columns without their heads', () => {
  const row = (...cells: string[]) => ['11/20/2026, 8:31:02 AM', ...cells].join('\t');
  const BEA = ['Bea Lind', 'bea.lind@contoso.com', 'Contoso Wiki'];
  const END = ['203.0.113.150', 'Browser'];

  it('are each of their own user', () => {
    const text = [
      row(...BEA, 'Success', '0', ...END),
      row('Pavel Horak', 'p.horak@contoso.com', 'Contoso Wiki', 'Failure', '50072', ...END),
    ].join('\n');
    const signIns = readFacts(text).records.filter(({ kind }) => kind === 'signIn');
    expect(signIns.map(({ codes }) => codes)).toEqual([[], ['AADSTS50072']]);
    const users = signIns.map(({ facts }) => facts.find(({ name }) => name === 'signIn.user'));
    expect(users.map((user) => user?.value)).toEqual([BEA[1], 'p.horak@contoso.com']);
    expect(signIns[1]!.facts.find(({ name }) => name === 'signIn.app')?.value).toBe('Contoso Wiki');
  });

  it.each([
    ['without a client app', row(...BEA, 'Failure', '50072', '203.0.113.150', 'GET')],
    ['of another person', row('Order desk', ...BEA.slice(1), 'Failure', '50072', ...END)],
    ['with a number of no code', row(...BEA, 'Failure', '12345', ...END)],
    ['of a success with a code', row(...BEA, 'Success', '50072', ...END)],
    ['of a firewall', row(...BEA, 'Failure', '50072', ...END, 'denied')],
  ])('are none %s', (_, text) => expect(readFacts(text).records).toEqual([]));
});
