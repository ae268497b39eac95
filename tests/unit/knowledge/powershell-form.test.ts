import { describe, expect, it } from 'vitest';
import { readPowerShell } from '../../../compiler/checks/powershell-form';

const faults = (script: string) => readPowerShell(script).faults.map(({ message }) => message);

describe('readPowerShell', () => {
  it.each([
    [`Get-MgUser -Filter "id eq '1'" | Select-Object @{ n = 'A'; e = { $_.B['c'] } }`],
    [`$uri = "v1.0/devices?\`$filter=x eq '1'"`],
    [`"a $($x | ForEach-Object { "b $($_.C)" }) d"`],
    [`'it''s' + "say ""so"""`],
    [`@'\nany ' " { thing\n'@ | Out-Host`],
    [`<# a { block #> Get-Date # a ( comment`],
    [`Get-Item C:\\a#b`],
  ])('passes %s', (script) => expect(faults(script)).toEqual([]));

  it.each([
    [`Get-MgUser -Filter "id eq '1'`, '" is not closed'],
    [`'open`, "quote ' is not closed"],
    [`ForEach-Object { $_.A`, '{ is not closed'],
    [`ForEach-Object { $_.A) }`, ') closes nothing'],
    [`$x[0`, '[ is not closed'],
    [`@"\ntext`, 'here-string @" is not closed'],
    [`<# text`, 'comment <# is not closed'],
    [`"a $(Get-Date"`, '" is not closed'],
  ])('fails %s', (script, message) => expect(faults(script)).toContain(message));

  it('says on which line', () => {
    expect(readPowerShell('Get-Date\n(Get-Date').faults).toEqual([
      { line: 1, message: '( is not closed' },
    ]);
  });

  it('blanks out comments and strings, and keeps what a string runs', () => {
    const { bare } = readPowerShell(`'Get-A' "Get-B $(Get-C)" # Get-D`);
    expect(bare).not.toMatch(/Get-[ABD]/);
    expect(bare).toContain('Get-C');
  });
});
