import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const id = (digit: number) => `${String(digit).repeat(8)}-0b1c-4d2e-8f30-a1b2c3d4e5f6`;

/** A table with a narrow set of columns, and one with a wider set, as `Format-Table` prints them. */
const TABLES: Readonly<
  Record<string, (devices: readonly (readonly [number, string])[]) => string[]>
> = {
  'two columns': (devices) => [
    'DisplayName TrustType',
    '----------- ---------',
    ...devices.map(([, name]) => `${name}      AzureAd`),
  ],
  'four columns': (devices) => [
    'DeviceId                             DisplayName  AccountEnabled TrustType',
    '--------                             -----------  -------------- ---------',
    ...devices.map(([digit, name]) => `${id(digit)} ${name}       True           AzureAd`),
  ],
};

const FIRST = [
  [1, 'LAP-12'],
  [2, 'LAP-13'],
] as const;
const SECOND = [[3, 'LAP-14']] as const;

describe.each(Object.entries(TABLES))('two tables of Get-MgDevice with %s', (_, table) => {
  it.each([
    ['without a line between them', [...table(FIRST), ...table(SECOND)]],
    ['with a blank line between them', [...table(FIRST), '', ...table(SECOND)]],
  ])('give each device once, and no head as a value: %s', (_where, lines) => {
    const text = lines.join('\n');
    const facts = factsOf('deviceObject', text);
    expect(recordsOf('deviceObject', text)).toHaveLength(3);
    expect(facts.filter((one) => one.startsWith('deviceObject.name='))).toEqual([
      'deviceObject.name=LAP-12',
      'deviceObject.name=LAP-13',
      'deviceObject.name=LAP-14',
    ]);
    expect(facts.join('\n')).not.toMatch(/=(?:DeviceId|DisplayName|TrustType|-+)$/m);
  });
});
