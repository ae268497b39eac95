import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInKnownRange } from '../../../detection/bare-codes';

const ENTRIES = join(import.meta.dirname, '../../../knowledge/en/aadsts');

describe('the range of a bare number', () => {
  it('holds the codes that have an entry, but for the odd ones', () => {
    const numbers = readdirSync(ENTRIES).flatMap((name) => /^AADSTS(\d+)/.exec(name)?.[1] ?? []);
    const others = numbers.filter((number) => !isInKnownRange(number));
    expect(numbers.length).toBeGreaterThan(200);
    expect(others.length, others.join(' ')).toBeLessThan(numbers.length * 0.08);
  });

  it.each(['1000106', '1001003', '1002016', '1003005'])('holds the seven digits of %s', (number) =>
    expect(isInKnownRange(number)).toBe(true),
  );

  it.each([
    '0',
    '443',
    '1001',
    '3389',
    '8080',
    '10060',
    '12029',
    '20248',
    '49152',
    '61234',
    '99999',
    '1000000',
    '1004000',
    '1024000',
    '1048576',
  ])('holds no port, count or error of a network: %s', (number) =>
    expect(isInKnownRange(number)).toBe(false),
  );
});
