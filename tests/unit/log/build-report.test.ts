import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../log/build-report';
import { filterRows } from '../../../log/filter-rows';
import type { LogFilter } from '../../../log/report';
import { codeWeights, type Severities } from '../../../log/weight';
import { ordinary, signIn, START, userOf, OFFICES, APPS } from '../../fixtures/log/sign-ins';
import { errorTexts, summaryJson } from '../../fixtures/log/formats';
import { logOf, readText } from './reading';

const SEVERITIES: Severities = new Map([
  ['AADSTS50126', 'medium'],
  ['AADSTS50140', 'expected'],
  ['AADSTS50074', 'low'],
  ['AADSTS7000222', 'high'],
  // Listed: nobody says how severe it is.
  ['AADSTS50197', undefined],
] as const);

const SIGN_INS = [
  signIn({ code: 50126, user: 'Ann@Contoso.com', ...OFFICES.berlin }),
  signIn({ minute: 30, code: 50126, user: 'ann@contoso.com', ...APPS.portal }),
  signIn({ minute: 31, code: 50126, user: userOf(2) }),
  signIn({ minute: 32, code: 7000222, user: userOf(3) }),
  signIn({ minute: 33, code: 50197, user: userOf(3) }),
  signIn({ minute: 34, code: 5009999, user: userOf(3) }),
  signIn({ minute: 35, code: 50074, status: 'Interrupted' }),
  signIn({ minute: 36, code: 50140, status: 'Interrupted' }),
  signIn({ minute: 37 }),
  signIn({ minute: 95 }),
];

async function reportOf(signIns = SIGN_INS, filter?: LogFilter) {
  const log = await logOf(signIns);
  const rows = filter ? filterRows(log.rows, filter, codeWeights(SEVERITIES)) : log.rows;
  return buildReport({ log, rows, severities: SEVERITIES, patterns: [], filter });
}

describe('a report', () => {
  it('counts all rows, by outcome and by weight', async () => {
    const report = await reportOf();
    expect(report.total).toBe(10);
    expect(report.outcomes).toEqual({ success: 2, failure: 6, interrupted: 2 });
    expect(report.weights).toEqual({ act: 1, look: 3, unknown: 2, expected: 2, success: 2 });
    expect(report.span).toEqual({
      from: '2026-11-14T07:00:00.000Z',
      to: '2026-11-14T08:35:00.000Z',
    });
  });

  it('counts the sign-ins that a row stands for, and says in how many rows they are', async () => {
    const rows = [
      { ...signIn({ user: userOf(1) }), signIns: 40 },
      { ...signIn({ minute: 1, user: userOf(2), code: 50126 }), signIns: 2 },
      { ...signIn({ minute: 2, user: userOf(3), code: 7000222 }), signIns: 1 },
    ];
    const log = await readText(summaryJson(rows));
    const report = buildReport({ log, rows: log.rows, severities: SEVERITIES, patterns: [] });
    expect(report).toMatchObject({
      total: 43,
      gatheredIn: 3,
      outcomes: { success: 40, failure: 3, interrupted: 0 },
      weights: { act: 1, look: 2, success: 40 },
      codes: [
        { code: 'AADSTS7000222', count: 1 },
        { code: 'AADSTS50126', count: 2, failures: 2 },
      ],
      tallies: { users: { distinct: 3, top: [{ value: userOf(1), count: 40 }, {}, {}] } },
      span: { from: '2026-11-14T07:00:00.000Z' },
      unread: { withoutTime: 0 },
    });
    expect(report.timeline!.buckets[0]).toMatchObject({ success: 40, look: 0 });
    expect(await reportOf()).not.toHaveProperty('gatheredIn');
  });

  it.each(['# sign-ins', 'Number of sign-ins'])('knows the column %s', async (heading) => {
    const text = `Date,User,Status,Sign-in error code,${heading}\n2026-11-14T07:00:00Z,Ann,Failure,50126,12\n`;
    const log = await readText(text);
    const report = buildReport({ log, rows: log.rows, severities: SEVERITIES, patterns: [] });
    expect(report).toMatchObject({ total: 12, gatheredIn: 1, unread: { columns: [] } });
  });

  it.each([
    ['"1,234"', 1234],
    ['1.234', 1234],
    ['"1,234,567"', 1_234_567],
    ['12.0', 12],
    ['"1,234.0"', 1234],
    ['0', 1],
    ['-4', 1],
    ['99999999999', 1],
    ['', 1],
  ])('a row that says %s stands for so many sign-ins: %i', async (cell, total) => {
    const text = `Date,User,Status,Sign-in error code,# sign-ins\n2026-11-14T07:00:00Z,Ann,Failure,50126,${cell}\n`;
    const log = await readText(text);
    const report = buildReport({ log, rows: log.rows, severities: SEVERITIES, patterns: [] });
    expect(report.total).toBe(total);
  });

  it('has what needs a look first, and keeps unknown codes', async () => {
    const { codes } = await reportOf();
    expect(codes.map(({ code, weight, isKnown, count }) => [code, weight, isKnown, count])).toEqual(
      [
        ['AADSTS7000222', 'act', true, 1],
        ['AADSTS50126', 'look', true, 3],
        ['AADSTS5009999', 'unknown', false, 1],
        ['AADSTS50197', 'unknown', true, 1],
        // A step of the sign-in, whatever its severity as a failure.
        ['AADSTS50074', 'expected', true, 1],
        ['AADSTS50140', 'expected', true, 1],
      ],
    );
  });

  it('tells of a code who met it, where and when', async () => {
    const { codes } = await reportOf();
    expect(codes.find(({ code }) => code === 'AADSTS50126')).toMatchObject({
      severity: 'medium',
      failures: 3,
      interrupted: 0,
      successes: 0,
      rows: [2, 3, 4],
      span: { from: '2026-11-14T07:00:00.000Z', to: '2026-11-14T07:31:00.000Z' },
      tallies: {
        // The same sign-in name in other letters is the same user.
        users: { distinct: 2, top: [{ value: 'ann@contoso.com', count: 2 }, { count: 1 }] },
        apps: { distinct: 2 },
        addresses: { distinct: 2, missing: 0 },
      },
    });
  });

  it('a code that failed once is no step of a sign-in', async () => {
    const { codes } = await reportOf([...SIGN_INS, signIn({ code: 50074 })]);
    expect(codes.find(({ code }) => code === 'AADSTS50074')).toMatchObject({
      weight: 'look',
      failures: 1,
      interrupted: 1,
    });
  });

  it('lists ten of many values, and how many there are', async () => {
    const many = Array.from({ length: 25 }, (_, at) => signIn({ code: 50126, user: userOf(at) }));
    const { users } = (await reportOf(many)).codes[0]!.tallies;
    expect(users.distinct).toBe(25);
    expect(users.top).toHaveLength(10);
  });

  it('lists the values that it has most often first, and equal ones by their letters', async () => {
    const users = [9, 4, 7, 7, 5, 7, 5].map((user) => signIn({ code: 50126, user: userOf(user) }));
    expect((await reportOf(users)).codes[0]!.tallies.users.top).toEqual([
      { value: userOf(7), count: 3 },
      { value: userOf(5), count: 2 },
      { value: userOf(4), count: 1 },
      { value: userOf(9), count: 1 },
    ]);
  });

  it('says what the log does not have', async () => {
    const log = await readText(
      'Date,User,Sign-in error code,Status,Application\nyesterday,Ann,50126,Failure,\n',
    );
    const report = buildReport({ log, rows: log.rows, severities: SEVERITIES, patterns: [] });
    expect(report.unread).toMatchObject({
      missing: ['time', 'app', 'address', 'place', 'clientApp'],
      withoutTime: 1,
    });
    expect(report).not.toHaveProperty('span');
    expect(report).not.toHaveProperty('timeline');
  });

  it('does not say that a field is missing which some rows have', async () => {
    const log = await logOf(SIGN_INS);
    const rows = log.rows.map((row, at) => (at ? { ...row, user: undefined } : row));
    const parts = { rows, severities: SEVERITIES, patterns: [] };
    expect(buildReport({ ...parts, log: { ...log, rows } }).unread.missing).toEqual([]);
  });

  it('of error texts does not complain about columns', async () => {
    const log = await readText(errorTexts(SIGN_INS));
    const report = buildReport({ log, rows: log.rows, severities: SEVERITIES, patterns: [] });
    expect(report.unread.missing).toEqual([]);
    expect(report.total).toBe(8);
  });
});

describe('the timeline', () => {
  it.each([
    ['an hour and a half', 95, 60_000],
    ['a day', 24 * 60, 15 * 60_000],
    ['a week', 7 * 24 * 60, 3 * 3_600_000],
    ['a month', 30 * 24 * 60, 12 * 3_600_000],
    ['two years', 730 * 24 * 60, 7 * 86_400_000],
  ])('of %s has buckets that fit, without gaps and with every row', async (_, minutes, step) => {
    const report = await reportOf([...SIGN_INS, signIn({ minute: minutes })]);
    const { buckets, step: got } = report.timeline!;
    expect(got).toBe(step);
    expect(buckets.length).toBeLessThanOrEqual(120);
    const starts = buckets.map(({ from }) => Date.parse(from));
    expect(starts[0]).toBeLessThanOrEqual(START);
    expect(starts.every((from) => from % step === 0)).toBe(true);
    starts.forEach((from, at) => expect(from).toBe(starts[0]! + at * step));
    const sum = buckets.reduce(
      (all, one) => all + one.success + one.expected + one.unknown + one.look + one.act,
      0,
    );
    expect(sum).toBe(11);
  });

  it('puts each row into its bucket by weight', async () => {
    const { buckets } = (await reportOf()).timeline!;
    expect(buckets[0]).toEqual({
      from: '2026-11-14T07:00:00.000Z',
      success: 0,
      expected: 0,
      unknown: 0,
      look: 1,
      act: 0,
    });
    expect(buckets[32]).toMatchObject({ act: 1, look: 0 });
    expect(buckets[95]).toMatchObject({ success: 1 });
  });
});

describe('a filter', () => {
  it.each<[LogFilter, number]>([
    [{}, 10],
    [{ code: 'AADSTS50126' }, 3],
    [{ user: 'ann@contoso.com' }, 2],
    [{ app: 'Azure Portal' }, 1],
    [{ address: '203.0.113.24' }, 1],
    [{ place: 'Berlin, Berlin, DE', user: 'ann@contoso.com' }, 1],
    [{ weight: 'success' }, 2],
    [{ weight: 'expected' }, 2],
    [{ weight: 'act' }, 1],
    [{ from: '2026-11-14T07:30:00.000Z', to: '2026-11-14T07:32:00.000Z' }, 2],
    [{ code: 'AADSTS50126', user: userOf(3) }, 0],
  ])('%j leaves %i rows', async (filter, total) => {
    const report = await reportOf(SIGN_INS, filter);
    expect(report.total).toBe(total);
    expect(report.filter).toEqual(filter);
  });

  it('of a bucket gives the rows that the bucket counts', async () => {
    const many = ordinary(500, 40, 3000);
    const { step, buckets } = (await reportOf(many)).timeline!;
    for (const { from, success, expected } of buckets.slice(3, 6)) {
      const to = new Date(Date.parse(from) + step).toISOString();
      const { weights } = await reportOf(many, { from, to });
      expect([weights.success, weights.expected]).toEqual([success, expected]);
    }
  });
});
