import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { readText } from '../../../lookup/read-text';

const RESULTS = '\nTimeGenerated\tResultType\n2026-11-15T10:01:33Z\t50011\n';

describe('the codes of a text', () => {
  it.each([
    'SigninLogs | where ResultType != 50140',
    'SigninLogs | where ResultType !in ("0", "50140", "50125")',
    'SigninLogs | where ResultType <> "50140"',
    "Get-MgAuditLogSignIn -Filter 'status/errorCode ne 50140'",
  ])('are without those that a query above its results leaves out: %j', (query) => {
    expect(readText(query + RESULTS).codes).not.toContain('AADSTS50140');
  });

  it.each([
    'SigninLogs | where ResultType == 50140',
    'SigninLogs | where ResultType in ("50140", "50125")',
    'SigninLogs | where AppDisplayName != "Teams" | where ResultType == 50140',
  ])('are those that a query asks for: %j', (query) => {
    expect(readText(query + RESULTS).codes).toContain('AADSTS50140');
  });

  it('are all of a query alone', () => {
    const query = 'SigninLogs\n| where ResultType != 50140\n| take 10';
    expect(readText(query).codes).toEqual(['AADSTS50140']);
  });

  it.each([
    '{"transaction": {"id": "ZxAADSTS50034madeUp"}}',
    "session = 'q1AADSTS90072x.9'",
    '{"token": "eyAADSTS53003aa/b+c=="}',
  ])('are none where an id holds their signs: %j', (text) => {
    expect(readText(text).codes).toEqual([]);
    expect(readFacts(text).records.flatMap(({ codes }) => codes)).toEqual([]);
  });

  it.each([
    '{"error": "AADSTS50034: The user account does not exist"}',
    'errorCodeAADSTS50034MessageThe user account does not exist',
    '"AADSTS50034"',
    '{"message": "loginAADSTS50034The user account"}',
    '{"event": "login_AADSTS50034_failed"}',
    'exit code 0 != AADSTS50034: the user account does not exist',
    'expected: "ok" != "AADSTS50034"',
  ])('are those that a text names: %j', (text) => {
    expect(readText(text).codes).toEqual(['AADSTS50034']);
  });
});
