import type { LogRow } from '../../../log/log-row';
import type { FoundPattern } from '../../../log/patterns/found-pattern';
import type { CodeReport, Counted, LogReport, Tally } from '../../../log/report';

const tally = (distinct: number, ...top: [string, number][]): Tally => ({
  distinct,
  top: top.map(([value, count]): Counted => ({ value, count })),
  missing: 0,
});

const NO_TALLIES: CodeReport['tallies'] = {
  users: tally(0),
  apps: tally(0),
  addresses: tally(0),
  places: tally(0),
  clientApps: tally(0),
};

/** A code of a finished report; what is not given is that of a quiet expected code. */
function makeCodeReport(part: Partial<CodeReport> = {}): CodeReport {
  return {
    code: 'AADSTS50058',
    severity: 'expected',
    isKnown: true,
    weight: 'expected',
    count: 1,
    failures: 0,
    interrupted: 1,
    successes: 0,
    tallies: NO_TALLIES,
    rows: [2],
    ...part,
  };
}

/** A code without an entry, and so without a severity. */
function unknownCode(code: string, count: number): CodeReport {
  const { severity: _, ...rest } = makeCodeReport({ code, isKnown: false, weight: 'unknown' });
  return { ...rest, count, failures: count, interrupted: 0 };
}

const AT_SPRAY = Date.parse('2026-11-19T02:00:07Z');

const SPRAY_ROWS: LogRow[] = Array.from({ length: 14 }, (_, at) => ({
  at: 30_112 + at,
  outcome: at === 13 ? 'success' : 'failure',
  ...(at === 13 ? {} : { code: 'AADSTS50126' }),
  time: AT_SPRAY + at * 9_000,
  user: `user${String(at).padStart(2, '0')}@contoso.com`,
  app: 'Azure Portal',
  appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
  address: '203.0.113.66',
  place: 'Sofia, BG',
  clientApp: 'Browser',
}));

const SPRAY: FoundPattern = {
  rule: 'spray',
  pattern: 'spray',
  weight: 'act',
  title: 'One address failed for many users: {address}',
  says: 'In {scope}, {address} failed for {users} users within {minutes} minutes, and {successes} sign-in from there had the right password: {successUsers}. This looks like a password spray that found a password.',
  unless: 'An address that many people share, such as a proxy or a VPN exit, can look like this.',
  next: 'Reset the password of the accounts that got in, revoke their sessions, and block the address.',
  values: {
    address: '203.0.113.66',
    users: 312,
    count: 2140,
    successes: 1,
    successUsers: ['user13@contoso.com'],
    minutes: 47,
    from: '2026-11-19T02:00:07.000Z',
    to: '2026-11-19T02:46:59.000Z',
  },
  rows: SPRAY_ROWS,
  rowCount: SPRAY_ROWS.length,
  commands: [
    {
      lang: 'kql',
      purpose: 'Every sign-in from this address, by user and result',
      needs: 'Log Analytics workspace with sign-in logs; Log Analytics Reader',
      code: 'SigninLogs\n| where IPAddress == "203.0.113.66"\n| summarize count() by UserPrincipalName, ResultType',
    },
  ],
  sources: [
    {
      id: 'sentinel-spray',
      url: 'https://github.com/Azure/Azure-Sentinel/blob/master/Solutions/Microsoft%20Entra%20ID/Analytic%20Rules/SigninPasswordSpray.yaml',
      kind: 'vendor',
      at: 'query',
      dated: 'version 1.0.4',
      says: 'Five accounts that fail from one address within 20 minutes are reported as a possible spray.',
    },
  ],
};

const SINCE: FoundPattern = {
  rule: 'app-since',
  pattern: 'app-since',
  weight: 'act',
  title: '{app} fails since {from}',
  says: 'In {scope}, {app} signed in until {from} and failed {count} times with {code} since then, without a success.',
  unless: 'The rows before that moment may come from another instance of the app.',
  next: 'Look in the audit log at what was changed in the app or its policies at that time.',
  values: {
    app: 'Contoso HR',
    appId: '5c1f7a0e-1f7c-4a52-9a39-0a8f6ef0b7d1',
    code: 'AADSTS7000222',
    count: 1022,
    from: '2026-11-20T09:10:00.000Z',
    to: '2026-11-21T09:02:00.000Z',
  },
  rows: [
    {
      at: 41_001,
      outcome: 'failure',
      code: 'AADSTS7000222',
      time: Date.parse('2026-11-20T09:10:00Z'),
      app: 'Contoso HR',
      appId: '5c1f7a0e-1f7c-4a52-9a39-0a8f6ef0b7d1',
      address: '203.0.113.20',
    },
  ],
  rowCount: 1,
  commands: [],
  sources: [],
};

/** A finished report of a week, as large tenants have it; parts can be replaced. */
export function makeReport(part: Partial<LogReport> = {}): LogReport {
  return {
    title: 'InteractiveSignIns',
    fileName: 'InteractiveSignIns_2026-11-14_2026-11-21.csv',
    unit: 'row',
    total: 48_210,
    outcomes: { success: 31_402, failure: 4_101, interrupted: 12_707 },
    span: { from: '2026-11-14T00:00:11.000Z', to: '2026-11-21T09:02:00.000Z' },
    isUtc: true,
    weights: { act: 3_162, look: 723, unknown: 16, expected: 12_907, success: 31_402 },
    codes: [
      makeCodeReport({
        code: 'AADSTS50126',
        severity: 'medium',
        weight: 'look',
        count: 2_220,
        failures: 2_220,
        interrupted: 0,
        span: { from: '2026-11-14T07:12:41.000Z', to: '2026-11-21T08:44:00.000Z' },
        tallies: {
          users: tally(331, ['user00@contoso.com', 9], ['user01@contoso.com', 8]),
          apps: tally(3, ['Azure Portal', 2_140], ['Microsoft Teams', 71], ['Contoso HR', 9]),
          addresses: tally(24, ['203.0.113.66', 2_140], ['203.0.113.9', 12]),
          places: tally(4, ['Sofia, BG', 2_140], ['Madrid, ES', 60]),
          clientApps: tally(2, ['Browser', 2_190], ['Mobile Apps and Desktop clients', 30]),
        },
        rows: [30_112, 30_113],
      }),
      makeCodeReport({
        code: 'AADSTS7000222',
        severity: 'high',
        weight: 'act',
        count: 1_022,
        failures: 1_022,
        interrupted: 0,
        span: { from: '2026-11-20T09:10:00.000Z', to: '2026-11-21T09:02:00.000Z' },
        tallies: { ...NO_TALLIES, apps: tally(1, ['Contoso HR', 1_022]) },
        rows: [41_001],
      }),
      makeCodeReport({
        code: 'AADSTS53003',
        severity: 'medium',
        weight: 'look',
        count: 643,
        failures: 643,
        interrupted: 0,
        tallies: {
          ...NO_TALLIES,
          users: tally(9, ['user40@contoso.com', 200]),
          clientApps: tally(1, ['IMAP4', 611]),
        },
        rows: [77],
      }),
      // Nothing is known of it; the report keeps it as it is.
      unknownCode('AADSTS5009999', 16),
      makeCodeReport({ code: 'AADSTS50058', count: 9_870, interrupted: 9_870 }),
      makeCodeReport({ code: 'AADSTS50140', count: 3_037, interrupted: 2_837, failures: 200 }),
    ],
    patterns: [SPRAY, SINCE],
    timeline: {
      step: 6 * 3_600_000,
      buckets: Array.from({ length: 30 }, (_, at) => ({
        from: new Date(Date.parse('2026-11-14T00:00:00Z') + at * 6 * 3_600_000).toISOString(),
        success: 1_000 + (at % 4) * 20,
        expected: 400 + (at % 4) * 15,
        unknown: 0,
        look: 20 + (at % 3),
        act: at === 20 ? 2_140 : at > 24 ? 200 : 0,
      })),
    },
    tallies: {
      users: tally(1_204, ['user02@contoso.com', 310], ['user03@contoso.com', 288]),
      apps: tally(38, ['Microsoft Teams', 14_020], ['Azure Portal', 6_011]),
      addresses: tally(902, ['203.0.113.9', 5_110], ['203.0.113.66', 2_140]),
      places: tally(14, ['Madrid, ES', 30_000], ['Sofia, BG', 2_170]),
      clientApps: tally(
        3,
        ['Browser', 30_100],
        ['Mobile Apps and Desktop clients', 17_499],
        ['IMAP4', 611],
      ),
    },
    unread: {
      rows: 3,
      samples: [{ at: 17, why: 'too few cells' }],
      codes: { rows: 0, samples: [] },
      columns: ['Contoso tag'],
      repeated: 0,
      missing: [],
      withoutTime: 0,
      isCutOff: false,
    },
    ...part,
  };
}
