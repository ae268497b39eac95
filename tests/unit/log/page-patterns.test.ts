import { describe, expect, it } from 'vitest';
import type { RowCells } from '../../../facts/row-facts';
import { patternsInList } from '../../../log/patterns/page-patterns';
import { patternText } from '../../../log/patterns/pattern-text';
import {
  APPS,
  MINUTE,
  OFFICES,
  ordinary,
  signIn,
  spray,
  times,
  userOf,
  type SignInFixture,
} from '../../fixtures/log/sign-ins';
import { shippedRules } from './reading';

const RULES = shippedRules();

/** How a portal prints times, by the language of the page. */
const PRINTED: Record<string, (at: Date) => string> = {
  'en-US': (at) => at.toLocaleString('en-US', { timeZone: 'UTC' }),
  'en-GB': (at) => at.toLocaleString('en-GB', { timeZone: 'UTC' }),
  de: (at) => at.toLocaleString('de', { timeZone: 'UTC' }),
  ja: (at) => at.toLocaleString('ja', { timeZone: 'UTC' }),
};

/** The cells of the portal's list. */
const cells = (
  { time, user, app, address, city, country, status, code, clientApp }: SignInFixture,
  language = 'en-US',
): RowCells => ({
  'signIn.time': PRINTED[language]!(new Date(time)),
  ...(user && {
    'signIn.userDisplayName': user.replace('@contoso.com', '').replace('user', 'User '),
  }),
  'signIn.app': app,
  'signIn.status': status,
  'signIn.ipAddress': address,
  'signIn.location': `${city}, ${country}`,
  'signIn.clientApp': clientApp,
  'signIn.errorCode': String(code),
});

/** The newest first, as the portal lists them. */
const listed = (signIns: readonly SignInFixture[], language?: string, change: RowCells = {}) =>
  [...signIns]
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time))
    .map((one) => ({ ...cells(one, language), ...change }));

const find = (rows: readonly RowCells[], isUtc = false) =>
  patternsInList({ cells: rows, isUtc }, RULES);

describe('the rows that a list shows', () => {
  it.each(Object.keys(PRINTED))(
    'with times as in %s show a spray, and say how many they are',
    (language) => {
      const { count, patterns } = find(listed([...ordinary(36), ...spray(12)], language));
      expect(count).toBeGreaterThan(47);
      expect(patterns).toHaveLength(1);
      const [found] = patterns;
      expect(patternText(found!.says, found!.values, `the ${count} rows shown`)).toBe(
        `In the ${count} rows shown, passwords from 203.0.113.66 failed for 12 users (12 attempts in 2 minutes), and no user got past the password there. This looks like a password spray.`,
      );
      expect(found!.rows).toHaveLength(12);
      expect(found!.commands[0]!.code).toContain('IPAddress == "203.0.113.66"');
    },
  );

  it('of an ordinary time show nothing', () => {
    expect(find(listed(ordinary(50, 20, 60))).patterns).toEqual([]);
    expect(find([]).patterns).toEqual([]);
  });

  it.each([
    ['hours apart', spray(12, {}, 60)],
    ['of four users', spray(4)],
  ])('with wrong passwords %s show no spray', (_, rows) => {
    const { patterns } = find(listed([...ordinary(36), ...rows]));
    expect(patterns.filter(({ pattern }) => pattern === 'spray')).toEqual([]);
  });

  it('a day that could be either is read so that the rows lie close together', () => {
    // 9/10 and 10/10: minutes around midnight, or a month.
    const midnight = Date.parse('2026-10-09T23:55:00Z');
    const rows = spray(8).map((one, at) => ({
      ...one,
      time: new Date(midnight + at * MINUTE).toISOString(),
    }));
    const [found] = find(listed(rows, 'en-GB')).patterns;
    expect(found!.values.minutes).toBe(7);
  });

  it('without a column of times say nothing of minutes', () => {
    const rows = listed(spray(8), 'en-US', { 'signIn.time': '' });
    const [found] = find(rows).patterns;
    expect(patternText(found!.says, found!.values, 'the 8 rows shown')).toContain(
      'failed for 8 users (8 attempts), and no user',
    );
  });

  it('a sign before the word of a status is no part of it', () => {
    const [found] = find(listed(spray(8), 'en-US', { 'signIn.status': '❌ Failure' })).patterns;
    expect(found!.values.count).toBe(8);
    expect(find(listed(spray(8), 'en-US', { 'signIn.status': '✔️ Success' })).patterns).toEqual([]);
  });

  it('show every row of a pattern, however many', () => {
    expect(find(listed(spray(120, {}, 0.1))).patterns[0]!.rows).toHaveLength(120);
  });
});

describe('what is filled into the query for the whole log', () => {
  const broken = (given: Partial<SignInFixture> = {}) => [
    ...times(8, (at) => signIn({ minute: at, user: userOf(at), ...APPS.hr, ...given })),
    ...times(8, (at) => signIn({ minute: 30 + at, user: userOf(at), ...APPS.hr, code: 50011 })),
  ];

  it('is no time that the page prints in a zone without a name', () => {
    const [found] = find(listed(broken())).patterns;
    expect(found!.pattern).toBe('app-since');
    expect(patternText(found!.title, found!.values, '')).toBe(
      'Contoso HR fails since 11/14/2026, 7:30:00 AM',
    );
    expect(found!.commands[1]!.code).toContain('datetime({timestamp})');
  });

  it('is the time of a list in UTC', () => {
    const [found] = find(listed(broken()), true).patterns;
    expect(found!.commands[1]!.code).toContain('datetime(2026-11-14T07:30:00.000Z)');
  });

  it('is no time of a day that could be another one', () => {
    const early = broken().map((one) => ({ ...one, time: one.time.replace('11-14', '11-09') }));
    expect(find(listed(early), true).patterns[0]!.commands[1]!.code).toContain('{timestamp}');
  });

  it('is no name of a person, which is no sign-in name', () => {
    const guessed = [
      ...times(12, (at) => signIn({ minute: at, user: userOf(7), code: 50126 })),
      signIn({ minute: 13, user: userOf(7), ...OFFICES.unknown }),
    ];
    const rows = listed(guessed).map((row) => ({
      ...row,
      'signIn.userDisplayName': 'Administrator',
    }));
    const [found] = find(rows).patterns;
    expect(found!.pattern).toBe('failures-then-success');
    expect(found!.commands[0]!.code).toContain('{userPrincipalName}');
  });
});
