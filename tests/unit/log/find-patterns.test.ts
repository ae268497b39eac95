import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../../log/log-row';
import { findPatterns } from '../../../log/patterns/find-patterns';
import type { FoundPattern } from '../../../log/patterns/found-pattern';
import { patternText } from '../../../log/patterns/pattern-text';
import {
  APPS,
  appSignIn,
  OFFICES,
  ordinary,
  signIn,
  spray,
  times,
  userOf,
  type Given,
  type SignInFixture,
} from '../../fixtures/log/sign-ins';
import { createRandom } from '../../bench/in-page/random';
import { rowsOf, shippedRules } from './reading';

const RULES = shippedRules();

/** What the shipped rules find in sign-ins. */
const find = async (signIns: readonly SignInFixture[]) =>
  findPatterns(await rowsOf(signIns), RULES);

/** What is told of a finding in full. */
const told = ({ says, values }: FoundPattern) => patternText(says, values, 'this file');

it('an ordinary day shows no pattern', async () => {
  expect((await find(ordinary(3000))).map(told)).toEqual([]);
  expect(await find(ordinary(50, 12, 60))).toEqual([]);
  expect(findPatterns([], RULES)).toEqual([]);
});

describe('spray', () => {
  it('a row without a time makes no burst of users hours apart', async () => {
    const [first, ...others] = await rowsOf(spray(14, {}, 30));
    const { time: _, ...timeless } = first!;
    const found = findPatterns([timeless, ...others], RULES);
    expect(found.filter(({ pattern }) => pattern === 'spray')).toEqual([]);
  });

  it('one address with wrong passwords for many users is found in a whole day', async () => {
    const found = await find([...ordinary(2000), ...spray(14)]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      pattern: 'spray',
      weight: 'look',
      values: { address: '203.0.113.66', users: 14, count: 14, successes: 0, minutes: 3 },
    });
    expect(told(found[0]!)).toBe(
      'In this file, passwords from 203.0.113.66 failed for 14 users (14 attempts in 3 minutes), and no user got past the password there. This looks like a password spray.',
    );
    expect(found[0]!.rows).toHaveLength(14);
  });

  it('weighs more, and names the account, where a password was right', async () => {
    const hit = signIn({ minute: 64, user: userOf(107), ...APPS.portal, ...OFFICES.unknown });
    const [found] = await find([...ordinary(200), ...spray(14), hit]);
    expect(found).toMatchObject({ pattern: 'spray', weight: 'act' });
    expect(told(found!)).toContain('1 got past the password there: user107@contoso.com');
    expect(found!.rows.some(({ outcome }) => outcome === 'success')).toBe(true);
  });

  it('a second factor that was asked for is a right password, too', async () => {
    const asked = signIn({
      minute: 64,
      user: userOf(107),
      code: 50076,
      status: 'Interrupted',
      ...OFFICES.unknown,
    });
    expect((await find([...spray(14), asked]))[0]).toMatchObject({ weight: 'act' });
  });

  it('of many addresses shows the five worst, those with a right password first', async () => {
    const address = (at: number) => `203.0.113.${150 + at}`;
    const many = times(7, (at) =>
      spray(8 + at, { address: address(at) }).map((one) => ({
        ...one,
        user: `${at}-${one.user}`,
      })),
    ).flat();
    const hit = signIn({ minute: 64, user: userOf(107), address: address(1) });
    const found = await find([...many, hit]);
    expect(found.map(({ values }) => [values.address, values.count])).toEqual([
      [address(1), 9],
      [address(6), 14],
      [address(5), 13],
      [address(4), 12],
      [address(3), 11],
    ]);
    expect(found[0]!.weight).toBe('act');
  });

  it('is none where the log does not say from which address', async () => {
    const rows = (await rowsOf(spray(14))).map((row) => ({ ...row, address: undefined }));
    expect(findPatterns(rows, RULES)).toEqual([]);
  });

  it('keeps the success among the rows however many failed', async () => {
    const hit = signIn({ minute: 400, user: userOf(107), ...OFFICES.unknown });
    const [found] = await find([...spray(900), hit]);
    expect(found!.rows).toHaveLength(50);
    expect(found!.rows.at(-1)).toMatchObject({ outcome: 'success', user: 'user107@contoso.com' });
  });

  it.each<[string, readonly SignInFixture[]]>([
    ['four users are too few', spray(4)],
    ['one user who mistypes many times is no spray', spray(9, { user: userOf(5) })],
    ['users hours apart are no burst', spray(14, {}, 30)],
    ['another failure is no guess', spray(14, { code: 53003 })],
    [
      'an address of a whole company, where most get in, is no spray',
      [
        ...spray(8, OFFICES.berlin),
        ...times(30, (at) =>
          signIn({ minute: 55 + at, user: userOf(200 + at), ...OFFICES.berlin }),
        ),
      ],
    ],
    [
      'people who mistype and then get in are no spray',
      spray(8).flatMap((one) => [one, { ...one, code: 0, status: 'Success' as const }]),
    ],
  ])('%s', async (_, signIns) => {
    const found = await find([...ordinary(300), ...signIns]);
    expect(found.filter(({ pattern }) => pattern === 'spray')).toEqual([]);
  });
});

describe('many failures, then a success', () => {
  const guessing = (count: number, apart: number, after = 1) => [
    ...times(count, (at) => signIn({ minute: 60 + at * apart, user: userOf(77), code: 50126 })),
    signIn({ minute: 60 + (count - 1) * apart + after, user: userOf(77), ...OFFICES.unknown }),
  ];

  it('is told with the user and where the success came from', async () => {
    const [found] = await find([...ordinary(300, 40), ...guessing(12, 2)]);
    expect(found).toMatchObject({
      pattern: 'failures-then-success',
      values: {
        user: 'user77@contoso.com',
        count: 12,
        address: '203.0.113.66',
        app: 'Microsoft Teams',
      },
    });
    expect(found!.rows.map(({ outcome }) => outcome).slice(-2)).toEqual(['failure', 'success']);
    expect(found!.commands[0]!.code).toContain('"user77@contoso.com"');
  });

  it('is nobody’s where the log does not say whose they are', async () => {
    const rows = (await rowsOf(guessing(12, 1))).map((row) => ({ ...row, user: undefined }));
    expect(findPatterns(rows, RULES)).toEqual([]);
  });

  it.each<[string, readonly SignInFixture[]]>([
    ['five wrong passwords before a success are a person', guessing(5, 1)],
    ['wrong passwords hours apart are no session', guessing(12, 45)],
    ['a success long after the last of them is another matter', guessing(12, 1, 90)],
    ['failures without a success are left to the list', guessing(12, 1).slice(0, -1)],
    [
      'a success between them begins anew',
      guessing(12, 1).flatMap((one, at) =>
        at === 6 ? [{ ...one, code: 0, status: 'Success' }, one] : [one],
      ),
    ],
  ])('%s', async (_, signIns) => {
    expect((await find([...ordinary(300), ...signIns])).map(told)).toEqual([]);
  });
});

describe('many MFA prompts', () => {
  const prompts = (count: number, apart: number, given: Given = {}, later = 0) =>
    times(count, (at) =>
      signIn({
        minute: 60 + later + at * apart,
        user: userOf(77),
        code: 500121,
        ...OFFICES.unknown,
        ...given,
      }),
    );
  const approved = (given: Given = {}) =>
    signIn({ minute: 72, user: userOf(77), ...APPS.portal, ...OFFICES.unknown, ...given });

  it('of one user are told, with the success that followed', async () => {
    const [found, ...others] = await find([...ordinary(300, 40), ...prompts(6, 2), approved()]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ pattern: 'mfa-prompts', weight: 'look', rowCount: 7 });
    expect(told(found!)).toBe(
      'In this file, 6 multifactor prompts of user77@contoso.com failed in 10 minutes, from 203.0.113.66, and a success followed in Azure Portal. Somebody who sends prompts until one is approved leaves such rows.',
    );
    expect(found!.commands[0]!.code).toContain('"user77@contoso.com"');
  });

  it('are told with a success in their middle, after which they went on', async () => {
    const [found] = await find([...prompts(9, 2), approved({ minute: 71 })]);
    expect(told(found!)).toContain(
      '6 multifactor prompts of user77@contoso.com failed in 10 minutes, from 203.0.113.66, and a success followed',
    );
  });

  it.each<[string, Given]>([
    ['from another address', OFFICES.madrid],
    ['of another user', { user: userOf(8) }],
    ['long after them', { minute: 95 }],
    ['before them', { minute: 59 }],
  ])('a success %s is not theirs', async (_, given) => {
    const [found] = await find([...prompts(5, 2), approved(given)]);
    expect(found!.pattern).toBe('mfa-prompts');
    expect(told(found!)).not.toContain('success');
  });

  it('of two days are not counted as one burst', async () => {
    const [found, ...others] = await find([...prompts(6, 2), ...prompts(5, 2, {}, 1_440)]);
    expect(others).toEqual([]);
    expect(told(found!)).toContain('6 multifactor prompts of user77@contoso.com failed in 10 min');
  });

  it('of the day with a success come before a longer burst without one', async () => {
    const [found] = await find([...prompts(5, 2), approved(), ...prompts(9, 1, {}, 1_440)]);
    expect(found!.rowCount).toBe(6);
    expect(told(found!)).toContain('a success followed in Azure Portal');
  });

  it('rows apart from the burst are not counted', async () => {
    const [found] = await find([...prompts(5, 2), ...prompts(3, 60, { minute: 200 })]);
    expect(found!.values).toMatchObject({ count: 5, minutes: 8 });
  });

  it.each<[string, readonly SignInFixture[]]>([
    ['four are a person with a phone that lies elsewhere', prompts(4, 1)],
    ['those of a whole day are no burst', prompts(12, 40)],
    [
      'those of many users are nobody’s',
      prompts(12, 1).map((one, at) => ({ ...one, user: userOf(at) })),
    ],
  ])('%s', async (_, signIns) => {
    expect((await find(signIns)).map(told)).toEqual([]);
  });
});

describe('device code', () => {
  const session = 'c0ffee00-0000-4000-8000-000000000001';
  const asked = signIn({
    minute: 60,
    user: userOf(7),
    code: 50199,
    status: 'Interrupted',
    correlationId: session,
  });

  it('a confirmation that a success of the same session follows is told, carefully', async () => {
    const done = signIn({ minute: 62, user: userOf(7), correlationId: session });
    const [found] = await find([...ordinary(200, 5), asked, done]);
    expect(found).toMatchObject({
      pattern: 'device-code-success',
      weight: 'look',
      values: { users: 1, successes: 1, user: 'user07@contoso.com' },
    });
    expect(found!.unless).toContain('every day');
    expect(found!.rows).toHaveLength(2);
  });

  it('a success by device code is told by itself', async () => {
    const done = times(3, (at) =>
      signIn({ minute: at * 60, user: userOf(50 + at), protocol: 'deviceCode' }),
    );
    const found = await find([...ordinary(200), ...done]);
    expect(found).toHaveLength(1);
    expect(found[0]!.values).toMatchObject({ users: 3, successes: 3 });
  });

  it('names a few of many users', async () => {
    const done = times(9, (at) =>
      signIn({ minute: at * 60, user: userOf(50 + at), protocol: 'deviceCode' }),
    );
    const [found] = await find(done);
    expect(found!.values).toMatchObject({
      users: 9,
      successUsers: times(5, (at) => userOf(50 + at)),
    });
    expect(found!.values.user).toBeUndefined();
  });

  it.each(['correlationId', 'appId'] as const)(
    'a success is told, too, where its row does not say of which %s it is',
    async (field) => {
      const done = signIn({ minute: 62, user: userOf(7), correlationId: session });
      const rows = await rowsOf([asked, done]);
      const lacking = rows.map((row) => (row.code ? row : { ...row, [field]: undefined }));
      expect(findPatterns(lacking, RULES)).toMatchObject([
        { pattern: 'device-code-success', values: { user: 'user07@contoso.com' } },
      ]);
    },
  );

  it.each<[string, Given]>([
    ['a success of another session says nothing', { correlationId: 'another' }],
    ['a success of another user says nothing', { user: userOf(8) }],
    ['a success an hour later says nothing', { minute: 125 }],
    ['a failure is no success', { code: 50074 }],
  ])('%s', async (_, given) => {
    const next = signIn({ minute: 61, user: userOf(7), correlationId: session, ...given });
    expect((await find([asked, next])).map(told)).toEqual([]);
  });
});

describe('one app since a moment', () => {
  const worked = (count: number, given: Given = {}) =>
    times(count, (at) => appSignIn({ minute: at * 5, ...given }));
  const failed = (count: number, given: Given = {}) =>
    times(count, (at) => appSignIn({ minute: 200 + at * 5, code: 7000222, ...given }));

  it('an expired secret is told with app, code and moment', async () => {
    const [found, ...others] = await find([...ordinary(500), ...worked(30), ...failed(12)]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      pattern: 'app-since',
      weight: 'act',
      values: { app: 'inventory-sync', code: 'AADSTS7000222', count: 12, successes: 30 },
    });
    expect(patternText(found!.title, found!.values, '')).toBe(
      'inventory-sync fails since 2026-11-14 10:20 UTC',
    );
    // It has no sign-ins of users to list.
    expect(found!.commands.map(({ code }) => code).join()).toContain('AADServicePrincipal');
    expect(found!.commands.map(({ code }) => code).join()).not.toContain('Get-MgAuditLogSignIn');
  });

  it('a changed reply address fails for several users', async () => {
    const users = times(9, (at) =>
      signIn({ minute: 300 + at, user: userOf(at), ...APPS.hr, code: 50011 }),
    );
    const before = times(9, (at) => signIn({ minute: at, user: userOf(at), ...APPS.hr }));
    expect((await find([...before, ...users]))[0]).toMatchObject({
      pattern: 'app-since',
      values: { users: 9, code: 'AADSTS50011' },
      commands: expect.arrayContaining([
        expect.objectContaining({ code: expect.stringContaining('Get-MgAuditLogSignIn') }),
      ]),
    });
  });

  it('an app of which the log has the id alone is told by it', async () => {
    const rows = await rowsOf([...worked(30), ...failed(12)]);
    const [found] = findPatterns(
      rows.map((row) => ({ ...row, app: undefined })),
      RULES,
    );
    expect(patternText(found!.title, found!.values, '')).toBe(
      `${APPS.sync.appId} fails since 2026-11-14 10:20 UTC`,
    );
  });

  it.each<[string, readonly SignInFixture[]]>([
    [
      'an app that works again had no such moment',
      [...worked(30), ...failed(12), appSignIn({ minute: 400 })],
    ],
    ['an app that never worked has no moment', failed(12)],
    ['four failures are too few', [...worked(30), ...failed(4)]],
    [
      'failures all along have no moment',
      [...worked(20), ...failed(9, { minute: 3 }), ...failed(6)],
    ],
    [
      'one user whose account fails is no fault of the app',
      [
        ...times(30, (at) => signIn({ minute: at, user: userOf(at), ...APPS.hr })),
        ...times(12, (at) => signIn({ minute: 99 + at, user: userOf(2), ...APPS.hr, code: 50105 })),
      ],
    ],
    ['wrong passwords are no change of the app', [...worked(30), ...failed(12, { code: 50126 })]],
    [
      'interrupts are no failures',
      [...worked(30), ...failed(12, { code: 50074, status: 'Interrupted' })],
    ],
  ])('%s', async (_, signIns) => {
    expect((await find(signIns)).map(told)).toEqual([]);
  });

  it('the address of a spray is not taken for a fault of the app it tried', async () => {
    const rows = [...worked(30, APPS.portal), ...spray(14, { code: 50053, minute: 300 })];
    expect((await find(rows)).map(({ pattern }) => pattern)).toEqual(['spray']);
  });
});

describe('one app for a while', () => {
  const worked = (count: number, from: number, given: Given = {}) =>
    times(count, (at) => appSignIn({ minute: from + at * 5, ...given }));
  const failed = (count: number, given: Given = {}) =>
    times(count, (at) => appSignIn({ minute: 100 + at * 5, code: 7000222, ...given }));

  it('is told with app, code, beginning and end', async () => {
    const [found, ...others] = await find([
      ...ordinary(500),
      ...worked(15, 0),
      ...failed(12),
      ...worked(8, 200),
    ]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ pattern: 'app-outage', weight: 'look', rowCount: 12 });
    expect(patternText(found!.title, found!.values, '')).toBe(
      'inventory-sync failed from 2026-11-14 08:40 UTC to 2026-11-14 09:35 UTC',
    );
    expect(told(found!)).toBe(
      'In this file, inventory-sync failed 12 times with AADSTS7000222 from 2026-11-14 08:40 UTC to 2026-11-14 09:35 UTC without a success in between. It signed in before and after that.',
    );
  });

  describe('where several apps fail at one time', () => {
    const people = (app: number, from: number, given: Given = {}) =>
      times(12, (at) =>
        signIn({
          minute: from + at,
          user: userOf(at),
          app: `App ${app}`,
          appId: `66667777-8888-4999-8aaa-bbbbccccddd${app}`,
          ...given,
        }),
      );
    const idsOf = (app: number) => ({
      app: `App ${app}`,
      appId: `66667777-8888-4999-8aaa-bbbbccccddd${app}`,
    });
    const out = (app: number, code: number, from = 60) => [
      ...people(app, 0),
      ...people(app, from, { code }),
      ...people(app, 300),
    ];

    it('it is one event', async () => {
      const found = await find([0, 1, 2, 3, 4, 5].flatMap((app) => out(app, 90033)));
      expect(found.map(told)).toEqual([
        'In this file, 6 apps (App 0, App 1, App 2, App 3, App 4, …) failed 72 times for 12 users with AADSTS90033 between 2026-11-14 08:00 UTC and 2026-11-14 08:11 UTC, each of them for a while without a success. They signed in before and after that.',
      ]);
      expect(found[0]!.values).not.toHaveProperty('appId');
      expect(new Set(found[0]!.rows.map(({ app }) => app)).size).toBe(6);
      expect(found[0]!.commands.map(({ code }) => code).join()).toContain('"90033"');
      expect(found[0]!.commands.map(({ code }) => code).join()).not.toContain('{appId}');
    });

    it('an app with no success since makes one event with others of that kind', async () => {
      const found = await find(
        [0, 1, 2].flatMap((app) => [...people(app, 0), ...people(app, 60, { code: 53003 })]),
      );
      expect(found.map(told)).toEqual([
        'In this file, 3 apps signed in at first: App 0, App 1, App 2. From 2026-11-14 08:00 UTC on they failed 36 times for 12 users with AADSTS53003, and none had a success after its failures began. What they share may have changed then: a policy, a domain or a service.',
      ]);
    });

    it('apps that began to fail at times of their own are no event', async () => {
      const own = [60, 90, 120].flatMap((from, app) => [
        ...times(from / 5, (at) => appSignIn({ minute: at * 5, ...idsOf(app) })),
        ...times(60, (at) => appSignIn({ minute: from + at * 5, code: 7000222, ...idsOf(app) })),
      ]);
      const found = await find(own);
      expect(found.map(({ values }) => values.app)).toEqual(['App 0', 'App 1', 'App 2']);
    });

    it('a policy that reaches one app some minutes after another is one event', async () => {
      const signIns = [0, 4, 8].flatMap((late, app) => [
        ...times(60 + late, (at) => appSignIn({ minute: at, ...idsOf(app) })),
        ...times(60, (at) => appSignIn({ minute: 60 + late + at, code: 53003, ...idsOf(app) })),
      ]);
      expect((await find(signIns)).map(({ values }) => values.apps)).toEqual([3]);
    });

    it.each<[string, readonly SignInFixture[], number]>([
      ['two apps are told one by one', [...out(0, 90033), ...out(1, 90033)], 2],
      ['other codes are other events', [...out(0, 90033), ...out(1, 700016), ...out(2, 50105)], 3],
      [
        'other times are other events',
        [...out(0, 90033), ...out(1, 90033, 100), ...out(2, 90033, 140)],
        3,
      ],
    ])('%s', async (_, signIns, count) => {
      const found = await find(signIns);
      expect(found).toHaveLength(count);
      for (const { values } of found) expect(values.app).toMatch(/^App/);
    });
  });

  it('users whose tokens are too old for a policy are no fault of the app', async () => {
    const people = (from: number, given: Given = {}) =>
      times(12, (at) => signIn({ minute: from + at, user: userOf(at), ...APPS.hr, ...given }));
    const signIns = [...people(0), ...people(60, { code: 70043 }), ...people(120)];
    expect((await find(signIns)).map(told)).toEqual([]);
  });

  it('a policy that kept several users out for an hour is one', async () => {
    const people = (from: number, given: Given = {}) =>
      times(12, (at) => signIn({ minute: from + at, user: userOf(at), ...APPS.hr, ...given }));
    const rows = [...people(0), ...people(60, { code: 53003 }), ...people(120)];
    expect((await find(rows))[0]).toMatchObject({
      pattern: 'app-outage',
      values: { code: 'AADSTS53003', users: 12, count: 12 },
    });
  });

  it('of an app that one office alone uses is no fault of that office, too', async () => {
    const LEAVE = { app: 'Contoso Leave', appId: '66667777-8888-4999-8aaa-bbbbccccdddd' };
    const people = (from: number, given: Given = {}) =>
      times(24, (at) =>
        signIn({ minute: from + at, user: userOf(at), ...LEAVE, ...OFFICES.berlin, ...given }),
      );
    const rows = [...people(0), ...people(60, { code: 53003 }), ...people(120)];
    const found = await find([...ordinary(300), ...rows]);
    expect(found.map(({ pattern }) => pattern)).toEqual(['app-outage']);
    // Another app that fails there as well makes it the place.
    const another = times(24, (at) =>
      signIn({ minute: at * 9, user: userOf(at), code: 53003, ...APPS.portal, ...OFFICES.berlin }),
    );
    const both = await find([...ordinary(300), ...rows, ...another]);
    expect(both.map(({ pattern }) => pattern)).toContain('one-place');
    // So does an app of which nothing is told, since five others failed more often.
    const worse = times(5, (one) => {
      const given = { app: `App ${one}`, appId: `66667777-8888-4999-8aaa-bbbbccccddd${one}` };
      const code = [7000222, 7000215, 700016, 50105, 65001][one]!;
      return [...worked(15, 0, given), ...failed(30, { ...given, code }), ...worked(8, 300, given)];
    }).flat();
    const many = await find([...ordinary(300), ...rows, ...worse]);
    expect(many.filter(({ pattern }) => pattern === 'app-outage')).toHaveLength(5);
    expect(many.map(({ pattern }) => pattern)).toContain('one-place');
  });

  it.each<[string, readonly SignInFixture[]]>([
    ['nine failures are too few', [...worked(15, 0), ...failed(9), ...worked(8, 200)]],
    [
      'a success between them ends it',
      [...worked(15, 0), ...failed(12), appSignIn({ minute: 122 }), ...worked(8, 200)],
    ],
    [
      'one that hardly worked before tells nothing',
      [...worked(4, 0), ...failed(12), ...worked(8, 200)],
    ],
    [
      'a code that the app meets all day is no outage',
      [
        ...worked(15, 0).flatMap((one, at) =>
          at % 3 ? one : [one, { ...one, code: 7000222, status: 'Failure' as const }],
        ),
        ...failed(12),
        ...worked(8, 200),
      ],
    ],
    [
      'one user who is refused while nobody else works is no fault of the app',
      [
        ...times(9, (at) => signIn({ minute: at, user: userOf(at), ...APPS.hr })),
        ...times(12, (at) => signIn({ minute: 60 + at, user: userOf(2), ...APPS.hr, code: 50105 })),
        ...times(9, (at) => signIn({ minute: 99 + at, user: userOf(at), ...APPS.hr })),
      ],
    ],
  ])('%s', async (_, signIns) => {
    expect((await find(signIns)).map(told)).toEqual([]);
  });
});

describe('several apps of which some sign-ins succeed meanwhile', () => {
  const places = [OFFICES.madrid, OFFICES.berlin, OFFICES.home];

  /** Sign-ins of many people to one of the apps, one a minute or more. */
  const people = (
    app: number,
    count: number,
    from: number,
    givenAt: (at: number) => Given = () => ({}),
    every = 1,
  ) =>
    times(count, (at) =>
      signIn({
        minute: from + at * every,
        user: userOf((at * 7 + app) % 20),
        app: `App ${app}`,
        appId: `66667777-8888-4999-8aaa-bbbbccccddd${app}`,
        ...places[(at + app) % places.length]!,
        ...givenAt(at),
      }),
    );

  /** An app that works for an hour, hardly for twenty minutes, and for an hour again. */
  const hit = (app: number, givenAt: (at: number) => Given) => [
    ...people(app, 60, 0),
    ...people(app, 40, 60, givenAt, 0.5),
    ...people(app, 60, 80),
  ];
  const mostly = (at: number): Given => (at % 5 ? { code: 90033 } : {});
  const four = [0, 1, 2, 3];

  it('is one event, told with what succeeded', async () => {
    const found = await find([...four.flatMap((app) => hit(app, mostly)), ...ordinary(300)]);
    expect(found.map(told)).toEqual([
      'In this file, 4 apps (App 0, App 1, App 2, App 3) failed 128 times for 20 users with AADSTS90033 between 2026-11-14 08:00 UTC and 2026-11-14 08:19 UTC. At least half of the attempts of each failed in that time, and 28 succeeded. They signed in before and after that.',
    ]);
    expect(found[0]!.commands.map(({ code }) => code).join()).toContain('"90033"');
  });

  it('apps without a success meanwhile are part of it, and told no second time', async () => {
    const found = await find(
      four.flatMap((app) => hit(app, app < 2 ? () => ({ code: 90033 }) : mostly)),
    );
    expect(found.map(({ values }) => values)).toEqual([
      expect.objectContaining({ apps: 4, count: 144, successes: 16 }),
    ]);
  });

  it('that none succeeds meanwhile says more', async () => {
    const found = await find(four.flatMap((app) => hit(app, () => ({ code: 90033 }))));
    expect(found.map(told)).toEqual([expect.stringContaining('for a while without a success')]);
  });

  it('a few failures with the code at other times do not hide it', async () => {
    const stray = times(10, (at) => signIn({ minute: at * 14, user: userOf(at), code: 90033 }));
    const found = await find([...stray, ...four.flatMap((app) => hit(app, mostly))]);
    expect(found.map(({ values }) => values.apps)).toEqual([4]);
  });

  it.each<[string, readonly SignInFixture[]]>([
    ['two apps are too few', [0, 1].flatMap((app) => hit(app, mostly))],
    [
      'where more succeed than fail, it is none',
      four.flatMap((app) => hit(app, (at) => (at % 5 < 2 ? { code: 90033 } : {}))),
    ],
    [
      'nine failures of an app are too few',
      four.flatMap((app) => hit(app, (at) => (at < 9 ? { code: 90033 } : { status: 'Success' }))),
    ],
    [
      'two users of an app are too few',
      four.flatMap((app) =>
        hit(app, (at) => ({ ...mostly(at), user: userOf(app * 2 + (at % 2)) })),
      ),
    ],
    [
      'a code that they meet all day is no event',
      [
        ...four.flatMap((app) => hit(app, mostly)),
        ...times(20, (at) => signIn({ minute: at * 7, user: userOf(at), code: 90033 })),
      ],
    ],
    [
      'one user whose account is refused in all apps is none',
      four.flatMap((app) =>
        hit(app, (at) => (at % 5 ? { code: 50105, user: userOf(at > 3 ? 1 : at) } : {})),
      ),
    ],
    [
      'wrong passwords are none',
      four.flatMap((app) => hit(app, (at) => (at % 5 ? { code: 50126 } : {}))),
    ],
    [
      'people who never worked in the apps are none',
      four.flatMap((app) =>
        hit(app, (at) => (at % 5 ? { code: 50105, user: userOf(30 + (at % 9)) } : {})),
      ),
    ],
    [
      'a policy that some of them fulfill after a while has not ended, either',
      four.flatMap((app) => [
        ...people(app, 60, 0),
        ...people(app, 300, 60, (at) => (at % 5 && at < 240 ? { code: 53003 } : {})),
      ]),
    ],
    [
      'apps that fail one after another are no event',
      four.flatMap((app) => [
        ...people(app, 60 + app * 60, 0),
        ...people(app, 40, 60 + app * 60, mostly, 0.5),
        ...people(app, 60, 80 + app * 60),
      ]),
    ],
    [
      'apps that nobody used before are none',
      four
        .flatMap((app) => hit(app, mostly).slice(app ? 0 : 60))
        .filter(({ app }) => app !== 'App 3'),
    ],
  ])('%s', async (_, signIns) => {
    expect((await find(signIns)).map(told)).toEqual([]);
  });

  describe('and that has not ended', () => {
    /** An app that works for an hour, and then keeps most people out. */
    const kept = (app: number, givenAt: (at: number) => Given, count = 100) => [
      ...people(app, 60, 0),
      ...people(app, count, 60, givenAt),
    ];
    const out = (at: number): Given => (at % 5 ? { code: 53003 } : {});

    it('is told of one app, with what succeeded', async () => {
      const [found, ...others] = await find([...ordinary(300), ...kept(0, out)]);
      expect(others).toEqual([]);
      expect(found).toMatchObject({ pattern: 'app-since', weight: 'look' });
      expect(patternText(found!.title, found!.values, '')).toBe(
        'Most sign-ins to App 0 fail since 2026-11-14 08:01 UTC',
      );
      expect(told(found!)).toBe(
        'In this file, App 0 signed in at first. From 2026-11-14 08:01 UTC on, at least half of the attempts failed with AADSTS53003 (80 failures of 16 users), while 19 succeeded. A policy or a setting that meets most people, but not all, may have changed then.',
      );
    });

    it('interrupts on the way to a success or a failure count for neither', async () => {
      const asked = people(0, 200, 60, () => ({ code: 50058, status: 'Interrupted' }), 0.5);
      const [found] = await find([...kept(0, out), ...asked]);
      expect(found).toMatchObject({ pattern: 'app-since', values: { count: 80, successes: 19 } });
    });

    it('is one event of several apps, those without a success among them', async () => {
      const found = await find(
        four.flatMap((app) => kept(app, app ? out : () => ({ code: 53003 }))),
      );
      expect(found).toHaveLength(1);
      expect(patternText(found[0]!.title, found[0]!.values, '')).toBe(
        'Most sign-ins to 4 apps fail since 2026-11-14 08:00 UTC',
      );
      expect(found[0]!.values).toMatchObject({ count: 340, successes: 57 });
    });

    it.each<[string, readonly SignInFixture[]]>([
      ['where more succeed than fail, it is none', kept(0, (at) => (at % 2 ? out(1) : {}), 99)],
      ['nine failures are too few', kept(0, (at) => (at % 2 ? out(1) : {}), 18)],
      ['five successes in the end are the end of it', [...kept(0, out), ...people(0, 5, 160)]],
      ['two users are too few', kept(0, (at) => ({ ...out(at), user: userOf(at % 2) }))],
      [
        'one user among others is none',
        kept(0, (at) => ({ ...out(at), ...(at % 5 && at > 9 && { user: userOf(3) }) })),
      ],
      [
        'an app that nobody used before is none',
        kept(0, out).filter(({ code }, at) => at > 56 || code),
      ],
      [
        'a code that it meets before as well is none',
        [...kept(0, out), ...people(0, 9, 2, () => ({ code: 53003 }), 6)],
      ],
      ['wrong passwords are none', kept(0, (at) => (at % 5 ? { code: 50126 } : {}))],
      [
        'people who come to an app that others used before are no change of it',
        kept(0, (at) => ({ ...out(at), user: userOf(at % 5 ? 30 + (at % 9) : at % 20) })),
      ],
    ])('%s', async (_, signIns) => {
      expect((await find([...ordinary(300), ...signIns])).map(told)).toEqual([]);
    });

    it('failures at one rate all along have no moment, wherever it falls by chance', async () => {
      const random = createRandom(11);
      const logs = times(20, () =>
        people(0, 500, 0, () => (random() < 0.6 ? { code: 53003 } : {})),
      );
      expect((await Promise.all(logs.map(find))).flat()).toEqual([]);
    });

    it('is told where everybody comes from one address', async () => {
      const [found] = await find(kept(0, out).map((one) => ({ ...one, ...OFFICES.madrid })));
      expect(found).toMatchObject({ pattern: 'app-since', values: { count: 80 } });
    });

    it('what fails from one address alone is told of the place', async () => {
      const found = await find([
        ...ordinary(300),
        ...kept(0, (at) => (at % 5 ? { code: 53003, ...OFFICES.unknown } : OFFICES.madrid)),
      ]);
      expect(found.map(({ pattern }) => pattern)).toEqual(['one-place']);
    });
  });

  it('is told where everybody comes from one address', async () => {
    const all = four
      .flatMap((app) => hit(app, mostly))
      .map((one) => ({ ...one, ...OFFICES.madrid }));
    expect((await find(all)).map(({ values }) => values.apps)).toEqual([4]);
  });

  it('what fails from one address alone is told of the place', async () => {
    const found = await find(
      four.flatMap((app) =>
        hit(app, (at) => (at % 5 ? { code: 90033, ...OFFICES.unknown } : OFFICES.madrid)),
      ),
    );
    expect(found.map(({ pattern }) => pattern)).toEqual(['one-place']);
  });
});

describe('legacy clients', () => {
  it('are told with those that got in first', async () => {
    const old = times(60, (at) =>
      signIn({
        minute: at,
        user: userOf(60),
        clientApp: 'Authenticated SMTP',
        ...(at < 59 && { code: 53003 }),
      }),
    );
    const imap = signIn({ user: userOf(61), clientApp: 'IMAP4', code: 53003 });
    const [found] = await find([...ordinary(200), ...old, imap]);
    expect(found).toMatchObject({
      pattern: 'legacy-client',
      values: { count: 61, users: 2, successes: 1, clientApps: ['Authenticated SMTP', 'IMAP4'] },
    });
    expect(told(found!)).toContain('1 of them succeeded: user60@contoso.com');
    expect(found!.rows.filter(({ outcome }) => outcome === 'success')).toHaveLength(1);
    expect(found!.rows.filter(({ outcome }) => outcome === 'failure')).toHaveLength(49);
  });

  it('that all failed are told so', async () => {
    const [found] = await find([signIn({ clientApp: 'POP3', code: 53003 })]);
    expect(told(found!)).toContain('none of them succeeded');
  });

  it('browsers and modern apps are none', async () => {
    const modern = ['Browser', 'Mobile Apps and Desktop clients', ''].map((clientApp) =>
      signIn({ clientApp }),
    );
    expect(await find(modern)).toEqual([]);
  });
});

describe('one place', () => {
  const blocked = (count: number, given: Given = {}) =>
    times(count, (at) =>
      signIn({ minute: at * 7, user: userOf(at % 6), code: 53003, ...OFFICES.berlin, ...given }),
    );

  it('failures that all come from one address are told with it', async () => {
    const [found] = await find([...ordinary(300), ...blocked(20)]);
    expect(found).toMatchObject({
      pattern: 'one-place',
      values: { code: 'AADSTS53003', address: '203.0.113.24', count: 20, users: 6 },
    });
  });

  it('are told, too, where a few stray ones come first', async () => {
    const stray = signIn({ user: userOf(9), code: 53003, ...OFFICES.home });
    const [found] = await find([stray, ...ordinary(300), ...blocked(20)]);
    expect(found!.values).toMatchObject({ address: '203.0.113.24', count: 20 });
  });

  it('show nothing where nobody knows from where the others come', async () => {
    const rows = await rowsOf([...ordinary(300), ...blocked(20)]);
    const lacking = rows.map((row) =>
      row.code === 'AADSTS53003' ? row : { ...row, address: undefined, place: undefined },
    );
    expect(findPatterns(lacking, RULES)).toEqual([]);
  });

  it('addresses of one city are one place', async () => {
    const spread = blocked(20).map((one, at) => ({ ...one, address: `203.0.113.${100 + at}` }));
    const [found] = await find([...ordinary(300), ...spread]);
    expect(found!.values.place).toContain('Berlin');
    expect(found!.values.address).toBeUndefined();
  });

  it.each<[string, readonly SignInFixture[]]>([
    [
      'where everybody is at that place, it tells nothing',
      ordinary(300).map((one) => ({ ...one, ...OFFICES.berlin })),
    ],
    ['failures from two places are no pattern', [...ordinary(300), ...blocked(10, OFFICES.home)]],
    ['nine failures are too few', [...ordinary(300)]],
    ['two users are too few', [...ordinary(300)]],
    [
      'the office of most people tells nothing',
      [...ordinary(300), ...ordinary(900).map((one) => ({ ...one, ...OFFICES.berlin }))],
    ],
    [
      'a handful of others tells nothing',
      ordinary(6).map((one) => ({ ...one, ...OFFICES.madrid })),
    ],
  ])('%s', async (name, rows) => {
    const few = name.startsWith('nine') ? 9 : 10;
    const own = blocked(few).map((one, at) =>
      name.startsWith('two users') ? { ...one, user: userOf(at % 2) } : one,
    );
    expect((await find([...rows, ...own])).map(told)).toEqual([]);
  });
});

it('a text has a dash where nothing is known, and leaves out what would be empty', () => {
  const text = '{app} failed {count} times[ in {minutes} minutes]';
  expect(patternText(text, { count: 1200 }, '')).toBe('– failed 1,200 times');
});

it('what there is one of is not counted as many', () => {
  const text = '{count} sign-ins of {users} users in {minutes} minutes';
  const told = patternText(text, { count: 21, users: 1, minutes: 1 }, '');
  expect(told).toBe('21 sign-ins of 1 user in 1 minute');
});

describe('the query for the whole log', () => {
  it('has the values in it', async () => {
    const [found] = await find(spray(14));
    const [kql, graph] = found!.commands;
    expect(kql!.code).toContain('IPAddress == "203.0.113.66"');
    expect(graph!.code).toContain("ipAddress eq '203.0.113.66'");
  });

  it('has the number of the code', async () => {
    const rows = [
      ...times(9, (at) => signIn({ minute: at, user: userOf(at), ...APPS.sync })),
      ...times(9, (at) =>
        signIn({ minute: 50 + at, user: userOf(at), ...APPS.sync, code: 7000222 }),
      ),
    ];
    const [found] = await find(rows);
    expect(found!.commands.at(-1)!.code).toContain('status/errorCode eq 7000222');
    expect(found!.commands[1]!.code).toContain('datetime(2026-11-14T07:50:00.000Z)');
    expect(found!.commands.some(({ code }) => code.includes(APPS.sync.appId))).toBe(true);
  });

  it('takes nothing from the log that could mean something in it', async () => {
    const rows = await rowsOf(spray(14));
    const evil = rows.map((row) => ({ ...row, address: '" | take 1 //' }));
    const [found] = findPatterns(evil, RULES);
    expect(found!.commands[0]!.code).toContain('{ipAddress}');
    expect(found!.commands[0]!.code).not.toContain('take 1');
  });
});

describe('rows of a page', () => {
  it('without times, users and addresses show no order and no pattern', async () => {
    const rows = (await rowsOf([...spray(14), ...ordinary(100)])).map(
      ({ at, outcome, code }): LogRow => ({ at, outcome, ...(code && { code }) }),
    );
    expect(findPatterns(rows, RULES)).toEqual([]);
  });

  it('without times still show a spray', async () => {
    const rows = (await rowsOf(spray(14))).map((row) => ({ ...row, time: undefined }));
    const [found] = findPatterns(rows, RULES);
    expect(found!.pattern).toBe('spray');
    expect(found!.values.minutes).toBeUndefined();
  });

  it('in the order of the portal, the newest first, show the same', async () => {
    const rows = await rowsOf([...ordinary(40), ...spray(10)]);
    expect(findPatterns([...rows].reverse(), RULES)[0]!.values).toEqual(
      findPatterns(rows, RULES)[0]!.values,
    );
  });
});

it('what is found stands in the order in which it should be looked at: by weight, then by count', async () => {
  const broken = [
    ...times(9, (at) => appSignIn({ minute: at })),
    ...times(9, (at) => appSignIn({ minute: 50 + at, code: 7000222 })),
  ];
  const old = times(20, (at) =>
    signIn({ minute: at, user: userOf(at), clientApp: 'IMAP4', ...(at < 19 && { code: 53003 }) }),
  );
  const found = await find([...spray(14), ...old, ...broken]);
  expect(found.map(({ pattern, values }) => [pattern, values.count])).toEqual([
    ['app-since', 9],
    ['legacy-client', 20],
    ['spray', 14],
  ]);
});

it('each rule names its sources, or none at all, and what to run', () => {
  for (const rule of RULES) {
    expect(rule.commands.length, rule.id).toBeGreaterThan(1);
    for (const { at, dated, says } of rule.sources) expect([at, dated, says]).not.toContain('');
  }
});
