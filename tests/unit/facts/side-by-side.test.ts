import { describe, expect, it } from 'vitest';
import { recordsOf } from './reading';

/** The values of each output, without their labels. */
const valuesOf = (text: string) =>
  recordsOf('dsregcmd', text).map(({ facts }) => facts.map(({ value }) => value).join(' '));

describe('two computers beside each other', () => {
  const rows = [
    ['AzureAdJoined', 'YES', 'NO'],
    ['DeviceAuthStatus', 'SUCCESS', 'FAILED'],
  ];
  const table = (head: string[], sign: string) =>
    [head, ...rows].map((row) => row.join(sign)).join('\n');

  it.each([
    ['tabs', table(['', 'PC1', 'PC2'], '\t')],
    ['semicolons', table(['Setting', 'PC1', 'PC2'], ';')],
    ['pipes', table(['Setting', 'PC1', 'PC2'], ' | ')],
    ['blanks', table(['              ', 'LT-01', 'LT-02'], '    ')],
    [
      'Markdown',
      '| Setting | PC1 | PC2 |\n|---|---|---|\n| AzureAdJoined | YES | NO |\n| DeviceAuthStatus | SUCCESS | FAILED |',
    ],
    [
      'colons',
      '  AzureAdJoined : YES          AzureAdJoined : NO\n+------+     +------+\n DeviceAuthStatus : SUCCESS      DeviceAuthStatus : FAILED',
    ],
    [
      'colons and pipes',
      'AzureAdJoined : YES | AzureAdJoined : NO |\nDeviceAuthStatus : SUCCESS | DeviceAuthStatus : FAILED |',
    ],
  ])('are two outputs where their cells are parted by %s', (_, text) => {
    expect(valuesOf(text)).toEqual(['YES SUCCESS', 'NO FAILED']);
  });

  it.each(['Expected', 'Soll', 'should be', 'Target'])('are one beside a column %s', (heading) => {
    expect(valuesOf(table(['', heading, 'Actual'], '\t'))).toEqual(['NO FAILED']);
  });

  it.each(['Default', 'Example', 'Hybrid joined'])('are none in the column %j', (heading) => {
    expect(valuesOf(table(['', heading, 'Actual'], '\t'))).toEqual(['NO FAILED']);
  });

  it('are none in the output that somebody expects', () => {
    const text =
      'Expected                Actual\nAzureAdJoined : YES     AzureAdJoined : NO\nAzureAdPrt : YES        AzureAdPrt : NO';
    expect(valuesOf(text)).toEqual(['NO NO']);
  });

  it('are one beside a column of remarks', () => {
    const text =
      '| Field | Value | Remark |\n|---|---|---|\n| AzureAdJoined | YES | ok |\n| AzureAdPrt | NO | why? |';
    expect(valuesOf(text)).toEqual(['YES NO']);
  });

  it.each([
    [
      'what fields mean',
      '| Field | Meaning | Values |\n|---|---|---|\n| AzureAdJoined | joined | YES or NO |\n| DomainJoined | domain | YES or NO |',
    ],
    ['columns without a head', 'AzureAdJoined\tYES\tNO\nAzureAdPrt\tNO\tYES'],
  ])('are none of %s', (_, text) => expect(valuesOf(text)).toEqual([]));

  it('may be as many as an engine takes no arguments', () => {
    const text = `\tPC1\tPC2\n${'AzureAdJoined\tYES\tNO\n'.repeat(130_000)}`;
    expect(valuesOf(text).length).toBeGreaterThan(1);
  });

  it('have the rows of a TPM, too', () => {
    const text = 'Property\tPC1\tPC2\nTpmPresent\tTrue\tTrue\nTpmReady\tFalse\tTrue';
    expect(recordsOf('tpm', text).map(({ facts }) => facts.map(({ value }) => value))).toEqual([
      ['YES', 'NO'],
      ['YES', 'YES'],
    ]);
  });
});
