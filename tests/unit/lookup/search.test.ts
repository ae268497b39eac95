import { describe, expect, it } from 'vitest';
import type { IndexLine } from '../../../lookup/index-line';
import type { GuideLine } from '../../../lookup/guide';
import { buildWordIndex } from '../../../lookup/build-word-index';
import { createSearch } from '../../../lookup/search';
import { unpackWordIndex } from '../../../lookup/word-index';
import { documentOf, searchOf } from '../../search-of';

const line = (code: string, title: string, summary = '', name = '', keywords = ''): IndexLine => ({
  code,
  title,
  summary,
  name,
  keywords,
  severity: 'medium',
  fixedBy: 'admin',
  depth: 'full',
  area: 'credentials',
});

const search = searchOf([
  line(
    'AADSTS50126',
    'Wrong user name or password',
    'The pair does not match an account.',
    'InvalidUserNameOrPassword',
    'caps lock',
  ),
  line('AADSTS501261', 'Password of another directory'),
  line(
    'AADSTS53003',
    'Blocked by Conditional Access',
    'A policy refused the token.',
    'BlockedByConditionalAccess',
    'CA policy',
  ),
  line(
    'AADSTS53000',
    'Device does not meet policy',
    'Conditional Access asks for a compliant device.',
    'DeviceNotCompliant',
  ),
  line(
    'AADSTS50011',
    'Redirect URI of the app is not registered',
    '',
    'InvalidReplyTo',
    'reply url',
  ),
  line('AADSTS50076', 'Multifactor authentication is required', '', '', 'MFA'),
  line('0x801C03ED', 'Device join or Windows Hello setup refused', '', '', 'Autopilot · PIN'),
  line('EVENT360', 'Windows Hello cannot be set up yet'),
]);
const found = (query: string) => search.find(query).map(({ code }) => code);

describe('exact and prefix answers come first', () => {
  it.each([
    ['AADSTS50126', 'AADSTS50126'],
    ['aadsts 50126', 'AADSTS50126'],
    ['50126', 'AADSTS50126'],
    ['501261', 'AADSTS501261'],
    ['0x801c03ed', '0x801C03ED'],
    ['801C03ED', '0x801C03ED'],
    ['2149319661', '0x801C03ED'],
    ['-2145647635', '0x801C03ED'],
    ['event 360', 'EVENT360'],
    ['BlockedByConditionalAccess', 'AADSTS53003'],
    ['blocked by conditional', 'AADSTS53003'],
  ])('%s → %s', (query, code) => {
    expect(found(query)[0]).toBe(code);
  });

  it.each([
    ['-2145', '0x801C03ED'],
    ['2149', '0x801C03ED'],
    ['0x801c', '0x801C03ED'],
    ['801c', '0x801C03ED'],
  ])('the beginning of an HRESULT, %s, in each of its spellings', (query, code) =>
    expect(found(query)[0]).toBe(code),
  );

  it('an HRESULT that nobody knows finds no words', () => expect(found('0xdead')).toEqual([]));

  it('a word that is made of hex digits is a word', () => {
    const lines = [line('AADSTS50076', 'Multifactor authentication is required', '', '', '2FA')];
    expect(
      searchOf(lines)
        .find('2fa')
        .map(({ code }) => code),
    ).toEqual(['AADSTS50076']);
  });

  it('codes of more digits stand behind those of fewer, sorted as numbers', () => {
    const lines = ['AADSTS500112', 'AADSTS50020', 'AADSTS5000111', 'AADSTS50011'];
    const numbers = searchOf(lines.map((code) => line(code, 'Title')));
    expect(numbers.find('500').map(({ code }) => code)).toEqual([
      'AADSTS50011',
      'AADSTS50020',
      'AADSTS500112',
      'AADSTS5000111',
    ]);
  });

  it('a name that begins so comes before one that only has it inside', () => {
    const lines = [
      line('AADSTS50001', 'One', '', 'UserDeviceNotRegistered'),
      line('AADSTS50002', 'Two', '', 'DeviceNotRegisteredYet'),
      line('AADSTS50003', 'Three', '', 'DeviceNotRegistered'),
    ];
    expect(
      searchOf(lines)
        .find('DeviceNotRegistered')
        .map(({ code }) => code),
    ).toEqual(['AADSTS50003', 'AADSTS50002', 'AADSTS50001']);
  });

  it('digits that begin codes list them, the exact one first', () => {
    expect(found('50126')).toEqual(['AADSTS50126', 'AADSTS501261']);
    expect(found('530').sort()).toEqual(['AADSTS53000', 'AADSTS53003']);
  });
});

describe('words', () => {
  it.each([
    ['conditonal acess', 'AADSTS53003'],
    ['wrong pasword', 'AADSTS50126'],
    ['passwrod', 'AADSTS50126'],
    ['reply url', 'AADSTS50011'],
    ['mfa', 'AADSTS50076'],
    ['Multifaktor authentication', 'AADSTS50076'],
    ['why is my device not compliant', 'AADSTS53000'],
  ])('%s → %s', (query, code) => {
    expect(found(query)[0]).toBe(code);
  });
});

describe('what must find nothing', () => {
  it.each(['', '   ', '50127', '99999', 'AADSTS99999', '0x801C9999', 'zzzzqqqq', '!!!'])(
    '%j',
    (query) => {
      expect(found(query)).toEqual([]);
    },
  );

  it('survives hostile queries', () => {
    for (const query of [
      '('.repeat(5000),
      '\\',
      '[a-',
      'a'.repeat(100_000),
      '\ud800',
      '𝒜'.repeat(99),
    ]) {
      expect(() => search.find(query)).not.toThrow();
    }
  });
});

describe('guides', () => {
  const guide = (name: string, title: string, summary = '', keywords = ''): GuideLine => ({
    name,
    title,
    summary,
    keywords,
  });
  const { findGuides } = searchOf(
    [line('AADSTS53003', 'Blocked by Conditional Access', 'A policy refused the token.')],
    [
      guide('blocks', 'Users blocked by Conditional Access', 'Which policy, and why.', 'CA'),
      guide('hello', 'Windows Hello does not start', 'From policy to PIN.', 'WHfB · PIN setup'),
      guide('pin', 'PIN creation error', 'The code on the screen.', 'Windows Hello'),
    ],
  );
  const names = (query: string) => findGuides(query).map(({ name }) => name);

  it.each([
    ['conditional access', ['blocks']],
    ['conditonal acess', ['blocks']],
    ['whfb', ['hello']],
    ['windows hello', ['hello', 'pin']],
    ['pin creation', ['pin']],
    ['policy', ['blocks', 'hello']],
  ])('%j leads to %j, the title before keywords', (query, wanted) =>
    expect(names(query)).toEqual(wanted),
  );

  it.each(['', ' ', 'w', 'zebra', 'AADSTS53003', '53003', '0x801C03ED'])(
    '%j leads to none',
    (query) => expect(names(query)).toEqual([]),
  );
});

describe('a guide before the codes', () => {
  const search = searchOf(
    [
      line('AADSTS50014', 'Guest invitation is open', '', '', 'guest'),
      line('AADSTS500571', 'Guest account is disabled', '', '', 'guest'),
      line('AADSTS53003', 'Blocked by Conditional Access', 'A policy refused the token.'),
      line('AADSTS50020', 'Account of another tenant', '', '', 'location policy'),
    ],
    [
      { name: 'guest', title: 'Guest', summary: 'Which side stopped them.', keywords: '' },
      { name: 'policy', title: 'Location policy', summary: 'Which of them.', keywords: '' },
    ],
  );

  it('stands where several codes answer alike, and the matter is all that was asked', () =>
    expect(search.leadsToGuide('guest')).toBe(true));

  it('stands before a code that says the same: who asks for a matter may mean any code of it', () =>
    expect(search.leadsToGuide('location policy')).toBe(true));

  it.each(['guest invitation', 'guest account disabled', 'conditional access'])(
    'stands behind the code that %s means',
    (query) => expect(search.leadsToGuide(query)).toBe(false),
  );
});

describe('a guide that is liker than any code, and not the query itself', () => {
  const guide = (name: string, title: string): GuideLine => ({
    name,
    title,
    summary: '',
    keywords: '',
  });
  const { leadsToGuide } = searchOf(
    [
      line('AADSTS90001', 'Certificate of the hybrid server in the office of a partner expired'),
      line('AADSTS90002', 'Certificate of the hybrid client in the office of a partner expired'),
      line('AADSTS90003', 'Kiosk printer asks each visitor for a badge of this building'),
      line('AADSTS90004', 'Signature of the federated server broken'),
      line('AADSTS90005', 'Signature of the federated client broken'),
    ],
    [
      guide('certificate', 'Expired hybrid certificate renewal'),
      guide('kiosk', 'Kiosk badge printer setup'),
      guide('signature', 'Broken federated signature renewal'),
    ],
  );

  it('stands first where several codes answer alike', () =>
    expect(leadsToGuide('hybrid certificate expired')).toBe(true));

  it.each([
    ['it is itself not very like the query', 'hybrid certificate'],
    ['the codes are nearly as like', 'federated signature broken'],
  ])('stands behind where %s', (_, query) => expect(leadsToGuide(query)).toBe(false));
});

describe('a query of words that tell nothing', () => {
  const { find } = searchOf([
    line('AADSTS53000', 'Device does not meet policy', '', '', 'You can’t get there from here'),
    {
      ...line('AADSTS53002', 'App is not approved', '', '', 'you can’t get there from here yet'),
      frequency: 'most',
    },
    line('AADSTS90001', 'Workstation is not here'),
  ]);
  const codes = (query: string) => find(query).map(({ code }) => code);

  it('finds the texts that hold it as it stands, the commonest first', () =>
    expect(codes('You can’t get there from')).toEqual(['AADSTS53002', 'AADSTS53000']));

  it.each(['there you', 'from here to there', 'where are you from'])(
    'finds nothing in another order: %s',
    (query) => expect(codes(query)).toEqual([]),
  );

  it('is none where one word tells something, which is no part of another', () =>
    expect(codes('station is not here')).toEqual([]));
});

describe('a symbolic name', () => {
  const { find, findGuides } = searchOf(
    [
      line('AADSTS90001', 'The grant is invalid', '', 'bad_grant'),
      line('AADSTS90002', 'Something else', '', 'invalid_grant'),
      line('AADSTS90003', 'One more', '', 'BadAuthenticatorInRequest'),
    ],
    [{ name: 'grant', title: 'Invalid grant', summary: '', keywords: '' }],
  );
  const codes = (query: string) => find(query).map(({ code }) => code);

  it('with an underscore is one, and no words', () => {
    expect(codes('invalid_grant')).toEqual(['AADSTS90002']);
    expect(findGuides('invalid_grant')).toEqual([]);
    expect(findGuides('invalid grant')).toHaveLength(1);
  });

  it('is found by its beginning, and by a long part of it, in small letters', () => {
    expect(codes('badauthenticato')).toEqual(['AADSTS90003']);
    expect(codes('authenticatorinr')).toEqual(['AADSTS90003']);
  });
});

it('a word that names hold is a word all the same', () => {
  const { find } = searchOf([
    line('AADSTS90001', 'Something else', '', 'BadAuthenticatorInRequest'),
    line('AADSTS90002', 'Prompt of the Authenticator app'),
  ]);
  expect(find('authenticator')[0]?.code).toBe('AADSTS90002');
  expect(find('BadAuthenticator')[0]?.code).toBe('AADSTS90001');
});

it('a guide is found by the word that is rare among the codes, not by one that is rare among guides', () => {
  const codes = Array.from({ length: 40 }, (_, at) =>
    line(`AADSTS${70001 + at}`, `Setup failed in step ${'abcdefghij'[at % 10]}${at}`),
  );
  const { findGuides } = searchOf(
    [...codes, line('AADSTS50011', 'Hybrid join')],
    [
      { name: 'hybrid', title: 'Hybrid join', summary: 'Phases of a join.', keywords: '' },
      { name: 'pin', title: 'PIN setup failed', summary: 'Steps of a PIN.', keywords: '' },
    ],
  );
  expect(findGuides('hybrid join setup failed')[0]?.name).toBe('hybrid');
});

it('words that one sentence of a message holds lead to its code, before one that says them here and there', () => {
  const sentence = 'grant of this client failed the check of its broker';
  const document = (id: string, message: string, body: string) => ({
    ...documentOf(id, line(id, `Title of ${id}`)),
    message,
    body,
  });
  const packed = buildWordIndex(
    [
      document('AADSTS90001', 'grant failed · client unknown · broker gone · check skipped', ''),
      document('AADSTS90002', `${sentence} and was sent on by another party in vain`, ''),
    ],
    [],
  );
  const lines = [
    { ...line('AADSTS90001', 'Title of AADSTS90001'), frequency: 'often' as const },
    line('AADSTS90002', 'Title of AADSTS90002'),
  ];
  const { find } = createSearch(lines, [], unpackWordIndex(packed));
  expect(find('client grant failed broker check').map(({ code }) => code)).toEqual([
    'AADSTS90002',
    'AADSTS90001',
  ]);
});

it('of what is about the one thing that was asked, the commonest stands first', () => {
  const rare = line('AADSTS90001', 'Ticket lost', '', '', 'ticket');
  const common = {
    ...line('AADSTS90002', 'Card refused', 'The ticket was refused.', '', 'ticket'),
    frequency: 'most' as const,
  };
  const { find } = searchOf([rare, common, line('AADSTS90003', 'Something else')]);
  expect(find('ticket')[0]?.code).toBe('AADSTS90002');
});
