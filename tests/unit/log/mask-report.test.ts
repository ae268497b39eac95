import { expect, it } from 'vitest';
import { maskReport } from '../../../log/mask-report';
import { makeReport } from './make-report';

it('a masked report names no person, address, place, file or session', () => {
  const report = makeReport({ filter: { user: 'user13@contoso.com', code: 'AADSTS50126' } });
  report.patterns[0]!.rows[0]!.correlationId = 'c0ffee00-0000-4000-8000-000000000001';
  report.patterns[0]!.commands[0]!.code += '\n| where UserPrincipalName == "user13@contoso.com"';
  report.patterns[0]!.values.user = 'user13@contoso.com';
  report.unread.columns.push('notes of ann@contoso.com');
  const text = JSON.stringify(maskReport(report));
  expect(text).not.toMatch(/@contoso|203\.0\.113|Sofia|Madrid|c0ffee|InteractiveSignIns_2026/);
});

it('what belongs together keeps one number, and apps and counts stay', () => {
  const report = makeReport();
  const { patterns, codes, tallies, total } = maskReport(report);
  const spray = patterns[0]!;
  const address = spray.values.address!;
  expect(address).toMatch(/^\[address \d+\]$/);
  expect(spray.rows[0]!.address).toBe(address);
  expect(spray.commands[0]!.code).toContain(`IPAddress == "${address}"`);
  expect(tallies.addresses.top[1]).toEqual({ value: address, count: 2_140 });
  expect(tallies.users.top[0]!.value).toMatch(/^\[user \d+\]$/);
  expect(tallies.places.top[0]!.value).toMatch(/^\[place \d+\]$/);
  expect(codes[0]!.tallies.apps.top[0]).toEqual({ value: 'Azure Portal', count: 2_140 });
  expect(spray.values.successUsers).toEqual([spray.rows[13]!.user]);
  expect(total).toBe(report.total);
});

it('a place where all failures are keeps one number, and the filter its code', () => {
  const report = makeReport({ filter: { address: '203.0.113.66', code: 'AADSTS50126' } });
  const [spray] = report.patterns;
  const inOneCity = { ...spray!, values: { place: 'Sofia, BG', count: 20 } };
  const atOneAddress = {
    ...spray!,
    values: { place: '203.0.113.66', address: '203.0.113.66', count: 20 },
  };
  const { patterns, filter } = maskReport({ ...report, patterns: [inOneCity, atOneAddress] });
  const place = patterns[0]!.values.place!;
  expect(patterns[0]!.values).toEqual({
    place: expect.stringMatching(/^\[place \d+\]$/),
    count: 20,
  });
  expect(patterns[0]!.rows.every((row) => row.place === place)).toBe(true);
  const { address } = patterns[1]!.values;
  expect(address).toMatch(/^\[address \d+\]$/);
  expect(patterns[1]!.values.place).toBe(address);
  expect(filter).toEqual({ address, code: 'AADSTS50126' });
});

it('leaves the report itself as it was', () => {
  const report = makeReport();
  maskReport(report);
  expect(report).toEqual(makeReport());
});
