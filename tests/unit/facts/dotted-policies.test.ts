import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const ROWS = [
  'displayName: Block elsewhere',
  'state: enabled',
  'conditions.users.includeUsers: All',
  'conditions.users.excludeUsers: ',
  'conditions.applications.includeApplications: All',
  'conditions.clientAppTypes: all',
  'conditions.locations.includeLocations: All',
  'conditions.locations.excludeLocations: 0ba57a3c-759d-4399-9c39-5fbfabffbbe1 (Offices)',
  'grantControls.builtInControls: block',
];

describe('a policy whose members are named by their paths', () => {
  it('is read', () => {
    expect(factsOf('caPolicy', ['see below', ...ROWS, '--', 'nobody gets in'].join('\n'))).toEqual(
      expect.arrayContaining([
        'caPolicy.name=Block elsewhere',
        'caPolicy.state=enabled',
        'caPolicy.control=block',
        'caPolicy.excludedLocation=0ba57a3c-759d-4399-9c39-5fbfabffbbe1 (Offices)',
        'caPolicy.reach=all but locations',
      ]),
    );
  });

  it('has the items of its lists', () => {
    const rows = [
      'displayName = MFA',
      'state = disabled',
      "conditions.users.includeUsers = ['a', 'b']",
      'grantControls.builtInControls = [mfa, compliantDevice]',
    ];
    const facts = factsOf('caPolicy', rows.join('\n'));
    expect(facts.filter((one) => one.startsWith('caPolicy.includes'))).toEqual([
      'caPolicy.includes=a',
      'caPolicy.includes=b',
    ]);
    expect(facts).toContain('caPolicy.control=compliantDevice');
  });

  it('does not say that nobody is left out where a list of those was not printed', () =>
    expect(factsOf('caPolicy', ROWS.join('\n')).join()).not.toContain('excludesNobody'));

  it('is one of two', () => {
    const other = ROWS.map((row) => row.replace('Block elsewhere', 'Other'));
    const names = recordsOf('caPolicy', [...ROWS, ...other].join('\n')).map(
      ({ facts }) => facts.find(({ name }) => name === 'caPolicy.name')!.value,
    );
    expect(names).toEqual(['Block elsewhere', 'Other']);
  });

  it.each([
    'displayName: My flow\nstate: enabled\nconditions.trigger.type: http\nconditions.trigger.url: /a',
    'displayName: X\nstate: Ready\nconditions.users.includeUsers: All\ngrantControls.operator: OR',
    'apiVersion: v1\nconditions.type: Ready\nstate: enabled\ndisplayName: pod',
    ROWS.slice(1).join('\n'),
    ROWS.join('\n\n'),
  ])('is none in %j', (text) => expect(recordsOf('caPolicy', text)).toEqual([]));
});
