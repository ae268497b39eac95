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

const LINES = [
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
];
const search = searchOf(LINES);
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

  it('digits that are the whole of a code stand before codes that begin so', () => {
    const lines = [
      line('AADSTS360001', 'Title'),
      { ...line('EVENT360', 'Title'), depth: 'listed' as const },
    ];
    expect(
      searchOf(lines)
        .find('360')
        .map(({ code }) => code),
    ).toEqual(['EVENT360', 'AADSTS360001']);
  });

  it('digits behind the prefix of sign-in codes are theirs alone', () => {
    const lines = [line('AADSTS360001', 'Title'), line('EVENT360', 'Title')];
    expect(
      searchOf(lines)
        .find('AADSTS360')
        .map(({ code }) => code),
    ).toEqual(['AADSTS360001']);
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

  it('a whole name among other words stands before what the words find', () => {
    const lines = [
      line('AADSTS50199', 'Sign-in paused to confirm an app', '', 'CmsiInterrupt'),
      line('AADSTS220450', 'Client version is too old', '', '', 'MSAL · Android'),
      line('AADSTS70000', 'Grant is not valid', '', 'InvalidGrant'),
      line('AADSTS50002', 'Request was limited', '', 'Throttled'),
      line('AADSTS90055', 'Too many requests, throttled', '', '', 'throttled on Android'),
    ];
    const first = (query: string) => searchOf(lines).find(query)[0]?.code;
    expect(first('CmsiInterrupt msal android')).toBe('AADSTS50199');
    expect(first('msal android: cmsiinterrupt')).toBe('AADSTS50199');
    // An error of OAuth, and a word that is also a name, are looked up as words.
    expect(first('invalid_grant msal android')).not.toBe('AADSTS70000');
    expect(first('throttled on android')).not.toBe('AADSTS50002');
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

describe('a word that is still being typed', () => {
  // A search remembers what it was asked last.
  const found = (query: string) =>
    searchOf(LINES)
      .find(query)
      .map(({ code }) => code);

  it('finds every word that goes on so', () => {
    expect(found('passw').sort()).toEqual(['AADSTS50126', 'AADSTS501261']);
    const lines = [
      line('AADSTS50076', 'Strong authentication needed'),
      line('AADSTS50158', 'Authority unknown'),
      line('AADSTS500121', 'Prompt of the Authenticator app'),
    ];
    expect(searchOf(lines).find('auth')).toHaveLength(3);
  });

  it('finds titles and names alone as long as it has two letters, and nothing with one', () => {
    expect(found('po')).toEqual(['AADSTS53000']);
    expect(found('pol').sort()).toEqual(['AADSTS53000', 'AADSTS53003']);
    expect(found('p')).toEqual([]);
  });

  it('narrows what the words before it find, from three letters on', () => {
    expect(found('password d')).toEqual(found('password '));
    expect(found('password dire')[0]).toBe('AADSTS501261');
  });

  it('of two letters counts, too, where it is a word by itself', () => {
    const lines = [
      { ...line('AADSTS90001', 'Policy of a group'), frequency: 'most' as const },
      line('AADSTS90002', 'Policy of CA'),
    ];
    expect(searchOf(lines).find('policy ca')[0]?.code).toBe('AADSTS90002');
    expect(searchOf(lines).find('policy cb')[0]?.code).toBe('AADSTS90001');
  });

  it('is whole where a blank follows it', () => {
    expect(found('passw ')).toEqual([]);
    expect(found('password ')).toEqual(found('password'));
  });
});

describe('words without the blank between them', () => {
  const { find } = searchOf([
    line('AADSTS7000222', 'Client secret expired'),
    line('AADSTS53003', 'Zugriff durch eine Richtlinie blockiert'),
    line('AADSTS50011', 'Address not registered'),
  ]);

  it.each([
    ['clientsecret', 'AADSTS7000222'],
    ['expired clientsecret', 'AADSTS7000222'],
    ['Zugriffsrichtlinie', 'AADSTS53003'],
  ])('%s → %s', (query, code) => expect(find(query)[0]?.code).toBe(code));

  it('are no words where one of them is not known', () =>
    expect(find('clientnetflix')).toEqual([]));
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

  it('are three at most', () => {
    const many = ['hello', 'pin', 'tpm', 'trust'].map((name) =>
      guide(name, `Windows Hello: ${name}`),
    );
    expect(searchOf([], many).findGuides('windows hello')).toHaveLength(3);
  });

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

describe('of two symbolic names', () => {
  const { find } = searchOf([
    { ...line('AADSTS650052', 'One', '', 'InvalidResourceServicePrincipal'), frequency: 'most' },
    line('AADSTS500011', 'Two', '', 'InvalidResource'),
    line('AADSTS50001', 'Three', '', 'ResourceDisabledForTenant'),
  ]);

  it.each([
    ['a typing error leads to', 'InvalidResorce'],
    ['the same beginning leads to', 'InvalidRes'],
  ])('%s the shorter one first', (_, query) =>
    expect(find(query).map(({ code }) => code)).toEqual(['AADSTS500011', 'AADSTS650052']),
  );
});

it('a part of a name leads to that name, wherever it stands there, and to no words', () => {
  const { find } = searchOf([
    line(
      'AADSTS90001',
      'Workplace join refused',
      '',
      'OnPremisesUserAndWorkplaceDeviceNotRegistered',
    ),
    line('AADSTS90002', 'Device is not registered yet'),
  ]);
  expect(find('DeviceNotRegistered').map(({ code }) => code)).toEqual(['AADSTS90001']);
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

it('ids and times of a pasted message say nothing of what it is about', () => {
  const message = 'The broker refused the ticket of this kiosk';
  const others = Array.from({ length: 30 }, (_, at) =>
    line(`AADSTS${70001 + at}`, `Setup failed in step ${at}`),
  );
  const lines = [line('AADSTS90001', 'Kiosk'), ...others];
  const documents = lines.map((one) => ({
    ...documentOf(one.code, one),
    ...(one.code === 'AADSTS90001' && { message }),
  }));
  const packed = unpackWordIndex(buildWordIndex(documents, []));
  const { find, isGuess } = createSearch(lines, [], packed);
  const ids = [
    '0b77e1d0-4b0d-4f6e-9a55-2f3d6c8e1b40',
    '7a1c0e52-1f7c-4a52-9a39-0a8f6ef0b7d1',
    '5c1f7a0e-3bb0-49c1-b47d-974e53cbdf3c',
  ];
  const pasted = `2026-11-14T07:52:41.118Z ${message} (${ids.join(', ')})`;
  expect(find(pasted).map(({ code }) => code)).toEqual(['AADSTS90001']);
  expect(isGuess(pasted)).toBe(false);
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
