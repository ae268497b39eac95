import { describe, expect, it } from 'vitest';
import { cleanLines, splitLines } from '../../../facts/lines';
import { readListedPolicies } from '../../../facts/listed-policies';
import { readFacts } from '../../../facts/read-facts';
import { TakenLines } from '../../../facts/taken-lines';

const policiesIn = (text: string) =>
  readFacts(text).records.flatMap(({ kind, facts }) => {
    const value = (name: string) => facts.find((fact) => fact.name === name)?.value;
    return kind === 'caPolicy' ? [`${value('caPolicy.name')}: ${value('caPolicy.state')}`] : [];
  });

const LIST = `DisplayName   : Require MFA outside
State         : enabled
Id            : 1f6b9a52-2f0e-4a63-8b1f-0a4f3f5b7c11
Conditions    : Microsoft.Graph.PowerShell.Models.MicrosoftGraphConditionalAccessConditionSet
GrantControls : Microsoft.Graph.PowerShell.Models.MicrosoftGraphConditionalAccessGrantControls`;

describe('policies as PowerShell prints them', () => {
  it.each([
    ['a list with the names of types', LIST, ['Require MFA outside: enabled']],
    [
      'a list in another order, of a policy that only reports',
      'Id          : 1f6b9a52-2f0e-4a63-8b1f-0a4f3f5b7c11\nState       : enabledForReportingButNotEnforced\nDisplayName : Block old clients\n\nThe boss says this one blocks him.',
      ['Block old clients: enabledForReportingButNotEnforced'],
    ],
    [
      'two lists',
      `${LIST}\n\n${LIST.replace('Require MFA outside', 'Other').replace('enabled', 'disabled')}`,
      ['Require MFA outside: enabled', 'Other: disabled'],
    ],
    [
      'two lists without a line between',
      `${LIST}\n${LIST.replace('Require MFA outside', 'Other').replace('enabled', 'disabled')}`,
      ['Require MFA outside: enabled', 'Other: disabled'],
    ],
    [
      'a list with JSON in its values',
      'DisplayName      : Compliant devices\nState            : enabled\nConditions       : {"users":{"includeUsers":["All"]},"clientAppTypes":["all"]}\nGrantControls    : {"builtInControls":["compliantDevice"],"operator":"OR"}\nSessionControls  :',
      ['Compliant devices: enabled'],
    ],
    [
      'a list with objects of PowerShell in its values',
      'displayName   : Admins\nstate         : disabled\ngrantControls : @{operator=AND; builtInControls=System.Object[]}\n\nIs it this one?',
      ['Admins: disabled'],
    ],
    [
      'nothing of another list with a state and conditions',
      'DisplayName : Night rate\nState       : enabled\nConditions  : {"weekdays":["Mon"],"price":12}',
      [],
    ],
    [
      'what its command prints, and nothing of the next command',
      'PS> Get-MgIdentityConditionalAccessPolicy | fl DisplayName,State\n\nDisplayName : Require MFA\nState       : disabled\n\nPS> Get-MgUser | fl\n\nDisplayName : Ola Berg\nState       : enabled',
      ['Require MFA: disabled'],
    ],
    [
      'a table',
      'DisplayName          State                             Id\n-----------          -----                             --\nBlock old clients    enabledForReportingButNotEnforced 1f6b9a52-2f0e-4a63-8b1f-0a4f3f5b7c11\nRequire MFA          enabled                           2f6b9a52-2f0e-4a63-8b1f-0a4f3f5b7c12',
      ['Block old clients: enabledForReportingButNotEnforced', 'Require MFA: enabled'],
    ],
    [
      'what its command prints',
      'PS> Get-MgIdentityConditionalAccessPolicy | fl DisplayName,State\n\nDisplayName : Require MFA\nState       : disabled',
      ['Require MFA: disabled'],
    ],
  ])('%s', (_, text, policies) => expect(policiesIn(text)).toEqual(policies));

  it('heads alone are read in time', () => {
    const lines = cleanLines(splitLines('DisplayName State\n----------- -----\n'.repeat(2000)));
    const start = performance.now();
    expect(readListedPolicies(lines, new TakenLines(lines))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it.each([
    'DisplayName : Print Spooler\nState       : enabled\nId          : 7',
    'DisplayName State\n----------- -----\nGuest Wi-Fi enabled\nHotspot     disabled',
    'State : enabledForReportingButNotEnforced',
    'Name,State,Id\nPump 7,enabled,12',
    'DisplayName : Ticket\nState       : Open\nConditions  : none',
  ])('no other object: %s', (text) => expect(policiesIn(text)).toEqual([]));
});
